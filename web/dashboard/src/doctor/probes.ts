/**
 * The experiments, each coming to facts. They fare as the widget's transports would, and need no session. A browser sees
 * nothing of its own handshakes; there the server says what arrived, under an id that is reserved before.
 */

import { type DoctorArrival, type DoctorProbe, type Facts, limits } from '@parlor/core/doctor';
import { request } from '../rest/request';
import type { Findings } from './diagnosis';
import { type Heard, ProbedSocket } from './socket';

const ANSWER_MS = 10_000;
/** A transport that has not delivered by now would have lost the race against the next. */
const DELIVERY_MS = 5000;
const EVENTS_HOLD_S = 8;
const HEARTBEAT_MS = 40_000;
export const QUIET_S = 27;
const POLL_S = 25;
const SECOND_MS = 1000;

const secondsSince = (start: number) => String(Math.round((Date.now() - start) / SECOND_MS));

async function send(path: string, init: RequestInit, withinMs: number): Promise<Response | undefined> {
  const signal = AbortSignal.timeout(withinMs);
  return fetch(path, { ...init, signal, cache: 'no-store', credentials: 'omit' }).catch(() => undefined);
}

async function arrivalIn(response: Response | undefined): Promise<DoctorArrival | undefined> {
  if (response?.status !== 200) return undefined;
  const arrival = (await response.json().catch(() => undefined)) as DoctorArrival | undefined;
  return typeof arrival?.http_version === 'string' ? arrival : undefined;
}

const statusOf = (response: Response | undefined) =>
  response === undefined ? 'no answer' : `status ${response.status}`;

function originOf(arrival: DoctorArrival): Facts['origin'] {
  if (arrival.origin === undefined) return 'stripped';
  return arrival.origin === location.origin ? 'same' : 'changed';
}

function forwardedOf({ forwarded, proxy_trusted }: DoctorArrival): Facts['forwarded'] {
  if (!forwarded) return 'none';
  return proxy_trusted ? 'trusted' : 'untrusted';
}

/** How an ordinary request arrives. */
export async function probeArrival(): Promise<Findings> {
  const response = await send('/realtime/doctor', {}, ANSWER_MS);
  const arrival = await arrivalIn(response);
  const figures = { address: location.origin, host_name: location.hostname, server_status: statusOf(response) };
  if (arrival === undefined) return { facts: { server: response === undefined ? 'failed' : 'other' }, figures };
  return {
    facts: {
      server: 'parlor',
      http_version: arrival.http_version === '1.0' ? '1.0' : '1.1',
      public_url: arrival.public_url === location.origin ? 'same' : 'other',
      host: arrival.host === location.host ? 'same' : 'changed',
      forwarded: forwardedOf(arrival),
    },
    figures: { ...figures, public_url: arrival.public_url, host_seen: arrival.host ?? 'nothing' },
  };
}

function websocketOf(socket: ProbedSocket, heard: Heard): Facts['websocket'] {
  if (typeof heard === 'object' && heard.text.includes('session.ready')) return 'ok';
  return socket.opened ? 'silent' : 'failed';
}

/** Whether session.ready comes over a WebSocket. */
export async function probeWebSocket(): Promise<Findings> {
  const socket = new ProbedSocket('/realtime');
  const websocket = websocketOf(socket, await socket.next(DELIVERY_MS));
  socket.close();
  return { facts: { websocket }, figures: { websocket_status: 'an answer that the browser keeps to itself' } };
}

function handshakeOf(arrival: DoctorArrival | undefined): Facts {
  if (arrival === undefined) return { upgrade: 'lost' };
  const upgrade = arrival.upgrade?.toLowerCase() === 'websocket';
  const connection = arrival.connection?.toLowerCase().includes('upgrade') ?? false;
  return {
    upgrade: upgrade && connection ? 'passed' : 'stripped',
    subprotocol: arrival.websocket_protocol === undefined ? 'stripped' : 'passed',
  };
}

async function watch(socket: ProbedSocket): Promise<Findings> {
  const start = Date.now();
  const beat = await socket.next(HEARTBEAT_MS);
  if (typeof beat === 'object') return { facts: { quiet_websocket: 'ok' }, figures: {} };
  return { facts: { quiet_websocket: 'cut' }, figures: { quiet_websocket_s: secondsSince(start) } };
}

/** How a handshake arrives, and whether a quiet WebSocket lives. */
export async function probeHandshake(): Promise<Findings> {
  const probe = crypto.randomUUID();
  await request('PUT', `doctor/probes/${probe}`);
  const socket = new ProbedSocket(`/realtime/doctor?probe=${probe}`);
  const first = await socket.next(DELIVERY_MS);
  if (typeof first === 'object') {
    const quiet = await watch(socket);
    socket.close();
    return {
      facts: { ...handshakeOf(JSON.parse(first.text) as DoctorArrival), ...quiet.facts },
      figures: quiet.figures,
    };
  }
  socket.close();
  const { arrivals } = await request<DoctorProbe>('GET', `doctor/probes/${probe}`);
  return { facts: handshakeOf(arrivals[0]), figures: {} };
}

/** How many bytes of the stream came in time, and how many in all. */
async function readEvents(response: Response, enough: number): Promise<{ early: number; all: number }> {
  const start = Date.now();
  const reader = response.body?.getReader();
  let early = 0;
  let all = 0;
  while (reader !== undefined && early < enough) {
    const { done, value } = await reader.read().catch(() => ({ done: true, value: undefined }));
    if (done) break;
    all += value?.length ?? 0;
    if (Date.now() - start < DELIVERY_MS) early = all;
  }
  await reader?.cancel().catch(() => undefined);
  return { early, all };
}

/** Whether an event comes when it is sent. */
export async function probeEvents(): Promise<Findings> {
  const start = Date.now();
  const withinMs = EVENTS_HOLD_S * SECOND_MS + ANSWER_MS;
  const response = await send(`/realtime/doctor/events?hold_s=${EVENTS_HOLD_S}`, {}, withinMs);
  const encoding = response?.headers.get('content-encoding') ?? '';
  const figures = { events_status: statusOf(response), events_encoding_name: encoding };
  const isStream = response?.headers.get('content-type')?.startsWith('text/event-stream') ?? false;
  if (response?.status !== 200 || !isStream) return { facts: { events: 'failed' }, figures };
  const late = Date.now() - start >= DELIVERY_MS;
  const { early, all } = await readEvents(response, 1);
  const delivered = early > 0 && !late ? 'ok' : 'held';
  const facts: Facts = {
    events: all > 0 ? delivered : 'failed',
    events_encoding: encoding === '' ? 'plain' : 'compressed',
  };
  return { facts, figures };
}

function uploadOf(arrival: DoctorArrival | undefined, response: Response | undefined): Facts['upload'] {
  if (arrival?.body_bytes === limits.frameBytes) return 'ok';
  return response?.status === 413 ? 'refused' : 'failed';
}

/** Whether POSTs get through, small ones and the largest. */
export async function probePosts(): Promise<Findings> {
  const small = await send('/realtime/doctor', { method: 'POST', body: '{}' }, ANSWER_MS);
  const arrival = await arrivalIn(small);
  const large = await send('/realtime/doctor', { method: 'POST', body: ' '.repeat(limits.frameBytes) }, ANSWER_MS);
  const facts: Facts = {
    poll: arrival === undefined ? 'failed' : 'ok',
    upload: uploadOf(await arrivalIn(large), large),
    // Browsers name the origin of a POST always, that of a GET to the own site never.
    ...(arrival === undefined ? {} : { origin: originOf(arrival) }),
  };
  const figures = { poll_status: statusOf(small), upload_status: statusOf(large) };
  return { facts, figures: { ...figures, origin_seen: arrival?.origin ?? 'nothing' } };
}

/** Whether a quiet event stream lives. */
export async function probeQuietEvents(): Promise<Findings> {
  const start = Date.now();
  const response = await send(`/realtime/doctor/events?hold_s=${QUIET_S}`, {}, HEARTBEAT_MS);
  // Never begun: that is another fault's story.
  if (response?.status !== 200) return { facts: {}, figures: {} };
  const text = await response.text().catch(() => '');
  const lived = text.includes('id: 2');
  return { facts: { quiet_events: lived ? 'ok' : 'cut' }, figures: { quiet_events_s: secondsSince(start) } };
}

/** Whether a long-poll may wait its whole time. */
export async function probeQuietPoll(): Promise<Findings> {
  const start = Date.now();
  const response = await send(`/realtime/doctor?wait_s=${POLL_S}`, { method: 'POST', body: '{}' }, HEARTBEAT_MS);
  const arrival = await arrivalIn(response);
  // Refused at once: that is another fault's story.
  if (arrival === undefined && Date.now() - start < SECOND_MS) return { facts: {}, figures: {} };
  const facts: Facts = { quiet_poll: arrival === undefined ? 'cut' : 'ok' };
  return { facts, figures: { quiet_poll_s: secondsSince(start), quiet_poll_status: statusOf(response) } };
}
