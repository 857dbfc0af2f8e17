// One conversation's view: its row, items, people, reads and typing.

import type { ConversationRow, ConversationView, Item } from '../state';
import type { ConversationEvent, ConversationSnapshot, Participant, Principal, Signal } from '../wire';
import { itemsAfter, textOf, unconfirmed } from './items';
import { withReads } from './reads';
import { rowAfter, withPreview } from './row';
import { withTyping } from './typing';

export function emptyView(row: ConversationRow, provisional = false): ConversationView {
  return {
    id: row.id,
    row,
    items: [],
    hasMore: false,
    firstSeq: 0,
    reads: [],
    participants: [],
    typing: [],
    loaded: false,
    provisional,
  };
}

/** The row of a conversation of which nothing is known yet but its id. */
export function blankRow(id: string, at: number): ConversationRow {
  const time = new Date(at).toISOString();
  return { id, inbox: '', status: 'queued', started_at: time, updated_at: time, unread: 0, seq: 0 };
}

export function viewFromSnapshot(
  old: ConversationView | undefined,
  snapshot: ConversationSnapshot,
  seq: number,
): ConversationView {
  const items = snapshot.events.reduce<readonly Item[]>(itemsAfter, []);
  const kept = old ? unconfirmed(old.items, seq).filter((item) => !items.some(({ key }) => key === item.key)) : [];
  return {
    id: snapshot.conversation.id,
    row: snapshot.conversation,
    items: [...items, ...kept],
    hasMore: snapshot.has_more,
    firstSeq: snapshot.events[0]?.seq ?? seq + 1,
    reads: snapshot.reads,
    participants: snapshot.participants,
    typing: old?.typing ?? [],
    loaded: true,
    provisional: false,
  };
}

/** A row that tells of nothing new may be older than a read mark of ours that is still on its way. */
export function withOwnUnread(view: ConversationView, row: ConversationRow): ConversationRow {
  return view.loaded && view.row.seq === row.seq ? { ...row, unread: view.row.unread } : row;
}

export function viewAfter(
  view: ConversationView,
  event: ConversationEvent,
  me: Principal | undefined,
): ConversationView {
  const row = rowAfter(view.row, event, me);
  if (!view.loaded) return row === view.row ? view : { ...view, row };
  const items = itemsAfter(view.items, event);
  const participants = participantsAfter(view.participants, event);
  const next = { ...view, row: rowWithContent(row, items, event), items, participants };
  return event.type === 'message.posted' ? withTyping(next, event.actor, false, 0) : next;
}

export function withHistory(
  view: ConversationView,
  events: readonly ConversationEvent[],
  hasMore: boolean,
): ConversationView {
  const earlier = events.filter((event) => event.seq < view.firstSeq);
  const items = earlier.reduce<readonly Item[]>(itemsAfter, []);
  return { ...view, items: [...items, ...view.items], hasMore, firstSeq: earlier[0]?.seq ?? view.firstSeq };
}

export function viewAfterSignal(
  view: ConversationView,
  signal: Signal,
  now: number,
  me: Principal | undefined,
): ConversationView {
  if (signal.type === 'read') return withReads(view, [signal.data], me);
  if (signal.type === 'presence') return withPresence(view, signal.data);
  if (signal.type !== 'typing' || signal.actor.id === me?.id) return view;
  return withTyping(view, signal.actor, signal.data.state === 'on', now);
}

export function rowWithPresence(
  row: ConversationRow,
  { participant, state, page }: Extract<Signal, { type: 'presence' }>['data'],
): ConversationRow {
  const online = state === 'online' || state === 'busy';
  if (row.agent?.id === participant.id) return { ...row, agent: { ...row.agent, online } };
  if (row.contact?.id !== participant.id) return row;
  const next = { ...row, contact: { ...row.contact, online } };
  return page ? { ...next, page: { url: page.url, title: page.title } } : next;
}

function withPresence(view: ConversationView, change: Extract<Signal, { type: 'presence' }>['data']): ConversationView {
  const online = change.state === 'online' || change.state === 'busy';
  const participants = view.participants.map((person) =>
    person.id === change.participant.id ? { ...person, online } : person,
  );
  return { ...view, participants, row: rowWithPresence(view.row, change) };
}

function rowWithContent(row: ConversationRow, items: readonly Item[], event: ConversationEvent): ConversationRow {
  if (event.type !== 'message.edited' && event.type !== 'message.deleted') return row;
  const { message, body } = event.data;
  const item = items.find((other) => other.kind === 'message' && other.message === message);
  return withPreview(row, item?.seq, textOf(body));
}

function participantsAfter(participants: readonly Participant[], event: ConversationEvent): readonly Participant[] {
  if (event.type !== 'participant.joined' && event.type !== 'participant.left') return participants;
  const person = event.data.participant;
  const others = participants.filter(({ id }) => id !== person.id);
  return event.type === 'participant.left' ? others : [...others, { ...person, online: true }];
}
