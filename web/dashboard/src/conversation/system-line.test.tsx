import type { SystemItem } from '@parlor/core';
import { describe, expect, it } from 'vitest';
import { sentenceOf } from './system-line';

const ADA = { kind: 'agent', id: 'ada', name: 'Ada' } as const;
const BEN = { kind: 'agent', id: 'ben', name: 'Ben' } as const;
const BILLING = { id: 'billing', name: 'Billing' };

function said(type: string, data: Record<string, unknown>, actor: SystemItem['actor'] = ADA): string {
  const item: SystemItem = { kind: 'system', key: 's1', seq: 1, at: 0, actor, type: `conversation.${type}`, data };
  return sentenceOf(item, 'ada').replace(/[\u2068\u2069]/g, '');
}

describe('why a conversation waits', () => {
  it.each([
    ['started', 'Waiting in the queue of Billing'],
    ['transferred', 'Waiting in the queue of Billing'],
    ['agent_left', 'The agent left. Back in the queue of Billing'],
    ['agent_gone', 'The agent lost the connection. Back in the queue of Billing'],
    ['agent_silent', 'No answer from the agent. Back in the queue of Billing'],
    ['overflow', 'Waited too long. Moved to the queue of Billing'],
    ['snooze_over', 'The snooze is over. Back in the queue of Billing'],
    ['visitor_wrote', 'The visitor wrote again. Back in the queue of Billing'],
    ['a_reason_of_tomorrow', 'Back in the queue of Billing'],
  ])('%s: %s', (reason, sentence) => {
    expect(said('queued', { reason, team: BILLING })).toBe(sentence);
  });

  it('names no team where there is none', () => {
    expect(said('queued', { reason: 'agent_gone' })).toBe('The agent lost the connection. Back in the queue');
  });
});

describe('who handed a conversation to whom', () => {
  it('names the team or the colleague', () => {
    expect(said('transferred', { team: BILLING })).toBe('You transferred this to Billing');
    expect(said('transferred', { agent: BEN })).toBe('You transferred this to Ben');
  });

  it('says you when it is me', () => {
    expect(said('transferred', { agent: ADA }, BEN)).toBe('Ben transferred this to you');
    expect(said('assigned', { assignee: ADA }, BEN)).toBe('Ben assigned this to you');
  });
});

describe('how it ended', () => {
  it('says who did it', () => {
    expect(said('resolved', {})).toBe('You resolved this');
    expect(said('resolved', {}, { kind: 'visitor', id: 'vic', name: 'Vic' })).toBe('Vic ended the chat');
    expect(said('resolved', {}, { kind: 'system', id: '0', name: '' })).toBe(
      'Resolved: the visitor left and didn’t come back',
    );
  });
});

describe('what became of a question to a colleague', () => {
  const SYSTEM = { kind: 'system', id: '0', name: '' } as const;
  const declined = (data: Record<string, unknown>, agent: object = BEN) => {
    const all = { agent, joins: false, ...data };
    const item: SystemItem = {
      kind: 'system',
      key: 's1',
      seq: 1,
      at: 0,
      actor: SYSTEM,
      type: 'transfer.declined',
      data: all,
    };
    return sentenceOf(item, 'ada').replace(/[\u2068\u2069]/g, '');
  };

  it.each([
    ['passed', 'Ben passed', 'Ben passed on joining'],
    ['expired', 'Ben didn’t answer', 'Ben didn’t answer'],
    ['left', 'Ben went away', 'Ben went away'],
    ['a_reason_of_tomorrow', 'Ben didn’t take this', 'Ben didn’t join'],
  ])('%s', (reason, over, join) => {
    expect(declined({ reason, holder: ADA })).toBe(`${over}. The chat stays with you`);
    expect(declined({ reason, holder: { id: 'kim', name: 'Kim' } })).toBe(`${over}. The chat stays with Kim`);
    expect(declined({ reason })).toBe(`${over}. The chat stays where it is`);
    expect(declined({ reason, joins: true, holder: ADA })).toBe(join);
  });

  it('says you when it was me', () => {
    expect(declined({ reason: 'passed', holder: BEN }, ADA)).toBe('You passed. The chat stays with Ben');
  });

  it('says who took it over', () => {
    expect(said('transferred', { agent: BEN }, BEN)).toBe('Ben took over');
    expect(said('transferred', { agent: ADA }, ADA)).toBe('You took over');
  });
});

describe('how a visitor wants to be answered', () => {
  const VIC = { kind: 'visitor', id: 'vic', name: 'Vic' } as const;
  const asked = (data: Record<string, unknown>) => {
    const item: SystemItem = { kind: 'system', key: 's1', seq: 1, at: 0, actor: VIC, type: 'answer.asked', data };
    return sentenceOf(item, 'ada').replace(/[\u2068\u2069]/g, '');
  };

  it('by phone, with the time and the number', () => {
    const at = new Date(2026, 2, 3, 14, 30);
    expect(asked({ by: 'phone', address: '+34 600 123', at: at.toISOString() })).toMatch(
      /^Vic asked to be called on .*14:30 · \+34 600 123$/,
    );
    const soon = new Date();
    expect(asked({ by: 'phone', address: '+34 600 123', at: soon.toISOString() })).toMatch(
      /^Vic asked to be called at \d\d:\d\d · /,
    );
  });

  it('by mail', () => {
    expect(asked({ by: 'mail', address: 'vic@example.org' })).toBe(
      'Vic asked for an answer by mail to vic@example.org',
    );
  });

  it('also once the address was erased', () => {
    expect(asked({ by: 'mail' })).toBe('Vic asked for an answer by mail');
    expect(asked({ by: 'phone' })).toBe('Vic asked to be called');
  });

  it('comes back for the call', () => {
    expect(said('queued', { reason: 'call_due', team: BILLING })).toBe(
      'It’s time for the call. Back in the queue of Billing',
    );
  });
});
