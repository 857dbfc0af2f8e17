/** One way to call the REST interface: JSON in, JSON or a named problem out. */

import { text } from '../catalogue';

export class RestError extends Error {
  /** A word from protocol/errors.json, or `unreachable`. */
  readonly reason: string;
  readonly status: number;
  readonly field: string | undefined;

  constructor(reason: string, message: string, at: { status: number; field?: string | undefined }) {
    super(message);
    this.name = 'RestError';
    this.reason = reason;
    this.status = at.status;
    this.field = at.field;
  }
}

interface Problem {
  readonly title?: unknown;
  readonly detail?: unknown;
  readonly reason?: unknown;
  readonly field?: unknown;
}

function word(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

async function problemOf(response: Response): Promise<RestError> {
  const problem = (await response.json().catch(() => ({}))) as Problem | null;
  const message = word(problem?.detail) ?? word(problem?.title) ?? text.problem.unexpected;
  return new RestError(word(problem?.reason) ?? 'internal', message, {
    status: response.status,
    field: word(problem?.field),
  });
}

export type Verb = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export async function request<Answer>(verb: Verb, path: string, body?: object): Promise<Answer> {
  const init: RequestInit = { method: verb, headers: { accept: 'application/json' }, credentials: 'same-origin' };
  if (body !== undefined) {
    init.headers = { accept: 'application/json', 'content-type': 'application/json' };
    init.body = JSON.stringify(body);
  }
  let response: Response;
  try {
    response = await fetch(`/api/v1/${path}`, init);
  } catch {
    throw new RestError('unreachable', text.problem.offline, { status: 0 });
  }
  if (!response.ok) throw await problemOf(response);
  return (response.status === 204 ? undefined : await response.json()) as Answer;
}

/** The server's word for what went wrong, whatever was thrown. */
export function reasonOf(error: unknown): string {
  if (error instanceof RestError) return error.reason;
  const reason = (error as { reason?: unknown } | null)?.reason;
  return typeof reason === 'string' ? reason : 'internal';
}
