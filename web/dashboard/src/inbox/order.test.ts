import { expect, it } from 'vitest';
import { neighbour } from './order';

const ids = ['a', 'b', 'c'];

it('walks along the list and stops at its ends', () => {
  expect(neighbour(ids, 'a', 1)).toBe('b');
  expect(neighbour(ids, 'c', 1)).toBeUndefined();
  expect(neighbour(ids, 'a', -1)).toBeUndefined();
});

it('begins at the near end when it stands nowhere', () => {
  expect(neighbour(ids, undefined, 1)).toBe('a');
  expect(neighbour(ids, 'gone', -1)).toBe('c');
  expect(neighbour([], undefined, 1)).toBeUndefined();
});
