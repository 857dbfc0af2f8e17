import type { ConversationRow, ConversationView } from '@parlor/core';
import { describe, expect, it } from 'vitest';
import { ratingOf } from './rating';

const row = { id: 'c1', rating: { score: 2 } } as ConversationRow;
const viewWith = (data: object): ConversationView =>
  ({ items: [{ kind: 'system', type: 'conversation.rated', data }] }) as unknown as ConversationView;

describe('the rating', () => {
  it('is nothing before it was given', () =>
    expect(ratingOf({ id: 'c1' } as ConversationRow, undefined)).toBeUndefined());

  it('is a score where no more is known', () => {
    expect(ratingOf(row, undefined)).toEqual({ score: 2, comment: undefined, reasons: [] });
  });

  it('takes its words and reasons from the event', () => {
    const view = viewWith({ score: 2, comment: 'Nobody came', reasons: ['slow_reply', 7] });
    expect(ratingOf(row, view)).toEqual({ score: 2, comment: 'Nobody came', reasons: ['slow_reply'] });
  });
});
