import type { ConversationView } from '@parlor/core';
import { describe, expect, it } from 'vitest';
import { asksForRating, canContinue, reasonsFor } from './asking';

const kDay = 86_400_000;
const endedAt = Date.parse('2026-03-02T09:00:00.000Z');
const ended = {
  row: { id: 'c1', resolved_at: '2026-03-02T09:00:00.000Z', updated_at: '2026-03-02T09:00:00.000Z' },
  items: [{ kind: 'message' }],
} as unknown as ConversationView;

describe('a rating', () => {
  it('is asked for within seven days', () => {
    expect(asksForRating(ended, { skipped: [], now: endedAt + 7 * kDay - 1 })).toBe(true);
    expect(asksForRating(ended, { skipped: [], now: endedAt + 7 * kDay })).toBe(false);
  });

  it('is not asked for again, nor where nothing was said', () => {
    expect(asksForRating(ended, { skipped: ['c1'], now: endedAt })).toBe(false);
    expect(asksForRating({ ...ended, items: [] }, { skipped: [], now: endedAt })).toBe(false);
  });

  it('offers reasons that fit it', () => {
    expect(reasonsFor(1)).toEqual(['slow_reply', 'not_solved', 'wrong_answer', 'rude']);
    expect(reasonsFor(3)).toEqual(reasonsFor(1));
    expect(reasonsFor(4)).toEqual(['fast', 'friendly', 'solved']);
    expect(reasonsFor(5)).toEqual(reasonsFor(4));
  });
});

it('lets a chat be taken up again within a day of its end', () => {
  const at = new Date(endedAt).toISOString();
  expect([kDay - 1, kDay].map((later) => canContinue(at, endedAt + later))).toEqual([true, false]);
  expect(canContinue(undefined, endedAt)).toBe(false);
});
