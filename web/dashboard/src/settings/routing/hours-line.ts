/** Business hours in one line: Mon–Fri 09:00–17:00, Sat 10:00–14:00. */

import type { HoursSetup, Span } from '@parlor/core/routing';
import { clockOf, runsOf } from './hours';
import { words } from './words';

function spansText(spans: readonly Span[]): string {
  return spans.map(({ from, to }) => `${clockOf(from)}–${clockOf(to)}`).join(', ');
}

export function hoursLine(hours: HoursSetup | undefined): string {
  if (hours === undefined) return words.alwaysThere;
  const runs = runsOf(hours.week);
  if (runs.length === 0) return words.neverOpen;
  return runs
    .map(
      ({ first, last, spans }) => `${words.dayRun(words.shortDays[first], words.shortDays[last])} ${spansText(spans)}`,
    )
    .join(', ');
}
