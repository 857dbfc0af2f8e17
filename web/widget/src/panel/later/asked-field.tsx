// Where the visitor can be reached: a field with its name above, and below what is wrong with it.
import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { Icon } from '../icons';
import type { Session } from '../session';
import { type AddressKind, kinds } from './addresses';
import { say, type WaysOutTextKey } from './ways-out-words';

const kWords: Record<AddressKind, { name: WaysOutTextKey; wrong: WaysOutTextKey }> = {
  email: { name: 'email', wrong: 'emailWrong' },
  tel: { name: 'phone', wrong: 'phoneWrong' },
};

interface AskedProps {
  id: string;
  name: string;
  /** What is wrong, if anything. */
  wrong: string;
  children: ComponentChildren;
}

export function Asked({ id, name, wrong, children }: AskedProps) {
  return (
    <div class="asked">
      <label for={id}>{name}</label>
      {children}
      {wrong && <Wrong id={`${id}-wrong`} text={wrong} />}
    </div>
  );
}

/** Read with the field that it describes, which has the focus then. */
export function Wrong({ id, text }: { id: string; text: string }) {
  return (
    <p class="not-sent" id={id}>
      <Icon name="alert" size={14} />
      {text}
    </p>
  );
}

export function useAddress(kind: AddressKind, known = '') {
  const [text, setText] = useState(known);
  const [wrong, setWrong] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const refuse = (): void => {
    setWrong(true);
    field.current?.focus();
  };
  const write = (words: string): void => {
    setText(words);
    setWrong(false);
  };
  /** The address if it can be one; else the field says why not and has the focus. */
  const read = (): string => {
    const address = text.trim();
    if (kinds[kind](address)) return address;
    refuse();
    return '';
  };
  return { kind, text, wrong, field, write, refuse, read };
}

export function AddressField({ session, address }: { session: Session; address: ReturnType<typeof useAddress> }) {
  const { kind, text, wrong, field, write } = address;
  const words = kWords[kind];
  return (
    <Asked id={kind} name={say(session, words.name)} wrong={wrong ? say(session, words.wrong) : ''}>
      <input
        ref={field}
        id={kind}
        type={kind as 'email'}
        autocomplete={kind}
        maxLength={254}
        dir="auto"
        value={text}
        aria-invalid={wrong}
        aria-describedby={wrong ? `${kind}-wrong` : undefined}
        onInput={(event) => write(event.currentTarget.value)}
      />
    </Asked>
  );
}
