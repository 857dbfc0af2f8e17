/** The people and the conversations that the gallery and the tests show. */

import type { Conversation, Item } from '@parlor/core';

export const ADA = { id: '019368a0-0000-7000-8000-0000000000ad', name: 'Ada Okafor' };
export const BEN = { id: '019368a0-0000-7000-8000-0000000000be', name: 'Ben Sundqvist' };
export const ORLA = { id: '019368a0-0000-7000-8000-0000000000c0', name: 'Orla Casey' };
export const KIM = { id: '019368a0-0000-7000-8000-0000000000d1', name: 'Kim Sato' };
export const LEO = { id: '019368a0-0000-7000-8000-0000000000d2', name: 'Léo Fournier' };
export const BILLING_TEAM = { id: '019368a0-3333-7000-8000-000000000001', name: 'Billing' };
export const ORDERS_TEAM = { id: '019368a0-3333-7000-8000-000000000002', name: 'Orders' };
export const SALES_TEAM = { id: '019368a0-3333-7000-8000-000000000003', name: 'Sales' };
export const INBOX = '019368a0-0000-7000-8000-000000000001';
export const NOW = Date.now();
const SECOND = 1000;
const MINUTE = 60 * SECOND;

export function iso(msAgo: number): string {
  return new Date(NOW - msAgo).toISOString();
}

function contactId(tail: string): string {
  return `019368a0-1111-7000-8000-0000000${tail}`;
}

export function conversationId(tail: string): string {
  return `019368a0-2222-7000-8000-0000000${tail}`;
}

interface Sketch {
  readonly tail: string;
  readonly name: string;
  readonly says: string;
  readonly waits?: number;
  readonly status?: Conversation['status'];
  readonly by?: 'visitor' | 'agent';
  readonly more?: Partial<Conversation>;
}

function sketch({ tail, name, says, waits, status = 'open', by = 'visitor', more = {} }: Sketch): Conversation {
  const at = iso(waits ?? 6 * MINUTE);
  return {
    id: conversationId(tail),
    inbox: INBOX,
    status,
    contact: { id: contactId(tail), name, online: true },
    ...(status === 'open' ? { assignee: ADA } : {}),
    tags: [],
    started_at: iso((waits ?? 0) + 9 * MINUTE),
    updated_at: at,
    ...(waits === undefined ? {} : { waiting_since: at }),
    answered: status !== 'queued',
    last_message: { seq: 9, kind: by, preview: says, at },
    unread: 0,
    seq: 9,
    locale: 'en-GB',
    ...more,
  };
}

export const WANDA = conversationId('20418');
const BILLING = { url: 'https://www.casa.example/account/billing', title: 'Billing and invoices' };

function adas(): Conversation[] {
  return [
    sketch({
      tail: '20418',
      name: 'Wanda Marín',
      says: 'Ok thank you. How long until it’s on my card?',
      waits: 108 * SECOND,
      more: { unread: 2, team: BILLING_TEAM, tags: ['Refund', 'Spain'], page: BILLING },
    }),
    sketch({
      tail: '30a51',
      name: 'Tobias Krüger',
      says: 'The invoice PDF is empty when I open it',
      waits: 52 * SECOND,
      more: { unread: 1, team: BILLING_TEAM, priority: 'high' },
    }),
    sketch({
      tail: '4be02',
      name: 'Priya Anand',
      says: 'Great, does the oak one come in 240 cm?',
      waits: 14 * SECOND,
      more: { unread: 1, team: SALES_TEAM, tags: ['Tables', 'Oak'] },
    }),
    sketch({
      tail: '5c7d3',
      name: 'Jordan Wells',
      says: 'I’ve asked the warehouse, please give me a minute',
      by: 'agent',
      more: { team: ORDERS_TEAM, contact: { id: contactId('5c7d3'), name: 'Jordan Wells', online: false } },
    }),
  ];
}

function waiting(): Conversation[] {
  return [
    sketch({
      tail: '6d8e4',
      name: 'Visitor',
      says: 'Bonjour, mon colis n’est pas arrivé',
      waits: 81 * SECOND,
      status: 'queued',
      more: {
        team: ORDERS_TEAM,
        priority: 'urgent',
        locale: 'fr-FR',
        page: { url: 'https://www.casa.example/orders/48213', title: 'Order 48213' },
      },
    }),
    sketch({
      tail: '7e9f5',
      name: 'Sana Noor',
      says: 'I need to talk to a person',
      waits: 20 * SECOND,
      status: 'queued',
      more: { team: BILLING_TEAM, page: BILLING },
    }),
    sketch({
      tail: '8fa06',
      name: 'Dae-jung Bae',
      says: 'Does the large come in green?',
      waits: 9 * SECOND,
      status: 'queued',
      more: { team: SALES_TEAM },
    }),
  ];
}

function others(): Conversation[] {
  return [
    sketch({
      tail: '90b17',
      name: 'Vic Laurent',
      says: 'Perfect, that fixed it.',
      status: 'resolved',
      more: { assignee: ADA, resolved_at: iso(40 * MINUTE), rating: { score: 5, comment: 'Quick and kind.' } },
    }),
    sketch({
      tail: 'a1c28',
      name: 'Mirko Babić',
      says: 'And the delivery?',
      waits: 33 * SECOND,
      more: { assignee: BEN, team: ORDERS_TEAM },
    }),
  ];
}

export function everyone(): Conversation[] {
  return [...adas(), ...waiting(), ...others()];
}

const LONG_TEAM = { id: BILLING_TEAM.id, name: 'Rechnungswesen und Zahlungsverkehr Süd' };

export function awkward(): Conversation[] {
  return [
    sketch({
      tail: 'b2d39',
      name: 'Wolfeschlegelsteinhausenbergerdorff Hubert Blaine The Elder Of Philadelphia Junior',
      says: 'x'.repeat(120),
      waits: 4000 * SECOND,
      more: {
        unread: 240,
        priority: 'urgent',
        team: LONG_TEAM,
        tags: ['a tag that is as long as forty characters', 'second', 'third', 'fourth', 'fifth'],
      },
    }),
    sketch({
      tail: 'c3e4a',
      name: 'ليلى الحسن',
      says: 'مرحبا، أين طلبي رقم 48213؟',
      waits: 30 * SECOND,
      more: { unread: 1, tags: ['طلبات'] },
    }),
  ];
}

const VISITOR = { kind: 'visitor', id: contactId('20418'), name: 'Wanda Marín' } as const;
const ME = { kind: 'agent', ...ADA } as const;
const COLLEAGUE = { kind: 'agent', ...BEN } as const;
const PARLOR = { kind: 'system', id: '00000000-0000-0000-0000-000000000000', name: '' } as const;
type Speaker = typeof VISITOR | typeof ME | typeof COLLEAGUE | typeof PARLOR;

export function said(seq: number, msAgo: number, actor: Speaker, words: string): Item {
  return {
    kind: 'message',
    key: `m${seq}`,
    message: `message-${seq}`,
    seq,
    at: NOW - msAgo,
    actor,
    text: words,
    version: 1,
    deleted: false,
    edited: false,
    state: 'sent',
  };
}

function happened(
  seq: number,
  msAgo: number,
  type: string,
  more: { actor: Speaker; data?: Record<string, unknown> },
): Item {
  return { kind: 'system', key: `s${seq}`, seq, at: NOW - msAgo, actor: more.actor, type, data: more.data ?? {} };
}

/** Wanda and Ada, as far as they have come. */
export function talk(): Item[] {
  return [
    happened(1, 5 * MINUTE, 'conversation.started', { actor: VISITOR, data: { page: BILLING } }),
    said(2, 5 * MINUTE, VISITOR, 'You charged me twice for the same order! I want it back today.'),
    happened(3, 4.6 * MINUTE, 'conversation.assigned', { actor: ME, data: { assignee: ADA } }),
    happened(4, 4.6 * MINUTE, 'participant.joined', { actor: ME, data: { participant: ME } }),
    {
      kind: 'note',
      key: 'n5',
      note: 'note-5',
      seq: 5,
      at: NOW - 4 * MINUTE,
      actor: ME,
      text: 'Ben, can you approve refund RF-1182? The provider shows both captures as settled.',
      mentions: [],
      version: 1,
      state: 'sent',
    },
    said(6, 3.5 * MINUTE, ME, 'Hi Wanda, I’m Ada. You’re right, that second charge is on us.'),
    said(7, 3.4 * MINUTE, ME, 'I’ve opened the refund and a colleague is approving it right now.'),
    said(8, 2 * MINUTE, VISITOR, 'Ok thank you.'),
    said(9, 108 * SECOND, VISITOR, 'How long until it’s on my card?'),
  ];
}

/** A call next Tuesday would be another day on each look: in two hours is not. */
const CALL_AT = new Date(NOW + 2 * 3_600_000).toISOString();

/** Wanda did not want to wait any longer. */
export function askedForCall(): Item[] {
  return [
    ...talk().slice(0, 2),
    happened(3, 3 * MINUTE, 'answer.asked', {
      actor: VISITOR,
      data: { by: 'phone', address: '+34 600 123 456', at: CALL_AT },
    }),
    happened(4, 3 * MINUTE, 'conversation.snoozed', { actor: VISITOR, data: { until: CALL_AT } }),
  ];
}

export function askedForMail(): Item[] {
  return [
    ...talk().slice(0, 2),
    happened(3, 3 * MINUTE, 'answer.asked', { actor: VISITOR, data: { by: 'mail', address: 'wanda@example.org' } }),
  ];
}

/** Wanda's talk on its way through the house. */
export function wandered(): Item[] {
  return [
    ...talk(),
    happened(10, 95 * SECOND, 'conversation.transferred', { actor: ME, data: { team: ORDERS_TEAM } }),
    happened(11, 95 * SECOND, 'conversation.queued', {
      actor: ME,
      data: { reason: 'transferred', team: ORDERS_TEAM },
    }),
    happened(12, 80 * SECOND, 'conversation.assigned', { actor: COLLEAGUE, data: { assignee: BEN } }),
    happened(13, 60 * SECOND, 'conversation.queued', {
      actor: COLLEAGUE,
      data: { reason: 'agent_gone', team: ORDERS_TEAM },
    }),
    happened(14, 40 * SECOND, 'conversation.queued', {
      actor: COLLEAGUE,
      data: { reason: 'overflow', team: BILLING_TEAM },
    }),
    happened(15, 20 * SECOND, 'conversation.transferred', { actor: COLLEAGUE, data: { agent: ADA } }),
  ];
}

/** Wanda waited first, and a rule said so; then Ada asked colleagues, of whom one came. */
export function askedAround(): Item[] {
  const [started, question, ...rest] = talk();
  if (started === undefined || question === undefined) return rest;
  const declined = (seq: number, secondsAgo: number, data: Record<string, unknown>) =>
    happened(seq, secondsAgo * SECOND, 'transfer.declined', { actor: PARLOR, data });
  return [
    started,
    question,
    { ...said(2.5, 4.9 * MINUTE, PARLOR, 'Thanks for your patience. We’ll be with you shortly.'), key: 'auto' },
    ...rest,
    declined(10, 90, { agent: KIM, reason: 'expired', joins: false }),
    declined(11, 70, { agent: LEO, reason: 'passed', joins: true }),
    happened(12, 40 * SECOND, 'conversation.transferred', { actor: COLLEAGUE, data: { agent: BEN } }),
    happened(13, 40 * SECOND, 'conversation.assigned', { actor: COLLEAGUE, data: { assignee: BEN } }),
    happened(14, 40 * SECOND, 'participant.joined', { actor: COLLEAGUE, data: { participant: COLLEAGUE } }),
  ];
}

export function afterwards(): Item[] {
  const [base] = talk().slice(-1);
  if (base?.kind !== 'message') return talk();
  return [
    ...talk(),
    said(
      10,
      90 * SECOND,
      COLLEAGUE,
      '**Approved:** https://casa.example/refunds/RF-1182\n- three days by card\n- `RF-1182` names it',
    ),
    {
      ...base,
      key: 'm11',
      seq: 11,
      at: NOW - 80 * SECOND,
      actor: ME,
      message: 'message-11',
      text: 'It takes three to five business days.',
      edited: true,
    },
    {
      key: 'm12',
      kind: 'message',
      seq: 12,
      at: NOW - 70 * SECOND,
      actor: ME,
      message: 'message-12',
      version: 2,
      deleted: true,
      edited: false,
      state: 'sent',
    },
    {
      ...base,
      key: 'm13',
      message: 'message-13',
      seq: 13,
      at: NOW - 60 * SECOND,
      text: `${'Donaudampfschifffahrtsgesellschaft'.repeat(12)}\n\nΓειά σου שלום مرحبا`,
    },
    happened(14, 50 * SECOND, 'conversation.tagged', {
      actor: ME,
      data: { added: ['refund', 'duplicate charge'], removed: [] },
    }),
    happened(15, 45 * SECOND, 'conversation.rated', {
      actor: VISITOR,
      data: { score: 4, comment: 'Fast.', reasons: ['fast', 'friendly'] },
    }),
    {
      ...base,
      key: 'p16',
      seq: undefined,
      message: undefined,
      at: NOW - 3 * SECOND,
      actor: ME,
      text: 'I’ll email you the receipt',
      state: 'failed',
      error: { reason: 'rate_limited', message: 'Too many messages at once.' },
    } as Item,
    {
      ...base,
      key: 'p17',
      seq: undefined,
      message: undefined,
      at: NOW - SECOND,
      actor: ME,
      text: 'One more moment',
      state: 'sending',
    } as Item,
  ];
}

const SENTENCES = [
  'Is the Alma sofa in stock?',
  'Yes, in oat and in green.',
  'And could it come on Friday, before noon, up to the third floor without a lift?',
];

/** A talk of many messages, numbered upwards to `last`. */
export function longTalk(count: number, last = count): Item[] {
  return Array.from({ length: count }, (_, at) => {
    const seq = last - count + 1 + at;
    return said(
      seq,
      (last - seq + 2) * 50 * SECOND,
      seq % 3 === 0 ? ME : VISITOR,
      `${seq}. ${SENTENCES[Math.abs(seq) % 3]}`,
    );
  });
}

/** A busy floor. */
export function crowd(count: number): Conversation[] {
  const [wanda] = everyone();
  const others = Array.from({ length: count }, (_, at) =>
    sketch({
      tail: `f${String(at).padStart(4, '0')}`,
      name: `Visitor ${at}`,
      says: SENTENCES[at % 3] ?? '',
      waits: at * 900,
    }),
  );
  return wanda === undefined ? others : [wanda, ...others];
}
