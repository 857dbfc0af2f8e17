import { hashKey } from '@tanstack/react-query';

/** Equal in all that the server would be told. */
export function same(one: unknown, other: unknown): boolean {
  return one === other || hashKey([one]) === hashKey([other]);
}
