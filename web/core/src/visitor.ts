// Entry point for the widget: only what a visitor needs.

import type { ConnectOptions, StartInput, VisitorClient, VisitorCredentials } from './client';
import { Engine } from './engine';
import { newId } from './ids';
import type { Platform } from './platform';
import { reduceVisitor } from './reducer/visitor';
import { asks, sharedClient, tells } from './shared-client';
import type { CallbackSlotsResult, ConversationId, Page } from './wire';

export function connectVisitor(options: ConnectOptions<VisitorCredentials>, platform: Platform = {}): VisitorClient {
  const { token } = options.credentials;
  const engine: Engine = new Engine(
    options,
    {
      reduce: reduceVisitor,
      owner: `token ${fingerprint(token)}`,
      token,
      subscribed: true,
      live: ({ principal }) => engine.topics.want(`contact:${principal.contact ?? principal.id}`, engine.tab),
    },
    platform,
  );
  const client = { ...sharedClient(engine), ...visitorPart(engine) };
  engine.start();
  return client;
}

function visitorPart(engine: Engine): Omit<VisitorClient, keyof ReturnType<typeof sharedClient>> {
  const { operations } = engine;
  const changes = { end: 'conversation.end', rate: 'conversation.rate', askAnswer: 'answer.ask' };
  for (const [name, method] of Object.entries(changes)) {
    operations[name] = ([conversation, said]) => engine.command(method, { conversation, ...(said as object) });
  }
  operations.callbackSlots = async ([conversation]) =>
    ((await engine.ask('callback.slots', { conversation })) as CallbackSlotsResult).slots;
  operations.pageView = async ([page]) => {
    engine.page = page as Page;
    engine.notify('page.view', page);
  };
  const ask = asks(engine);
  return {
    start: (input) => start(engine, input),
    end: ask('end'),
    rate: ask('rate'),
    callbackSlots: (conversation) => engine.perform('callbackSlots', conversation) as Promise<readonly string[]>,
    askAnswer: ask('askAnswer'),
    pageView: tells(engine)('pageView'),
  };
}

function start(engine: Engine, { text, page = engine.page, ...more }: StartInput): Promise<ConversationId> {
  const clientId = newId(engine.clock.now());
  const message = text ? { clientId: newId(engine.clock.now()), text } : undefined;
  const entry = engine.newEntry({ kind: 'start', clientId, conversation: clientId, message, page, ...more });
  return engine.enqueue(entry) as Promise<ConversationId>;
}

/** Tells one visitor's unsent messages from another's; FNV-1a, no secret survives in it. */
function fingerprint(token: string): string {
  let hash = 0x811c9dc5;
  for (const char of token) hash = Math.imul(hash ^ char.charCodeAt(0), 0x01000193);
  return (hash >>> 0).toString(16);
}
