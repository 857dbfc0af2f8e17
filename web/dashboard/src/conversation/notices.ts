/** What went wrong in a conversation and has not been read away yet: one line for each. */

import { ParlorError } from '@parlor/core';
import { create } from 'zustand';
import { text } from '../catalogue';

const useNotices = create<{ readonly byConversation: Readonly<Record<string, string>> }>()(() => ({
  byConversation: {},
}));

export function useNotice(conversation: string): string | undefined {
  return useNotices(({ byConversation }) => byConversation[conversation]);
}

export function say(conversation: string, notice: string | undefined): void {
  useNotices.setState((before) => {
    if (before.byConversation[conversation] === notice) return before;
    const { [conversation]: _, ...others } = before.byConversation;
    return { byConversation: notice === undefined ? others : { ...others, [conversation]: notice } };
  });
}

function quickerAgent(error: ParlorError): string | undefined {
  const current = error.data.current as { assignee?: { name?: unknown } } | undefined;
  const name = current?.assignee?.name;
  return typeof name === 'string' ? name : undefined;
}

function sentenceFor(error: unknown, otherwise: string): string {
  if (!(error instanceof ParlorError)) return otherwise;
  if (error.reason === 'conflict' || error.reason === 'already_assigned') {
    return text.conversation.acceptFailed(quickerAgent(error));
  }
  if (error.reason === 'agent_full') return text.conversation.agentFull;
  if (error.reason === 'agent_unavailable') return text.conversation.agentUnavailable;
  return error.message === '' ? otherwise : text.conversation.unsaid(error.message);
}

export function sayFailure(conversation: string, error: unknown, otherwise: string): void {
  say(conversation, sentenceFor(error, otherwise));
}
