import { expect, it } from 'vitest';
import { ago, daysBetween, hueOf, initials, pagePath, roughly, timer } from './format';

it.each([
  [0, '0:00'],
  [9_400, '0:09'],
  [108_000, '1:48'],
  [3_599_000, '59:59'],
  [3_900_000, '1 h 05'],
  [200_000_000, '2 d'],
])('shows a wait of %i ms as %s', (ms, shown) => {
  expect(timer(ms)).toBe(shown);
});

it.each([
  [30_000, 'now'],
  [360_000, '6 min'],
  [7_200_000, '2 h'],
  [180_000_000, '2 d'],
])('shows %i ms ago as %s', (ms, shown) => {
  expect(ago(ms)).toBe(shown);
});

it.each([
  [0, '<1 min'],
  [44, '<1 min'],
  [45, '~1 min'],
  [150, '~3 min'],
  [3569, '~59 min'],
  [3570, '~1 h'],
  [9000, '~3 h'],
])('shows an estimate of %i s as %s', (seconds, shown) => {
  expect(roughly(seconds)).toBe(shown);
});

it('takes initials from any script', () => {
  expect(initials('Wanda Marín', 'x')).toBe('WM');
  expect(initials('Dae-jung Bae', 'x')).toBe('DB');
  expect(initials('ليلى الحسن', 'x')).toBe('لا');
  expect(initials('Visitor', '7c4')).toBe('V4');
  expect(initials('…', 'x')).toBe('?');
});

it('gives each id one hue', () => {
  expect(hueOf('ada')).toBe(hueOf('ada'));
  expect(hueOf('ada')).not.toBe(hueOf('ben'));
  expect(hueOf('')).toBeLessThan(360);
});

it('counts days on the calendar, not in hours', () => {
  expect(daysBetween(new Date(2026, 2, 1, 23, 59).getTime(), new Date(2026, 2, 2, 0, 1).getTime())).toBe(1);
});

it('shows the path of a page, and what is no address as it is', () => {
  expect(pagePath('https://www.casa.example/tables?size=240')).toBe('/tables?size=240');
  expect(pagePath('not an address')).toBe('not an address');
});
