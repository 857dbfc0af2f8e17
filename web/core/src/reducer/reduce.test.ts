import { describe, expect, test } from 'vitest';
import type { ConversationView, EngineState, MessageItem } from '../state';
import { ADA, ADA_PRINCIPAL, AT, BEN, posted, row, SYSTEM, snapshot, VIC, VIC_PRINCIPAL } from '../testing/casa';
import type { Conversation, ConversationEvent, Signal } from '../wire';
import type { Action } from './action';
import { reduceAgent } from './agent';
import { initialState } from './reduce';
import { reduceVisitor } from './visitor';

const TOPIC = 'conversation:c1';
const now = Date.parse(AT);

function after(reduce: (state: EngineState, action: Action) => EngineState, me: EngineState['me'], actions: Action[]) {
  return actions.reduce(reduce, { ...initialState, ...(me && { me }) });
}

const asVic = (...actions: Action[]) => after(reduceVisitor, VIC_PRINCIPAL, actions);
const asAda = (...actions: Action[]) => after(reduceAgent, ADA_PRINCIPAL, actions);

function loaded(events: ConversationEvent[] = [], change: Partial<Conversation> = {}): Action {
  const state = snapshot('c1', events);
  const conversation = { ...state.conversation, ...change };
  const position = { epoch: 'e1', seq: state.conversation.seq };
  return { type: 'conversation.snapshot', topic: TOPIC, position, state: { ...state, conversation } };
}

function happened(event: ConversationEvent): Action {
  return { type: 'event', topic: TOPIC, position: { epoch: 'e1', seq: event.seq }, event };
}

function fact(seq: number, type: ConversationEvent['type'], data: object, actor = ADA): ConversationEvent {
  return { seq, prev: seq - 1, at: AT, actor, type, data } as ConversationEvent;
}

function signal(type: Signal['type'], data: object, actor = ADA, topic = TOPIC): Action {
  return { type: 'signal', signal: { topic, type, actor, data } as Signal, now };
}

const pending = (clientId: string, text = clientId): Action => ({
  type: 'message.pending',
  conversation: 'c1',
  clientId,
  text,
  at: now,
  actor: VIC,
});

const view = (state: EngineState) => state.conversations.get('c1') as ConversationView;
const texts = (state: EngineState) => view(state).items.map((item) => (item.kind === 'system' ? item.type : item.text));

describe('messages', () => {
  test('a pending bubble becomes the fact under the same key, and moves to its place', () => {
    const state = asVic(
      loaded(),
      pending('k1'),
      pending('k2'),
      happened(posted(1, ADA, 'hers')),
      happened(posted(2, VIC, 'k2', { client_id: 'k2' })),
    );
    expect(texts(state)).toEqual(['hers', 'k2', 'k1']);
    expect(view(state).items[1]).toMatchObject({ key: 'k2', state: 'sent', seq: 2, message: 'm2' });
  });

  test("another's client id cannot take the place of my message", () => {
    const state = asVic(
      loaded(),
      happened(posted(1, VIC, 'mine', { client_id: 'k1' })),
      pending('k2', 'mine too'),
      happened(posted(2, ADA, 'hers', { client_id: 'k1' })),
      happened(posted(3, ADA, 'hers too', { client_id: 'k2' })),
    );
    expect(texts(state)).toEqual(['mine', 'hers', 'hers too', 'mine too']);
    expect(new Set(view(state).items.map(({ key }) => key)).size).toBe(4);
  });

  test('an edit replaces the text, an older version does not, a deletion drops the text', () => {
    const edited = (seq: number, version: number, text: string) =>
      happened(fact(seq, 'message.edited', { message: 'm1', version, body: { type: 'text', text } }, VIC));
    const state = asVic(loaded([posted(1, VIC, 'tpyo')]), edited(2, 3, 'typo'), edited(3, 2, 'older'));
    expect(view(state).items).toMatchObject([{ text: 'typo', version: 3, edited: true, deleted: false }]);
    const gone = reduceVisitor(state, happened(fact(4, 'message.deleted', { message: 'm1', version: 4 }, VIC)));
    const [item] = view(gone).items as [MessageItem];
    expect(item).toMatchObject({ deleted: true, edited: false });
    expect('text' in item).toBe(false);
    expect(JSON.stringify([...gone.conversations.values()])).not.toContain('typo');
  });

  test('a deletion also drops the preview of the list', () => {
    const last_message = { seq: 1, kind: 'visitor', preview: 'secret', at: AT } as const;
    const state = asVic(
      loaded([posted(1, VIC, 'secret')], { last_message }),
      happened(fact(2, 'message.deleted', { message: 'm1', version: 2 }, VIC)),
    );
    expect(JSON.stringify([...state.conversations.values()])).not.toContain('secret');
  });

  test('a snapshot keeps what is unsent and replaces what it covers', () => {
    const stored: Action = {
      type: 'message.stored',
      conversation: 'c1',
      clientId: 'k3',
      message: 'm9',
      seq: 9,
      at: now,
    };
    const state = asVic(
      loaded([posted(1, ADA, 'old')]),
      pending('k1'),
      pending('k2'),
      pending('k3'),
      stored,
      loaded([posted(1, ADA, 'old'), posted(2, VIC, 'k1', { client_id: 'k1' })]),
    );
    expect(view(state).items.map((item) => `${item.key}:${item.kind === 'message' && item.state}`)).toEqual([
      'm1:sent',
      'k1:sent',
      'k3:sent',
      'k2:pending',
    ]);
  });

  test('history goes before what is there, and only what is earlier', () => {
    const state = asVic(loaded([posted(5, ADA, 'five')]), {
      type: 'history',
      conversation: 'c1',
      events: [posted(3, VIC, 'three'), posted(4, ADA, 'four'), posted(5, ADA, 'five')],
      hasMore: true,
    });
    expect(texts(state)).toEqual(['three', 'four', 'five']);
    expect(view(state)).toMatchObject({ hasMore: true, firstSeq: 3 });
  });
});

describe('rows', () => {
  test('status, waiting, answered and the last message follow the events', () => {
    const steps: [ConversationEvent, Partial<Conversation>][] = [
      [posted(1, VIC, 'Hello'), { status: 'queued', waiting_since: AT, unread: 1 }],
      [fact(2, 'conversation.assigned', { assignee: { id: 'ada', name: 'Ada' } }), { status: 'open' }],
      [
        posted(3, ADA, 'Hi'),
        { answered: true, unread: 1, last_message: { seq: 3, kind: 'agent', preview: 'Hi', at: AT } },
      ],
      [fact(4, 'conversation.tagged', { added: ['sofa'], removed: [] }), { tags: ['sofa'] }],
      [fact(5, 'conversation.snoozed', { until: AT }), { status: 'snoozed' }],
      [fact(6, 'conversation.resolved', {}), { status: 'resolved', resolved_at: AT }],
      [fact(7, 'conversation.rated', { score: 5 }, VIC), { rating: { score: 5 } }],
      [fact(8, 'conversation.reopened', { status: 'queued' }), { status: 'queued' }],
    ];
    let state = asAda(loaded());
    for (const [event, expected] of steps) {
      state = reduceAgent(state, happened(event));
      expect(view(state).row).toMatchObject({ ...expected, seq: event.seq });
    }
    expect(view(state).row).not.toHaveProperty('assignee');
    expect(view(state).row).not.toHaveProperty('resolved_at');
    expect(view(state).row).not.toHaveProperty('waiting_since');
  });

  test('a visitor learns who talks to them when an agent joins', () => {
    const joined = happened(fact(1, 'participant.joined', { participant: ADA }));
    expect(view(asVic(loaded(), joined)).row).toMatchObject({ status: 'open', agent: { id: 'ada', online: true } });
    expect(view(asAda(loaded(), joined)).row).not.toHaveProperty('agent');
  });

  test('a preview has at most 120 code points, whole ones', () => {
    const state = asAda(loaded(), happened(posted(1, VIC, '🛋️'.repeat(200))));
    expect([...(view(state).row.last_message?.preview ?? '')]).toHaveLength(120);
  });
});

describe('reads', () => {
  const read = (seq: number, id = 'vic', kind: 'visitor' | 'agent' = 'visitor'): Action => ({
    type: 'reads',
    conversation: 'c1',
    reads: [{ participant: { kind, id }, seq, at: AT }],
  });

  test('my mark decides what is unread, and only grows', () => {
    const talk = [posted(1, ADA, 'a'), posted(2, VIC, 'b'), posted(3, ADA, 'c'), posted(4, ADA, 'd')];
    const state = asVic(loaded(talk, { unread: 3 }), read(3));
    expect(view(state).row.unread).toBe(1);
    expect(reduceVisitor(state, read(2))).toBe(state);
    expect(view(reduceVisitor(state, read(4))).row.unread).toBe(0);
  });

  test('a mark that is still on its way outlives a row and a snapshot that do not know it', () => {
    const talk = [posted(1, ADA, 'a'), posted(2, ADA, 'b')];
    const contact: Action = {
      type: 'contact.snapshot',
      topic: 'contact:vic',
      position: { epoch: 'e1', seq: 0 },
      state: { conversations: [row('c1', { seq: 2, unread: 2 })] },
    };
    const state = asVic(loaded(talk, { unread: 2 }), read(2));
    expect(view(reduceVisitor(state, contact)).row.unread).toBe(0);
    expect(view(reduceVisitor(state, loaded(talk, { unread: 2 }))).row.unread).toBe(0);
    const more = loaded([...talk, posted(3, ADA, 'c')], { unread: 3 });
    expect(view(reduceVisitor(state, more)).row.unread).toBe(1);
  });

  test('the same for the rows that agents get', () => {
    const mark: Action = { ...read(1, 'ada', 'agent') };
    const rows: Action = { type: 'workspace.rows', rows: [row('c1', { seq: 1, unread: 1 })] };
    const state = asAda(
      inbox([row('c1', { seq: 1, unread: 1 })]),
      loaded([posted(1, VIC, 'a')], { unread: 1 }),
      mark,
      rows,
    );
    expect(state.inbox?.rows.get('c1')?.unread).toBe(0);
    expect(view(state).row.unread).toBe(0);
  });

  test("the other's mark leaves my count alone", () => {
    const state = asVic(loaded([posted(1, ADA, 'a')], { unread: 1 }), read(1, 'ada', 'agent'));
    expect(view(state).row.unread).toBe(1);
    expect(view(state).reads).toHaveLength(1);
  });
});

describe('typing and presence', () => {
  test('typing ends by itself, by its signal, and with the message', () => {
    const typing = asVic(loaded(), signal('typing', { state: 'on' }));
    expect(view(typing).typing).toEqual([{ ...ADA, until: now + 6000 }]);
    const expired = (ms: number) => reduceVisitor(typing, { type: 'typing.expired', now: now + ms });
    expect(view(expired(5999)).typing).toHaveLength(1);
    expect(view(expired(6000)).typing).toHaveLength(0);
    expect(view(reduceVisitor(typing, signal('typing', { state: 'off' }))).typing).toHaveLength(0);
    expect(view(reduceVisitor(typing, happened(posted(1, ADA, 'done')))).typing).toHaveLength(0);
  });

  test('my own typing in another tab is not shown', () => {
    expect(view(asVic(loaded(), signal('typing', { state: 'on' }, VIC))).typing).toEqual([]);
  });

  test("the visitor's page and presence reach the row that agents see", () => {
    const contact = { id: 'vic', name: 'Vic', online: false };
    const page = { url: 'https://casa.example/alma', title: 'Alma', at: AT };
    const state = asAda(
      inbox([row('c1', { contact })]),
      loaded([], { contact }),
      signal('presence', { participant: VIC, state: 'online', page }, VIC, 'workspace'),
    );
    const expected = { contact: { online: true }, page: { url: page.url, title: 'Alma' } };
    expect(state.inbox?.rows.get('c1')).toMatchObject(expected);
    expect(view(state).row).toBe(state.inbox?.rows.get('c1'));
  });

  test('the team: a list and its changes', () => {
    const team: Action = {
      type: 'presence.snapshot',
      state: { agents: [{ id: 'ben', name: 'Ben', role: 'agent', status: 'online' }] },
    };
    const state = asAda(team, signal('presence', { participant: BEN, state: 'away' }, BEN, 'presence'));
    expect(state.agents.get('ben')).toEqual({ id: 'ben', name: 'Ben', role: 'agent', status: 'away' });
  });
});

function inbox(rows: Conversation[], counts = { mine: 0, queue: 0, all: 0 }, cursor?: string): Action {
  const state = { rows, counts, ...(cursor && { cursor }) };
  return { type: 'workspace.snapshot', view: 'all', more: false, state };
}

describe('the inbox', () => {
  const rows = [row('c1', { seq: 1 }), row('c2', { seq: 1 })];
  const assignee = { id: 'ada', name: 'Ada' };

  test('counts follow the rows', () => {
    const state = asAda(inbox(rows, { mine: 0, queue: 2, all: 2 }), {
      type: 'workspace.rows',
      rows: [row('c1', { seq: 2, status: 'open', assignee }), row('c3', { seq: 1 })],
    });
    expect(state.inbox?.counts).toEqual({ mine: 1, queue: 2, all: 3 });
    const resolved = reduceAgent(state, {
      type: 'workspace.rows',
      rows: [row('c1', { seq: 3, status: 'resolved', assignee })],
    });
    expect(resolved.inbox?.counts).toEqual({ mine: 0, queue: 2, all: 2 });
  });

  test('an event of the open conversation changes its row in the list too', () => {
    const state = asAda(
      inbox(rows, { mine: 0, queue: 2, all: 2 }),
      loaded([posted(1, VIC, 'Hello')], { contact: { id: 'vic', name: 'Vic', online: true } }),
      happened(fact(2, 'conversation.assigned', { assignee })),
    );
    expect(state.inbox?.rows.get('c1')).toBe(view(state).row);
    expect(state.inbox?.counts).toEqual({ mine: 1, queue: 1, all: 2 });
  });

  test('a row that is older than what events told is dropped', () => {
    const state = asAda(inbox(rows), loaded([posted(1, VIC, 'a')]), happened(posted(2, VIC, 'b')), {
      type: 'workspace.rows',
      rows: [row('c1', { seq: 1, unread: 9 })],
    });
    expect(state.inbox?.rows.get('c1')?.seq).toBe(2);
  });

  test('another page adds to the rows; a fresh list replaces them', () => {
    const first = asAda(inbox([row('c1')], { mine: 0, queue: 2, all: 2 }, 'more'));
    const more = { rows: [row('c2')], counts: { mine: 0, queue: 2, all: 2 } };
    const both = reduceAgent(first, { type: 'workspace.snapshot', view: 'all', more: true, state: more });
    expect([...(both.inbox?.rows.keys() ?? [])]).toEqual(['c1', 'c2']);
    expect(both.inbox?.cursors).toEqual({});
    expect([...(reduceAgent(both, inbox([row('c3')])).inbox?.rows.keys() ?? [])]).toEqual(['c3']);
  });
});

describe('structural sharing', () => {
  test('what an action does not touch keeps its identity', () => {
    const state = asVic(loaded([posted(1, ADA, 'a')]), {
      type: 'contact.snapshot',
      topic: 'contact:vic',
      position: { epoch: 'e1', seq: 0 },
      state: { conversations: [row('c2')] },
    });
    const next = reduceVisitor(state, happened(posted(2, VIC, 'b')));
    expect(next.conversations.get('c2')).toBe(state.conversations.get('c2'));
    expect(view(next).items[0]).toBe(view(state).items[0]);
    expect(view(next).reads).toBe(view(state).reads);
    expect(reduceVisitor(next, { type: 'typing.expired', now })).toBe(next);
    expect(reduceVisitor(next, signal('typing', { state: 'off' }))).toBe(next);
  });

  test('a frozen state can be reduced: nothing is changed in place', () => {
    const freeze = (value: unknown): unknown => {
      if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
      Object.freeze(value);
      for (const inner of value instanceof Map ? value.values() : Object.values(value)) freeze(inner);
      return value;
    };
    const actions = [
      loaded([posted(1, ADA, 'a')]),
      pending('k1'),
      happened(posted(2, VIC, 'k1', { client_id: 'k1' })),
      happened(fact(3, 'message.deleted', { message: 'm1', version: 2 })),
      signal('typing', { state: 'on' }),
      happened(fact(4, 'conversation.resolved', {}, SYSTEM)),
    ];
    let state = freeze({ ...initialState, me: ADA_PRINCIPAL }) as EngineState;
    for (const action of actions) state = freeze(reduceAgent(state, action)) as EngineState;
    expect(texts(state)).toEqual([undefined, 'k1', 'conversation.resolved']);
  });

  test('a closed topic leaves nothing behind', () => {
    const state = asAda(inbox([row('c1')], { mine: 0, queue: 1, all: 1 }), loaded([posted(1, VIC, 'secret')]), {
      type: 'topic.forgotten',
      topic: TOPIC,
    });
    expect(state.conversations.size).toBe(0);
    expect(state.positions.size).toBe(0);
    expect(state.inbox?.counts.all).toBe(0);
  });
});
