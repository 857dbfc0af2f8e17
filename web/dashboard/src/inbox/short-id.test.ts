import { expect, it } from 'vitest';
import { shortId } from './short-id';

it('names a conversation by the random end of its id', () => {
  expect(shortId('019368a0-2222-7000-8000-0000000a51bf')).toBe('C-A51BF');
});

it('tells two conversations of one millisecond apart', () => {
  expect(shortId('019368a0-2222-7000-8000-00000000aaaa')).not.toBe(shortId('019368a0-2222-7000-8000-00000000bbbb'));
});
