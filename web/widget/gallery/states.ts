// The states of the widget that are looked at and checked: at Casa & Co, with Ada, who helps Vic.
import type { ClientState, ConversationRow, ConversationView, Item, MessageItem, QueuePlace } from '@parlor/core';
import type { Configuration } from '../src/bridge';

export interface GalleryState {
  configuration?: Partial<Configuration>;
  greeting?: string;
  color?: string;
  /** Absent: a visitor who has never written. */
  state?: ClientState;
  /** The conversation on the screen; absent shows what a visitor would see first. */
  shows?: string;
  /** The panel stays closed, and this comes beside it. */
  closed?: string;
  /** When somebody could call back. */
  slots?: string[];
  /** What to press after opening, by accessible name. */
  press?: string[];
  type?: string;
}

const kNow = Date.now();
const kMinute = 60_000;
const ago = (minutes: number): number => kNow - minutes * kMinute;
const iso = (minutes: number): string => new Date(ago(minutes)).toISOString();
const ada = { kind: 'agent', id: 'ada', name: 'Ada Lindqvist' } as const;
const vic = { kind: 'visitor', id: 'vic', name: 'Visitor' } as const;

function said(seq: number, who: 'ada' | 'vic', minutes: number, text: string): MessageItem {
  return {
    kind: 'message',
    key: `m${seq}`,
    message: `m${seq}`,
    seq,
    at: ago(minutes),
    actor: who === 'ada' ? ada : vic,
    text,
    version: 1,
    deleted: false,
    edited: false,
    state: 'sent',
  };
}

const ruled = (seq: number, minutes: number, text: string): MessageItem => ({
  ...said(seq, 'ada', minutes, text),
  actor: { kind: 'system', id: 'rule', name: 'Casa & Co' },
});

const happened = (seq: number, type: string, minutes: number, data: Record<string, unknown> = {}): Item => ({
  kind: 'system',
  key: `s${seq}`,
  seq,
  at: ago(minutes),
  actor: ada,
  type,
  data,
});

const joined = (seq: number, minutes: number): Item =>
  happened(seq, 'participant.joined', minutes, { participant: ada });

function conversation(items: Item[], row: Partial<ConversationRow> = {}, more: object = {}): ConversationView {
  return {
    id: row.id ?? 'c1',
    row: {
      id: 'c1',
      inbox: 'demo',
      status: 'open',
      agent: { id: 'ada', name: 'Ada Lindqvist', online: true },
      started_at: iso(12),
      updated_at: iso(1),
      unread: 0,
      seq: 20,
      ...row,
    },
    items,
    hasMore: false,
    firstSeq: 1,
    reads: [{ participant: { kind: 'agent', id: 'ada' }, seq: 5, at: iso(1) }],
    participants: [],
    typing: [],
    loaded: true,
    provisional: false,
    ...more,
  };
}

function state(views: ConversationView[], more: Partial<ClientState> = {}): ClientState {
  return {
    connection: { state: 'live', transport: 'websocket' },
    conversations: new Map(views.map((view) => [view.id, view])),
    moved: new Map(),
    places: new Map(),
    offers: [],
    contactLoaded: true,
    agents: new Map(),
    outboxDurable: true,
    ...more,
  };
}

const talk: Item[] = [
  said(1, 'vic', 11, 'Hi! Does the Alba sofa fit through a 70 cm door?'),
  said(2, 'vic', 11, 'It says 92 cm deep on the page.'),
  joined(3, 10),
  said(4, 'ada', 9, 'Hello! Yes: the back comes off, so it passes a **68 cm** door. Here is how it goes:'),
  said(5, 'ada', 9, '1. Take off the four legs\n2. Slide the back upwards\n3. Carry the seat in on its side'),
  said(6, 'vic', 3, 'Perfect, thank you.'),
  said(7, 'vic', 3, 'And can it come on a Saturday?'),
];

const queued = { status: 'queued', agent: undefined } as const;

/** Vic waits, and has been told where. */
function waits(place: Partial<QueuePlace> & { position: number }, items = talk.slice(0, 2)): GalleryState {
  const places = new Map([['c1', { waysOut: false, ...place }]]);
  return { state: state([conversation(items, queued)], { places }), shows: 'c1' };
}

/** Days from now, at this hour here. */
function at(days: number, hour: number): string {
  const midnight = new Date(kNow).setHours(0, 0, 0, 0);
  return new Date(midnight + (days * 24 + hour) * 60 * kMinute).toISOString();
}

const slots = [1, 2, 5].flatMap((day) => [9, 9.5, 10, 11.5, 14, 14.5, 15, 16.5].map((hour) => at(day, hour)));
const longWait = { position: 7, wait: 'over_10_min', team: 'Orders', waysOut: true } as const;
const away = { available: false, agents: [] };
const afterHours = { ...away, back_at: at(1, 9) };

/** Vic does not wait here any more. */
function answered(data: Record<string, unknown>): GalleryState {
  const items = [...talk.slice(0, 2), { ...happened(3, 'answer.asked', 2, data), actor: vic }];
  return { state: state([conversation(items, queued)]), shows: 'c1' };
}

const byPhone = { by: 'phone', address: '+34 600 123 456', at: at(2, 14.5) };
const byMail = { by: 'mail', address: 'eva@example.com' };

const handedOn: Item[] = [
  ...talk.slice(0, 5),
  happened(6, 'conversation.transferred', 4, { team: { id: 'orders', name: 'Orders' } }),
  happened(7, 'conversation.queued', 4, { reason: 'transferred' }),
  said(8, 'vic', 3, 'Perfect, thank you. And can it come on a Saturday?'),
];
const leftAlone: Item[] = [...talk.slice(0, 5), happened(6, 'conversation.queued', 2, { reason: 'agent_gone' })];
const resolved = { status: 'resolved', resolved_at: iso(2), updated_at: iso(2) } as const;
const ending = [...talk, said(8, 'ada', 2, 'Yes, any Saturday before noon.'), happened(9, 'conversation.resolved', 2)];

const earlier = conversation([], {
  id: 'c0',
  status: 'resolved',
  started_at: iso(60 * 24 * 3),
  updated_at: iso(60 * 24 * 3),
  resolved_at: iso(60 * 24 * 3),
  agent: { id: 'ben', name: 'Ben Okafor', online: false },
  last_message: { seq: 9, kind: 'agent', preview: 'Your parcel left Lyon this morning.', at: iso(60 * 24 * 3) },
});

/** From ten in the morning until six in the evening, so that no new day begins among them, whenever one looks. */
const yesterday = (kNow - Date.parse(at(-1, 10))) / kMinute;
const many: Item[] = Array.from({ length: 120 }, (_, index) =>
  said(
    index + 1,
    index % 3 ? 'ada' : 'vic',
    yesterday - index * 4,
    `Message number ${index + 1} of a long talk about sofas.`,
  ),
);

const invitation = { id: 'i1', agent: { id: 'ada', name: 'Ada Lindqvist' }, text: 'Questions about this sofa?' };
const longer = `${'Hello, this is Ada. I see that you are looking at our Alba sofas: shall I tell you which of them come with a removable back, so that they fit through a narrow door? '.repeat(2)}Just ask.`;

export const states: Record<string, GalleryState> = {
  invitation: { configuration: { invitation }, closed: '.calling' },
  'invitation-long': { configuration: { invitation: { ...invitation, text: longer } }, closed: '.calling' },
  'invitation-arabic': {
    configuration: { invitation: { ...invitation, text: 'مرحبا، هل يمكنني مساعدتك في اختيار أريكة؟' } },
    closed: '.calling',
  },
  'invitation-brand': { color: '#0f766e', configuration: { invitation }, closed: '.calling' },
  invited: { configuration: { invitation } },
  new: {},
  away: { configuration: { available: false, agents: [] } },
  draft: { type: 'Does the Alba sofa fit through a 70 cm door? The page says that it is 92 cm deep.' },
  home: {
    state: state([
      conversation(talk, {
        unread: 2,
        last_message: { seq: 7, kind: 'agent', preview: 'Yes, any Saturday before noon.', at: iso(1) },
      }),
      earlier,
    ]),
  },
  'home-ended': { state: state([earlier]) },
  'home-loading': { state: state([], { contactLoaded: false, connection: { state: 'connecting' } }) },
  queue: { state: state([conversation(talk.slice(0, 2), queued)]), shows: 'c1' },
  'queue-third': waits({ position: 3, wait: 'about_2_min', team: 'Orders' }),
  automatic: waits({ position: 2, wait: 'about_2_min' }, [
    ...talk.slice(0, 2),
    ruled(3, 10, 'Thanks for writing. Every sofa comes with a drawing of its parts: do have a look while you wait.'),
  ]),
  'queue-next': waits({ position: 1, wait: 'under_1_min', team: 'Orders' }),
  'queue-far': waits({ position: 112, wait: 'over_10_min', team: 'Orders, deliveries, returns and everything after' }),
  'queue-unknown': waits({ position: 2 }),
  'ways-out': waits(longWait),
  'ways-out-away': { ...waits(longWait), configuration: away },
  call: { ...waits(longWait), slots, press: ['Call me back'] },
  'call-wrong': { ...waits(longWait), slots, press: ['Call me back', 'Book the call'] },
  'call-none': { ...waits(longWait), press: ['Call me back'] },
  mail: { ...waits(longWait), press: ['Answer by email'] },
  'mail-wrong': { ...waits(longWait), press: ['Answer by email', 'Answer by email'] },
  booked: answered(byPhone),
  'booked-change': { ...answered(byPhone), slots, press: ['Change time'] },
  mailed: answered(byMail),
  'after-hours': { configuration: afterHours },
  'after-hours-wrong': { configuration: afterHours, press: ['Send'] },
  'after-hours-left': { ...answered(byMail), configuration: afterHours },
  'after-hours-home': { configuration: afterHours, state: state([earlier]) },
  'handed-on': waits({ position: 2, wait: 'about_2_min', team: 'Orders' }, handedOn),
  'agent-gone': waits({ position: 1, wait: 'under_1_min' }, leftAlone),
  'queue-away': {
    configuration: { available: false, agents: [] },
    state: state([conversation(talk.slice(0, 2), queued)]),
    shows: 'c1',
  },
  person: { state: state([conversation(talk)]), shows: 'c1' },
  read: {
    state: state([
      conversation(talk, {}, { reads: [{ participant: { kind: 'agent', id: 'ada' }, seq: 7, at: iso(1) }] }),
    ]),
    shows: 'c1',
  },
  typing: {
    state: state([
      conversation(talk, {}, { typing: [{ kind: 'agent', id: 'ada', name: 'Ada Lindqvist', until: kNow + 6e6 }] }),
    ]),
    shows: 'c1',
  },
  sending: {
    state: state([
      conversation([
        ...talk,
        { ...said(0, 'vic', 0, 'Is the grey one in stock?'), ...{ seq: undefined, state: 'pending' } },
      ]),
    ]),
    shows: 'c1',
  },
  failed: {
    state: state([
      conversation([
        ...talk,
        { ...said(0, 'vic', 0, 'Is the grey one in stock?'), ...{ seq: undefined, state: 'failed' } },
      ]),
    ]),
    shows: 'c1',
  },
  reconnecting: {
    state: state([conversation(talk)], {
      connection: { state: 'retrying', since: kNow - 9000, retryAt: kNow + 3_600_000, reason: 'connection_lost' },
    }),
    shows: 'c1',
  },
  offline: {
    state: state([conversation(talk)], { connection: { state: 'offline', since: kNow - 9000 } }),
    shows: 'c1',
  },
  changed: {
    state: state([
      conversation([
        ...talk.slice(0, 3),
        { ...said(4, 'ada', 9, 'It is 90 cm deep, and the back comes off.'), ...{ edited: true, version: 2 } },
        { ...said(5, 'ada', 9, ''), ...{ text: undefined, deleted: true, version: 2 } },
        { ...said(6, 'vic', 3, ''), ...{ text: undefined, deleted: true, version: 2 } },
      ]),
    ]),
    shows: 'c1',
  },
  rich: {
    state: state([
      conversation([
        said(1, 'vic', 9, 'Where do I see *my* order? My number is `48213`.'),
        said(
          4,
          'ada',
          8,
          'Here: [your orders](https://casa.example/orders), or https://casa.example/orders/48213?lang=en.\n\n- **Packed**: this morning\n- _On its way_: tomorrow\n\n```\nDHL 00340434161094042557\n```',
        ),
        said(
          5,
          'vic',
          7,
          'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaftssofaüberzugsfarbmusterbestellung',
        ),
        said(6, 'vic', 7, 'مرحبا، هل الأريكة متوفرة باللون الأزرق؟'),
      ]),
    ]),
    shows: 'c1',
  },
  end: { state: state([conversation(talk)]), shows: 'c1', press: ['Chat options', 'End chat'] },
  wide: { state: state([conversation(talk)]), shows: 'c1', press: ['Chat options', 'Make wider'] },
  'message-menu': { state: state([conversation(talk)]), shows: 'c1', press: ['Message options'] },
  'message-editing': { state: state([conversation(talk)]), shows: 'c1', press: ['Message options', 'Edit'] },
  'message-deleting': { state: state([conversation(talk)]), shows: 'c1', press: ['Message options', 'Delete'] },
  menu: { state: state([conversation(talk)]), shows: 'c1', press: ['Chat options'] },
  ended: { state: state([conversation(ending, resolved)]), shows: 'c1' },
  rating: { state: state([conversation(ending, resolved)]), shows: 'c1', press: ['Very good', 'Friendly'] },
  'rating-low': { state: state([conversation(ending, resolved)]), shows: 'c1', press: ['Bad', 'Slow reply', 'Rude'] },
  rated: {
    state: state([
      conversation([...ending, happened(10, 'conversation.rated', 1, { score: 5 })], {
        ...resolved,
        rating: { score: 5 },
      }),
    ]),
    shows: 'c1',
  },
  long: { state: state([conversation(many, { seq: 120 })]), shows: 'c1' },
  brand: { color: '#f97316', state: state([conversation(talk)]), shows: 'c1' },
  'brand-light': { color: '#ffd60a', state: state([conversation(talk)]), shows: 'c1' },
  'brand-dark': { color: '#0b1f4d', state: state([conversation(talk)]), shows: 'c1' },
};
