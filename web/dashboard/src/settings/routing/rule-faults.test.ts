import type { RuleSetup, SetupFault } from '@parlor/core/routing';
import { describe, expect, it } from 'vitest';
import { ADA, BEN } from '../../../gallery/cast';
import { BILLING, casaSetup, ORDERS, RULE_FAULTS } from '../../../gallery/routing-cast';
import { RestError } from '../../rest/request';
import { blanks, faultAt, faultOf, faultOfSkill, faultsOfRule, standing } from './faults';
import { blanksInRules, partOf } from './rule-faults';
import { changeRule, newRule, putRules, removeClause, rulesOf, withActions } from './rules';
import { moved, setCapacity } from './setup';

const setup = casaSetup();
const [refunds, spanish, ordinary] = rulesOf(setup) as [RuleSetup, RuleSetup, RuleSetup];
const skill = setup.skills[0]?.id ?? '';
const fault = (flaw: string, more: Partial<SetupFault> = {}): SetupFault => ({ flaw, text: flaw, rule: 0, ...more });

describe('a fault of a rule', () => {
  it.each([
    [fault('rule_without_action'), ordinary, 'actions'],
    [fault('too_many_actions'), ordinary, 'actions'],
    [fault('rule_names_unknown_team', { team: BILLING }), refunds, 'action 0'],
    [fault('rule_names_unknown_team', { team: ORDERS }), refunds, 'rule'],
    [fault('rule_names_unknown_skill', { skill }), spanish, 'action 0'],
    [fault('no_member_has_skill', { skill, team: ORDERS }), spanish, 'action 0'],
    [fault('no_member_has_all_skills', { team: ORDERS }), spanish, 'rule'],
    [fault('rule_tag_invalid'), withActions(ordinary, [{ kind: 'tag', tag: ' ' }]), 'action 0'],
    [fault('rule_tag_invalid'), withActions(ordinary, [{ kind: 'tag', tag: 'x'.repeat(41) }]), 'action 0'],
    [fault('rule_message_invalid'), withActions(ordinary, [{ kind: 'message', message: ' ' }]), 'action 0'],
    [
      fault('rule_message_invalid'),
      withActions(ordinary, [{ kind: 'message', message: 'x'.repeat(1001) }]),
      'action 0',
    ],
    [fault('rule_names_unknown_inbox'), spanish, 'clause 0.4'],
    [fault('rule_names_unknown_inbox'), refunds, 'rule'],
    [fault('condition_field_not_known_here'), refunds, 'rule'],
    [fault('a_flaw_of_tomorrow'), refunds, 'rule'],
  ])('%j stands at its part', (found, rule, part) => expect(partOf(found, rule)).toBe(part));

  it.each([
    ['all[0].any[2]', refunds, 'clause 0.2'],
    ['all[1].none[0]', refunds, 'clause 1.0'],
    ['all[1]', refunds, 'group 1'],
    ['', refunds, 'rule'],
    ['all[3]', spanish, 'clause 0.3'],
    ['', spanish, 'group 0'],
    ['when[1].clauses[2].values[0]', refunds, 'clause 1.2'],
    ['when[0]', refunds, 'group 0'],
  ])('at the path %j stands at its question', (path, rule, part) => {
    expect(partOf(fault('condition_value_unfit', { path }), rule)).toBe(part);
  });

  it('is none of the team or the skill that it speaks of', () => {
    const faults = [fault('no_member_has_skill', { skill, team: ORDERS })];
    expect(faultOfSkill(faults, skill)).toBeUndefined();
    expect(faultAt(faults, ORDERS, 'members')).toBeUndefined();
    expect(faultsOfRule(faults, 0)).toEqual(faults);
    expect(faultsOfRule(faults, 1)).toEqual([]);
  });
});

describe('faults of rules', () => {
  const flaws = (now: typeof setup) => standing(RULE_FAULTS, setup, now).map(({ flaw }) => flaw);

  it('stay while something else changes', () => {
    expect(standing(RULE_FAULTS, setup, setup)).toEqual(RULE_FAULTS);
    const renamed = changeRule(setup, 0, (rule) => ({ ...rule, name: 'Other' }));
    expect(standing(RULE_FAULTS, setup, renamed)).toEqual(RULE_FAULTS);
  });

  it('go with what they were found in', () => {
    expect(flaws(changeRule(setup, 0, (rule) => removeClause(rule, { group: 0, clause: 1 })))).not.toContain(
      'condition_value_unfit',
    );
    expect(flaws(changeRule(setup, 2, (rule) => withActions(rule, [])))).not.toContain('rule_without_action');
    expect(flaws(changeRule(setup, 1, (rule) => withActions(rule, rule.then.slice(1))))).not.toContain(
      'no_member_has_skill',
    );
  });

  it('go when somebody may have learnt the skill', () => {
    expect(flaws(setCapacity(setup, BEN.id, 2))).toEqual(['condition_value_unfit', 'rule_without_action']);
    expect(flaws(setCapacity(setup, ADA.id, 4))).toHaveLength(3);
  });

  it('move with their rule', () => {
    const now = putRules(setup, moved(rulesOf(setup), 0, 1));
    expect(standing(RULE_FAULTS, setup, now).map(({ flaw, rule }) => [flaw, rule])).toEqual([
      ['no_member_has_skill', 0],
      ['condition_value_unfit', 1],
      ['rule_without_action', 2],
    ]);
    expect(standing(RULE_FAULTS, setup, putRules(setup, []))).toEqual([]);
  });
});

describe('before anything is sent', () => {
  it('what was not filled in is found at its part', () => {
    const fresh = newRule(setup, 'site');
    const blank = withActions({ ...fresh, when: [...fresh.when, ...fresh.when] }, [{ kind: 'tag', tag: ' ' }]);
    const parts = (rule: RuleSetup) =>
      blanksInRules(putRules(setup, [ordinary, rule])).map((found) => [found.rule, partOf(found, rule)]);
    expect(parts(fresh)).toEqual([
      [1, 'name'],
      [1, 'clause 0.0'],
    ]);
    expect(parts(blank)).toEqual([
      [1, 'name'],
      [1, 'clause 0.0'],
      [1, 'clause 1.0'],
      [1, 'action 0'],
    ]);
    expect(parts(withActions(ordinary, []))).toEqual([[1, 'actions']]);
    expect(parts(withActions(ordinary, [{ kind: 'message', message: ' ' }]))).toEqual([[1, 'action 0']]);
    expect(blanks(setup)).toEqual([]);
  });
});

describe('a refusal', () => {
  it('that names a field of a rule becomes a fault there', () => {
    const refusal = (field: string) => new RestError('invalid_params', 'No.', { status: 400, field });
    const found = faultOf(refusal('setup.rules.1.then.0.level'), setup);
    expect(found).toMatchObject({ rule: 1, text: 'No.' });
    expect(found && partOf(found, spanish)).toBe('action 0');
    const name = faultOf(refusal('setup.rules.0.name'), setup);
    expect(name && partOf(name, refunds)).toBe('name');
    expect(faultOf(refusal('setup.rules.9.name'), setup)).toBeUndefined();
  });
});
