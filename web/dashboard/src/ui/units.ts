/** Lengths of time as people enter them: a number and a unit. Pure. */

export type Unit = 's' | 'min' | 'h';

const SECONDS: Record<Unit, number> = { s: 1, min: 60, h: 3600 };
export const UNITS: readonly Unit[] = ['s', 'min', 'h'];

/** The largest unit in which it is a whole number; 0 is 0 seconds. */
export function unitFor(seconds: number): Unit {
  if (seconds > 0 && seconds % SECONDS.h === 0) return 'h';
  return seconds > 0 && seconds % SECONDS.min === 0 ? 'min' : 's';
}

export function inUnit(seconds: number, unit: Unit): number {
  return seconds / SECONDS[unit];
}

export function toSeconds(amount: number, unit: Unit): number {
  return Math.round(amount * SECONDS[unit]);
}

export function clamped(value: number, [least, most]: readonly [number, number]): number {
  return Math.min(Math.max(value, least), most);
}

/** The units in which a range has a whole number at all. */
export function unitsWithin([least, most]: readonly [number, number]): Unit[] {
  return UNITS.filter((unit) => Math.floor(most / SECONDS[unit]) >= Math.max(1, Math.ceil(least / SECONDS[unit])));
}
