/** At which part of a rule each fault belongs, and what this side sees by itself. Pure. */

import { limits } from '@parlor/core/limits';
import type { RoutingSetup, RuleAction, RuleSetup, SetupFault } from '@parlor/core/routing';
import { gapOf } from './rule-fields';
import { type ClausePlace, rulesOf } from './rules';
import { same } from './same';
import { words } from './words';

/** A part of a rule; `rule` where it is about the whole of it. */
export type RulePart =
  | 'rule'
  | 'name'
  | 'actions'
  | `group ${number}`
  | `clause ${number}.${number}`
  | `action ${number}`;

export function clausePart({ group, clause }: ClausePlace): RulePart {
  return `clause ${group}.${clause}`;
}

/** A condition of one group is that group, one of several is all of them: "any[2]", "all[1].any[2]". */
function pathOf(rule: RuleSetup, { group, clause }: ClausePlace): string {
  const inner = `${rule.when[group]?.match ?? 'all'}[${clause}]`;
  return rule.when.length > 1 ? `all[${group}].${inner}` : inner;
}

function conditionPart(path: string, rule: RuleSetup): RulePart {
  const named = /^when\[(\d+)\](?:\.clauses\[(\d+)\])?/.exec(path);
  if (named !== null) {
    const [, group, clause] = named;
    return clause === undefined ? `group ${Number(group)}` : `clause ${Number(group)}.${Number(clause)}`;
  }
  const [first, second] = [...path.matchAll(/(?:all|any|none)\[(\d+)\]/g)].map(([, at]) => Number(at));
  if (first === undefined) return rule.when.length === 1 ? 'group 0' : 'rule';
  if (rule.when.length < 2) return `clause 0.${first}`;
  return second === undefined ? `group ${first}` : `clause ${first}.${second}`;
}

function onlyClauseOn(rule: RuleSetup, field: string): RulePart {
  const places = rule.when.flatMap(({ clauses }, group) =>
    clauses.flatMap((one, clause) => (one.field === field ? [{ group, clause }] : [])),
  );
  const [only] = places;
  return only !== undefined && places.length === 1 ? clausePart(only) : 'rule';
}

function actionPart(rule: RuleSetup, is: (action: RuleAction) => boolean): RulePart {
  const at = rule.then.findIndex(is);
  return at < 0 ? 'rule' : `action ${at}`;
}

const TAG_MAX = 40;

function isTagWrong({ kind, tag = '' }: RuleAction): boolean {
  return kind === 'tag' && (tag.trim() === '' || [...tag].length > TAG_MAX);
}

function isMessageWrong({ kind, message = '' }: RuleAction): boolean {
  return kind === 'message' && (message.trim() === '' || [...message].length > limits.ruleMessageChars);
}

function partByFlaw({ flaw, team, skill }: SetupFault, rule: RuleSetup): RulePart | undefined {
  switch (flaw) {
    case 'rule_without_action':
    case 'too_many_actions':
      return 'actions';
    case 'rule_names_unknown_team':
      return actionPart(rule, (action) => action.kind === 'team' && action.team === team);
    case 'rule_names_unknown_skill':
    case 'rule_level_out_of_range':
      return actionPart(rule, (action) => action.skill !== undefined && action.skill === skill);
    case 'no_member_has_skill':
      return actionPart(rule, (action) => action.kind === 'require_skill' && action.skill === skill);
    case 'rule_tag_invalid':
      return actionPart(rule, isTagWrong);
    case 'rule_message_invalid':
      return actionPart(rule, isMessageWrong);
    case 'rule_names_unknown_inbox':
      return onlyClauseOn(rule, 'channel.inbox');
    default:
      return undefined;
  }
}

export function partOf(fault: SetupFault, rule: RuleSetup): RulePart {
  const { flaw, path = '' } = fault;
  const known = partByFlaw(fault, rule);
  if (known !== undefined) return known;
  if (path === 'name') return 'name';
  const action = /^then\[(\d+)\]/.exec(path);
  if (action !== null) return `action ${Number(action[1])}`;
  return flaw.startsWith('condition_') || path.startsWith('when') ? conditionPart(path, rule) : 'rule';
}

/** The part itself, to be compared with what it was. */
function contentOf(rule: RuleSetup, part: RulePart): unknown {
  const [kind, place = ''] = part.split(' ');
  const [one = 0, other = 0] = place.split('.').map(Number);
  if (kind === 'name') return rule.name;
  if (kind === 'actions') return rule.then;
  if (kind === 'group') return rule.when[one];
  if (kind === 'clause') return rule.when[one]?.clauses[other];
  return kind === 'action' ? rule.then[one] : rule;
}

/** Where a rule stands now: as it was, wherever it went, else whatever stands in its place. */
function placeNow(rule: RuleSetup, at: number, now: readonly RuleSetup[]): number {
  if (same(now[at], rule)) return at;
  const elsewhere = now.findIndex((other) => same(other, rule));
  return elsewhere < 0 ? at : elsewhere;
}

/** The fault at the place where its rule is now; nothing once what it was found in has changed. */
export function ruleFaultNow(fault: SetupFault, judged: RoutingSetup, now: RoutingSetup): SetupFault | undefined {
  const at = fault.rule ?? 0;
  const before = rulesOf(judged)[at];
  if (before === undefined) return fault;
  const place = placeNow(before, at, rulesOf(now));
  const after = rulesOf(now)[place];
  if (after === undefined || (hangsOnAgents(fault) && !same(judged.agents, now.agents))) return undefined;
  const part = partOf(fault, before);
  return same(contentOf(before, part), contentOf(after, part)) ? { ...fault, rule: place } : undefined;
}

/** Who has which skill decides these, and not the rule alone. */
function hangsOnAgents({ flaw }: SetupFault): boolean {
  return flaw.startsWith('no_member_has');
}

function blankOf({ kind, tag, message }: RuleAction): Pick<SetupFault, 'flaw' | 'text'> | undefined {
  const { tagMissing, messageMissing } = words.rule;
  if (kind === 'tag' && tag?.trim() === '') return { flaw: 'rule_tag_invalid', text: tagMissing };
  const isBlank = kind === 'message' && message?.trim() === '';
  return isBlank ? { flaw: 'rule_message_invalid', text: messageMissing } : undefined;
}

function blanksIn(rule: RuleSetup): Pick<SetupFault, 'flaw' | 'text' | 'path'>[] {
  const { nameMissing, actionMissing, gaps } = words.rule;
  return [
    ...(rule.name.trim() === '' ? [{ flaw: 'name_missing', text: nameMissing, path: 'name' }] : []),
    ...rule.when.flatMap((group, at) =>
      group.clauses.flatMap((clause, place) => {
        const gap = gapOf(clause);
        const path = pathOf(rule, { group: at, clause: place });
        return gap === undefined ? [] : [{ flaw: 'condition_value_unfit', text: gaps[gap], path }];
      }),
    ),
    ...(rule.then.length === 0 ? [{ flaw: 'rule_without_action', text: actionMissing }] : []),
    ...rule.then.flatMap((action, at) => {
      const blank = blankOf(action);
      return blank === undefined ? [] : [{ ...blank, path: `then[${at}]` }];
    }),
  ];
}

/** What was not filled in. */
export function blanksInRules(setup: RoutingSetup): SetupFault[] {
  return rulesOf(setup).flatMap((rule, at) => blanksIn(rule).map((fault) => ({ ...fault, rule: at })));
}
