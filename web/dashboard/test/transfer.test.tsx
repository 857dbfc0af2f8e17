/** Handing a conversation over. */

import { act } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { conversationId, KIM, LEO, NOW, ORDERS_TEAM, WANDA } from '../gallery/cast';
import { asking, floorNow } from '../gallery/floor';
import { SCENES } from '../gallery/scenes';
import { stopAsking } from '../src/conversation/asked';
import { click, find, key, leave, settle, show, type } from './staged';

const dialog = () => document.querySelector<HTMLElement>('[role="dialog"]');
const search = () => find<HTMLInputElement>('[role="dialog"] input[type="search"]');
const note = () => find<HTMLTextAreaElement>('[role="dialog"] textarea');
const names = () => [...document.querySelectorAll('.target-text bdi')].map(({ textContent }) => textContent);
const handed = (calls: readonly string[]) => calls.filter((call) => call.startsWith('transfer'));

afterEach(async () => {
  await leave();
  stopAsking('transfer');
});

async function submit(): Promise<void> {
  await act(async () => find<HTMLFormElement>('[role="dialog"] form').requestSubmit());
  await settle();
}

describe('the transfer dialog', () => {
  it('opens by T', async () => {
    await show({ path: `/inbox/mine/${WANDA}` });
    expect(dialog()).toBeNull();
    await key('t');
    expect(dialog()?.textContent).toContain('Transfer conversation');
  });

  it('shows teams with their wait, and people with their load or why they wait', async () => {
    await show(SCENES.transfer);
    expect(names()).toEqual(['Billing', 'Orders', 'Sales', 'Kim Sato', 'Léo Fournier', 'Ben Sundqvist', 'Orla Casey']);
    expect(find('.target', 'Orders').textContent).toContain('3 online · ~2 min');
    expect(find('.target', 'Sales').textContent).toContain('Nobody onlineGoes to the queue');
    expect(find('.target', 'Kim').textContent).toContain('1 of 3 chats');
    expect(find('.target', 'Léo').textContent).toContain('FullGoes to the queue');
    expect(find('.target', 'Orla').textContent).toContain('AwayGoes to the queue');
  });

  it('hands to the team that was picked', async () => {
    const { client } = await show(SCENES.transfer);
    await click('.target', 'Orders');
    await submit();
    expect(handed(client.calls)).toEqual([`transfer ${WANDA} {"team":"${ORDERS_TEAM.id}"}`]);
    expect(dialog()).toBeNull();
  });

  it('hands by Enter to who was found, with the note', async () => {
    const { client } = await show(SCENES.transfer);
    await type(search(), 'japan');
    expect(names()).toEqual(['Kim Sato']);
    await type(note(), ' The van is yours ');
    await submit();
    expect(handed(client.calls)).toEqual([`transfer ${WANDA} {"agent":"${KIM.id}","note":"The van is yours"}`]);
  });

  it('says before what will happen', async () => {
    await show(SCENES.transfer);
    await click('.target', 'Léo');
    expect(find('.transfer-fate').textContent).toBe(
      `${LEO.name} has no free place, so it goes to the queue. You can still ask them to join.`,
    );
    await click('.target', 'Kim');
    expect(find('.transfer-fate').textContent).toBe('');
  });

  it('hands to nobody while nobody is picked or found', async () => {
    const { client } = await show(SCENES.transfer);
    const button = () => find<HTMLButtonElement>('[role="dialog"] button[type="submit"]');
    expect(button().disabled).toBe(true);
    await type(search(), 'zzz');
    expect(dialog()?.textContent).toContain('No team and nobody else by that name.');
    expect(button().disabled).toBe(true);
    await submit();
    expect(handed(client.calls)).toEqual([]);
  });

  it('leads from the search down into the list', async () => {
    await show(SCENES.transfer);
    await key('ArrowDown', search());
    expect((document.activeElement as HTMLInputElement | null)?.value).toBe(
      find<HTMLInputElement>('.target input').value,
    );
  });

  it('works with people alone before the floor has come', async () => {
    await show(SCENES['transfer-early']);
    expect(names()).toContain('Kim Sato');
    expect(dialog()?.textContent).not.toContain('Teams');
  });
});

const hows = () => [...document.querySelectorAll<HTMLInputElement>('.hows input')];
const submitButton = () => find<HTMLButtonElement>('[role="dialog"] button[type="submit"]');
const waiting = () => document.querySelector('.waiting-line');

async function pick(name: string, how: string): Promise<void> {
  await click('.target', name);
  await click('.hows label', how);
}

describe('asking a colleague first', () => {
  beforeEach(() => {
    // On a busy machine it might else ring out before the look.
    vi.useFakeTimers({ toFake: ['Date'], now: NOW });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('is a choice where a person who is there is picked, for a conversation of one’s own', async () => {
    await show(SCENES.transfer);
    expect(hows()).toEqual([]);
    await click('.target', 'Orders');
    expect(hows()).toEqual([]);
    await click('.target', 'Kim');
    expect(hows().map(({ value, checked, disabled }) => [value, checked, disabled])).toEqual([
      ['now', true, false],
      ['ask', false, false],
      ['add', false, false],
    ]);
    await click('.target', 'Orla');
    expect(hows()).toEqual([]);
    expect(find('.transfer-fate').textContent).toContain('is away and can’t be asked. It goes to the queue.');
  });

  it('is none for a colleague’s conversation', async () => {
    await show({ path: `/inbox/all/${conversationId('a1c28')}` });
    await key('t');
    await click('.target', 'Kim');
    expect(submitButton().disabled).toBe(false);
    expect(hows()).toEqual([]);
  });

  it('says what it does, asks, and waits in sight', async () => {
    const { client } = await show(SCENES.transfer);
    await pick('Kim', 'Ask first');
    expect(submitButton().textContent).toBe('Ask');
    expect(find('.transfer-fate').textContent).toBe(
      'It rings at Kim Sato. The chat stays with you until they take it.',
    );
    await type(note(), 'Can you?');
    await submit();
    expect(handed(client.calls)).toEqual([`transfer ${WANDA} {"agent":"${KIM.id}","how":"ask","note":"Can you?"}`]);
    expect(waiting()?.textContent).toBe('Waiting for Kim to take this0:22');
    expect(waiting()?.querySelector('[role="status"]')?.textContent).toBe('Waiting for Kim to take this');
    await act(async () => client.hearFloor(floorNow(), []));
    await settle();
    expect(waiting()?.textContent).toBe('');
  });

  it('asks to join', async () => {
    const { client } = await show(SCENES.transfer);
    await pick('Kim', 'Add to chat');
    expect(submitButton().textContent).toBe('Ask to join');
    await submit();
    expect(handed(client.calls)).toEqual([`transfer ${WANDA} {"agent":"${KIM.id}","how":"add"}`]);
    expect(waiting()?.textContent).toContain('Waiting for Kim to join');
  });

  it('falls back where the wish does not fit the one who is picked then', async () => {
    const { client } = await show(SCENES.transfer);
    await pick('Kim', 'Ask first');
    await click('.target', 'Léo');
    expect(hows().map(({ checked, disabled }) => [checked, disabled])).toEqual([
      [true, false],
      [false, true],
      [false, false],
    ]);
    expect(submitButton().textContent).toBe('Transfer');
    await submit();
    expect(handed(client.calls)).toEqual([`transfer ${WANDA} {"agent":"${LEO.id}"}`]);
  });

  it('does not ask at whom something rings already', async () => {
    await show({ ...SCENES.transfer, live: { rings: () => [asking(conversationId('30a51'), KIM)] } });
    await click('.target', 'Kim');
    expect(hows()).toEqual([]);
    expect(find('.transfer-fate').textContent).toContain('Another chat rings at Kim Sato');
  });

  it('tells in words that they cannot be asked', async () => {
    await show(SCENES['transfer-unavailable']);
    await pick('Kim', 'Ask first');
    await submit();
    expect(find('.conversation-notice [role="alert"]').textContent).toContain('can’t be asked just now');
    expect(waiting()?.textContent).toBe('');
  });

  it('stops waiting when it has rung out, also if nothing more is heard', async () => {
    await show(SCENES.asked);
    expect(waiting()?.textContent).toContain('0:2');
    vi.setSystemTime(Date.now() + 30_000);
    // Until the clock of the page strikes.
    for (let round = 0; round < 200 && waiting()?.textContent !== ''; round += 1) await settle();
    expect(waiting()?.textContent).toBe('');
  });

  it('is nobody else’s wait', async () => {
    await show({ path: `/inbox/mine/${conversationId('30a51')}`, live: { rings: () => [asking(WANDA, KIM)] } });
    expect(waiting()?.textContent).toBe('');
  });
});

describe('what became of it', () => {
  it('stands between the messages', async () => {
    await show(SCENES['asked-around']);
    const lines = [...document.querySelectorAll('.system-line .user-text')].map(({ textContent }) => textContent);
    expect(lines).toContain('Kim Sato didn’t answer. The chat stays with you');
    expect(lines).toContain('Léo Fournier passed on joining');
    expect(lines).toContain('Ben Sundqvist took over');
    expect(find('.system-line b', 'Kim').textContent).toBe('Kim Sato');
  });

  it('shows what a rule said as nobody’s', async () => {
    await show(SCENES['asked-around']);
    const said = find('.message-automatic');
    expect(said.querySelector('.message-author')?.textContent).toContain('Automatic');
    expect(said.getAttribute('aria-label')).toMatch(/^Automatic, /);
    expect(said.textContent).toContain('Thanks for your patience.');
    expect(said.querySelector('.avatar')).toBeNull();
  });
});
