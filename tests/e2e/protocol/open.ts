import { PollSession, SseSession } from './http-session.ts';
import type { Params } from './message.ts';
import type { Identity, RawSession, TransportName } from './session.ts';
import { WebSocketSession } from './websocket-session.ts';

/** Opens a session over the given transport and says hello. */
export async function openSession(
  transport: TransportName,
  identity: Identity,
  resume?: Params[],
): Promise<{ session: RawSession; hello: Params }> {
  const session = await connect(transport, identity);
  return { session, hello: await session.hello(resume) };
}

function connect(transport: TransportName, identity: Identity): Promise<RawSession> | RawSession {
  if (transport === 'websocket') return WebSocketSession.open(identity);
  return transport === 'sse' ? new SseSession(identity) : new PollSession(identity);
}

export async function newVisitor(server: string, inbox = 'demo'): Promise<Identity> {
  const answer = await fetch(`${server}/api/v1/visitors`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: server },
    body: JSON.stringify({ inbox }),
  });
  if (answer.status !== 201) throw new Error(`POST /api/v1/visitors: ${answer.status} ${await answer.text()}`);
  const { token } = (await answer.json()) as { token: string };
  return { server, token };
}

export async function signIn(server: string, email: string, password = 'casa-demo'): Promise<Identity> {
  const answer = await fetch(`${server}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: server },
    body: JSON.stringify({ email, password }),
  });
  if (answer.status !== 200) throw new Error(`POST /api/v1/session: ${answer.status} ${await answer.text()}`);
  const cookie = answer.headers.getSetCookie()[0]?.split(';')[0];
  if (!cookie) throw new Error('signing in set no cookie');
  return { server, cookie };
}
