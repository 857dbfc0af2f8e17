/** Handing a conversation over. */

import { act } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { KIM, LEO, ORDERS_TEAM, WANDA } from '../gallery/cast';
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
    expect(find('.transfer-fate').textContent).toBe(`${LEO.name} can’t take it now. It goes to the queue.`);
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
