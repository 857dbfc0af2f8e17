/** The texts of what rings, who is there and how long people wait. A part of the catalogue. */

import type { TransferHow } from '@parlor/core';
import { count } from './counted';

export const offerText = {
  region: 'Incoming chat',
  fresh: 'New chat',
  asks: (name: string) => `${name} asks you to take this`,
  asksToJoin: (name: string) => `${name} asks you to join`,
  said: (visitor: string) => `New chat from ${visitor}.`,
  saidAsked: (name: string, visitor: string) => `${name} asks you to take the chat with ${visitor}.`,
  saidJoin: (name: string, visitor: string) => `${name} asks you to join the chat with ${visitor}.`,
  keyHint: 'Press A to accept.',
  joinHint: 'Press A to join.',
  accept: 'Accept',
  join: 'Join',
  pass: 'Pass',
  more: (n: number) => `${n} more ${n === 1 ? 'is' : 'are'} ringing`,
  noMessage: 'No message yet',
  visitor: 'Visitor',
  over: (visitor: string) => `Too late: the chat with ${visitor} has stopped ringing here.`,
  full: 'You have as many chats as you take at once. Resolve one, then try again.',
  failed: (visitor: string) => `Your answer about ${visitor} didn’t reach the server.`,
} as const;

export const priorityText = { low: 'Low', normal: 'Normal', high: 'High', urgent: 'Urgent' } as const;

export const transferText = {
  open: 'Transfer',
  title: 'Transfer conversation',
  search: 'Search people and teams',
  targets: 'Who takes it',
  teams: 'Teams',
  people: 'People',
  nobody: 'No team and nobody else by that name.',
  online: (n: number) => (n === 0 ? 'Nobody online' : `${n} online`),
  closed: 'Closed now',
  full: 'Full',
  load: (chats: number, capacity: number) => `${chats} of ${count(capacity, 'chat', 'chats')}`,
  toQueue: 'Goes to the queue',
  queues: (name: string) => `${name} can’t take it now. It goes to the queue.`,
  note: 'Note for them',
  noteHelp: 'Only your team sees it. Leave it empty for none.',
  how: 'How',
  hows: { now: 'Transfer now', ask: 'Ask first', add: 'Add to chat' } satisfies Record<TransferHow, string>,
  submits: { now: 'Transfer', ask: 'Ask', add: 'Ask to join' } satisfies Record<TransferHow, string>,
  rings: {
    ask: (name: string) => `It rings at ${name}. The chat stays with you until they take it.`,
    add: (name: string) => `It rings at ${name}. They join you, and the chat stays yours.`,
  },
  away: (name: string) => `${name} is away and can’t be asked. It goes to the queue.`,
  offline: (name: string) => `${name} is offline and can’t be asked. It goes to the queue.`,
  taken: (name: string) => `Another chat rings at ${name}, so they can’t be asked just now.`,
  noPlace: (name: string) => `${name} has no free place, so it goes to the queue. You can still ask them to join.`,
  waitsFor: (name: string) => `Waiting for ${name} to take this`,
  waitsForJoin: (name: string) => `Waiting for ${name} to join`,
} as const;

const DECLINED: Record<string, readonly [over: string, join: string]> = {
  passed: ['passed', 'passed on joining'],
  expired: ['didn’t answer', 'didn’t answer'],
  left: ['went away', 'went away'],
};

/** A colleague who was asked did not come; whoever had the chat has it still, where that is known. */
export function declinedSentence(who: string, reason: string, { joins, holder }: Declined): string {
  const did = DECLINED[reason]?.[joins ? 1 : 0] ?? (joins ? 'didn’t join' : 'didn’t take this');
  const stays = holder === undefined ? 'stays where it is' : `stays with ${holder}`;
  return joins ? `${who} ${did}` : `${who} ${did}. The chat ${stays}`;
}

interface Declined {
  readonly joins: boolean;
  readonly holder: string | undefined;
}

export const wallText = {
  title: 'Live wall',
  purpose: 'Who waits and who is there, second by second.',
  inQueue: 'In queue',
  longestWait: 'Longest wait',
  active: 'Active',
  activeHelp: 'chats with agents',
  agentsOnline: 'Agents online',
  of: (some: number, all: number) => `${some}/${all}`,
  nobodyWaits: 'Nobody waits',
  nobodyThere: 'Nobody can answer',
  overTarget: 'Over target',
  withoutTeam: 'No team',
  seats: (free: number) => (free === 0 ? 'No free place' : `${count(free, 'free place', 'free places')}`),
  teams: 'Queue by team',
  team: 'Team',
  waiting: 'Waiting',
  estimate: 'Estimate',
  error: 'Off by',
  online: (n: number) => (n === 0 ? 'Nobody online' : `${n} online`),
  closed: 'Closed now',
  noTeams: 'There’s no team yet. Owners make them in the settings.',
  agents: 'Agents',
  agent: 'Agent',
  status: 'Status',
  load: 'Load',
  loadOf: (chats: number, capacity: number) => `${chats} of ${count(capacity, 'chat', 'chats')}`,
  loadOnly: (chats: number) => count(chats, 'chat', 'chats'),
  waitsLongest: 'Longest wait',
  skills: 'Skills',
  noAgents: 'Nobody works here yet.',
  atRisk: 'At risk',
  answered: 'Everybody gets answers',
  silent: 'No answer in time',
  silences: 'Conversations at risk',
  noSilence: 'No agent keeps a visitor waiting for too long.',
  waits: (time: string) => `waits ${time}`,
  open: 'Open',
  risk: 'Waiting longest',
  inQueueWith: (team: string | undefined) => (team === undefined ? 'In the queue' : `In the queue of ${team}`),
  noRisk: 'Nobody waits for a reply.',
  more: (n: number) => `${n} more`,
  none: '–',
} as const;
