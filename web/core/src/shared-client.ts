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
  return {
    state: engine.store,
    post: (conversation, text) => post(engine, conversation, text),
    retry: (clientId) => void engine.perform('retry', clientId).catch(ignore),
    discard: (clientId) => void engine.perform('discard', clientId).catch(ignore),
    edit: (conversation, message, text) => done(engine.perform('edit', conversation, message, text)),
    remove: (conversation, message) => done(engine.perform('remove', conversation, message)),
    read: (conversation, seq) => void engine.perform('read', conversation, seq).catch(ignore),
    typing: (conversation, on) => void engine.perform('typing', conversation, on).catch(ignore),
    open: (topic) => engine.open(topic),
    close: (topic) => engine.close(topic),
    loadEarlier: (conversation) => done(engine.perform('loadEarlier', conversation)),
    retryNow: () => void engine.perform('retryNow').catch(ignore),
    dispose: () => {
      stopSenders();
      engine.dispose();
    },
  };
}

/** For calls whose answer nobody needs: the event tells. */
export async function done(call: Promise<unknown>): Promise<void> {
  await call;
}

export function ignore(): void {}

function post(engine: Engine, id: ConversationId, text: string): string {
  const conversation = currentConversation(engine.store.get(), id);
  const clientId = newId(engine.clock.now());
  const message = { clientId, text };
  engine.enqueue(engine.newEntry({ kind: 'post', clientId, conversation, message })).catch(ignore);
  engine.perform('typing', conversation, false).catch(ignore);
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
  engine.operations.typing = async ([conversation, on]) => typing.set(conversation as ConversationId, on as boolean);
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
