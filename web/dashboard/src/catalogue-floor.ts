/** The texts of what rings, who is there and how long people wait. A part of the catalogue. */

import { count } from './counted';

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
  submit: 'Transfer',
} as const;
