/** Who is on the site in the gallery and the tests, whoever came last first. */

import type { VisitorOnSite, VisitorsTopicState } from '@parlor/core';
import { ADA, BEN, conversationId, INBOX, iso, NOW, WANDA } from './cast';
import { LYON } from './floor';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const SHOP = 'https://www.casa.example';

/** Grows with the time of arrival, as the server's do. */
export function visitId(msAgo: number): string {
  const time = (NOW - msAgo).toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-000000000000`;
}

interface Sketch {
  readonly ago: number;
  readonly path: string;
  readonly title: string;
  readonly from?: string;
  readonly more?: Partial<VisitorOnSite>;
}

export function person({ ago, path, title, from, more = {} }: Sketch): VisitorOnSite {
  return {
    visit: visitId(ago),
    inbox: INBOX,
    page: { url: `${SHOP}${path}`, title, ...(from === undefined ? {} : { referrer: from }) },
    page_since: iso(ago / 3),
    since: iso(ago),
    pages: 1,
    visits: 1,
    state: 'browsing',
    ...more,
  };
}

function contactOf(tail: string): string {
  return `019368a0-1111-7000-8000-0000000${tail}`;
}

/** Never wrote, came a moment ago. */
export const NEWEST = person({
  ago: 4 * SECOND,
  path: '/',
  title: 'Casa & Co',
  from: 'https://search.example/?q=sofa',
});
export const SOFA = person({ ago: 95 * SECOND, path: '/sofas/alma', title: 'Alma sofa', more: { pages: 4 } });

function others(): VisitorOnSite[] {
  const invitation = { agent: ADA, at: iso(20 * SECOND), state: 'shown' } as const;
  const turnedDown = { agent: BEN, at: iso(5 * MINUTE), state: 'dismissed' } as const;
  return [
    person({
      ago: 3 * MINUTE,
      path: '/lamps?sort=price',
      title: 'Lamps',
      from: `${SHOP}/`,
      more: { contact: contactOf('3c0de'), pages: 3, visits: 2, invitation },
    }),
    person({
      ago: 6 * MINUTE,
      path: '/orders/48213',
      title: 'Order 48213',
      more: { contact: contactOf('6d8e4'), pages: 2, visits: 5, state: 'queued', conversation: LYON },
    }),
    person({
      ago: 9 * MINUTE,
      path: '/account/billing',
      title: 'Billing and invoices',
      from: 'https://news.example/a',
      more: { contact: contactOf('20418'), pages: 7, visits: 3, state: 'chatting', conversation: WANDA, agent: ADA },
    }),
    person({
      ago: 14 * MINUTE,
      path: '/delivery',
      title: '',
      more: { contact: contactOf('a1c28'), state: 'chatting', conversation: conversationId('a1c28'), agent: BEN },
    }),
    person({ ago: 22 * MINUTE, path: '/tables', title: 'Tables', more: { pages: 11, invitation: turnedDown } }),
  ];
}

function stateOf(visitors: readonly VisitorOnSite[]): VisitorsTopicState {
  const of = (state: VisitorOnSite['state']) => visitors.filter((one) => one.state === state).length;
  return { visitors, counts: { browsing: of('browsing'), queued: of('queued'), chatting: of('chatting') } };
}

export function visitorsNow(...before: readonly VisitorOnSite[]): VisitorsTopicState {
  return stateOf([...before, NEWEST, SOFA, ...others()]);
}

export function nobodyNow(): VisitorsTopicState {
  return stateOf([]);
}

/** More than one page, with what does not fit anywhere. */
export function crowdNow(): VisitorsTopicState {
  const long = 'Sofabezugsreinigungsmittel '.repeat(9).trim();
  const awkward = person({
    ago: 30 * MINUTE,
    path: `/${'a-very-long-path-'.repeat(12)}`,
    title: long,
    from: `https://${'sub.'.repeat(20)}example/`,
    more: {
      contact: contactOf('b2d39'),
      pages: 999,
      visits: 120,
      state: 'chatting',
      agent: { ...BEN, name: 'Wolfeschlegelsteinhausenbergerdorff Hubert Blaine' },
      conversation: conversationId('b2d39'),
    },
  });
  const rtl = person({ ago: 31 * MINUTE, path: '/ar', title: 'أريكة جلدية بنية اللون' });
  const notWeb = {
    ...person({ ago: 32 * MINUTE, path: '', title: 'Not a page' }),
    page: { url: 'javascript:0', title: 'Odd' },
  };
  const many = Array.from({ length: 40 }, (_, at) =>
    person({ ago: (33 + at) * MINUTE, path: `/p/${at}`, title: `Product ${at}` }),
  );
  const state = visitorsNow();
  const visitors = [...state.visitors, awkward, rtl, notWeb, ...many];
  return { visitors, counts: { ...state.counts, browsing: 204 }, cursor: 'older' };
}

/** Those who came before all of them. */
export function olderPage(): VisitorsTopicState {
  const [first, last] = [90 * MINUTE, 95 * MINUTE];
  return {
    visitors: [
      person({ ago: first, path: '/old/1', title: 'Came long ago' }),
      person({ ago: last, path: '/old/2', title: 'Came first of all' }),
    ],
    counts: crowdNow().counts,
  };
}
