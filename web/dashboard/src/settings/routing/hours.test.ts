import { describe, expect, it } from 'vitest';
import { casaSetup, NIGHT, ORDERS } from '../../../gallery/routing-cast';
import {
  clockOf,
  copied,
  endOf,
  freeDate,
  isoDate,
  kindOf,
  minuteOf,
  nextSpan,
  runsOf,
  spansOf,
  timeZones,
  usualHours,
  WEEKDAYS,
  withDay,
} from './hours';
import { hoursLine } from './hours-line';
import { teamOf } from './setup';

describe('a clock', () => {
  it.each([
    [0, '00:00'],
    [545, '09:05'],
    [1439, '23:59'],
    [1440, '00:00'],
  ])('shows minute %d as %s', (minute, clock) => expect(clockOf(minute)).toBe(clock));

  it.each([
    ['09:05', 545],
    ['9:05', 545],
    ['23:59:30', 1439],
  ])('is read from %s', (clock, minute) => expect(minuteOf(clock)).toBe(minute));

  it.each(['', 'noon', '24:00', '9'])('is not read from %j', (clock) => expect(minuteOf(clock)).toBeUndefined());

  it('ends a day at midnight, and begins one there', () => {
    expect(endOf('00:00')).toBe(1440);
    expect(minuteOf('00:00')).toBe(0);
    expect(endOf('17:00')).toBe(1020);
  });
});

describe('a span', () => {
  it.each([
    [540, 1020, 'ordinary'],
    [1320, 120, 'next-day'],
    [1320, 1440, 'midnight'],
    [1320, 0, 'midnight'],
    [0, 1440, 'all-day'],
    [540, 540, 'empty'],
  ])('from %d to %d is %s', (from, to, kind) => expect(kindOf({ from, to })).toBe(kind));

  it('that is added does not overlap those that are there', () => {
    expect(nextSpan([])).toEqual({ from: 540, to: 1020 });
    expect(nextSpan([{ from: 540, to: 720 }])).toEqual({ from: 780, to: 1020 });
    expect(nextSpan([{ from: 540, to: 1380 }])).toEqual({ from: 0, to: 480 });
    expect(nextSpan([{ from: 1320, to: 120 }]).to).toBeLessThanOrEqual(1260);
  });
});

describe('a week', () => {
  const { week } = usualHours('UTC');

  it('knows each span by its place in the list', () => {
    expect(spansOf(week, 'tuesday')).toEqual([{ from: 540, to: 1020, at: 1 }]);
    expect(spansOf(week, 'sunday')).toEqual([]);
  });

  it('keeps the order of its days when one changes', () => {
    const next = withDay(withDay(week, 'sunday', [{ from: 600, to: 660 }]), 'monday', []);
    expect(next.map(({ day }) => day)).toEqual(['tuesday', 'wednesday', 'thursday', 'friday', 'sunday']);
  });

  it('copies a day to the working days, or to all', () => {
    const split = withDay(week, 'monday', [
      { from: 480, to: 720 },
      { from: 780, to: 960 },
    ]);
    expect(copied(split, 'monday', 'workdays')).toHaveLength(10);
    expect(copied(split, 'monday', 'every-day')).toHaveLength(14);
    expect(copied(split, 'sunday', 'every-day')).toEqual([]);
    for (const day of WEEKDAYS) expect(spansOf(copied(split, 'monday', 'every-day'), day)).toHaveLength(2);
  });

  it('says days of the same hours once', () => {
    expect(runsOf(week).map(({ first, last }) => [first, last])).toEqual([['monday', 'friday']]);
    expect(runsOf([])).toEqual([]);
    const gap = withDay(week, 'wednesday', []);
    expect(runsOf(gap).map(({ first, last }) => [first, last])).toEqual([
      ['monday', 'tuesday'],
      ['thursday', 'friday'],
    ]);
  });

  it('stands in one line', () => {
    const { teams } = casaSetup();
    expect(hoursLine(undefined)).toBe('Always there');
    expect(hoursLine({ zone: 'UTC', week: [], holidays: [], exceptions: [] })).toBe('No opening hours');
    expect(hoursLine(teamOf(casaSetup(), ORDERS)?.hours)).toBe('Mon–Fri 09:00–12:00, 13:00–17:00, Sat 10:00–14:00');
    expect(hoursLine(teamOf(casaSetup(), NIGHT)?.hours)).toBe('Fri–Sat 22:00–02:00');
    expect(teams).toHaveLength(3);
  });
});

describe('dates and zones', () => {
  it('take the first date that is free', () => {
    const from = new Date(2026, 11, 31);
    expect(isoDate(from)).toBe('2026-12-31');
    expect(freeDate([], from)).toBe('2026-12-31');
    expect(freeDate([{ date: '2026-12-31' }, { date: '2027-01-01' }], from)).toBe('2027-01-02');
  });

  it('hold the zone that is set, whatever this browser knows', () => {
    expect(timeZones('Europe/Vienna')).toContain('Europe/Vienna');
    expect(timeZones('Mars/Olympus')).toContain('Mars/Olympus');
    expect(timeZones('')).not.toContain('');
    expect(timeZones(undefined)).toContain('UTC');
  });
});
