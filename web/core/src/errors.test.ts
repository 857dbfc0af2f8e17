import { expect, test } from 'vitest';
import { isRetried } from './errors';
import { closeCodes, errors } from './generated';
import { endOfCode } from './transport/transport';

test('what may be sent again is what the catalogue of errors says', () => {
  for (const [reason, { retry }] of Object.entries(errors))
    expect([reason, isRetried(reason)]).toEqual([reason, retry !== 'no']);
});

test('close codes come back, or not, as the catalogue says', () => {
  for (const [code, { reason, reconnect }] of Object.entries(closeCodes)) {
    expect(endOfCode(Number(code), reason)).toEqual({ reconnect, reason });
  }
});
