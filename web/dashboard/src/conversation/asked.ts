/** Which question stands over the conversation; keys and buttons ask it alike. */

import { create } from 'zustand';

export type Question = 'transfer' | 'snooze';

interface Asked {
  readonly question: Question | undefined;
  readonly conversation: string | undefined;
}

const NOTHING: Asked = { question: undefined, conversation: undefined };
const useAsked = create<Asked>()(() => NOTHING);

export function ask(question: Question, conversation: string): void {
  useAsked.setState({ question, conversation });
}

/** What has been asked since stays asked. */
export function stopAsking(question: Question): void {
  if (useAsked.getState().question === question) useAsked.setState(NOTHING);
}

export function useIsAsked(question: Question, conversation: string): boolean {
  return useAsked((asked) => asked.question === question && asked.conversation === conversation);
}
