import { expect, it } from 'vitest';
import { kinds } from './addresses';

it.each(['eva@example.com', 'e@x', 'eva+chat@büro.example', `${'e'.repeat(242)}@example.com`])(
  '%s can be an email address',
  (text) => expect(kinds.email(text)).toBe(true),
);

it.each(['', 'eva', '@example.com', 'eva@', 'eva@@example.com', 'eva @example.com', `${'e'.repeat(243)}@example.com`])(
  '%s cannot be an email address',
  (text) => expect(kinds.email(text)).toBe(false),
);

it.each(['+34 600 123 456', '(0049) 30/123-45', '12345', '030.123.45 #7', '*31#12345'])(
  '%s can be a phone number',
  (text) => expect(kinds.tel(text)).toBe(true),
);

it.each(['', '1234', 'call me', '600 123 456 ext 7', '+-()', '1'.repeat(255)])('%s cannot be a phone number', (text) =>
  expect(kinds.tel(text)).toBe(false),
);
