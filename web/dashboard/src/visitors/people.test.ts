import type { VisitorOnSite, VisitorsTopicState } from '@parlor/core';
import { describe, expect, it } from 'vitest';
import {
  countOf,
  invitedWords,
  labelOf,
  matching,
  mayInvite,
  referrerOf,
  stateWords,
  webAddress,
  withFirst,
  withPage,
  withSent,
} from './people';

const NOW = Date.parse('2026-03-02T10:00:00.000Z');
const ago = (seconds: number) => new Date(NOW - seconds * 1000).toISOString();
const ADA = { id: 'ada', name: 'Ada' };

function one(visit: string, change: Partial<VisitorOnSite> = {}): VisitorOnSite {
  const page = { url: `https://casa.example/${visit}`, title: visit };
  const since = ago(90);
  return { visit, inbox: 'casa', page, page_since: since, since, pages: 1, visits: 1, state: 'browsing', ...change };
}

function page(visits: string, cursor?: string): VisitorsTopicState {
  const visitors = [...visits].map((visit) => one(visit));
  return { visitors, counts: { browsing: 9, queued: 2, chatting: 1 }, ...(cursor === undefined ? {} : { cursor }) };
}

const visitsOf = (known: { people: readonly VisitorOnSite[] }) => known.people.map(({ visit }) => visit).join('');

describe('the first page', () => {
  it('takes the place of the one before it', () => {
    const known = withFirst(withFirst(undefined, page('dcb')), page('edb'));
    expect([visitsOf(known), known.cursor, known.deep]).toEqual(['edb', undefined, false]);
  });

  it('lets go of who slid down from it while it is the only one', () => {
    const known = withFirst(withFirst(undefined, page('dc', 'after c')), page('ed', 'after d'));
    expect([visitsOf(known), known.cursor]).toEqual(['ed', 'after d']);
  });

  it('keeps who slid down from it while more is shown', () => {
    const more = withPage(withFirst(undefined, page('dc', 'after c')), 'c', page('ba', 'after a'));
    const known = withFirst(more, page('ed', 'after d'));
    expect([visitsOf(known), known.cursor, known.deep]).toEqual(['edcba', 'after a', true]);
  });

  it('is everybody when there is no more', () => {
    const more = withPage(withFirst(undefined, page('dc', 'after c')), 'c', page('ba'));
    expect(visitsOf(withFirst(more, page('dc')))).toBe('dc');
  });
});

describe('a further page', () => {
  it('stands below what is there', () => {
    const known = withPage(withFirst(undefined, page('fe', 'after e')), 'e', page('dc', 'after c'));
    expect([visitsOf(known), known.cursor]).toEqual(['fedc', 'after c']);
    const all = withPage(known, 'c', page('ba'));
    expect([visitsOf(all), all.cursor]).toEqual(['fedcba', undefined]);
  });

  it('takes the place of its stretch when it is read again', () => {
    const first = withFirst(undefined, page('fe', 'after e'));
    const known = withPage(withPage(first, 'e', page('dc', 'after c')), 'c', page('ba', 'after a'));
    const again = withPage(known, 'e', page('dc'.replace('c', 'b'), 'after b'));
    expect([visitsOf(again), again.cursor]).toEqual(['fedba', 'after a']);
    const last = withPage(known, 'e', page('d'));
    expect([visitsOf(last), last.cursor]).toEqual(['fed', undefined]);
  });
});

describe('whom one looks for', () => {
  const sofa = one('s', {
    page: { url: 'https://casa.example/sofas', title: 'Alma', referrer: 'https://News.example/' },
  });
  const queued = one('q', { state: 'queued' });

  it('is found by title, address and where they came from', () => {
    for (const search of ['alma', ' SOFAS ', 'news.example']) {
      expect(matching([sofa, queued], 'all', search)).toEqual([sofa]);
    }
    expect(matching([sofa, queued], 'all', 'lamp')).toEqual([]);
  });

  it('is found by state', () => {
    expect(matching([sofa, queued], 'queued', '')).toEqual([queued]);
    expect(matching([sofa, queued], 'queued', 'alma')).toEqual([]);
  });

  it('is counted as the server counts', () => {
    const { counts } = page('');
    expect([countOf(counts, 'all'), countOf(counts, 'queued')]).toEqual([12, 2]);
  });
});

describe('what is said of a person', () => {
  it('names who is known, and tells apart who is not', () => {
    const names = new Map([['c-1', 'Wanda']]);
    expect(labelOf(one('a', { contact: 'c-1' }), names)).toBe('Wanda');
    expect(labelOf(one('a', { contact: '0000-20a1f' }), names)).toBe('Visitor 20A1F');
    expect(labelOf(one('a'), names)).toBe('Visitor');
  });

  it('links to pages only', () => {
    for (const url of ['javascript:alert(1)', 'data:text/html,x', 'sofas', '']) expect(webAddress(url)).toBeUndefined();
    expect(webAddress('https://casa.example/')?.host).toBe('casa.example');
  });

  it('says from which other site they came', () => {
    const from = (referrer?: string) =>
      referrerOf(
        one('a', {
          page: { url: 'https://casa.example/', title: '', ...(referrer === undefined ? {} : { referrer }) },
        }),
      );
    expect(from('https://search.example/?q=my+secret')).toBe('search.example');
    expect([from('https://casa.example/lamps'), from('nonsense'), from()]).toEqual([undefined, undefined, undefined]);
  });

  it('says who chats with them', () => {
    expect(stateWords(one('a'))).toBe('Browsing');
    expect(stateWords(one('a', { state: 'chatting', agent: ADA }))).toBe('Chatting with \u2068Ada\u2069');
    expect(stateWords(one('a', { state: 'chatting' }))).toBe('Chatting');
  });
});

describe('an invitation', () => {
  const invited = (seconds: number) => one('a', { invitation: { agent: ADA, at: ago(seconds), state: 'shown' } });

  it('is offered to who browses and was not just invited', () => {
    expect(mayInvite(one('a'), NOW)).toBe(true);
    expect([mayInvite(invited(59), NOW), mayInvite(invited(60), NOW)]).toEqual([false, true]);
    expect(mayInvite(one('a', { state: 'queued' }), NOW)).toBe(false);
    expect(mayInvite(one('a', { state: 'chatting' }), NOW)).toBe(false);
  });

  it('says who sent it, and what became of it', () => {
    expect(invitedWords(invited(5), 'ada')).toBe('Invited by you · seen');
    expect(invitedWords(invited(5), 'ben')).toBe('Invited by \u2068Ada\u2069 · seen');
    expect(invitedWords(one('a'), 'ada')).toBeUndefined();
  });

  it('shows at once where it was sent, until the server has its own word', () => {
    const sent = { by: ADA, at: NOW };
    expect(withSent(one('a'), sent, NOW).invitation).toEqual({ agent: ADA, at: ago(0), state: 'sent' });
    expect(withSent(invited(300), sent, NOW).invitation?.state).toBe('sent');
    expect(withSent(invited(1), sent, NOW).invitation?.state).toBe('shown');
    const chatting = one('a', { state: 'chatting' });
    expect(withSent(chatting, sent, NOW)).toBe(chatting);
  });

  it('is not shown for ever when the server knows nothing of it', () => {
    expect(withSent(one('a'), { by: ADA, at: NOW }, NOW + 60_000).invitation).toBeUndefined();
  });
});
