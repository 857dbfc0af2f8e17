import { expect, it } from 'vitest';
import { dayOf, timeOf, whenOf } from './times';

const at = (text: string): number => new Date(text).getTime();
const now = at('2026-03-10T00:30:00');

it('names days as people do', () => {
  expect(dayOf(at('2026-03-10T00:10:00'), now, 'en-GB')).toBe('Today');
  expect(dayOf(at('2026-03-09T23:50:00'), now, 'en-GB')).toBe('Yesterday');
  expect(dayOf(at('2026-03-08T23:50:00'), now, 'en-GB')).toMatch(/^Sun,? 8 Mar$/);
  expect(dayOf(at('2025-12-31T12:00:00'), now, 'en-GB')).toMatch(/^Wed,? 31 Dec 2025$/);
});

it('gives the time of today and the day of all else', () => {
  expect(whenOf(at('2026-03-10T00:10:00'), now, 'en-GB')).toBe(timeOf(at('2026-03-10T00:10:00'), 'en-GB'));
  expect(whenOf(at('2026-03-09T23:50:00'), now, 'en-GB')).toBe('Yesterday');
});

it('writes times as the locale does', () => {
  expect(timeOf(at('2026-03-10T14:05:00'), 'en-GB')).toBe('14:05');
  expect(timeOf(at('2026-03-10T14:05:00'), 'en-US')).toMatch(/^2:05\sPM$/);
});
