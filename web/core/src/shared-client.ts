// The part of a client that visitors and agents share, on top of an engine.

import type { Client } from './client';
import type { Engine } from './engine';
import { newId } from './ids';
import { currentConversation } from './selectors';
import { ReadSender } from './sync/read-sender';
import { TypingSender } from './sync/typing-sender';
import type { ConversationEvent, ConversationId } from './wire';

const HISTORY_PAGE = 50;

export function sharedClient(engine: Engine): Client {
  const stopSenders = addSenders(engine);
  addMessageOperations(engine);
  const ask = asks(engine);
  const tell = tells(engine);
  return {
    state: engine.store,
    post: (conversation, text) => post(engine, conversation, text),
    retry: tell('retry'),
    discard: tell('discard'),
    edit: ask('edit'),
    remove: ask('remove'),
    read: tell('read'),
    typing: tell('typing'),
    open: (topic) => engine.open(topic),
    close: (topic) => engine.close(topic),
    loadEarlier: ask('loadEarlier'),
    retryNow: tell('retryNow'),
    dispose: () => {
      stopSenders();
      engine.dispose();
    },
  };
}

/** Makes calls that end when the server has answered; what the answer says, the event says better. */
export function asks(engine: Engine): (name: string) => (...args: readonly unknown[]) => Promise<void> {
  return (name) =>
    async (...args) =>
      void (await engine.perform(name, ...args));
}

/** Makes calls that nobody waits for. */
export function tells(engine: Engine): (name: string) => (...args: readonly unknown[]) => void {
  return (name) =>
    (...args) =>
      void engine.perform(name, ...args).catch(ignore);
}

function ignore(): void {}

function post(engine: Engine, id: ConversationId, text: string): string {
  const conversation = currentConversation(engine.store.get(), id);
  const clientId = newId(engine.clock.now());
  const message = { clientId, text };
  engine.enqueue(engine.newEntry({ kind: 'post', clientId, conversation, message })).catch(ignore);
  tells(engine)('typing')(conversation, false);
  return clientId;
}

function addMessageOperations(engine: Engine): void {
  engine.operations.edit = ([conversation, message, text]) =>
    engine.command('message.edit', { conversation, message, body: { type: 'text', text } });
  engine.operations.remove = ([conversation, message]) => engine.command('message.delete', { conversation, message });
  engine.operations.loadEarlier = ([conversation]) => loadEarlier(engine, conversation as ConversationId);
}

async function loadEarlier(engine: Engine, conversation: ConversationId): Promise<void> {
  const view = engine.store.get().conversations.get(conversation);
  if (!view?.hasMore) return;
  const page = await engine.ask('history.page', { conversation, before_seq: view.firstSeq, limit: HISTORY_PAGE });
  const { events, has_more: hasMore } = page as { events: ConversationEvent[]; has_more: boolean };
  engine.dispatch({ type: 'history', conversation, events, hasMore });
}

function addSenders(engine: Engine): () => void {
  const typing = new TypingSender(engine.clock, (conversation, state) =>
    engine.notify('typing', { conversation, state }),
  );
  const reads = new ReadSender(engine.clock, (conversation, seq) =>
    engine.call('conversation.read', { conversation, seq }),
  );
  engine.onLive.push(() => reads.flush());
  engine.operations.typing = async ([id, on]) => {
    const conversation = id as ConversationId;
    if (!engine.state().conversations.get(conversation)?.provisional) typing.set(conversation, on as boolean);
  };
  engine.operations.read = async ([conversation, seq]) => {
    if (reads.set(conversation as ConversationId, seq as number)) {
      showRead(engine, conversation as ConversationId, seq as number);
    }
  };
  return () => {
    typing.dispose();
    reads.flush();
  };
}

function showRead(engine: Engine, conversation: ConversationId, seq: number): void {
  const { me } = engine.store.get();
  if (!me) return;
  const at = new Date(engine.clock.now()).toISOString();
  engine.dispatch({ type: 'reads', conversation, reads: [{ participant: { kind: me.kind, id: me.id }, seq, at }] });
}
