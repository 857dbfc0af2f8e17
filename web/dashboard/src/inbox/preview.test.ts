import type { ConversationRow } from '@parlor/core';
import { expect, it } from 'vitest';
import { authorBefore } from './preview';

const ADA = { id: 'ada', name: 'Ada Okafor' };
const row = (kind: string, assignee?: typeof ADA) => ({ last_message: { kind }, assignee }) as ConversationRow;

it('says whose words the last ones are, unless the visitor’s', () => {
  expect(authorBefore(row('visitor', ADA), 'ada')).toBeUndefined();
  expect(authorBefore(row('agent', ADA), 'ada')).toBe('You:');
  expect(authorBefore(row('agent'), 'ada')).toBe('You:');
  expect(authorBefore(row('agent', ADA), 'ben')).toBe('Ada:');
  expect(authorBefore(row('agent', ADA))).toBe('Ada:');
  expect(authorBefore(row('agent'))).toBeUndefined();
});

it('takes what a rule said for nobody’s', () => {
  for (const me of ['ada', undefined]) expect(authorBefore(row('system', ADA), me)).toBe('Automatic:');
  expect(authorBefore({} as ConversationRow, 'ada')).toBeUndefined();
});
