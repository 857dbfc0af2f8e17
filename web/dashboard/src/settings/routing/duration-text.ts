import { inUnit, unitFor } from '../../ui/units';
import { words } from './words';

/** 15 s, 5 min, 2 h. */
export function durationText(seconds: number): string {
  const unit = unitFor(seconds);
  return `${inUnit(seconds, unit)} ${words.shortUnits[unit]}`;
}
