/** When a snoozed conversation can come back, in the agent's own time zone. Pure. */

const HOUR_MS = 3_600_000;
const MORNING = 9;

export type SnoozeName = 'hour' | 'threeHours' | 'tomorrow' | 'monday';

export interface SnoozeTime {
  readonly name: SnoozeName;
  readonly at: number;
}

function morning(now: number, days: number): number {
  const date = new Date(now);
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + days, MORNING).getTime();
}

function daysToMonday(now: number): number {
  return (8 - new Date(now).getDay()) % 7 || 7;
}

export function snoozeTimes(now: number): readonly SnoozeTime[] {
  const times: SnoozeTime[] = [
    { name: 'hour', at: now + HOUR_MS },
    { name: 'threeHours', at: now + 3 * HOUR_MS },
    { name: 'tomorrow', at: morning(now, 1) },
  ];
  // On a Sunday tomorrow is Monday already.
  return daysToMonday(now) === 1 ? times : [...times, { name: 'monday', at: morning(now, daysToMonday(now)) }];
}

/** Whether a conversation can be put off: only one that is open. */
export function maySnooze(row: { readonly status: string }): boolean {
  return row.status === 'open';
}
