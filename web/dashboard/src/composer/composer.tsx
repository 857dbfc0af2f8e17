/** Where an agent writes: a reply to the visitor, or a note for the team. */

import type { ConversationRow } from '@parlor/core';
import { CornerDownLeft, Lock } from 'lucide-react';
import { type ChangeEvent, type KeyboardEvent, type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import { text } from '../catalogue';
import { say, sayFailure } from '../conversation/notices';
import { firstName } from '../format';
import { useClient, useLive, useMyId } from '../live/live';
import { Icon } from '../ui/icon';
import {
  focusTaken,
  type Mode,
  readDraft,
  setDraft,
  setMode,
  toggleMode,
  useDraft,
  useMode,
  useWantsFocus,
} from './drafts';

export const TEXT_LIMIT = 4000;
const COUNT_FROM = 3600;
const GROWS_TO_PX = 180;

export function lengthOf(draft: string): number {
  return [...draft].length;
}

function useGrowing(field: RefObject<HTMLTextAreaElement | null>, draft: string): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: the height follows what is written
  useLayoutEffect(() => {
    const box = field.current;
    if (box === null) return;
    box.style.blockSize = 'auto';
    box.style.blockSize = `${Math.min(box.scrollHeight, GROWS_TO_PX)}px`;
  }, [draft]);
}

function useRequestedFocus(field: RefObject<HTMLTextAreaElement | null>, conversation: string): void {
  const wanted = useWantsFocus(conversation);
  useEffect(() => {
    if (!wanted) return;
    field.current?.focus();
    focusTaken();
  }, [wanted, field]);
}

function useSend(row: ConversationRow, mode: Mode): () => void {
  const client = useClient();
  return () => {
    const words = readDraft(row.id, mode).trim();
    if (words === '' || lengthOf(words) > TEXT_LIMIT) return;
    setDraft(row.id, mode, '');
    if (mode === 'reply') {
      client.post(row.id, words);
      client.typing(row.id, false);
      return;
    }
    client.note(row.id, words).catch((error: unknown) => {
      if (readDraft(row.id, 'note') === '') setDraft(row.id, 'note', words);
      sayFailure(row.id, error, text.composer.noteFailed);
    });
  };
}

function ModeSwitch({ conversation, mode }: { readonly conversation: string; readonly mode: Mode }) {
  return (
    <fieldset className="composer-modes" aria-label={text.composer.mode}>
      <button type="button" aria-pressed={mode === 'reply'} onClick={() => setMode(conversation, 'reply')}>
        {text.composer.reply}
      </button>
      <button type="button" aria-pressed={mode === 'note'} onClick={() => setMode(conversation, 'note')}>
        <Icon of={Lock} size={13} />
        {text.composer.note}
      </button>
    </fieldset>
  );
}

/** What else sending will do, said before it happens. */
function consequence(row: ConversationRow, mode: Mode, me: string): string | undefined {
  if (mode === 'note') return text.composer.noteHint;
  if (row.status === 'resolved') return text.composer.reopens;
  if (row.status === 'queued') return text.composer.accepts;
  if (row.assignee === undefined || row.assignee.id === me) return undefined;
  return text.composer.joins(firstName(row.assignee.name));
}

function Counter({ length }: { readonly length: number }) {
  const left = TEXT_LIMIT - length;
  return (
    <span role="status" className={`composer-count ${left < 0 ? 'is-over' : ''}`}>
      {length >= COUNT_FROM && (left < 0 ? text.composer.over(-left) : text.composer.left(left))}
    </span>
  );
}

interface FieldProps {
  readonly row: ConversationRow;
  readonly mode: Mode;
  readonly draft: string;
  readonly send: () => void;
}

function Field({ row, mode, draft, send }: FieldProps) {
  const client = useClient();
  const field = useRef<HTMLTextAreaElement>(null);
  useGrowing(field, draft);
  useRequestedFocus(field, row.id);
  const onChange = (event: ChangeEvent<HTMLTextAreaElement>) => {
    setDraft(row.id, mode, event.target.value);
    say(row.id, undefined);
    if (mode === 'reply') client.typing(row.id, event.target.value !== '');
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey && event.code === 'KeyN') {
      event.preventDefault();
      toggleMode(row.id);
    } else if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) {
      event.preventDefault();
      send();
    }
  };
  const name = row.contact?.name ?? '';
  const label = mode === 'reply' ? text.composer.replyHint(firstName(name)) : text.composer.noteHint;
  return (
    <textarea
      ref={field}
      id="composer"
      rows={1}
      dir="auto"
      aria-label={label}
      placeholder={label}
      value={draft}
      onChange={onChange}
      onKeyDown={onKeyDown}
      onBlur={() => mode === 'reply' && client.typing(row.id, false)}
    />
  );
}

export function Composer({ row }: { readonly row: ConversationRow }) {
  const mode = useMode(row.id);
  const draft = useDraft(row.id, mode);
  const send = useSend(row, mode);
  const me = useMyId();
  const durable = useLive(({ outboxDurable }) => outboxDurable);
  const length = lengthOf(draft.trim());
  const sendable = length > 0 && length <= TEXT_LIMIT;
  return (
    <form
      className="composer"
      data-mode={mode}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <ModeSwitch conversation={row.id} mode={mode} />
      <Field key={row.id} row={row} mode={mode} draft={draft} send={send} />
      <div className="composer-foot">
        <span className="composer-hint">
          {consequence(row, mode, me) ?? (durable ? undefined : text.connection.volatile)}
        </span>
        <Counter length={length} />
        <button type="submit" className="send" disabled={!sendable}>
          {mode === 'reply' ? text.composer.send : text.composer.addNote}
          <Icon of={CornerDownLeft} size={14} mirrors />
        </button>
      </div>
    </form>
  );
}
