/** Who is on the site, as the page shows it. Pure. A visit's id grows with the time of arrival. */

import type { ConversationRow, VisitorCounts, VisitorOnSite, VisitorsTopicState } from '@parlor/core';
import { text } from '../catalogue';
import { isolated } from '../format';

export interface Known {
  /** As it was heard last. */
  readonly first: VisitorsTopicState;
  /** The first page, and those who came before as far as they were asked for. */
  readonly people: readonly VisitorOnSite[];
  /** Leads to those who came before all of them. */
  readonly cursor: string | undefined;
  /** Somebody asked for more than the first page. */
  readonly deep: boolean;
}

function cameBefore(people: readonly VisitorOnSite[], visit: string | undefined): VisitorOnSite[] {
  return visit === undefined ? [...people] : people.filter((person) => person.visit < visit);
}

/** The first page anew. Who slid down from it stays, if more than one page is shown. */
export function withFirst(known: Known | undefined, first: VisitorsTopicState): Known {
  const { visitors, cursor } = first;
  if (known === undefined || !known.deep || cursor === undefined) {
    return { first, people: visitors, cursor, deep: false };
  }
  return { ...known, first, people: [...visitors, ...cameBefore(known.people, visitors.at(-1)?.visit)] };
}

/** A further page, of those who came before `visit`: it takes the place of what was known of that stretch. */
export function withPage(known: Known, visit: string | undefined, page: VisitorsTopicState): Known {
  const newer = visit === undefined ? [] : known.people.filter((person) => person.visit >= visit);
  const last = page.visitors.at(-1)?.visit;
  const older = page.cursor === undefined || last === undefined ? [] : cameBefore(known.people, last);
  const cursor = older.length > 0 ? known.cursor : page.cursor;
  return { ...known, people: [...newer, ...page.visitors, ...older], cursor, deep: true };
}

export const FILTERS = ['all', 'browsing', 'queued', 'chatting'] as const;
export type Filter = (typeof FILTERS)[number];

export function countOf(counts: VisitorCounts, filter: Filter): number {
  return filter === 'all' ? counts.browsing + counts.queued + counts.chatting : counts[filter];
}

function says({ page }: VisitorOnSite, search: string): boolean {
  const words = [page.title, page.url, page.referrer];
  return words.some((word) => word?.toLocaleLowerCase().includes(search));
}

export function matching(people: readonly VisitorOnSite[], filter: Filter, search: string): VisitorOnSite[] {
  const sought = search.trim().toLocaleLowerCase();
  const fits = (person: VisitorOnSite) => filter === 'all' || person.state === filter;
  return people.filter((person) => fits(person) && (sought === '' || says(person, sought)));
}

/** The names of those who have written, as the lists know them. */
export function namesOf(rows: Iterable<ConversationRow>): Map<string, string> {
  const contacts = [...rows].flatMap(({ contact }) => (contact === undefined ? [] : [contact]));
  return new Map(contacts.map(({ id, name }) => [id, name]));
}

const TAIL = 5;

/** Their name; else the end of their id, which is the random part; who has never written has neither. */
export function labelOf({ contact }: VisitorOnSite, names: ReadonlyMap<string, string>): string {
  if (contact === undefined) return text.visitors.visitor;
  return names.get(contact) ?? text.visitors.known(contact.slice(-TAIL).toUpperCase());
}

/** Only what a browser opens as a page: an address is the visitor's word. */
export function webAddress(url: string): URL | undefined {
  const address = URL.canParse(url) ? new URL(url) : undefined;
  return address !== undefined && /^https?:$/.test(address.protocol) ? address : undefined;
}

/** The site that they came from; moving about on one's own site is no news. */
export function referrerOf({ page }: VisitorOnSite): string | undefined {
  const from = webAddress(page.referrer ?? '')?.host;
  return from === webAddress(page.url)?.host ? undefined : from;
}

/** An invitation reaches their page within half a minute; before twice that, a second one would only be in the way. */
const JUST_MS = 60_000;

export function mayInvite({ state, invitation }: VisitorOnSite, now: number): boolean {
  const wasJustInvited = invitation !== undefined && now - Date.parse(invitation.at) < JUST_MS;
  return state === 'browsing' && !wasJustInvited;
}

export function invitedWords({ invitation }: VisitorOnSite, me: string): string | undefined {
  if (invitation === undefined) return undefined;
  const { agent, state } = invitation;
  return text.visitors.invited(agent.id === me ? text.visitors.you : isolated(agent.name), state);
}

export function stateWords({ state, agent }: VisitorOnSite): string {
  if (state !== 'chatting' || agent === undefined) return text.visitors.states[state];
  return text.visitors.chattingWith(isolated(agent.name));
}

export interface Sent {
  readonly by: { readonly id: string; readonly name: string };
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** What was sent from here shows at once: the server's word of it comes some seconds later, and then counts. */
export function withSent(person: VisitorOnSite, sent: Sent | undefined, now: number): VisitorOnSite {
  if (sent === undefined || person.state !== 'browsing' || now - sent.at >= JUST_MS) return person;
  const heardAt = person.invitation === undefined ? 0 : Date.parse(person.invitation.at);
  if (heardAt > sent.at - JUST_MS) return person;
  return { ...person, invitation: { agent: sent.by, at: new Date(sent.at).toISOString(), state: 'sent' } };
}
