// Who is typing: each entry ends by itself after six seconds, or when its message comes.

import type { ConversationView, TypingEntry } from '../state';
import type { Actor } from '../wire';

export const TYPING_MS = 6000;

export function withTyping(view: ConversationView, actor: Actor, on: boolean, now: number): ConversationView {
  const others = without(view.typing, actor.id);
  const { kind, id, name } = actor;
  if (on) return { ...view, typing: [...others, { kind, id, name, until: now + TYPING_MS }] };
  return others.length === view.typing.length ? view : { ...view, typing: others };
}

export function withoutExpired(view: ConversationView, now: number): ConversationView {
  const typing = view.typing.filter(({ until }) => until > now);
  return typing.length === view.typing.length ? view : { ...view, typing };
}

function without(typing: readonly TypingEntry[], id: string): readonly TypingEntry[] {
  return typing.filter((entry) => entry.id !== id);
}
