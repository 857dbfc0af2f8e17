import { expect, it } from 'vitest';
import { isVip, listedAttributes } from './attributes';

it('is a VIP of whom the site says just that', () => {
  expect(isVip([{ key: 'vip', value: 'true' }])).toBe(true);
  for (const [key, value] of [
    ['vip', 'false'],
    ['VIP', 'true'],
    ['vip', 'yes'],
  ]) {
    expect(isVip([{ key: key ?? '', value: value ?? '' }])).toBe(false);
  }
  expect(isVip(undefined)).toBe(false);
});

it('lists the rest', () => {
  const plan = { key: 'plan', value: 'Gold' };
  const no = { key: 'vip', value: 'false' };
  expect(listedAttributes([{ key: 'vip', value: 'true' }, plan, no])).toEqual([plan, no]);
  expect(listedAttributes(undefined)).toEqual([]);
});
