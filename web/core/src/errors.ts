// The one error type that leaves the engine: what the server refused, or why it could not be asked.

export class ParlorError extends Error {
  /** A word from protocol/errors.json, or `connection_lost`, `disposed`. */
  readonly reason: string;
  readonly retryAfterMs: number | undefined;
  readonly data: Readonly<Record<string, unknown>>;

  constructor(reason: string, message: string, data: Readonly<Record<string, unknown>> = {}) {
    super(message);
    this.name = 'ParlorError';
    this.reason = reason;
    this.data = data;
    const after = data.retry_after_ms;
    this.retryAfterMs = typeof after === 'number' ? after : undefined;
  }
}

export const RETRIED: readonly string[] = [
  'try_later',
  'storage_full',
  'rate_limited',
  'shutting_down',
  'internal',
  'request_timeout',
  'slow_consumer',
  'connection_lost',
];

/** May the same request be sent again? (`retry: after` in protocol/errors.json) */
export function isRetried(reason: string): boolean {
  return RETRIED.includes(reason);
}

export function errorOf({ message, data }: { message: string; data?: Record<string, unknown> }): ParlorError {
  return new ParlorError(typeof data?.reason === 'string' ? data.reason : 'internal', message, data);
}

/** Why something could not be asked. */
export function notConnected(reason = 'connection_lost'): ParlorError {
  return new ParlorError(reason, 'There is no connection');
}
