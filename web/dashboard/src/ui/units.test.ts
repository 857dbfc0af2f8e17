import { describe, expect, it } from 'vitest';
import { clamped, inUnit, toSeconds, unitFor, unitsWithin } from './units';

describe('a length of time', () => {
  it.each([
    [0, 's'],
    [15, 's'],
    [90, 's'],
    [120, 'min'],
    [7200, 'h'],
  ] as const)('%d s is told in %s', (seconds, unit) => expect(unitFor(seconds)).toBe(unit));

  it('comes back from its unit as it was', () => {
    for (const seconds of [0, 15, 90, 120, 7200])
      expect(toSeconds(inUnit(seconds, unitFor(seconds)), unitFor(seconds))).toBe(seconds);
  });

  it('is told in units that its range has room for', () => {
    expect(unitsWithin([5, 120])).toEqual(['s', 'min']);
    expect(unitsWithin([0, 86_400])).toEqual(['s', 'min', 'h']);
    expect(unitsWithin([5, 30])).toEqual(['s']);
  });

  it('stays within its range', () => {
    expect(clamped(3, [5, 120])).toBe(5);
    expect(clamped(300, [5, 120])).toBe(120);
    expect(clamped(60, [5, 120])).toBe(60);
  });
});
