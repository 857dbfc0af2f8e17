import { describe, expect, it } from 'vitest';
import { FIRST_REPLY_TARGET_MS, NEXT_REPLY_TARGET_MS, urgencyOf } from './urgency';

const START = Date.parse('2026-03-02T10:00:00.000Z');
const wait = (answered: boolean, status = 'open') => ({
  status,
  answered,
  waiting_since: new Date(START).toISOString(),
});

describe('urgency of a conversation', () => {
  it('is calm while we wait for the visitor', () => {
    expect(urgencyOf({ status: 'open', answered: true }, START)).toEqual({ level: 0, waitedMs: 0, leftMs: 0 });
  });

  it('is calm once it is resolved, however long it had waited', () => {
    expect(urgencyOf(wait(false, 'resolved'), START + 3_600_000).level).toBe(0);
  });

  it.each([
    [0, 1],
    [FIRST_REPLY_TARGET_MS / 2 - 1, 1],
    [FIRST_REPLY_TARGET_MS / 2, 2],
    [FIRST_REPLY_TARGET_MS, 2],
    [FIRST_REPLY_TARGET_MS + 1, 3],
  ])('%i ms before the first reply is level %i', (waited, level) => {
    expect(urgencyOf(wait(false, 'queued'), START + waited).level).toBe(level);
  });

  it.each([
    [NEXT_REPLY_TARGET_MS / 2 - 1, 1],
    [NEXT_REPLY_TARGET_MS / 2, 2],
    [NEXT_REPLY_TARGET_MS + 1, 3],
  ])('%i ms before a later reply is level %i', (waited, level) => {
    expect(urgencyOf(wait(true), START + waited).level).toBe(level);
  });

  it('counts what is left down to below nothing', () => {
    expect(urgencyOf(wait(true), START + 78_000).leftMs).toBe(12_000);
    expect(urgencyOf(wait(true), START + 100_000).leftMs).toBe(-10_000);
  });

  it('never shows a negative wait when the clocks differ', () => {
    expect(urgencyOf(wait(true), START - 5_000).waitedMs).toBe(0);
  });
});
