import type { ConditionClause, RuleSetup } from '@parlor/core/routing';
import { describe, expect, it } from 'vitest';
import { BILLING, casaSetup, nothingSetUp, ORDERS } from '../../../gallery/routing-cast';
import {
  ATTRIBUTE,
  daysOf,
  FIELDS,
  type FieldKind,
  freshClause,
  gapOf,
  keyOf,
  kindOf,
  OPERATORS,
  withDays,
  withKey,
  withOperator,
} from './rule-fields';
import {
  ACTIONS_MAX,
  actionsToAdd,
  addAction,
  addClause,
  addGroup,
  CLAUSES_MAX,
  changeGroup,
  changeRule,
  copyOfRule,
  GROUPS_MAX,
  insertRule,
  mayAddClause,
  mayAddGroup,
  newRule,
  putAction,
  putClause,
  putRules,
  removeAction,
  removeClause,
  removeRule,
  rulesOf,
  rulesWithout,
  touchesOfRules,
  withActions,
} from './rules';
import { canonical, isChanged, moved, removeSkill, removeTeam } from './setup';

const setup = casaSetup();
const SITE = 'site';

function frozen<Thing>(thing: Thing): Thing {
  if (typeof thing === 'object' && thing !== null) {
    for (const part of Object.values(thing)) frozen(part);
    Object.freeze(thing);
  }
  return thing;
}

const rules = frozen(rulesOf(setup));
const [refunds, spanish, ordinary] = rules as [RuleSetup, RuleSetup, RuleSetup];
const skills = setup.skills.map(({ id }) => id);
const clause = (values: readonly string[], op = 'contains'): ConditionClause => ({ field: 'page.url', op, values });

describe('the list of rules', () => {
  it('is empty where the server names none', () => {
    const { rules: _, ...without } = setup;
    expect(rulesOf(without)).toEqual([]);
    expect(isChanged(putRules(without, []), without)).toBe(false);
  });

  it('takes a rule in, and lets it go', () => {
    const fresh = newRule(setup, SITE);
    const grown = insertRule(setup, 1, fresh);
    expect(rulesOf(grown).map(({ name }) => name)).toEqual([refunds.name, '', spanish.name, ordinary.name]);
    expect(rulesOf(removeRule(grown, 1))).toEqual(rules);
    expect(isChanged(grown, setup)).toBe(true);
  });

  it('changes one and leaves the others', () => {
    const now = rulesOf(changeRule(setup, 1, (rule) => ({ ...rule, stop: true })));
    expect(now.map(({ stop }) => stop)).toEqual([true, true, false]);
    expect(now[0]).toBe(refunds);
  });

  it('has an order that counts', () => {
    expect(isChanged(putRules(setup, moved(rules, 0, 1)), setup)).toBe(true);
  });

  it('is compared without stray spaces', () => {
    const spaced = changeRule(setup, 0, (rule) =>
      withActions({ ...rule, name: ` ${rule.name} ` }, [...rule.then.slice(0, 2), { kind: 'tag', tag: ' refund ' }]),
    );
    expect(isChanged(spaced, setup)).toBe(false);
    expect(canonical(spaced).rules?.[0]?.name).toBe(refunds.name);
  });
});

it('a key and a message are compared without stray spaces too', () => {
  const asks = (key: string, message: string) => {
    const clauses = [{ field: `contact.attribute.${key}`, op: 'is', values: ['gold '] }];
    return putRules(setup, [
      withActions({ ...ordinary, when: [{ match: 'all', clauses }] }, [{ kind: 'message', message }]),
    ]);
  };
  expect(isChanged(asks(' plan ', 'Hello '), asks('plan', 'Hello'))).toBe(false);
  expect(isChanged(asks('Plan', 'Hello'), asks('plan', 'Hello'))).toBe(true);
  expect(canonical(asks(' plan', ' Hello')).rules?.[0]).toMatchObject({
    when: [{ clauses: [{ field: 'contact.attribute.plan', values: ['gold '] }] }],
    // biome-ignore lint/suspicious/noThenProperty: as it goes over the wire
    then: [{ kind: 'message', message: 'Hello' }],
  });
});

describe('a new rule', () => {
  it('asks something, and goes to the first team', () => {
    expect(newRule(setup, SITE)).toMatchObject({ name: '', stop: false });
    expect(newRule(setup, SITE).then).toEqual([{ kind: 'team', team: ORDERS }]);
    expect(newRule(setup, SITE).when[0]?.clauses).toHaveLength(1);
    expect(newRule(nothingSetUp().setup, SITE).then).toEqual([]);
  });
});

describe('a copy of a rule', () => {
  const copy = (name: string) => copyOfRule({ ...refunds, name }, (of) => `${of}, copy`).name;

  it('has another name, which has to have room', () => {
    expect(copy(' Refunds ')).toBe('Refunds, copy');
    expect(copy('')).toBe('');
    expect(copy('x'.repeat(80))).toBe(`${'x'.repeat(74)}, copy`);
    expect(copyOfRule(refunds, () => 'Other')).toEqual({ ...refunds, name: 'Other' });
  });
});

describe('groups and questions', () => {
  it('are put, added and taken away at their place', () => {
    const put = putClause(refunds, { group: 0, clause: 1 }, clause(['/sofas']));
    expect(put.when[0]?.clauses[1]).toEqual(clause(['/sofas']));
    expect(put.when[1]).toBe(refunds.when[1]);
    const added = addClause(refunds, 1, clause(['/sofas']));
    expect(added.when.map(({ clauses }) => clauses.length)).toEqual([3, 2]);
    expect(removeClause(added, { group: 1, clause: 1 })).toEqual(refunds);
    expect(changeGroup(refunds, 1, (group) => ({ ...group, match: 'any' })).when.map(({ match }) => match)).toEqual([
      'any',
      'any',
    ]);
  });

  it('take their group along when the last one goes', () => {
    const left = removeClause(refunds, { group: 1, clause: 0 });
    expect(left.when).toEqual([refunds.when[0]]);
    expect(addGroup(ordinary, clause([''])).when).toEqual([{ match: 'all', clauses: [clause([''])] }]);
  });

  it('end where the server’s limits are', () => {
    const many = Array.from({ length: CLAUSES_MAX }, () => clause(['a']));
    const groups = Array.from({ length: GROUPS_MAX }, () => ({ match: 'all' as const, clauses: [clause(['a'])] }));
    expect(mayAddGroup(refunds)).toBe(true);
    expect(mayAddGroup({ ...refunds, when: groups })).toBe(false);
    expect(mayAddGroup({ ...refunds, when: [{ match: 'all', clauses: many }] })).toBe(false);
    const full = { match: 'all' as const, clauses: many.slice(0, 20) };
    expect(mayAddClause({ ...refunds, when: [full] }, full)).toBe(false);
  });
});

describe('what is asked', () => {
  it.each(FIELDS)('%s begins with a comparison that it has', (field) => {
    const fresh = freshClause(field, SITE);
    expect(OPERATORS[kindOf(field)]).toContain(fresh.op);
    const gaps: Partial<Record<FieldKind, string>> = { attribute: 'key', flag: '', hour: '', weekday: '', inbox: '' };
    expect(gapOf(fresh) ?? '').toBe(gaps[kindOf(field)] ?? 'empty');
  });

  it('keeps its values as far as another comparison takes them', () => {
    expect(withOperator(clause(['/a']), 'matches_any', SITE).values).toEqual(['/a']);
    expect(withOperator(clause(['/a', '/b'], 'matches_any'), 'is', SITE).values).toEqual(['/a']);
    expect(withOperator(clause(['/a']), 'is_present', SITE).values).toEqual([]);
    expect(withOperator(clause([], 'is_present'), 'contains', SITE).values).toEqual(['']);
    expect(withOperator(clause(['']), 'matches_any', SITE).values).toEqual([]);
    const hour = { field: 'time.hour', op: 'at_least', values: ['20'] };
    expect(withOperator(hour, 'between', SITE).values).toEqual(['9', '17']);
    expect(withOperator({ ...hour, op: 'between', values: ['8', '12'] }, 'less_than', SITE).values).toEqual(['8']);
  });

  it('of an attribute has a key, exact to the letter', () => {
    const plan = withKey(freshClause(ATTRIBUTE, SITE), 'Plan');
    expect(plan).toEqual({ field: 'contact.attribute.Plan', op: 'is', values: [''] });
    expect([kindOf(plan.field), keyOf(plan.field), keyOf('page.url')]).toEqual(['attribute', 'Plan', '']);
    expect(withOperator({ ...plan, values: ['5'] }, 'between', SITE).values).toEqual(['5', '']);
    expect(withOperator({ ...plan, values: ['5'] }, 'is_present', SITE).values).toEqual([]);
  });

  it('compares with numbers where it can only be one', () => {
    const gap = (field: string, op: string, ...values: string[]) => gapOf({ field, op, values });
    expect(['0.5', '-12', '7'].map((value) => gap('contact.attribute.a', 'at_least', value))).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    for (const value of ['gold', '1,5', '+1', '1e5', '.', '9'.repeat(17)]) {
      expect(gap('contact.attribute.a', 'less_than', value)).toBe('number');
    }
    expect(gap('contact.attribute.a', 'is', 'gold')).toBeUndefined();
    expect(gap('contact.attribute. ', 'is', 'gold')).toBe('key');
    expect(gap('contact.attribute.a', 'between', '9', '5')).toBe('descending');
    expect([gap('queue.length', 'is', '1.5'), gap('queue.wait_s', 'at_most', '-1')]).toEqual(['whole', 'whole']);
    expect([gap('queue.length', 'is', '0'), gap('queue.wait_s', 'is_absent')]).toEqual([undefined, undefined]);
    expect(['-1', '1', '1.1', 'bad'].map((value) => gap('conversation.sentiment', 'less_than', value))).toEqual([
      undefined,
      undefined,
      'score',
      'score',
    ]);
  });

  it('of days is ticked, whichever way it is written', () => {
    const days = (op: string, values: readonly string[]) => daysOf({ field: 'time.weekday', op, values });
    expect(days('is', ['sunday'])).toEqual(['sunday']);
    expect(days('matches_any', ['sunday', 'Monday'])).toEqual(['monday', 'sunday']);
    expect(days('is_not', ['monday'])).toHaveLength(6);
    expect(days('contains', ['day'])).toBeUndefined();
    const one = { field: 'time.weekday', op: 'is', values: ['sunday'] };
    expect(withDays(one, ['sunday', 'monday'])).toEqual({ ...one, op: 'matches_any', values: ['monday', 'sunday'] });
  });

  it('says what it lacks', () => {
    expect(gapOf(clause(['a']))).toBeUndefined();
    expect(gapOf(clause(['']))).toBe('empty');
    expect(gapOf(clause([], 'matches_any'))).toBe('empty');
    expect(gapOf(clause([], 'is_absent'))).toBeUndefined();
    const hours = (...values: string[]) => gapOf({ field: 'time.hour', op: 'between', values });
    expect([hours('9'), hours('9', '17'), hours('9', '9'), hours('22', '6')]).toEqual([
      'empty',
      undefined,
      undefined,
      'reversed',
    ]);
  });
});

describe('what is done', () => {
  it('is put, added and taken away at its place', () => {
    const tag = { kind: 'tag', tag: 'oak' } as const;
    expect(addAction(ordinary, tag).then).toHaveLength(2);
    expect(putAction(refunds, 2, tag).then).toEqual([...refunds.then.slice(0, 2), tag]);
    expect(removeAction(addAction(ordinary, tag), 1)).toEqual(ordinary);
  });

  it('offers what a rule has not', () => {
    const kinds = (rule: RuleSetup) => actionsToAdd(setup, rule).map(({ kind }) => kind);
    expect(kinds(withActions(ordinary, []))).toEqual([
      'team',
      'priority',
      'require_skill',
      'prefer_skill',
      'tag',
      'message',
    ]);
    expect(kinds(refunds)).toEqual(['require_skill', 'prefer_skill', 'tag', 'message']);
    expect(kinds(withActions(refunds, [{ kind: 'message', message: 'Hello' }]))).not.toContain('message');
    const all = withActions(
      ordinary,
      skills.map((skill) => ({ kind: 'require_skill', skill, level: 1 })),
    );
    expect(kinds(all)).toEqual(['team', 'priority', 'prefer_skill', 'tag', 'message']);
    const full = Array.from({ length: ACTIONS_MAX }, () => ({ kind: 'tag', tag: 'x' }) as const);
    expect(kinds(withActions(ordinary, full))).toEqual([]);
    expect(actionsToAdd(nothingSetUp().setup, ordinary).map(({ kind }) => kind)).toEqual(['tag', 'message']);
  });

  it('goes with the team or the skill that it names, and a rule without anything to do goes too', () => {
    expect(touchesOfRules(rules, BILLING)).toEqual({ poorer: [refunds], gone: [] });
    expect(rulesOf(removeTeam(setup, BILLING))[0]?.then.map(({ kind }) => kind)).toEqual(['priority', 'tag']);
    const only = putRules(setup, [withActions(ordinary, [{ kind: 'team', team: BILLING }])]);
    expect(touchesOfRules(rulesOf(only), BILLING).gone).toHaveLength(1);
    expect(rulesWithout(rulesOf(only), BILLING)).toEqual([]);
    const [first = ''] = skills;
    expect(rulesOf(removeSkill(setup, first))[1]?.then.map(({ kind }) => kind)).toEqual(['prefer_skill']);
  });
});
