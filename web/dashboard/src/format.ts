/** Times, languages and initials as people read them. Pure. */

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

function locale(): string | undefined {
  return typeof navigator === 'undefined' ? undefined : navigator.language;
}

/** A running timer: 0:09, 12:40, 3 h 05, 2 d. */
export function timer(ms: number): string {
  const seconds = Math.floor(Math.max(0, ms) / SECOND);
  if (seconds < 3600) return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  const hours = Math.floor(seconds / 3600);
  if (hours < 24) return `${hours} h ${String(Math.floor((seconds % 3600) / 60)).padStart(2, '0')}`;
  return `${Math.floor(hours / 24)} d`;
}

/** How long ago, as short as a list needs it: now, 6 min, 3 h, 2 d. */
export function ago(ms: number): string {
  if (ms < MINUTE) return 'now';
  if (ms < HOUR) return `${Math.floor(ms / MINUTE)} min`;
  if (ms < DAY) return `${Math.floor(ms / HOUR)} h`;
  return `${Math.floor(ms / DAY)} d`;
}

/** A wait that nobody can know to the second: <1 min, ~2 min, ~1 h. */
export function roughly(seconds: number): string {
  if (seconds < 45) return '<1 min';
  if (seconds < 3570) return `~${Math.round(seconds / 60)} min`;
  return `~${Math.round(seconds / 3600)} h`;
}

export function clockTime(at: number | string): string {
  return new Intl.DateTimeFormat(locale(), { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(
    new Date(at),
  );
}

export function isToday(at: number, now = Date.now()): boolean {
  return new Date(at).toDateString() === new Date(now).toDateString();
}

/** As short as can be: the time alone today, else with the day of the week or, further off, the date. */
export function dayAndTime(at: number, now = Date.now()): string {
  if (isToday(at, now)) return clockTime(at);
  const near = Math.abs(at - now) < 6 * DAY;
  const day = new Intl.DateTimeFormat(locale(), near ? { weekday: 'short' } : { day: 'numeric', month: 'short' });
  return `${day.format(at)} ${clockTime(at)}`;
}

export function fullTime(at: number | string): string {
  return new Intl.DateTimeFormat(locale(), { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(at));
}

export function shortDate(at: number | string, now: number): string {
  const date = new Date(at);
  const sameYear = date.getFullYear() === new Date(now).getFullYear();
  const options: Intl.DateTimeFormatOptions = sameYear
    ? { month: 'short', day: 'numeric' }
    : { month: 'short', year: 'numeric' };
  return new Intl.DateTimeFormat(locale(), options).format(date);
}

export function longDate(at: number | string): string {
  return new Intl.DateTimeFormat(locale(), { weekday: 'long', month: 'long', day: 'numeric' }).format(new Date(at));
}

/** Whole days between two moments on the reader's calendar. */
export function daysBetween(earlier: number, later: number): number {
  const start = new Date(earlier).setHours(0, 0, 0, 0);
  const end = new Date(later).setHours(0, 0, 0, 0);
  return Math.round((end - start) / DAY);
}

export function languageName(tag: string): string {
  try {
    return new Intl.DisplayNames([locale() ?? 'en'], { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}

/** The path of an address without its site, as page lists show it. */
export function pagePath(url: string): string {
  try {
    const { pathname, search } = new URL(url);
    return `${pathname}${search}`;
  } catch {
    return url;
  }
}

export function listOf(words: readonly string[]): string {
  return new Intl.ListFormat(locale(), { type: 'conjunction' }).format(words);
}

/** A name within a sentence, kept apart from it by Unicode isolates: neither changes the direction of the other. */
export function isolated(name: string): string {
  return `\u2068${name}\u2069`;
}

/** One number from 0 to 359 for each id: the hue of an avatar. */
export function hueOf(id: string): number {
  let hash = 2166136261;
  for (let at = 0; at < id.length; at += 1) hash = Math.imul(hash ^ id.charCodeAt(at), 16777619);
  return (hash >>> 0) % 360;
}

function firstLetter(word: string): string {
  const segments = new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(word)[Symbol.iterator]();
  return (segments.next().value?.segment ?? '').toLocaleUpperCase();
}

/** Two letters for a person; a visitor without a name gets one letter and the end of the id. */
export function initials(name: string, id: string): string {
  const words = name.split(/[\s\-_.]+/).filter((word) => /[\p{L}\p{N}]/u.test(word));
  const [first, ...others] = words;
  if (first === undefined) return '?';
  const last = others.at(-1);
  return firstLetter(first) + (last === undefined ? id.slice(-1).toUpperCase() : firstLetter(last));
}

export function firstName(name: string): string {
  return name.trim().split(/\s+/)[0] ?? name;
}
