// Days to come, named as people name them in this locale and time zone. Pure.
import { timeOf } from '../times';

const kDayMs = 86_400_000;
const kDate = { weekday: 'long', day: 'numeric', month: 'long' } as const;

const midnight = (at: number): number => new Date(at).setHours(0, 0, 0, 0);

export interface Ahead {
  /** Today and tomorrow, which take other words around them. */
  near: boolean;
  day: string;
  time: string;
}

/** The weekday alone names a day of the six after tomorrow's, since no other has its name until then. */
export function ahead(at: number, now: number, locale: string): Ahead {
  const days = Math.round((midnight(at) - midnight(now)) / kDayMs);
  const near = days === 0 || days === 1;
  const format = days > 0 && days < 7 ? { weekday: kDate.weekday } : kDate;
  const day = near
    ? new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(days, 'day')
    : new Intl.DateTimeFormat(locale, format).format(at);
  return { near, day, time: timeOf(at, locale) };
}

/** As a headline: with the date, where the day is not named by how near it is. */
export function dayTitle(at: number, now: number, locale: string): string {
  const { near, day } = ahead(at, now, locale);
  return near ? day : new Intl.DateTimeFormat(locale, kDate).format(at);
}

/** Times that ascend, a list for each day. */
export function byDay(times: readonly string[]): string[][] {
  const days = new Map<number, string[]>();
  for (const time of times) {
    const day = midnight(Date.parse(time));
    days.set(day, [...(days.get(day) ?? []), time]);
  }
  return [...days.values()];
}
