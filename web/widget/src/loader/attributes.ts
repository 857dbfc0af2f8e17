// What the page says of its visitor, as it is sent. Pure: what is refused throws, and has changed nothing.
import type { Attribute } from '../bridge';

const kMost = 30;

/** A flag, a finite number or a text, and none too long in code points; half of a letter cannot be sent at all. */
const isFit = (key: string, value: unknown): boolean =>
  (value === String(value) || value === !!value || Number.isFinite(value)) &&
  /^\P{Cs}{1,40}$/u.test(key) &&
  /^\P{Cs}{0,300}$/u.test(String(value));

/** What is known once the page has said more: by key, where null takes one away. */
export function withAttributes(said: unknown, known: readonly Attribute[] = []): Attribute[] {
  const all = Object.entries({
    ...Object.fromEntries(known.map(({ key, value }) => [key, value])),
    ...(said as Record<string, unknown>),
  }).filter(([, value]) => value != null);
  if ({}.toString.call(said) !== '[object Object]' || all[kMost] || !all.every(([key, value]) => isFit(key, value))) {
    throw new TypeError();
  }
  return all.map(([key, value]) => ({ key, value: String(value) }));
}
