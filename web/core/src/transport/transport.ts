// One interface over the three transports. A link is one attempt: it opens, says hello, carries messages, ends once.
// It never reconnects by itself; that is the connection's work (connection.ts).

import type { TransportName } from '../state';

/** One JSON-RPC 2.0 message, either way. */
export interface Message {
  jsonrpc: '2.0';
  id?: number | string | null;
  method?: string;
  params?: unknown;
  result?: unknown;
  error?: { code: number; message: string; data?: { reason?: string } & Record<string, unknown> };
}

/** Why a link ended, and when to come back. */
export interface LinkEnd {
  reconnect: 'now' | 'later' | 'never';
  reason: string;
  afterMs?: number;
}

export interface LinkEvents {
  message(message: Message): void;
  /** Something came that was no message: a comment line, an empty poll. */
  alive(): void;
  /** At most once, and never after close(). */
  ended(end: LinkEnd): void;
}

export interface Link {
  readonly transport: TransportName;
  send(message: Message): void;
  close(): void;
}

export interface Transport {
  readonly name: TransportName;
  /** `hello` is asked for at the moment when it is sent. */
  open(hello: () => Message, on: LinkEvents): Link;
}

export const LOST: LinkEnd = { reconnect: 'now', reason: 'connection_lost' };

export const READY = 'session.ready';

/** The last word of a close code or a closed session: 4000 to 4499 come back, 4500 to 4999 do not. */
export function endOfCode(code: number, reason: string): LinkEnd {
  if (code >= 4500 && code < 5000) return { reconnect: 'never', reason: reason || `closed ${code}` };
  return { reconnect: code === 4003 ? 'later' : 'now', reason: reason || 'connection_lost' };
}

/** The messages in one frame: a message or a batch. Anything else is nothing. */
export function messagesOf(value: unknown): Message[] {
  const messages = Array.isArray(value) ? value : [value];
  return messages.filter((message): message is Message => typeof message === 'object' && message?.jsonrpc === '2.0');
}
