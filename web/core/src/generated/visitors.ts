// Visitors: who is on the site now, and asking one of them in.
// Made from protocol/ by protocol/generate.mjs. Change the schemas, not this file.
import type { Id, Page, Person, Time, Topic } from './types';

/** queued: waits in any way, for a call as well. */
export type VisitState = 'browsing' | 'queued' | 'chatting';

/** sent: their page has not asked yet. shown: it stands on their page. dismissed: they put it away. */
export type InvitationState = 'sent' | 'shown' | 'dismissed';

export interface VisitInvitation {
  agent: Person;
  at: Time;
  state: InvitationState;
}

/** One visit. Without a contact nobody has ever written; then nothing of it is stored anywhere. */
export interface VisitorOnSite {
  visit: Id;
  contact?: Id;
  inbox: Id;
  page: Page;
  page_since: Time;
  since: Time;
  pages: number;
  visits: number;
  state: VisitState;
  conversation?: Id;
  agent?: Person;
  invitation?: VisitInvitation;
}

export interface VisitorCounts {
  browsing: number;
  queued: number;
  chatting: number;
}

/** Who is on the site, whoever came last first; the cursor leads to those who came before. */
export interface VisitorsTopicState {
  visitors: readonly VisitorOnSite[];
  counts: VisitorCounts;
  cursor?: string;
}

/** Who is on the site now, at most once in two seconds; the first page of it. */
export interface Visitors {
  topic: Topic;
  state: VisitorsTopicState;
}

export interface VisitorInviteParams {
  visit: Id;
  text: string;
}

export interface VisitorInviteResult {
  invitation: Id;
}
