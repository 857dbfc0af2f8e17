// A person's initials on a colour of their own; presence as a dot (the words for it stand beside it).
import { Icon } from './icons';

/** The same person has the same hue everywhere. */
export function hueOf(id: string): number {
  let hash = 0;
  for (const letter of id) hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) >>> 0;
  return hash % 360;
}

export function initialsOf(name: string): string {
  const words = name
    .trim()
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
  const letters =
    words.length > 1 ? [words[0], words.at(-1)].map((word) => [...(word ?? '')][0]) : [...(words[0] ?? '')].slice(0, 2);
  return letters.join('').toLocaleUpperCase();
}

interface AvatarProps {
  id: string;
  name: string;
  small?: boolean;
  presence?: 'online' | 'away';
  assistant?: boolean;
}

export function Avatar({ id, name, small, presence, assistant }: AvatarProps) {
  return (
    <span
      class={`avatar${small ? ' small' : ''}${assistant ? ' bot' : ''}`}
      style={{ '--hue': hueOf(id) }}
      aria-hidden="true"
    >
      {assistant ? <Icon name="bot" size={small ? 16 : 20} /> : <span>{initialsOf(name)}</span>}
      {presence && <i class={`dot ${presence}`} />}
    </span>
  );
}
