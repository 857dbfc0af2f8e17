// Where the visitor writes. Grows to five lines, keeps a draft for each conversation, never loses text.
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Icon } from './icons';
import type { Session } from './session';

const kCharactersMax = 4000;
const kCounterFrom = 3600;
const kLinesMax = 5;

const lengthOf = (text: string): number => [...text].length;

function grow(field: HTMLTextAreaElement): void {
  // Not on the screen yet: nothing to measure.
  if (field.offsetParent === null) return;
  field.style.blockSize = 'auto';
  const line = Number.parseFloat(getComputedStyle(field).lineHeight) || 22;
  field.style.blockSize = `${Math.min(field.scrollHeight, Math.round(line * kLinesMax))}px`;
}

/** On a touch keyboard Enter is a new line, since there the button is always near. */
const enterSends = (): boolean => !matchMedia('(pointer: coarse)').matches;

function Counter({ session, length }: { session: Session; length: number }) {
  const left = kCharactersMax - length;
  if (length < kCounterFrom) return null;
  return (
    <p class={left < 0 ? 'counter over' : 'counter'} id="counter" role="status">
      {left < 0 ? session.t('tooLong', { count: -left }) : session.t('counter', { count: left })}
    </p>
  );
}

export function Composer({ session, prefilled }: { session: Session; prefilled: string }) {
  const field = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState('');
  const draftKey = useRef(session.draftKey());
  const conversation = session.conversation.value;
  const length = lengthOf(text);
  const ready = text.trim() !== '' && length <= kCharactersMax;
  const typing = (on: boolean): void => {
    if (conversation && !conversation.provisional) session.client?.typing(conversation.id, on);
  };

  useEffect(() => setText(session.draft()), []);
  useEffect(() => {
    // The conversation has got its id: what is being written goes along.
    if (draftKey.current === session.draftKey()) return;
    session.keepDraft('', draftKey.current);
    session.keepDraft(text);
    draftKey.current = session.draftKey();
  }, [conversation?.id]);
  useEffect(() => {
    if (!prefilled) return;
    setText(prefilled);
    session.prefilled.value = '';
  }, [prefilled]);
  useLayoutEffect(() => {
    if (field.current) grow(field.current);
  }, [text, session.open.value]);

  const change = (value: string): void => {
    setText(value);
    session.keepDraft(value);
    typing(value.trim() !== '');
  };
  const send = (): void => {
    if (!ready) return;
    typing(false);
    session.keepDraft('');
    session.send(text.trim());
    setText('');
    field.current?.focus();
  };
  const key = (event: KeyboardEvent): void => {
    // An input method's Enter chooses a word.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || !enterSends()) return;
    event.preventDefault();
    send();
  };

  return (
    <form
      class="composer"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {!session.durable.value && <p class="counter">{session.t('notKept')}</p>}
      <div class="field">
        <textarea
          ref={field}
          rows={1}
          value={text}
          placeholder={session.t('write')}
          aria-label={session.t('write')}
          aria-describedby={length >= kCounterFrom ? 'counter' : undefined}
          aria-invalid={length > kCharactersMax}
          autocomplete="off"
          dir="auto"
          onInput={(event) => change(event.currentTarget.value)}
          onKeyDown={key}
          onBlur={() => typing(false)}
        />
        <button type="submit" class="send" aria-label={session.t('send')} aria-disabled={!ready}>
          <Icon name="up" size={18} />
        </button>
      </div>
      <Counter session={session} length={length} />
      <p class="powered">{session.t('poweredBy')}</p>
    </form>
  );
}
