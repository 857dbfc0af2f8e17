import type { ConditionClause, Match, RuleSetup } from '@parlor/core/routing';
import { describe, expect, it } from 'vitest';
import { BILLING, casaSetup } from '../../../gallery/routing-cast';
import { WEEKDAYS } from './hours';
import { FIELDS, kindOf, OPERATORS } from './rule-fields';
import { clauseText, clocksOf, conditionText, nameOfRule, resultText } from './rule-text';
import { rulesOf, withActions } from './rules';

const SITES = new Map([
  ['one', 'casa.example'],
  ['two', 'outlet.example'],
]);
const plain = (words: string) => words.replace(/[\u2068\u2069]/g, '');
const said = (field: string, op: string, values: readonly string[] = []) =>
  plain(clauseText({ field, op, values }, SITES));

const EMPTY: RuleSetup = withActions({ name: 'Rule', when: [], stop: false }, []);
const A: ConditionClause = { field: 'page.url', op: 'contains', values: ['/a'] };
const B: ConditionClause = { field: 'contact.returning', op: 'is', values: ['true'] };
const C: ConditionClause = { field: 'page.campaign', op: 'is_present', values: [] };
const when = (...groups: readonly (readonly [Match, ...ConditionClause[]])[]) =>
  plain(conditionText({ ...EMPTY, when: groups.map(([match, ...clauses]) => ({ match, clauses })) }, SITES));

describe('a question in words', () => {
  it.each([
    ['page.url', 'contains', ['/checkout'], 'the page address contains “/checkout”'],
    ['page.url', 'is_not', ['/'], 'the page address isn’t “/”'],
    ['page.title', 'starts_with', ['Sofas'], 'the page title begins with “Sofas”'],
    ['page.title', 'ends_with', ['oak'], 'the page title ends with “oak”'],
    ['page.campaign', 'matches_any', ['spring', 'oak'], 'the campaign is one of “spring” or “oak”'],
    ['page.campaign', 'is_absent', [], 'the campaign isn’t known'],
    ['conversation.message', 'contains', [''], 'the first message contains “…”'],
    ['contact.returning', 'is', ['true'], 'the visitor has chatted before'],
    ['contact.returning', 'is', ['false'], 'the visitor hasn’t chatted before'],
    ['contact.language', 'starts_with', ['es'], 'the language is Spanish'],
    ['contact.language', 'is_not', ['es'], 'the language isn’t Spanish'],
    ['channel.inbox', 'is', ['one'], 'the website is casa.example'],
    ['channel.inbox', 'matches_any', ['one', 'two'], 'the website is casa.example or outlet.example'],
    ['channel.inbox', 'is_not', ['lost'], 'the website isn’t a website that’s gone'],
    ['time.hour', 'between', ['9', '17'], 'it’s between 09:00 and 18:00'],
    ['time.hour', 'at_least', ['18'], 'it’s after 18:00'],
    ['time.hour', 'greater_than', ['18'], 'it’s after 19:00'],
    ['time.hour', 'less_than', ['9'], 'it’s before 09:00'],
    ['time.hour', 'at_most', ['9'], 'it’s before 10:00'],
    ['time.hour', 'is', ['9'], 'it’s between 09:00 and 10:00'],
    ['time.hour', 'is_not', ['23'], 'it isn’t between 23:00 and 24:00'],
    ['time.weekday', 'matches_any', WEEKDAYS.slice(0, 5), 'it’s Mon–Fri'],
    ['time.weekday', 'is', ['saturday'], 'it’s Sat'],
    ['time.weekday', 'matches_any', ['saturday', 'sunday', 'monday'], 'it’s Mon, Sat, or Sun'],
    ['time.weekday', 'is_not', ['wednesday'], 'it’s Mon, Tue, or Thu–Sun'],
    ['time.weekday', 'matches_any', [], 'it’s no day of the week'],
    ['contact.vip', 'is', ['true'], 'the visitor is a VIP'],
    ['contact.vip', 'is', ['false'], 'the visitor is no VIP'],
    ['contact.attribute.plan', 'is', ['Gold'], 'the attribute “plan” is “Gold”'],
    ['contact.attribute.', 'is', [''], 'the attribute “…” is “…”'],
    ['contact.attribute.plan', 'matches_any', ['gold', 'silver'], 'the attribute “plan” is one of “gold” or “silver”'],
    ['contact.attribute.seats', 'between', ['5', '9'], 'the attribute “seats” is between 5 and 9'],
    ['contact.attribute.seats', 'greater_than', [''], 'the attribute “seats” is above …'],
    ['contact.attribute.seats', 'is_absent', [], 'the attribute “seats” isn’t known'],
    ['conversation.sentiment', 'less_than', ['-0.5'], 'the sentiment is below -0.5'],
    ['queue.length', 'at_least', ['10'], 'the number of people waiting is at least 10'],
    ['queue.wait_s', 'greater_than', ['300'], 'the wait in the queue is above 5 min'],
    ['queue.wait_s', 'between', ['45', '120'], 'the wait in the queue is between 45 s and 2 min'],
    ['queue.wait_s', 'is_absent', [], 'the wait in the queue isn’t known'],
    ['queue.agents_online', 'is', ['0'], 'the number of agents online is 0'],
    ['a.field_of.tomorrow', 'is', ['true'], 'a.field_of.tomorrow is “true”'],
  ])('%s %s %j', (field, op, values, sentence) => expect(said(field, op, values)).toBe(sentence));

  it.each(FIELDS)('has words for every comparison of %s', (field) => {
    for (const op of OPERATORS[kindOf(field)]) {
      const sentence = said(field, op, ['9', '17']);
      expect(sentence).not.toContain('undefined');
      expect(sentence).not.toContain('_');
    }
  });

  it('knows the end of each hour', () => {
    expect(clocksOf('0')).toEqual(['00:00', '01:00']);
    expect(clocksOf('23')).toEqual(['23:00', '24:00']);
  });
});

describe('a condition in words', () => {
  it('holds for every chat without a question', () => expect(when()).toBe('For every chat'));

  it('joins what all, any or none of must hold', () => {
    expect(when(['all', A, B])).toBe('If the page address contains “/a” and the visitor has chatted before');
    expect(when(['any', A, B])).toBe('If the page address contains “/a” or the visitor has chatted before');
    expect(when(['none', A, B])).toBe('Unless the page address contains “/a” or the visitor has chatted before');
  });

  it('joins groups, with what must not hold at the end', () => {
    expect(when(['none', C], ['all', A], ['any', A, B])).toBe(
      'If the page address contains “/a”, and either the page address contains “/a” or the visitor has chatted before, unless the campaign is known',
    );
    expect(when(['any', A], ['all', B])).toBe('If the page address contains “/a”, and the visitor has chatted before');
  });

  it('says at once what compares one thing in one way', () => {
    const other = { ...A, values: ['/b'] };
    expect(when(['any', A, other])).toBe('If the page address contains “/a” or “/b”');
    expect(when(['all', A, other, B])).toBe(
      'If the page address contains “/a” and “/b” and the visitor has chatted before',
    );
    expect(when(['none', A], ['none', other])).toBe('Unless the page address contains “/a” or “/b”');
    const plan = { field: 'contact.attribute.plan', op: 'is', values: ['gold'] };
    expect(when(['any', plan, { ...plan, values: ['silver'] }, { ...plan, field: 'contact.attribute.Plan' }])).toBe(
      'If the attribute “plan” is “gold” or “silver” or the attribute “Plan” is “gold”',
    );
    expect(when(['all', A, { ...other, op: 'ends_with' }])).toBe(
      'If the page address contains “/a” and the page address ends with “/b”',
    );
  });
});

describe('what follows, in words', () => {
  const setup = casaSetup();

  it('is short', () => {
    expect(rulesOf(setup).map((rule) => plain(resultText(rule, setup)))).toEqual([
      'to Billing · high priority · tag “refund” · no further rule',
      'needs Spanish 3 · better with Sofas and fabrics 2',
      'normal priority',
    ]);
  });

  it('says a message by its beginning', () => {
    const says = (message: string) => plain(resultText(withActions(EMPTY, [{ kind: 'message', message }]), setup));
    expect(says(' Hello\n there ')).toBe('says “Hello there”');
    expect(says('x'.repeat(60))).toBe(`says “${'x'.repeat(60)}”`);
    expect(says('x'.repeat(61))).toBe(`says “${'x'.repeat(59)}…”`);
    expect(says(' ')).toBe('says “…”');
  });

  it('does not hide what is missing', () => {
    expect(resultText(EMPTY, setup)).toBe('does nothing yet');
    const gone = withActions(EMPTY, [
      { kind: 'team', team: 'gone' },
      { kind: 'require_skill', skill: 'gone', level: 2 },
      { kind: 'tag', tag: '' },
    ]);
    expect(plain(resultText(gone, setup))).toBe('to a team that’s gone · needs a skill that’s gone 2 · tag “…”');
    expect(plain(resultText(withActions(EMPTY, [{ kind: 'team', team: BILLING }]), setup))).toBe('to Billing');
    expect(nameOfRule({ ...EMPTY, name: ' ' })).toBe('New rule');
  });
});
