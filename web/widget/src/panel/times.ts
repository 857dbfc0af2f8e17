// Times and days as a reader of this locale writes them. Pure.
import { fill, panelText } from '../catalogue';

export const timeOf = (at: number, locale: string): string =>
  new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit' }).format(at);

export function dayOf(at: number, now: number, locale: string): string {
  const midnight = (when: number): number => new Date(when).setHours(0, 0, 0, 0);
  const days = Math.round((midnight(now) - midnight(at)) / 86_400_000);
  if (days === 0) return fill(panelText.today, locale);
  if (days === 1) return fill(panelText.yesterday, locale);
  const sameYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  return new Intl.DateTimeFormat(locale, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: sameYear ? undefined : 'numeric',
  }).format(at);
}

/** The time for something of today, the day for all else. */
export const whenOf = (at: number, now: number, locale: string): string =>
  new Date(at).toDateString() === new Date(now).toDateString() ? timeOf(at, locale) : dayOf(at, now, locale);
