// The cast for tests: Ada and Ben are agents, Vic and Wanda visitors, Orla the owner, at Casa & Co.

import type { Actor, Conversation, ConversationEvent, ConversationSnapshot, HelloResult, Principal } from '../wire';

export const AT = '2026-03-02T09:00:00.000Z';
export const VIC: Actor = { kind: 'visitor', id: 'vic', name: 'Vic' };
export const ADA: Actor = { kind: 'agent', id: 'ada', name: 'Ada' };
export const BEN: Actor = { kind: 'agent', id: 'ben', name: 'Ben' };
export const SYSTEM: Actor = { kind: 'system', id: 'system', name: '' };
export const VIC_PRINCIPAL: Principal = {
  kind: 'visitor',
  id: 'vic',
  name: 'Vic',
  contact: 'vic',
  inbox: 'demo',
  workspace: 'casa',
};
export const ADA_PRINCIPAL: Principal = { kind: 'agent', id: 'ada', name: 'Ada', role: 'agent', workspace: 'casa' };

export function row(id: string, change: Partial<Conversation> = {}): Conversation {
  return { id, inbox: 'demo', status: 'queued', started_at: AT, updated_at: AT, unread: 0, seq: 0, ...change };
}

export function snapshot(
  id: string,
  events: readonly ConversationEvent[],
  change: Partial<ConversationSnapshot> = {},
): ConversationSnapshot {
  const conversation = row(id, { seq: events.at(-1)?.seq ?? 0 });
  return { conversation, participants: [], events, has_more: false, reads: [], ...change };
}

export function posted(
  seq: number,
  actor: Actor,
  text: string,
  change: { prev?: number; client_id?: string; message?: string } = {},
): ConversationEvent {
  const { message = `m${seq}`, ...rest } = change;
  const data = { message, version: 1, body: { type: 'text' as const, text } };
  return { seq, prev: seq - 1, at: AT, actor, type: 'message.posted', data, ...rest };
}

export function helloResult(principal: Principal, topics: HelloResult['topics'] = []): HelloResult {
  return {
    session: 's1',
    principal,
    epoch: 'e1',
    server_time: AT,
    limits: { frame_bytes: 65536, text_chars: 4000, text_bytes: 16384, batch: 32 },
    features: [],
    topics,
  };
}
