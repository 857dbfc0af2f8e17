import { describe, expect, it } from 'vitest';
import { countMoved, holdOrder } from './hold';
import type { GroupName, Placed } from './views';

const placed = (group: GroupName, ...ids: string[]): Placed[] => ids.map((id) => ({ id, group }));
const ids = (rows: readonly Placed[]) => rows.map(({ id }) => id);

describe('holding the order', () => {
  it('leaves an order that is right as it is', () => {
    const shown = placed('needs-reply', 'a', 'b');
    expect(holdOrder(shown, shown, 'mine')).toEqual({ rows: shown, moved: 0 });
  });

  it('moves nothing, and says how many should have moved', () => {
    const held = holdOrder(placed('needs-reply', 'a', 'b', 'c'), placed('needs-reply', 'c', 'a', 'b'), 'mine');
    expect(ids(held.rows)).toEqual(['a', 'b', 'c']);
    expect(held.moved).toBe(1);
  });

  it('keeps a row in the group in which it stood', () => {
    const held = holdOrder(
      placed('needs-reply', 'a', 'b'),
      [...placed('needs-reply', 'b'), ...placed('waiting', 'a')],
      'mine',
    );
    expect(held.rows).toEqual(placed('needs-reply', 'a', 'b'));
    expect(held.moved).toBe(1);
  });

  it('lets go of what left the view', () => {
    const held = holdOrder(placed('needs-reply', 'a', 'b', 'c'), placed('needs-reply', 'a', 'c'), 'mine');
    expect(ids(held.rows)).toEqual(['a', 'c']);
    expect(held.moved).toBe(0);
  });

  it('shows who is new at once, at the end of their group', () => {
    const shown = [...placed('needs-reply', 'a'), ...placed('queue', 'q')];
    const held = holdOrder(shown, [...placed('needs-reply', 'n', 'a'), ...placed('queue', 'q')], 'mine');
    expect(ids(held.rows)).toEqual(['a', 'n', 'q']);
    expect(held.moved).toBe(1);
  });

  it('opens a new group in its place', () => {
    const held = holdOrder(placed('queue', 'q'), [...placed('needs-reply', 'n'), ...placed('queue', 'q')], 'mine');
    expect(ids(held.rows)).toEqual(['n', 'q']);
  });

  it('counts the fewest rows that must be lifted out', () => {
    const wanted = placed('queue', 'a', 'b', 'c', 'd', 'e');
    expect(countMoved(placed('queue', 'e', 'd', 'c', 'b', 'a'), wanted)).toBe(4);
    expect(countMoved(placed('queue', 'b', 'c', 'd', 'e', 'a'), wanted)).toBe(1);
  });
});
