/** What was typed and not yet sent, for each conversation; it survives a reload of this tab and nothing longer. */

import { create } from 'zustand';
import { createJSONStorage, persist } from 'zustand/middleware';
import { forgivingStorage } from '../frame/preferences';

export type Mode = 'reply' | 'note';

interface Drafts {
  readonly texts: Readonly<Record<string, string>>;
  readonly modes: Readonly<Record<string, Mode>>;
  /** The conversation whose composer takes the focus as soon as it is on screen. */
  readonly focus: string | undefined;
}

const useDrafts = create<Drafts>()(
  persist((): Drafts => ({ texts: {}, modes: {}, focus: undefined }), {
    name: 'parlor-drafts',
    storage: createJSONStorage(() => forgivingStorage(() => window.sessionStorage)),
    partialize: ({ texts, modes }) => ({ texts, modes }),
  }),
);

const keyOf = (conversation: string, mode: Mode) => `${mode}:${conversation}`;

export function useDraft(conversation: string, mode: Mode): string {
  return useDrafts(({ texts }) => texts[keyOf(conversation, mode)] ?? '');
}

export function readDraft(conversation: string, mode: Mode): string {
  return useDrafts.getState().texts[keyOf(conversation, mode)] ?? '';
}

export function setDraft(conversation: string, mode: Mode, draft: string): void {
  useDrafts.setState(({ texts }) => {
    const { [keyOf(conversation, mode)]: _, ...others } = texts;
    return { texts: draft === '' ? others : { ...others, [keyOf(conversation, mode)]: draft } };
  });
}

/** Nothing typed by one person may greet the next who signs in on this tab. */
export function forgetDrafts(): void {
  useDrafts.setState({ texts: {}, modes: {}, focus: undefined });
}

export function useMode(conversation: string): Mode {
  return useDrafts(({ modes }) => modes[conversation] ?? 'reply');
}

export function setMode(conversation: string, mode: Mode): void {
  useDrafts.setState(({ modes }) => ({ modes: { ...modes, [conversation]: mode } }));
}

export function toggleMode(conversation: string): void {
  const mode = useDrafts.getState().modes[conversation] ?? 'reply';
  setMode(conversation, mode === 'reply' ? 'note' : 'reply');
}

/** Puts the caret into a conversation's composer, now or when it comes on screen. */
export function focusComposer(conversation: string): void {
  useDrafts.setState({ focus: conversation });
}

export function useWantsFocus(conversation: string): boolean {
  return useDrafts(({ focus }) => focus === conversation);
}

export function focusTaken(): void {
  useDrafts.setState({ focus: undefined });
}
