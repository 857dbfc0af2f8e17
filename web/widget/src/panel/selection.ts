// Which conversation the panel shows, and in what order. Pure. (Selected here rather than by the engine's own index, whose
// agents' part would come along.)
import {
  type ClientState,
  type ConversationView,
  conversationsNewestFirst,
  currentConversation,
  placeInLine,
} from '@parlor/core';

export const newestFirst = (state: ClientState | undefined): ConversationView[] =>
  state ? conversationsNewestFirst(state) : [];

export function current(state: ClientState | undefined, id: string | undefined): ConversationView | undefined {
  return state && id ? state.conversations.get(currentConversation(state, id)) : undefined;
}

/** Nothing while nobody is there: a place in a line that does not move would promise too much. */
export const placeOf = (state: ClientState | undefined, id: string | undefined, available: boolean) =>
  state && id && available ? placeInLine(state, id) : undefined;

/** A chat can be taken up again within a day of its end. */
export const canContinue = (resolvedAt: string | undefined, now: number): boolean =>
  now - Date.parse(resolvedAt ?? '') < 86_400_000;
