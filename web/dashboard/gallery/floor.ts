/** The floor that the gallery and the tests show: teams, agents, who waits, what rings. */

import type { AgentFloor, Person, QueueEntry, QueueTopicState, RingingOffer, TeamFloor } from '@parlor/core';
import { ADA, BEN, BILLING_TEAM, conversationId, iso, KIM, LEO, ORDERS_TEAM, ORLA, SALES_TEAM, WANDA } from './cast';

const SECOND = 1000;
export const LYON = conversationId('6d8e4');
export const SANA = conversationId('7e9f5');
export const DAE = conversationId('8fa06');

function teams(): TeamFloor[] {
  return [
    { ...BILLING_TEAM, waiting: 1, online: 2, open: true, estimate_s: 70, error_percent: 18 },
    { ...ORDERS_TEAM, waiting: 1, online: 3, open: true, estimate_s: 130, error_percent: 24 },
    { ...SALES_TEAM, waiting: 1, online: 0, open: true },
  ];
}

function queue(): QueueEntry[] {
  return [
    { conversation: LYON, team: ORDERS_TEAM.id, position: 1, priority: 'urgent', since: iso(81 * SECOND) },
    { conversation: SANA, team: BILLING_TEAM.id, position: 1, priority: 'normal', since: iso(20 * SECOND) },
    { conversation: DAE, team: SALES_TEAM.id, position: 1, priority: 'normal', since: iso(9 * SECOND) },
  ];
}

function agents(): AgentFloor[] {
  const [billing, orders, sales] = [BILLING_TEAM.id, ORDERS_TEAM.id, SALES_TEAM.id];
  return [
    {
      ...ADA,
      status: 'online',
      chats: 3,
      capacity: 4,
      teams: [billing],
      skills: ['Spanish', 'English'],
      longest_wait: iso(108 * SECOND),
    },
    {
      ...BEN,
      status: 'busy',
      chats: 1,
      capacity: 4,
      teams: [orders],
      skills: ['Swedish'],
      longest_wait: iso(33 * SECOND),
    },
    {
      ...KIM,
      status: 'online',
      chats: 1,
      capacity: 3,
      teams: [billing, orders],
      skills: ['English', 'Japanese', 'Refunds', 'Warranty', 'Deliveries'],
    },
    {
      ...LEO,
      status: 'online',
      chats: 2,
      capacity: 2,
      teams: [orders],
      skills: ['French'],
      longest_wait: iso(12 * SECOND),
    },
    { ...ORLA, status: 'away', chats: 0, teams: [sales], skills: [] },
  ];
}

/** Three wait, most are busy. */
export function floorNow(): QueueTopicState {
  return { queue: queue(), waiting: 3, offers: [], teams: teams(), agents: agents() };
}

/** Ben keeps one waiting for longest, Ada two; of one nobody knows the name. */
export function silentFloor(): QueueTopicState {
  const alerts = [
    { conversation: WANDA, agent: ADA, since: iso(192 * SECOND) },
    { conversation: conversationId('a1c28'), agent: BEN, since: iso(301 * SECOND) },
    { conversation: conversationId('0f00d'), agent: ADA, since: iso(150 * SECOND) },
  ];
  return { ...floorNow(), alerts };
}

/** Nobody waits. */
export function calmFloor(): QueueTopicState {
  const rested = teams().map(({ error_percent, ...team }) => ({ ...team, waiting: 0 }));
  const free = agents().map(({ longest_wait, ...agent }) => ({ ...agent, chats: 0 }));
  return { queue: [], waiting: 0, offers: [], teams: rested, agents: free };
}

/** A new workspace: nothing set up, nobody but its owner. */
export function bareFloor(): QueueTopicState {
  return { queue: [], waiting: 0, offers: [], teams: [], agents: [] };
}

/** People wait, nobody is there. */
export function desertedFloor(): QueueTopicState {
  const gone = agents().map(({ longest_wait, ...agent }) => ({ ...agent, status: 'offline' as const, chats: 0 }));
  const closed = teams().map(({ estimate_s, ...team }) => ({ ...team, online: 0, open: false }));
  return { ...floorNow(), teams: closed, agents: gone };
}

/** Many teams and agents, one with a long name. */
export function fullFloor(): QueueTopicState {
  const long = 'Rechnungswesen und Zahlungsverkehr Süd';
  const many = Array.from(
    { length: 12 },
    (_, at): TeamFloor => ({
      id: `${BILLING_TEAM.id.slice(0, -2)}${at + 10}`,
      name: at === 2 ? long : `Team ${at + 1}`,
      waiting: (at * 7) % 23,
      online: at % 5,
      open: at % 4 !== 3,
      estimate_s: at * 55,
      error_percent: (at * 13) % 60,
    }),
  );
  const people = Array.from(
    { length: 40 },
    (_, at): AgentFloor => ({
      id: `${ADA.id.slice(0, -2)}${at + 10}`,
      name: at === 5 ? 'Wolfeschlegelsteinhausenbergerdorff Hubert Blaine' : `Agent ${at + 1}`,
      status: (['online', 'online', 'busy', 'away', 'offline'] as const)[at % 5] ?? 'online',
      chats: at % 7,
      capacity: at % 3 === 0 ? 20 : 6,
      teams: [],
      skills: ['English', 'Arabic', 'Returns', 'Warranty'].slice(0, at % 5),
      ...(at % 2 === 0 ? { longest_wait: iso(at * 9 * SECOND) } : {}),
    }),
  );
  return { ...floorNow(), waiting: 140, teams: many, agents: people };
}

interface Ringing {
  readonly from?: RingingOffer['offer']['from'];
  readonly joins?: boolean;
  readonly leftMs?: number;
}

/** A chat that rings at Ada for half a minute. */
export function ringing(conversation: string, { from, joins, leftMs = 22_000 }: Ringing = {}): RingingOffer {
  const asked = { ...(from === undefined ? {} : { from }), ...(joins === undefined ? {} : { joins }) };
  const offer = { conversation, agent: ADA, state: 'ringing', ring_ms: 30_000, left_ms: leftMs, ...asked } as const;
  return { offer, heardAt: Date.now() };
}

/** Ada has asked a colleague, at whom it rings. */
export function asking(conversation: string, agent: Person, more: Omit<Ringing, 'from'> = {}): RingingOffer {
  const { offer, heardAt } = ringing(conversation, { ...more, from: ADA });
  return { offer: { ...offer, agent }, heardAt };
}
