/** An agent who lets a visitor wait for longer than the team allows. */

import { act } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ADA, BEN, conversationId, iso, NOW, WANDA } from '../gallery/cast';
import { floorNow, silentFloor } from '../gallery/floor';
import { SCENES } from '../gallery/scenes';
import { play } from '../src/frame/sound';
import { find, leave, settle, show } from './staged';

vi.mock('../src/frame/sound', () => ({ play: vi.fn(async () => undefined) }));

const OTHER = conversationId('30a51');
const alertOf = (conversation: string, agent = ADA) => ({ conversation, agent, since: iso(192_000) });

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOW });
  vi.mocked(play).mockClear();
});

afterEach(async () => {
  await leave();
  vi.useRealTimers();
});

describe('the head of a conversation without an answer', () => {
  it('says for how long, in the place of what is due', async () => {
    const { client } = await show(SCENES.silent);
    const chips = () => find('.conversation-head .chips');
    expect(chips().querySelector('.chip-danger')?.textContent).toBe('No answer for 3:12');
    expect(chips().textContent).not.toContain('Overdue');
    await act(async () => client.hearFloor(floorNow()));
    expect(chips().textContent).not.toContain('No answer');
    expect(chips().textContent).toContain('Overdue by');
  });

  it('is that of this conversation only', async () => {
    await show({ ...SCENES.silent, path: `/inbox/mine/${OTHER}` });
    expect(find('.conversation-head .chips').textContent).not.toContain('No answer');
  });
});

describe('the agent concerned', () => {
  it('hears it, once', async () => {
    const { client } = await show(SCENES.inbox);
    await act(async () => client.hearFloor({ ...floorNow(), alerts: [alertOf(OTHER)] }));
    expect(vi.mocked(play).mock.calls).toEqual([['silence']]);
    await act(async () => client.hearFloor({ ...floorNow(), alerts: [alertOf(OTHER)] }));
    expect(play).toHaveBeenCalledTimes(1);
  });

  it('hears nothing of a colleague’s, nor of what was so before', async () => {
    const { client } = await show({ ...SCENES.inbox, live: { floor: silentFloor() } });
    await act(async () => client.hearFloor({ ...silentFloor() }));
    await act(async () => client.hearFloor({ ...silentFloor(), alerts: [alertOf(WANDA), alertOf(OTHER, BEN)] }));
    await settle();
    expect(play).not.toHaveBeenCalled();
  });
});
