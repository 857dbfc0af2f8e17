/** The live wall. */

import { act } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { WANDA } from '../gallery/cast';
import { calmFloor, floorNow, silentFloor } from '../gallery/floor';
import { SCENES } from '../gallery/scenes';
import '../src/wall/wall-page';
import { click, find, key, leave, settle, show } from './staged';

const tile = (name: string) => find('.stat-tile', name);
const value = (name: string) => tile(name).querySelector('.stat-value')?.textContent;
const line = (name: string) => find('tr', name).textContent ?? '';

afterEach(leave);

describe('the wall', () => {
  it('opens by G then W, and from the rail', async () => {
    const { router } = await show(SCENES.inbox);
    await key('g');
    await key('w');
    expect(router.state.location.pathname).toBe('/wall');
    expect(document.title).toBe('(6) Live wall');
    await click('.rail a', 'Inbox');
    await click('.rail a', 'Live wall');
    expect(router.state.location.pathname).toBe('/wall');
  });

  it('counts who waits and who is there', async () => {
    await show(SCENES.wall);
    expect([value('In queue'), value('Active'), value('Agents online')]).toEqual(['3', '7', '4/5']);
    expect(value('Longest wait')).toMatch(/^\d+:\d\d$/);
    expect(tile('Longest wait').textContent).toContain('Over target');
    expect(tile('In queue').textContent).toContain('~2 min wait');
    expect(tile('Agents online').textContent).toContain('3 free places');
  });

  it('shows the queue of each team with its estimate and how far that is off', async () => {
    await show(SCENES.wall);
    for (const words of ['2 online', '1', '~1 min', '±18 %']) expect(line('Billing')).toContain(words);
    expect(line('Sales')).toContain('Nobody online');
  });

  it('shows what agents have to do, and what they can', async () => {
    await show(SCENES.wall);
    for (const words of ['Online', '3/4', '3 of 4 chats', 'Spanish']) expect(line('Ada Okafor')).toContain(words);
    expect(find('tr', 'Ada Okafor').querySelectorAll('[data-on]').length).toBe(3);
    expect(find('tr', 'Léo Fournier').querySelector('[data-full]')).not.toBeNull();
    expect(line('Kim Sato')).toContain('+2');
  });

  it('leads to who has waited longest', async () => {
    const { router } = await show(SCENES.wall);
    const [first, second] = document.querySelectorAll('.risk');
    expect(first?.textContent).toContain('Wanda Marín');
    expect(second?.textContent).toContain('In the queue of Orders');
    await click('.risk', 'Wanda');
    expect(router.state.location.pathname).toBe(`/inbox/all/${WANDA}`);
  });

  it('follows the floor in its place', async () => {
    const { client } = await show(SCENES.wall);
    const before = [tile('In queue'), find('tr', 'Billing'), find('tr', 'Ada Okafor')];
    await act(async () => client.hearFloor({ ...calmFloor(), agents: floorNow().agents }));
    await settle();
    expect(value('In queue')).toBe('0');
    expect(tile('Longest wait').textContent).toContain('Nobody waits');
    expect([tile('In queue'), find('tr', 'Billing'), find('tr', 'Ada Okafor')]).toEqual(before);
    expect(before.every((element) => element.isConnected)).toBe(true);
  });

  it('says when people wait and nobody is there', async () => {
    await show(SCENES['wall-deserted']);
    expect(tile('Agents online').textContent).toContain('Nobody can answer');
    expect(line('Billing')).toContain('Closed now');
  });

  it('lists whose agent is silent, the longest first, and counts them', async () => {
    const { router, client } = await show(SCENES['wall-silent']);
    expect(value('At risk')).toBe('3');
    expect(tile('At risk').dataset.alarm).toBe('true');
    expect(tile('At risk').textContent).toContain('No answer in time');
    const risks = [...document.querySelectorAll('.wall-silences .risk')].map((risk) => risk.textContent ?? '');
    expect(risks.map((risk) => risk.replace(/\d+:\d\d/, '…'))).toEqual([
      'Mirko BabićBen Sundqvistwaits …Open',
      'Wanda MarínAda Okaforwaits …Open',
      'C-0F00DAda Okaforwaits …Open',
    ]);
    await act(async () => client.hearFloor({ ...silentFloor(), alerts: silentFloor().alerts?.slice(0, 1) ?? [] }));
    expect(value('At risk')).toBe('1');
    await click('.wall-silences .risk', 'Wanda');
    expect(router.state.location.pathname).toBe(`/inbox/all/${WANDA}`);
  });

  it('is calm when every agent answers', async () => {
    await show(SCENES.wall);
    expect(value('At risk')).toBe('0');
    expect(tile('At risk').dataset.alarm).toBeUndefined();
    expect(find('.wall-silences').textContent).toContain('No agent keeps a visitor waiting');
    expect(document.querySelector('.wall-silences .risk')).toBeNull();
  });

  it('says what there is not', async () => {
    await show(SCENES['wall-bare']);
    for (const words of ['There’s no team yet', 'Nobody works here yet', 'Nobody waits for a reply'])
      expect(document.body.textContent).toContain(words);
  });

  it('shows no figures before it has any', async () => {
    await show(SCENES['wall-loading']);
    expect(find('.wall').getAttribute('aria-busy')).toBe('true');
    expect(document.querySelector('.stat-tile')).toBeNull();
  });
});
