// Which conversation the panel shows, and in what order. Pure. (Selected here rather than by the engine's own index, whose
// agents' part would come along.)
import {
  answerAsked,
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

export const placeOf = (state: ClientState | undefined, id: string | undefined) =>
  state && id ? placeInLine(state, id) : undefined;

export const answerOf = (conversation: ConversationView | undefined) => conversation && answerAsked(conversation);
