// An own message being changed, in the place of its words.
import type { MessageItem } from '@parlor/core';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Icon } from '../icons';
import type { Session } from '../session';
import { say } from './words';

const kCharactersMax = 4000;

function focusAtEnd(field: HTMLTextAreaElement | null): void {
  field?.focus();
  field?.setSelectionRange(field.value.length, field.value.length);
  field?.scrollIntoView({ block: 'nearest' });
}

/** The new words, and the sending of them; the editor goes once the server has them. */
function useChange(session: Session, item: MessageItem, leave: () => void) {
  const [text, setText] = useState(item.text ?? '');
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const words = text.trim();
  const ready = words !== '' && [...words].length <= kCharactersMax && !busy;
  const done = (): void => {
    leave();
    session.editing.value = '';
  };
  const save = async (): Promise<void> => {
    if (!ready) return;
    if (words === item.text) return done();
    setBusy(true);
    setFailed(false);
    await session.edit(item, words).then(done, () => setFailed(true));
    setBusy(false);
  };
  return { text, setText, failed, ready, done, save };
}

export function MessageEditor({ session, item }: { session: Session; item: MessageItem }) {
  const field = useRef<HTMLTextAreaElement>(null);
  const { text, setText, failed, ready, done, save } = useChange(session, item, () =>
    field.current?.closest('article')?.focus(),
  );
  useEffect(() => focusAtEnd(field.current), []);
  const key = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      event.stopPropagation();
      done();
    } else if (event.key === 'Enter' && event.target === field.current && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      void save();
    }
  };
  const label = say(session, 'editing');
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: catches the keys of the field that it holds
    <div class="editor" onKeyDown={key}>
      <textarea
        ref={field}
        rows={3}
        value={text}
        dir="auto"
        aria-label={label}
        onInput={(event) => setText(event.currentTarget.value)}
      />
      {failed && (
        <p class="not-sent" role="alert">
          <Icon name="alert" size={14} />
          {say(session, 'changeFailed')}
        </p>
      )}
      <div class="pair">
        <button type="button" class="button" onClick={done}>
          {say(session, 'cancel')}
        </button>
        <button type="button" class="button primary" aria-disabled={!ready} onClick={() => void save()}>
          {say(session, 'save')}
        </button>
      </div>
    </div>
  );
}
