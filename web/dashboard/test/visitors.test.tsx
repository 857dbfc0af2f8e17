/** Who is on the site, and asking them in. */

import { act } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { iso, NOW, WANDA } from '../gallery/cast';
import { type GalleryScene, SCENES } from '../gallery/scenes';
import { crowdNow, NEWEST, nobodyNow, olderPage, person, SOFA, visitId, visitorsNow } from '../gallery/visitors';
// Loaded late by the screens: on a busy machine it may else come after the look.
import '../src/visitors/visitors-page';
import { click, find, key, leave, settle, show, type } from './staged';

const rows = () => [...document.querySelectorAll<HTMLElement>('tr[data-visit]')];
const visits = () => rows().map((row) => row.dataset.visit);
const row = (words: string) => find('tr[data-visit]', words);
const dialog = () => document.querySelector<HTMLElement>('[role="dialog"]');
const field = () => find<HTMLTextAreaElement>('[role="dialog"] textarea');
const asked = (calls: readonly string[]) => calls.filter((call) => /^(inviteVisitor|visitorsAfter|close)/.test(call));
const page = (live: GalleryScene['live'] = {}): GalleryScene => ({ path: '/visitors', live });
const arrival = (msLater: number) => person({ ago: -msLater, path: '/new', title: 'Just arrived' });

async function startWith(words: string): Promise<void> {
  await act(async () => row(words).querySelector<HTMLElement>('button')?.click());
  await settle();
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOW });
});

afterEach(async () => {
  await leave();
  vi.useRealTimers();
});

describe('the visitors', () => {
  it('open by G then V, and from the rail, and are followed only there', async () => {
    const { client, router } = await show(SCENES.inbox);
    expect(client.calls).not.toContain('open visitors');
    await key('g');
    await key('v');
    expect(router.state.location.pathname).toBe('/visitors');
    expect(document.title).toBe('(6) Visitors');
    expect(client.calls).toContain('open visitors');
    await click('.rail a', 'Inbox');
    expect(client.calls).toContain('close visitors');
    await click('.rail a', 'Visitors');
    expect(router.state.location.pathname).toBe('/visitors');
  });

  it('say who, where, since when, and how often', async () => {
    await show(page());
    const sofa = row('Alma sofa').textContent ?? '';
    for (const words of ['Visitor', '/sofas/alma', '0:31', '4', 'Browsing', 'Start chat'])
      expect(sofa).toContain(words);
    for (const words of ['Visitor 3C0DE', '/lamps?sort=price', '1:00'])
      expect(row('Lamps').textContent).toContain(words);
    expect(row('Casa & Co').textContent).toContain('search.example');
    expect(row('Lamps').textContent).not.toContain('www.casa.example');
  });

  it('name those whom the lists know, and lead to their chats', async () => {
    const { router } = await show(page());
    expect(row('Billing and invoices').textContent).toContain('Wanda Marín');
    expect(row('Billing and invoices').textContent).toContain('Chatting with \u2068Ada Okafor\u2069');
    expect(row('Order 48213').textContent).toContain('In queue');
    await click('tr[data-visit] a.btn', 'Open');
    expect(router.state.location.pathname).toContain('/inbox/all/');
    await click('.rail a', 'Visitors');
    await act(async () => row('Wanda').querySelector<HTMLElement>('a.btn')?.click());
    await settle();
    expect(router.state.location.pathname).toBe(`/inbox/all/${WANDA}`);
  });

  it('say what became of an invitation, and offer no second one at once', async () => {
    await show(page());
    expect(row('Lamps').textContent).toContain('Invited by you · seen');
    expect(row('Lamps').querySelector('button')).toBeNull();
    expect(row('Tables').textContent).toContain('dismissed');
    expect(row('Tables').querySelector('button')).not.toBeNull();
  });

  it('link only to what is a page', async () => {
    await show(page({ visitors: crowdNow() }));
    expect(row('Odd').querySelector('a')).toBeNull();
    const link = row('Alma sofa').querySelector('a');
    expect([link?.href, link?.target, link?.rel]).toEqual([SOFA.page.url, '_blank', 'noreferrer']);
  });

  it('stay in their place while others arrive and leave', async () => {
    const { client } = await show(page());
    const before = rows();
    const sofa = row('Alma sofa');
    const next = visitorsNow(arrival(2000));
    const stayed = next.visitors.filter(({ visit }) => visit !== NEWEST.visit);
    await act(async () => client.hearVisitors({ ...next, visitors: stayed }));
    await settle();
    expect(visits()[0]).toBe(visitId(-2000));
    expect(rows().slice(1)).toEqual(before.slice(1));
    expect(row('Alma sofa')).toBe(sofa);
    expect(row('Just arrived').dataset.fresh).toBe('true');
    expect(sofa.dataset.fresh).toBeUndefined();
  });

  it('wait behind a pill while the pointer is on the table', async () => {
    const { client } = await show(page());
    const region = find('.onsite');
    const over = (name: string) =>
      act(async () => region.dispatchEvent(new PointerEvent(name, { bubbles: true, pointerType: 'mouse' })));
    await over('pointerover');
    await act(async () => client.hearVisitors(visitorsNow(arrival(2000))));
    await settle();
    expect(visits()[0]).toBe(NEWEST.visit);
    await click('.moved button', '1 new visitor');
    expect(visits()[0]).toBe(visitId(-2000));
    expect(document.querySelector('.moved button')).toBeNull();
  });

  it('are counted and filtered by state', async () => {
    await show(page());
    const counts = [...document.querySelectorAll('.onsite-filters button')].map((button) => button.textContent);
    expect(counts).toEqual(['All 7', 'Browsing 4', 'In queue 1', 'Chatting 2']);
    await click('.onsite-filters button', 'Chatting');
    expect(rows().length).toBe(2);
    expect(find('.onsite-filters button', 'Chatting').getAttribute('aria-pressed')).toBe('true');
    await click('.onsite-filters button', 'All');
    expect(rows().length).toBe(7);
  });

  it('are found by page and referrer', async () => {
    await show(page());
    await type(find<HTMLInputElement>('input[type="search"]'), 'news.example');
    expect(rows().map((one) => one.textContent?.includes('Wanda'))).toEqual([true]);
    await type(find<HTMLInputElement>('input[type="search"]'), 'wardrobe');
    expect(document.body.textContent).toContain('Nobody fits this search.');
    await click('button', 'Show everyone');
    expect(rows().length).toBe(7);
  });

  it('show those who came before on wish, and keep them', async () => {
    const { client } = await show(page({ visitors: crowdNow() }));
    const first = rows().length;
    await click('button', 'Show more');
    expect(asked(client.calls)).toEqual(['visitorsAfter older']);
    expect(rows().length).toBe(first + 2);
    expect(rows().at(-1)?.textContent).toContain('Came first of all');
    expect(document.body.textContent).not.toContain('Show more');
    await act(async () => client.hearVisitors({ ...crowdNow() }));
    await settle();
    expect(rows().length).toBe(first + 2);
  });

  it('let go of those who came before when they leave', async () => {
    vi.useFakeTimers({ toFake: ['Date', 'setInterval', 'clearInterval'], now: NOW });
    const { client } = await show(page({ visitors: crowdNow() }));
    await click('button', 'Show more');
    const before = rows().length;
    client.visitorsAfter = async () => ({ ...olderPage(), visitors: olderPage().visitors.slice(0, 1) });
    await act(() => vi.advanceTimersByTimeAsync(9000));
    expect(rows().length).toBe(before);
    await act(() => vi.advanceTimersByTimeAsync(1000));
    await settle();
    expect(rows().length).toBe(before - 1);
    expect(rows().at(-1)?.textContent).toContain('Came long ago');
  });

  it('say when those who came before do not come', async () => {
    await show(page({ visitors: crowdNow(), refuses: 'connection_lost' }));
    await click('button', 'Show more');
    expect(find('[role="alert"]').textContent).toContain('didn’t load');
    expect(find('button', 'Show more')).toBeDefined();
  });
});

describe('when nobody can be shown', () => {
  it('says so, and leads to the widget', async () => {
    const { router, client } = await show(SCENES['visitors-empty']);
    expect(document.body.textContent).toContain('Nobody is on your site right now.');
    await act(async () => client.hearVisitors(visitorsNow()));
    await settle();
    expect(rows().length).toBe(7);
    await act(async () => client.hearVisitors(nobodyNow()));
    await settle();
    await click('a', 'Install the widget');
    expect(router.state.location.pathname).toBe('/settings/websites');
  });

  it('is busy until they have come', async () => {
    const { client } = await show(SCENES['visitors-loading']);
    expect(find('.visitors').getAttribute('aria-busy')).toBe('true');
    expect(document.querySelector('table')).toBeNull();
    await act(async () => client.hearVisitors(visitorsNow()));
    await settle();
    expect(find('.visitors').getAttribute('aria-busy')).toBe('false');
    expect(rows().length).toBe(7);
  });

  it('offers to try again when they do not come', async () => {
    vi.useFakeTimers({ toFake: ['Date', 'setTimeout', 'clearTimeout'], shouldAdvanceTime: true, now: NOW });
    const { client } = await show(SCENES['visitors-loading']);
    await act(() => vi.advanceTimersByTimeAsync(8000));
    expect(find('[role="alert"]').textContent).toContain('Who is on your site didn’t load.');
    client.calls.length = 0;
    await click('button', 'Try again');
    expect(client.calls).toEqual(['close visitors', 'open visitors']);
    expect(document.querySelector('[role="alert"]')).toBeNull();
  });

  it('keeps what it has while there is no connection, and says why nothing can be started', async () => {
    await show(SCENES['visitors-offline']);
    expect(rows().length).toBe(7);
    const start = row('Alma sofa').querySelector('button');
    expect(start?.disabled).toBe(true);
    expect(start?.title).toBe('There’s no connection. This needs the server.');
  });
});

describe('starting a chat', () => {
  it('says to whom, and what will happen', async () => {
    await show(page());
    await startWith('Alma sofa');
    for (const words of ['is looking at', 'Alma sofa', 'within half a minute', 'the chat is yours'])
      expect(dialog()?.textContent).toContain(words);
    expect(field().value).toBe('Hi! Can I help you with anything?');
    expect(document.activeElement).toBe(field());
  });

  it('sends the words to the visit, and shows that it was sent', async () => {
    const { client } = await show(page());
    await startWith('Alma sofa');
    await type(field(), '  Shall I show you the fabrics? ');
    await click('[role="dialog"] button', 'Send invitation');
    expect(asked(client.calls)).toEqual([`inviteVisitor ${SOFA.visit} Shall I show you the fabrics?`]);
    expect(dialog()).toBeNull();
    expect(row('Alma sofa').textContent).toContain('Invited by you · not seen yet');
    expect(row('Alma sofa').querySelector('button')).toBeNull();
    expect(find('.onsite').contains(document.activeElement)).toBe(true);
  });

  it('believes the server about what became of it', async () => {
    const { client } = await show(page());
    await startWith('Alma sofa');
    await click('[role="dialog"] button', 'Send invitation');
    const state = visitorsNow();
    const invitation = { agent: { id: 'ben', name: 'Ben' }, at: iso(-1000), state: 'dismissed' } as const;
    const visitors = state.visitors.map((one) => (one.visit === SOFA.visit ? { ...one, invitation } : one));
    await act(async () => client.hearVisitors({ ...state, visitors }));
    await settle();
    expect(row('Alma sofa').textContent).toContain('dismissed');
  });

  it('sends nothing that is empty or too long, by code points', async () => {
    const { client } = await show(page());
    await startWith('Alma sofa');
    await type(field(), '  ');
    await click('[role="dialog"] button', 'Send invitation');
    expect(dialog()?.textContent).toContain('Fill this in.');
    await type(field(), '🛋'.repeat(301));
    await click('[role="dialog"] button', 'Send invitation');
    expect(dialog()?.textContent).toContain('1 character over the limit');
    expect(asked(client.calls)).toEqual([]);
    await type(field(), '🛋'.repeat(300));
    await click('[role="dialog"] button', 'Send invitation');
    expect(asked(client.calls)).toEqual([`inviteVisitor ${SOFA.visit} ${'🛋'.repeat(300)}`]);
  });

  it.each([
    ['visitor_gone', 'They have left the site.'],
    ['visitor_in_chat', 'They are already waiting or chatting.'],
    ['connection_lost', 'There’s no connection'],
  ] as const)('says plainly why it was refused: %s', async (refuses, words) => {
    await show(page({ refuses }));
    await startWith('Alma sofa');
    await click('[role="dialog"] button', 'Send invitation');
    expect(find('[role="dialog"] [role="alert"]').textContent).toContain(words);
    expect(row('Alma sofa').textContent).not.toContain('Invited');
  });

  it('is left by Escape, and the keyboard goes back to the row', async () => {
    const { client } = await show(page());
    const start = row('Alma sofa').querySelector<HTMLElement>('button');
    start?.focus();
    await startWith('Alma sofa');
    await act(async () => {
      field().dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
      await new Promise((done) => setTimeout(done, 50));
    });
    await settle();
    expect(dialog()).toBeNull();
    expect(document.activeElement).toBe(start);
    expect(asked(client.calls)).toEqual([]);
  });

  it('keeps what was written when the last visitor leaves', async () => {
    const { client } = await show(page());
    await startWith('Alma sofa');
    await type(field(), 'Wait!');
    await act(async () => client.hearVisitors(nobodyNow()));
    await settle();
    expect(field().value).toBe('Wait!');
  });
});
