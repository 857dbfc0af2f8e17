import type { Item } from '@parlor/core';
import { describe, expect, it } from 'vitest';
import { nextAction } from './use-actions';
import { addressLink, isBooked, wayAsked } from './way-asked';

const VIC = { kind: 'visitor', id: 'vic', name: 'Vic' } as const;
const ADA = { kind: 'agent', id: 'ada', name: 'Ada' } as const;
const CALL_AT = '2026-03-03T14:30:00.000Z';

function happened(type: string, data: Record<string, unknown> = {}, actor: typeof VIC | typeof ADA = VIC): Item {
  return { kind: 'system', key: type, seq: 1, at: 0, actor, type, data };
}

function wrote(actor: typeof VIC | typeof ADA): Item {
  const rest = { version: 1, deleted: false, edited: false, state: 'sent' } as const;
  return { kind: 'message', key: 'm', message: 'm', seq: 1, at: 0, actor, text: 'Hi', ...rest };
}

const CALL = happened('answer.asked', { by: 'phone', address: '+34 600 123', at: CALL_AT });
const MAIL = happened('answer.asked', { by: 'mail', address: 'vic@example.org' });
const TAKEN = happened('conversation.assigned', {}, ADA);

describe('the way that a visitor asked for', () => {
  it('is the latest', () => {
    expect(wayAsked([])).toBeUndefined();
    expect(wayAsked([MAIL, CALL])).toEqual({ by: 'phone', address: '+34 600 123', at: Date.parse(CALL_AT) });
    expect(wayAsked([CALL, MAIL])).toEqual({ by: 'mail', address: 'vic@example.org', at: undefined });
  });

  it('stays when an agent takes it, and while nobody has it', () => {
    expect(wayAsked([CALL, TAKEN, wrote(ADA)])?.by).toBe('phone');
    expect(wayAsked([MAIL, wrote(VIC)])?.by).toBe('mail');
    expect(wayAsked([TAKEN, happened('conversation.queued'), MAIL, wrote(VIC)])?.by).toBe('mail');
  });

  it('ends with the conversation, and when the visitor is back in the chat', () => {
    expect(wayAsked([CALL, happened('conversation.resolved')])).toBeUndefined();
    expect(wayAsked([CALL, TAKEN, wrote(VIC)])).toBeUndefined();
    expect(wayAsked([CALL, happened('conversation.reopened', { status: 'open' }), wrote(VIC)])).toBeUndefined();
  });
});

describe('an address', () => {
  const way = { at: undefined } as const;
  it('leads to the phone or to the mail', () => {
    expect(addressLink({ ...way, by: 'phone', address: '+34 (600) 12-34' })).toBe('tel:+346001234');
    expect(addressLink({ ...way, by: 'mail', address: 'vic@example.org' })).toBe('mailto:vic@example.org');
    expect(addressLink({ ...way, by: 'mail', address: 'a?b&c@example.org' })).toBe('mailto:a%3Fb%26c@example.org');
    expect(addressLink({ ...way, by: 'phone', address: undefined })).toBeUndefined();
  });
});

describe('a booked call', () => {
  const row = { id: 'c', inbox: 'i', started_at: CALL_AT, updated_at: CALL_AT, unread: 0, seq: 1 } as const;
  it('is put off and nobody’s', () => {
    expect(isBooked({ ...row, status: 'snoozed' })).toBe(true);
    expect(isBooked({ ...row, status: 'snoozed', assignee: ADA })).toBe(false);
    expect(isBooked({ ...row, status: 'queued' })).toBe(false);
  });

  it('is taken, while what one put off oneself is resolved', () => {
    expect(nextAction({ ...row, status: 'snoozed' }, 'ada')).toBe('take');
    expect(nextAction({ ...row, status: 'snoozed', assignee: ADA }, 'ada')).toBe('resolve');
  });
});
