import { describe, expect, it } from 'vitest';
import { ahead, byDay, dayTitle } from './days';

const at = (text: string): number => new Date(text).getTime();
const iso = (text: string): string => new Date(text).toISOString();
/** A Tuesday. */
const now = at('2026-03-10T23:30:00');

describe('a day ahead', () => {
  it.each([
    ['2026-03-10T23:50:00', { near: true, day: 'today', time: '23:50' }],
    ['2026-03-11T00:10:00', { near: true, day: 'tomorrow', time: '0:10' }],
    ['2026-03-12T09:00:00', { near: false, day: 'Thursday', time: '9:00' }],
    ['2026-03-16T09:00:00', { near: false, day: 'Monday', time: '9:00' }],
    ['2026-03-17T09:00:00', { near: false, day: 'Tuesday 17 March', time: '9:00' }],
    ['2027-01-04T09:00:00', { near: false, day: 'Monday 4 January', time: '9:00' }],
  ])('%s is named as people name it', (when, said) => {
    const { near, day, time } = ahead(at(when), now, 'en-GB');
    // Some releases of Unicode's data write 09:00, and a comma.
    expect({ near, day: day.replace(',', ''), time: time.replace(/^0(?=\d:)/, '') }).toEqual(said);
  });

  it('that is over keeps its date', () => {
    const { near, day } = ahead(at('2026-03-09T14:30:00'), now, 'en-GB');
    expect([near, day.replace(',', '')]).toEqual([false, 'Monday 9 March']);
  });

  it('is a day later by the calendar, also where clocks are changed between the two', () => {
    expect(ahead(at('2026-03-30T00:30:00'), at('2026-03-29T00:30:00'), 'en').day).toBe('tomorrow');
    expect(ahead(at('2026-10-26T23:30:00'), at('2026-10-25T00:30:00'), 'en').day).toBe('tomorrow');
  });

  it('speaks the reader’s language', () => {
    expect(ahead(at('2026-03-11T09:00:00'), now, 'es').day).toBe('mañana');
    expect(ahead(at('2026-03-12T09:00:00'), now, 'de').day).toBe('Donnerstag');
    expect(ahead(at('2026-03-12T14:30:00'), now, 'en-US').time).toMatch(/^2:30\sPM$/);
  });
});

it('heads a day with its date, where it is not near', () => {
  expect(dayTitle(at('2026-03-11T09:00:00'), now, 'en-GB')).toBe('tomorrow');
  expect(dayTitle(at('2026-03-13T09:00:00'), now, 'en-GB').replace(',', '')).toBe('Friday 13 March');
});

describe('times by day', () => {
  it('stand together by the day that they have here', () => {
    const times = ['2026-03-10T23:30:00', '2026-03-11T00:00:00', '2026-03-11T09:30:00', '2026-03-13T10:00:00'].map(iso);
    expect(byDay(times)).toEqual([[times[0]], [times[1], times[2]], [times[3]]]);
  });

  it('are no days where there are none', () => expect(byDay([])).toEqual([]));
});
