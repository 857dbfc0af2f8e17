/** The texts of who is on the site now, and of asking them in. A part of the catalogue. */

import { count } from './counted';

const STATES = {
  browsing: 'Browsing',
  queued: 'In queue',
  chatting: 'Chatting',
} as const;

const INVITATIONS = {
  sent: 'not seen yet',
  shown: 'seen',
  dismissed: 'dismissed',
} as const;

export const visitorsText = {
  title: 'Visitors',
  purpose: 'Who is on your site now. Whoever came last stands first.',
  table: 'People on your site',
  visitor: 'Visitor',
  known: (tail: string) => `Visitor ${tail}`,
  page: 'Page',
  onPage: 'Time on page',
  referrer: 'Came from',
  pages: 'Pages',
  visits: 'Visits',
  state: 'State',
  action: 'Action',
  none: '–',
  filters: 'Which visitors',
  all: 'All',
  states: STATES,
  chattingWith: (agent: string) => `Chatting with ${agent}`,
  invited: (who: string, state: keyof typeof INVITATIONS) => `Invited by ${who} · ${INVITATIONS[state]}`,
  you: 'you',
  search: 'Search pages and referrers',
  start: 'Start chat',
  startWith: (who: string) => `Start chat with ${who}`,
  open: 'Open',
  openWith: (who: string) => `Open the chat with ${who}`,
  needsServer: 'There’s no connection. This needs the server.',
  fresh: (n: number) => `${count(n, 'new visitor', 'new visitors')} · Show`,
  more: 'Show more',
  moreFailed: 'Those who came before didn’t load.',
  empty: 'Nobody is on your site right now.',
  install: 'Install the widget',
  noneFit: 'Nobody fits this search.',
  showAll: 'Show everyone',
  loadFailed: 'Who is on your site didn’t load.',
  inviteTo: (who: string, page: string) => `${who} is looking at “${page}”.`,
  message: 'Your message',
  left: (n: number) => count(n, 'character left', 'characters left'),
  over: (n: number) => `${count(n, 'character', 'characters')} over the limit`,
  greeting: 'Hi! Can I help you with anything?',
  promise: 'They see it on their page within half a minute. When they answer, the chat is yours.',
  send: 'Send invitation',
  sendFailed: 'The invitation wasn’t sent.',
  refused: {
    visitor_gone: 'They have left the site.',
    visitor_in_chat: 'They are already waiting or chatting.',
    connection_lost: 'There’s no connection, so the invitation may not have been sent. Try again.',
  },
} as const;
