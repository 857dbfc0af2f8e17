/** The rules as a value, and every change that a screen makes to them. Pure. */

import type {
  ConditionClause,
  ConditionGroup,
  RoutingSetup,
  RuleAction,
  RuleActionKind,
  RuleSetup,
} from '@parlor/core/routing';
import { LEVEL_DEFAULT } from './levels';
import { freshClause, keyOf, kindOf, withKey } from './rule-fields';

export const RULES_MAX = 100;
export const RULE_NAME_MAX = 80;
export const GROUPS_MAX = 5;
export const CLAUSES_PER_GROUP_MAX = 20;
export const CLAUSES_MAX = 50;
export const ACTIONS_MAX = 10;

export const ACTION_KINDS: readonly RuleActionKind[] = [
  'team',
  'priority',
  'require_skill',
  'prefer_skill',
  'tag',
  'message',
];

export function rulesOf(setup: RoutingSetup): readonly RuleSetup[] {
  return setup.rules ?? [];
}

export function putRules(setup: RoutingSetup, rules: readonly RuleSetup[]): RoutingSetup {
  return { ...setup, rules };
}

/** The one place that writes the word: an object with it could be taken for a promise. */
export function withActions(rule: Omit<RuleSetup, 'then'>, actions: readonly RuleAction[]): RuleSetup {
  // biome-ignore lint/suspicious/noThenProperty: the wire calls it so, and it is a list
  return { ...rule, then: actions };
}

/** Begins with a question, so that nobody makes one for every chat by accident. */
export function newRule(setup: RoutingSetup, inbox: string): RuleSetup {
  const [team] = setup.teams;
  const when: readonly ConditionGroup[] = [{ match: 'all', clauses: [freshClause('page.url', inbox)] }];
  return withActions({ name: '', when, stop: false }, team === undefined ? [] : [{ kind: 'team', team: team.id }]);
}

export function insertRule(setup: RoutingSetup, at: number, rule: RuleSetup): RoutingSetup {
  return putRules(setup, rulesOf(setup).toSpliced(at, 0, rule));
}

/** The same under another name, which has to have room in it. */
export function copyOfRule(rule: RuleSetup, nameFor: (name: string) => string): RuleSetup {
  const letters = [...rule.name.trim()];
  if (letters.length === 0) return rule;
  const room = RULE_NAME_MAX - nameFor('').length;
  return { ...rule, name: nameFor(letters.slice(0, room).join('')) };
}

export function removeRule(setup: RoutingSetup, at: number): RoutingSetup {
  return putRules(setup, rulesOf(setup).toSpliced(at, 1));
}

export function changeRule(setup: RoutingSetup, at: number, change: (rule: RuleSetup) => RuleSetup): RoutingSetup {
  return putRules(
    setup,
    rulesOf(setup).map((rule, other) => (other === at ? change(rule) : rule)),
  );
}

/** Where a clause stands: in which group, and where in it. */
export interface ClausePlace {
  readonly group: number;
  readonly clause: number;
}

/** A group without a question would say nothing, so that it goes with its last one. */
export function putGroup(rule: RuleSetup, at: number, group: ConditionGroup): RuleSetup {
  const when = group.clauses.length === 0 ? rule.when.toSpliced(at, 1) : rule.when.with(at, group);
  return { ...rule, when };
}

export function removeGroup(rule: RuleSetup, at: number): RuleSetup {
  return { ...rule, when: rule.when.toSpliced(at, 1) };
}

export function addGroup(rule: RuleSetup, clause: ConditionClause): RuleSetup {
  return { ...rule, when: [...rule.when, { match: 'all', clauses: [clause] }] };
}

export function changeGroup(rule: RuleSetup, at: number, change: (group: ConditionGroup) => ConditionGroup): RuleSetup {
  const group = rule.when[at];
  return group === undefined ? rule : putGroup(rule, at, change(group));
}

export function addClause(rule: RuleSetup, at: number, clause: ConditionClause): RuleSetup {
  return changeGroup(rule, at, (group) => ({ ...group, clauses: [...group.clauses, clause] }));
}

export function putClause(rule: RuleSetup, at: ClausePlace, clause: ConditionClause): RuleSetup {
  return changeGroup(rule, at.group, (group) => ({ ...group, clauses: group.clauses.with(at.clause, clause) }));
}

export function removeClause(rule: RuleSetup, at: ClausePlace): RuleSetup {
  return changeGroup(rule, at.group, (group) => ({ ...group, clauses: group.clauses.toSpliced(at.clause, 1) }));
}

export function clausesIn(rule: RuleSetup): number {
  return rule.when.reduce((sum, { clauses }) => sum + clauses.length, 0);
}

export function mayAddClause(rule: RuleSetup, group: ConditionGroup): boolean {
  return group.clauses.length < CLAUSES_PER_GROUP_MAX && clausesIn(rule) < CLAUSES_MAX;
}

export function mayAddGroup(rule: RuleSetup): boolean {
  return rule.when.length < GROUPS_MAX && clausesIn(rule) < CLAUSES_MAX;
}

/** The skills that a kind of action of this rule does not name yet; one's own stays. */
export function skillsLeft(setup: RoutingSetup, rule: RuleSetup, action: Pick<RuleAction, 'kind' | 'skill'>) {
  const named = rule.then.filter(({ kind }) => kind === action.kind).map(({ skill }) => skill);
  return setup.skills.filter(({ id }) => id === action.skill || !named.includes(id));
}

/** Nothing where this kind has nothing more to add: one team, one priority, and one message that says it all. */
export function freshAction(setup: RoutingSetup, rule: RuleSetup, kind: RuleActionKind): RuleAction | undefined {
  const has = rule.then.some((action) => action.kind === kind);
  if (kind === 'tag') return { kind, tag: '' };
  if (kind === 'message') return has ? undefined : { kind, message: '' };
  if (kind === 'priority') return has ? undefined : { kind, priority: 'high' };
  if (kind === 'team') {
    const team = setup.teams[0]?.id;
    return has || team === undefined ? undefined : { kind, team };
  }
  const skill = skillsLeft(setup, rule, { kind })[0]?.id;
  return skill === undefined ? undefined : { kind, skill, level: LEVEL_DEFAULT };
}

/** What can still be added to a rule. */
export function actionsToAdd(setup: RoutingSetup, rule: RuleSetup): readonly RuleAction[] {
  if (rule.then.length >= ACTIONS_MAX) return [];
  return ACTION_KINDS.map((kind) => freshAction(setup, rule, kind)).filter((action) => action !== undefined);
}

export function addAction(rule: RuleSetup, action: RuleAction): RuleSetup {
  return withActions(rule, [...rule.then, action]);
}

export function putAction(rule: RuleSetup, at: number, action: RuleAction): RuleSetup {
  return withActions(rule, rule.then.with(at, action));
}

export function removeAction(rule: RuleSetup, at: number): RuleSetup {
  return withActions(rule, rule.then.toSpliced(at, 1));
}

/** What the rules do with a team or a skill. */
export interface RuleTouches {
  /** Those that do something else besides. */
  readonly poorer: readonly RuleSetup[];
  /** Those that do nothing else, and so go with it. */
  readonly gone: readonly RuleSetup[];
}

function names(action: RuleAction, id: string): boolean {
  return action.team === id || action.skill === id;
}

export function touchesOfRules(rules: readonly RuleSetup[], id: string): RuleTouches {
  const touched = rules.filter(({ then }) => then.some((action) => names(action, id)));
  const isPoorer = ({ then }: RuleSetup) => then.some((action) => !names(action, id));
  return { poorer: touched.filter(isPoorer), gone: touched.filter((rule) => !isPoorer(rule)) };
}

/** The rules once a team or a skill is gone. */
export function rulesWithout(rules: readonly RuleSetup[], id: string): readonly RuleSetup[] {
  const { gone } = touchesOfRules(rules, id);
  return rules
    .filter((rule) => !gone.includes(rule))
    .map((rule) =>
      rule.then.some((action) => names(action, id))
        ? withActions(
            rule,
            rule.then.filter((action) => !names(action, id)),
          )
        : rule,
    );
}

/** A key is exact to the letter, but nobody means the space that a paste brings along. */
function canonicalGroup(group: ConditionGroup): ConditionGroup {
  return {
    ...group,
    clauses: group.clauses.map((clause) =>
      kindOf(clause.field) === 'attribute' ? withKey(clause, keyOf(clause.field).trim()) : clause,
    ),
  };
}

/** As it is sent and compared: words without stray spaces. */
export function canonicalRule(rule: RuleSetup): RuleSetup {
  const actions = rule.then.map((action) => ({
    ...action,
    ...(action.tag === undefined ? {} : { tag: action.tag.trim() }),
    ...(action.message === undefined ? {} : { message: action.message.trim() }),
  }));
  return withActions({ ...rule, name: rule.name.trim(), when: rule.when.map(canonicalGroup) }, actions);
}
