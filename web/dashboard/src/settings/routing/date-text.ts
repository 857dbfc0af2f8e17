/** A date of the calendar as people say it; it belongs to no time zone. */
export function dateText(date: string): string {
  const at = new Date(`${date}T00:00:00Z`);
  if (Number.isNaN(at.getTime())) return date;
  return new Intl.DateTimeFormat(navigator.language, { dateStyle: 'full', timeZone: 'UTC' }).format(at);
}
