/** One JSON-RPC message as it came, and the parts of it that the tests look at. */
export interface Message {
  raw: string;
  id?: number;
  method?: string;
  params?: Params;
  result?: Params;
  error?: { code: number; message: string; data?: { reason?: string } };
}

export type Params = Record<string, unknown>;

export interface EventFrame {
  topic: string;
  seq: number;
  prev: number;
  type: string;
  actor: { kind: string; name: string };
  data: Params;
}

/** Splits a unit, one message or a batch of them. */
export function messagesOf(unit: unknown): Message[] {
  const list = Array.isArray(unit) ? unit : [unit];
  return list.map((message: Message) => ({ ...message, raw: JSON.stringify(message) }));
}

export function eventOf(message: Message): EventFrame | undefined {
  return message.method === 'event' ? (message.params as unknown as EventFrame) : undefined;
}

/** A UUIDv7, as clients make them for `client_id`. */
export function clientId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  new DataView(bytes.buffer).setBigUint64(0, (BigInt(Date.now()) << 16n) | 0x7000n | BigInt((bytes[7] ?? 0) & 0xff));
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
