/** Business hours as people edit them: minutes and clocks, one day and the next, a week in a line. Pure. */

import type { HoursSetup, Span, Weekday, WeeklySpan } from '@parlor/core/routing';

export const WEEKDAYS: readonly Weekday[] = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
];
const WORKDAYS: readonly Weekday[] = WEEKDAYS.slice(0, 5);
export const DAY_MINUTES = 1440;
export const SPANS_PER_DAY_MAX = 8;
export const SPECIAL_DAYS_MAX = 200;
const OPENS = 9 * 60;
const CLOSES = 17 * 60;
const HOUR = 60;

/** 540 is 09:00. The end of a day is the 00:00 of the next. */
export function clockOf(minute: number): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${two(Math.floor(minute / HOUR) % 24)}:${two(minute % HOUR)}`;
}

export function minuteOf(clock: string): number | undefined {
  const [, hours, minutes] = /^(\d{1,2}):(\d{2})/.exec(clock) ?? [];
  if (hours === undefined || minutes === undefined) return undefined;
  const minute = Number(hours) * HOUR + Number(minutes);
  return minute < DAY_MINUTES ? minute : undefined;
}

/** As an end, midnight is the end of the day: so 00:00 to 00:00 is all day, and nothing is empty by a slip. */
export function endOf(clock: string): number | undefined {
  const minute = minuteOf(clock);
  return minute === 0 ? DAY_MINUTES : minute;
}

export type SpanKind = 'ordinary' | 'next-day' | 'midnight' | 'all-day' | 'empty';

export function kindOf({ from, to }: Span): SpanKind {
  if (from === to) return 'empty';
  if (from === 0 && to === DAY_MINUTES) return 'all-day';
  if (to === DAY_MINUTES || to === 0) return 'midnight';
  return to < from ? 'next-day' : 'ordinary';
}

export function usualHours(zone: string): HoursSetup {
  return { zone, week: WORKDAYS.map((day) => ({ day, from: OPENS, to: CLOSES })), holidays: [], exceptions: [] };
}

/** A span of the week with its place in the list, by which the server names it. */
export interface PlacedSpan extends Span {
  readonly at: number;
}

export function spansOf(week: readonly WeeklySpan[], day: Weekday): PlacedSpan[] {
  return week.flatMap((span, at) => (span.day === day ? [{ from: span.from, to: span.to, at }] : []));
}

/** The week with other spans on one day, in the order of the days. */
export function withDay(week: readonly WeeklySpan[], day: Weekday, spans: readonly Span[]): WeeklySpan[] {
  return WEEKDAYS.flatMap((one) =>
    (one === day ? spans : spansOf(week, one)).map(({ from, to }) => ({ day: one, from, to })),
  );
}

export type CopyTo = 'workdays' | 'every-day';

export function copied(week: readonly WeeklySpan[], from: Weekday, to: CopyTo): WeeklySpan[] {
  const spans = spansOf(week, from);
  const days = to === 'workdays' ? WORKDAYS : WEEKDAYS;
  return days.reduce((grown, day) => withDay(grown, day, spans), [...week]);
}

/** What one is likely to mean by one more: the first is a working day, the next begins an hour after the last. */
export function nextSpan(spans: readonly Span[]): Span {
  const last = spans.at(-1);
  if (last === undefined) return { from: OPENS, to: CLOSES };
  const from = last.to + HOUR;
  if (last.to <= last.from || from >= DAY_MINUTES)
    return { from: 0, to: Math.max(HOUR, Math.min(...spans.map((span) => span.from)) - HOUR) };
  return { from, to: Math.min(from + 4 * HOUR, DAY_MINUTES) };
}

export interface DayRun {
  readonly first: Weekday;
  readonly last: Weekday;
  readonly spans: readonly Span[];
}

/** Days that follow one another with the same hours, said once; days without hours are left out. */
export function runsOf(week: readonly WeeklySpan[]): DayRun[] {
  const said = (spans: readonly Span[]) => spans.map(({ from, to }) => `${from}-${to}`).join();
  const runs: { first: Weekday; last: Weekday; spans: readonly Span[] }[] = [];
  for (const day of WEEKDAYS) {
    const spans = spansOf(week, day);
    const run = runs.at(-1);
    if (run !== undefined && said(run.spans) === said(spans)) run.last = day;
    else runs.push({ first: day, last: day, spans });
  }
  return runs.filter(({ spans }) => spans.length > 0);
}

/** The zones that this browser knows, and the ones that are needed whatever it knows. */
export function timeZones(...needed: readonly (string | undefined)[]): string[] {
  const known = new Set([...Intl.supportedValuesOf('timeZone'), 'UTC']);
  for (const zone of needed) if (zone !== undefined && zone !== '') known.add(zone);
  return [...known].sort();
}

export function ownZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** The date of today as the server writes dates, on the reader's calendar. */
export function isoDate(at: Date): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

/** The first date from `from` on that is not taken. */
export function freeDate(taken: readonly { readonly date: string }[], from: Date): string {
  const day = new Date(from);
  const dates = new Set(taken.map(({ date }) => date));
  while (dates.has(isoDate(day))) day.setDate(day.getDate() + 1);
  return isoDate(day);
}
