import { randomUUID } from 'node:crypto';
import { expect, test } from '../fixtures.ts';
import { clientId, type EventFrame, type Params } from '../protocol/message.ts';
import { newVisitor, openSession, signIn } from '../protocol/open.ts';
import type { Identity, RawSession, TransportName } from '../protocol/session.ts';

const forbidden = ['note.posted', 'conversation.tagged', 'conversation.assigned', 'conversation.snoozed'];
const secret = `wholesale-${randomUUID()}`;
const tag = `difficult-${randomUUID().slice(0, 8)}`;

interface Chat {
  conversation: string;
  topic: string;
}

async function startChat(visitor: RawSession): Promise<Chat> {
  const message = { client_id: clientId(), body: { type: 'text', text: 'Is the lamp still there?' } };
  const { conversation } = await visitor.request('conversation.start', { client_id: clientId(), message });
  return { conversation: String(conversation), topic: `conversation:${conversation}` };
}

/** Everything that agents do among themselves, with a message after each so that a gap would show. */
async function workBehindTheScenes(agent: RawSession, { conversation }: Chat, colleague: string): Promise<void> {
  const act = (method: string, params: Params = {}): Promise<Params> =>
    agent.request(method, { conversation, client_id: clientId(), ...params });
  const say = (text: string): Promise<Params> => act('message.post', { body: { type: 'text', text } });
  await act('conversation.accept');
  await act('note.post', { text: secret });
  await say('It is.');
  await act('conversation.tag', { add: [tag] });
  await say('In chalk and in ochre.');
  await act('conversation.assign', { assignee: colleague });
  await act('note.post', { text: `${secret} again` });
  await act('conversation.tag', { remove: [tag] });
  await say('My colleague will wrap it.');
}

/** Each event names the one before it that this audience saw; a hole would be something kept from it. */
function expectUnbroken(events: EventFrame[]): void {
  expect(events.length).toBeGreaterThan(3);
  events.forEach((event, index) => {
    if (index > 0) expect(event.prev, `before ${event.type} ${event.seq}`).toBe(events[index - 1]?.seq);
    expect(event.seq).toBeGreaterThan(event.prev);
  });
}

function texts(events: EventFrame[]): unknown[] {
  return events
    .filter(({ type }) => type === 'message.posted')
    .map(({ data }) => (data.body as Params | undefined)?.text);
}

async function lastMessageReaches(session: RawSession): Promise<void> {
  await session.until(({ raw }) => raw.includes('My colleague will wrap it.'), 'the last message');
}

/** What a visitor can ask for afterwards must be as clean as what it was sent. */
async function askForEverything(session: RawSession, { conversation, topic }: Chat): Promise<EventFrame[]> {
  await session.request('topic.snapshot', { topic });
  const { events } = await session.request('history.page', { conversation, limit: 100 });
  return events as EventFrame[];
}

async function colleagueOf(agent: RawSession): Promise<string> {
  const { state } = await agent.request('topic.snapshot', { topic: 'presence' });
  const { agents } = state as { agents: { id: string; name: string }[] };
  const ben = agents.find(({ name }) => /^Ben\b/.test(name));
  if (!ben) throw new Error(`no Ben among ${JSON.stringify(agents)}`);
  return ben.id;
}

async function agentOn(server: string, topic: string): Promise<RawSession> {
  const { session } = await openSession('websocket', await signIn(server, 'ada@casa.example'));
  await session.request('topic.subscribe', { topic });
  return session;
}

for (const transport of ['websocket', 'sse', 'poll'] as const satisfies TransportName[]) {
  test(`visitors receive no notes, tags or assignments over ${transport}, not even as gaps`, async ({ parlor }) => {
    const identity: Identity = await newVisitor(parlor.url);
    const { session: visitor } = await openSession(transport, identity);
    const chat = await startChat(visitor);
    const agent = await agentOn(parlor.url, chat.topic);
    await workBehindTheScenes(agent, chat, await colleagueOf(agent));
    await Promise.all([lastMessageReaches(visitor), lastMessageReaches(agent)]);

    const seen = visitor.events(chat.topic);
    expectUnbroken(seen);
    const history = await askForEverything(visitor, chat);
    expectUnbroken(history);
    const first = seen[0];
    const resumed = await openSession(transport, identity, [
      { topic: chat.topic, epoch: (first as unknown as Params).epoch, seq: first?.seq },
    ]);
    await lastMessageReaches(resumed.session);
    expect(resumed.session.events(chat.topic).map(({ seq }) => seq)).toEqual(seen.slice(1).map(({ seq }) => seq));

    for (const session of [visitor, resumed.session]) {
      for (const type of forbidden) expect(session.everything()).not.toContain(type);
      for (const word of [secret, tag, 'assignee', '"tags"']) expect(session.everything()).not.toContain(word);
    }

    // The control: the same events, over the same server, do reach the agent, in the same unbroken order.
    const known = agent.events(chat.topic);
    expectUnbroken(known);
    for (const type of forbidden.slice(0, 3)) expect(known.map((event) => event.type)).toContain(type);
    for (const word of [secret, tag]) expect(agent.everything()).toContain(word);
    expect(texts(known)).toEqual(texts(history).slice(-texts(known).length));
    expect(known.length).toBeGreaterThan(seen.filter(({ seq }) => seq >= (known[0]?.seq ?? 0)).length);

    await Promise.all([visitor.close(), resumed.session.close(), agent.close()]);
  });
}
