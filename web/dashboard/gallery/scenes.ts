/** Every screen and state that is looked at and tested. */

import type { Conversation } from '@parlor/core';
import type { Question } from '../src/conversation/asked';
import {
  afterwards,
  askedAround,
  askedForCall,
  askedForMail,
  awkward,
  BEN,
  conversationId,
  crowd,
  everyone,
  KIM,
  longTalk,
  talk,
  WANDA,
  wandered,
} from './cast';
import type { Scene } from './double';
import { asking, bareFloor, calmFloor, DAE, desertedFloor, fullFloor, LYON, ringing, SANA, silentFloor } from './floor';
import type { RestScene } from './rest-double';
import { crowdOfRules, FAULTS, NIGHT, ORDERS, RULE_FAULTS, rulesWithMessages, WAITS } from './routing-cast';
import { crowdNow, nobodyNow } from './visitors';

export interface GalleryScene {
  readonly path: string;
  readonly live?: Scene;
  readonly rest?: RestScene;
  /** What stands open over Wanda's conversation. */
  readonly asks?: Question;
}

const OPEN = `/inbox/mine/${WANDA}`;
const AWKWARD = conversationId('b2d39');

/** Everyone, with something else about Wanda. */
function withWanda(change: Partial<Conversation>): Conversation[] {
  return everyone().map((row) => (row.id === WANDA ? { ...row, ...change } : row));
}

/** With nobody who has her. */
function waitingWanda(status: Conversation['status']): Conversation[] {
  return withWanda({ status }).map((row) => {
    const { assignee: _, waiting_since: since, ...rest } = row;
    if (row.id !== WANDA) return row;
    return status === 'queued' && since !== undefined ? { ...rest, waiting_since: since } : rest;
  });
}

/** To Sana a rule has said something since. */
function waitingAfterRule(): Conversation[] {
  return everyone().map((row) =>
    row.id === SANA && row.last_message !== undefined
      ? { ...row, last_message: { ...row.last_message, kind: 'system', preview: 'We’ll be with you shortly.' } }
      : row,
  );
}

export const SCENES = {
  inbox: { path: OPEN, live: { typing: ['visitor'] } },
  'inbox-none': { path: '/inbox/mine' },
  queue: { path: `/inbox/queue/${conversationId('6d8e4')}` },
  all: { path: `/inbox/all/${conversationId('90b17')}` },
  colleague: { path: `/inbox/all/${conversationId('a1c28')}`, live: { typing: ['colleague'] } },
  snoozed: { path: OPEN, live: { rows: withWanda({ status: 'snoozed' }) } },
  rated: {
    path: OPEN,
    live: { rows: withWanda({ status: 'resolved', rating: { score: 4 } }), items: { [WANDA]: afterwards() } },
  },
  states: { path: OPEN, live: { items: { [WANDA]: afterwards() }, hasMore: true } },
  awkward: {
    path: `/inbox/mine/${AWKWARD}`,
    live: { rows: [...awkward(), ...everyone()], items: { [AWKWARD]: talk() } },
  },
  long: { path: OPEN, live: { rows: crowd(200), items: { [WANDA]: longTalk(2000) }, hasMore: true } },
  wandered: { path: OPEN, live: { items: { [WANDA]: wandered() } } },
  'call-asked': {
    path: `/inbox/all/${WANDA}`,
    live: { rows: waitingWanda('snoozed'), items: { [WANDA]: askedForCall() } },
  },
  'mail-asked': {
    path: `/inbox/all/${WANDA}`,
    live: { rows: waitingWanda('queued'), items: { [WANDA]: askedForMail() } },
  },
  transfer: { path: OPEN, asks: 'transfer' },
  'transfer-early': { path: OPEN, asks: 'transfer', live: { floor: null } },
  'transfer-unavailable': { path: OPEN, asks: 'transfer', live: { refuses: 'agent_unavailable' } },
  asked: { path: OPEN, live: { rings: () => [asking(WANDA, KIM)] } },
  'asked-to-join': { path: OPEN, live: { rings: () => [asking(WANDA, KIM, { joins: true })] } },
  'asked-around': { path: OPEN, live: { items: { [WANDA]: askedAround() } } },
  offer: { path: OPEN, live: { rings: () => [ringing(LYON)] } },
  'offer-asked': {
    path: '/inbox/mine',
    live: { rings: () => [ringing(SANA, { from: BEN, leftMs: 4400 }), ringing(DAE), ringing(LYON)] },
  },
  'offer-joins': {
    path: '/inbox/mine',
    live: { rings: () => [ringing(conversationId('a1c28'), { from: BEN, joins: true })] },
  },
  'offer-automatic': { path: '/inbox/mine', live: { rows: waitingAfterRule(), rings: () => [ringing(SANA)] } },
  'offer-awkward': { path: OPEN, live: { rows: [...awkward(), ...everyone()], rings: () => [ringing(AWKWARD)] } },
  'offer-unknown': { path: '/wall', live: { rings: () => [ringing(conversationId('00000'))] } },
  'offer-late': { path: OPEN, live: { rings: () => [ringing(SANA), ringing(LYON)], refuses: 'offer_over' } },
  'offer-full': { path: '/wall', live: { rings: () => [ringing(DAE)], refuses: 'agent_full' } },
  silent: { path: OPEN, live: { floor: silentFloor() } },
  visitors: { path: '/visitors' },
  'visitors-empty': { path: '/visitors', live: { visitors: nobodyNow() } },
  'visitors-full': { path: '/visitors', live: { visitors: crowdNow() } },
  'visitors-loading': { path: '/visitors', live: { visitors: null } },
  'visitors-offline': { path: '/visitors', live: { connection: { state: 'offline', since: Date.now() - 9000 } } },
  'visitors-gone': { path: '/visitors', live: { refuses: 'visitor_gone' } },
  wall: { path: '/wall' },
  'wall-calm': { path: '/wall', live: { rows: [], floor: calmFloor() } },
  'wall-silent': { path: '/wall', live: { floor: silentFloor() } },
  'wall-bare': { path: '/wall', live: { rows: [], floor: bareFloor() } },
  'wall-deserted': { path: '/wall', live: { floor: desertedFloor() } },
  'wall-full': { path: '/wall', live: { rows: [...awkward(), ...crowd(60)], floor: fullFloor() } },
  'wall-loading': { path: '/wall', live: { rows: [], loaded: false, floor: null } },
  empty: { path: '/inbox/mine', live: { rows: [] } },
  'empty-all': { path: '/inbox/all', live: { rows: [] } },
  loading: { path: OPEN, live: { rows: [], loaded: false }, rest: { silent: ['contacts'] } },
  offline: { path: OPEN, live: { connection: { state: 'offline', since: Date.now() - 9000 } } },
  retrying: {
    path: OPEN,
    live: { connection: { state: 'retrying', since: Date.now() - 90_000, retryAt: Date.now() + 4000 } },
  },
  closed: { path: OPEN, live: { connection: { state: 'closed', reason: 'shutting_down' } } },
  'context-error': { path: OPEN, rest: { broken: ['contacts'] } },
  'sign-in': { path: '/sign-in', rest: { role: 'nobody' } },
  'sign-in-setup': { path: '/sign-in', rest: { role: 'nobody', setupNeeded: true } },
  setup: { path: '/setup#token', rest: { role: 'nobody', setupNeeded: true } },
  'setup-done': { path: '/setup#token', rest: { role: 'nobody' } },
  'setup-no-token': { path: '/setup', rest: { role: 'nobody', setupNeeded: true } },
  invite: { path: '/invite#token', rest: { role: 'nobody' } },
  'invite-no-token': { path: '/invite', rest: { role: 'nobody' } },
  websites: { path: '/settings/websites', rest: { role: 'owner' } },
  'websites-agent': { path: '/settings/websites' },
  'websites-empty': { path: '/settings/websites', rest: { role: 'owner', empty: true } },
  'websites-error': { path: '/settings/websites', rest: { role: 'owner', broken: ['inboxes'] } },
  members: { path: '/settings/members', rest: { role: 'owner' } },
  'members-agent': { path: '/settings/members' },
  teams: { path: '/settings/teams', rest: { role: 'owner' } },
  'teams-agent': { path: '/settings/teams' },
  'teams-empty': { path: '/settings/teams', rest: { role: 'owner', empty: true } },
  'teams-error': { path: '/settings/teams', rest: { role: 'owner', broken: ['routing'] } },
  team: { path: `/settings/teams/${ORDERS}`, rest: { role: 'owner' } },
  'team-agent': { path: `/settings/teams/${ORDERS}` },
  'team-pick': { path: `/settings/teams/${NIGHT}`, rest: { role: 'owner' } },
  'team-faults': { path: `/settings/teams/${ORDERS}`, rest: { role: 'owner', faults: FAULTS } },
  'team-conflict': { path: `/settings/teams/${ORDERS}`, rest: { role: 'owner', outrun: true } },
  'team-unknown': { path: '/settings/teams/nobody', rest: { role: 'owner' } },
  hours: { path: '/settings/hours', rest: { role: 'owner' } },
  'hours-empty': { path: '/settings/hours', rest: { role: 'owner', empty: true } },
  'team-hours': { path: `/settings/hours/${ORDERS}`, rest: { role: 'owner' } },
  'team-hours-agent': { path: `/settings/hours/${ORDERS}` },
  'team-hours-night': { path: `/settings/hours/${NIGHT}`, rest: { role: 'owner' } },
  routing: { path: '/settings/routing', rest: { role: 'owner' } },
  'routing-agent': { path: '/settings/routing' },
  'routing-empty': { path: '/settings/routing', rest: { role: 'owner', empty: true } },
  rule: { path: '/settings/rules?rule=2', rest: { role: 'owner' } },
  'rule-groups': { path: '/settings/rules?rule=1', rest: { role: 'owner' } },
  'rule-message': { path: '/settings/rules?rule=1', rest: { role: 'owner', rules: rulesWithMessages() } },
  rules: { path: '/settings/rules', rest: { role: 'owner' } },
  'rules-agent': { path: '/settings/rules' },
  'rules-empty': { path: '/settings/rules', rest: { role: 'owner', empty: true } },
  'rules-error': { path: '/settings/rules', rest: { role: 'owner', broken: ['routing'] } },
  'rules-faults': { path: '/settings/rules?rule=1', rest: { role: 'owner', faults: RULE_FAULTS } },
  'rules-full': { path: '/settings/rules', rest: { role: 'owner', rules: crowdOfRules() } },
  'dry-run': { path: `/settings/routing?conversation=${WANDA}`, rest: { role: 'owner' } },
  'dry-run-waits': {
    path: `/settings/routing?conversation=${WANDA}`,
    rest: { role: 'owner', explanation: WAITS },
  },
  doctor: { path: '/doctor', rest: { role: 'owner' } },
  'doctor-agent': { path: '/doctor' },
  lost: { path: '/nowhere' },
} satisfies Record<string, GalleryScene>;

export type SceneName = keyof typeof SCENES;

export function sceneOf(name: string): GalleryScene {
  return (SCENES as Record<string, GalleryScene>)[name] ?? SCENES.inbox;
}
