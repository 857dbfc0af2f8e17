/** The card of a chat that rings. */

import { act } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { BEN, conversationId, NOW, WANDA } from '../gallery/cast';
import { calmFloor, DAE, LYON, ringing, SANA } from '../gallery/floor';
import { type GalleryScene, SCENES } from '../gallery/scenes';
import { usePreferences } from '../src/frame/preferences';
// Loaded late by the screens: on a busy machine it may else come after the look.
import '../src/wall/wall-page';
import { click, find, key, leave, settle, show } from './staged';

const WALL = '/wall';
const card = () => document.querySelector<HTMLElement>('.offer');
const answers = (calls: readonly string[]) => calls.filter((call) => /^(answerOffer|accept|assign)/.test(call));

function scene(rings: NonNullable<GalleryScene['live']>['rings'], path = WALL): GalleryScene {
  return { path, live: { rings: rings ?? (() => []) } };
}

beforeEach(() => {
  // On a busy machine the chat might else ring out before it is answered.
  vi.useFakeTimers({ toFake: ['Date'], now: NOW });
});

afterEach(async () => {
  await leave();
  usePreferences.setState(usePreferences.getInitialState(), true);
  vi.useRealTimers();
});

describe('a chat that rings', () => {
  it('says who, for which team, where and what', async () => {
    await show(scene(() => [ringing(LYON)]));
    for (const words of ['New chat', 'Visitor', 'Orders', 'French', 'Urgent', 'Bonjour', 'Order 48213', '22'])
      expect(card()?.textContent).toContain(words);
    expect(find('[role="alert"]').textContent).toBe('New chat from Visitor. Press A to accept.');
  });

  it('opens the conversation when accepted', async () => {
    const { client, router } = await show(scene(() => [ringing(LYON)]));
    await click('.offer button', 'Accept');
    expect(answers(client.calls)).toEqual([`answerOffer ${LYON} true`]);
    expect(router.state.location.pathname).toBe(`/inbox/mine/${LYON}`);
    expect(card()).toBeNull();
  });

  it('goes on to the next agent when passed, and leaves everything where it was', async () => {
    const { client, router } = await show(scene(() => [ringing(LYON)]));
    await click('.offer button', 'Pass');
    expect(answers(client.calls)).toEqual([`answerOffer ${LYON} false`]);
    expect(router.state.location.pathname).toBe(WALL);
    expect(card()).toBeNull();
  });

  it('is accepted by A, which then takes nothing else', async () => {
    const { client } = await show(scene(() => [ringing(LYON)], '/inbox/queue'));
    await key('a');
    expect(answers(client.calls)).toEqual([`answerOffer ${LYON} true`]);
  });

  it('promises no key to who has turned them off', async () => {
    usePreferences.setState({ singleKeys: false });
    const { client } = await show(scene(() => [ringing(LYON)]));
    expect(card()?.textContent).not.toContain('Press A');
    expect(card()?.querySelector('kbd')).toBeNull();
    await key('a');
    expect(answers(client.calls)).toEqual([]);
  });

  it('leaves A to the inbox when nothing rings', async () => {
    const { client } = await show(scene(() => [ringing(LYON, { leftMs: 0 })], '/inbox/queue'));
    await key('a');
    expect(answers(client.calls)).toEqual([`accept ${LYON}`]);
  });

  it('does not take the keyboard from who is writing', async () => {
    const { client } = await show(scene(() => [], `/inbox/mine/${WANDA}`));
    const composer = find('#composer');
    composer.focus();
    await act(async () => client.hearFloor(calmFloor(), [ringing(LYON)]));
    await settle();
    expect(card()).not.toBeNull();
    expect(document.activeElement).toBe(composer);
    await key('a', composer);
    expect(answers(client.calls)).toEqual([]);
  });

  it('shows one card at a time, the one that ends first', async () => {
    await show(scene(() => [ringing(LYON), ringing(SANA, { from: BEN, leftMs: 5000 }), ringing(DAE)]));
    expect(document.querySelectorAll('.offer').length).toBe(1);
    for (const words of ['Ben Sundqvist asks you to take this', 'Sana Noor', '2 more are ringing'])
      expect(card()?.textContent).toContain(words);
    await click('.offer button', 'Pass');
    expect(card()?.textContent).toContain('1 more is ringing');
  });

  it('asks to join, and opens where what I have joined stands', async () => {
    const { client, router } = await show(SCENES['offer-joins']);
    for (const words of ['Ben Sundqvist asks you to join', 'Mirko Babić', 'Join'])
      expect(card()?.textContent).toContain(words);
    expect(card()?.textContent).not.toContain('Accept');
    expect(find('[role="alert"]').textContent).toBe(
      'Ben Sundqvist asks you to join the chat with Mirko Babić. Press A to join.',
    );
    const mirko = conversationId('a1c28');
    await click('.offer button', 'Join');
    expect(answers(client.calls)).toEqual([`answerOffer ${mirko} true`]);
    expect(router.state.location.pathname).toBe(`/inbox/all/${mirko}`);
  });

  it('takes nothing that a rule said for the visitor’s words', async () => {
    await show(SCENES['offer-automatic']);
    expect(find('.offer-said').textContent).toBe('Automatic: We’ll be with you shortly.');
    expect(find('.offer-said').dataset.ours).toBe('true');
  });

  it('stays the same card while the floor is told anew', async () => {
    const { client } = await show(scene(() => [ringing(LYON)]));
    const arc = document.querySelector('.countdown-arc');
    await act(async () => client.hearFloor(calmFloor(), [ringing(LYON, { leftMs: 21_400 })]));
    expect(document.querySelector('.countdown-arc')).toBe(arc);
  });

  it('asks for what it does not know of the conversation', async () => {
    await show(scene(() => [ringing('019368a0-2222-7000-8000-000000000000')]));
    expect(card()?.textContent).toContain('No message yet');
  });
});

describe('an answer that the server refuses', () => {
  const late = (refuses: 'offer_over' | 'agent_full'): GalleryScene => ({
    path: WALL,
    live: { rings: () => [ringing(SANA)], refuses },
  });

  it('is told plainly when it came too late', async () => {
    const { router } = await show(late('offer_over'));
    await click('.offer button', 'Accept');
    expect(find('.offer-place [role="alert"]').textContent).toContain('Too late: the chat with Sana Noor');
    expect(router.state.location.pathname).toBe(WALL);
    await click('.offer-place button');
    expect(document.querySelector('.offer-place [role="alert"]')).toBeNull();
  });

  it('is told plainly when it is too much', async () => {
    await show(late('agent_full'));
    await click('.offer button', 'Accept');
    expect(find('.offer-place [role="alert"]').textContent).toContain('as many chats as you take');
  });

  it('is not worth a word when one passed', async () => {
    await show(late('offer_over'));
    await click('.offer button', 'Pass');
    expect(document.querySelector('.offer-place')?.textContent).toBe('');
  });
});
