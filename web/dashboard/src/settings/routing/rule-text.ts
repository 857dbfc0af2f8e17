/** A rule in words: when it holds, and what it then does. Pure. */

import type { ConditionClause, ConditionGroup, RoutingSetup, RuleAction, RuleSetup } from '@parlor/core/routing';
import { languageName } from '../../format';
import { durationText } from './duration-text';
import { clockOf, WEEKDAYS } from './hours';
import { amountOf, daysOf, type FieldName, isNumeric, kindOf, type Operator } from './rule-fields';
import { skillOf, teamOf } from './setup';
import { words } from './words';

const said = words.rule.says;
const RUN_MIN = 3;
const MINUTES = 60;

/** How the values of one comparison belong together. */
type Join = 'all' | 'any';

/** The sites by their ids, as far as they still are. */
export type SiteNames = ReadonlyMap<string, string>;

export function nameOfRule({ name }: RuleSetup): string {
  return name.trim() || words.rule.unnamed;
}

/** The begin and the end of an hour of the day. */
export function clocksOf(hour: string): readonly [string, string] {
  const begin = Number(hour);
  return [clockOf(begin * MINUTES), begin === 23 ? '24:00' : clockOf((begin + 1) * MINUTES)];
}

function hoursText({ op, values }: ConditionClause): string {
  const [[from, fromEnd], [, end]] = [clocksOf(values[0] ?? ''), clocksOf(values[1] ?? '')];
  const clocks: Readonly<Record<string, readonly string[]>> = {
    between: [from, end],
    at_least: [from],
    less_than: [from],
    greater_than: [fromEnd],
    at_most: [fromEnd],
  };
  return said.hours(op as Operator, clocks[op] ?? [from, fromEnd]);
}

/** Days that follow one another are said as from the first to the last. */
function dayRuns(days: readonly string[]): string[] {
  const runs: string[][] = [];
  WEEKDAYS.forEach((day, at) => {
    if (!days.includes(day)) return;
    const last = runs.at(-1);
    if (last !== undefined && at > 0 && last.at(-1) === WEEKDAYS[at - 1]) last.push(day);
    else runs.push([day]);
  });
  const short = (day = '') => words.shortDays[day as keyof typeof words.shortDays];
  return runs.flatMap((run) =>
    run.length < RUN_MIN ? run.map(short) : [words.dayRun(short(run[0]), short(run.at(-1)))],
  );
}

function namedText(clause: ConditionClause, nameOf: (value: string) => string): string {
  const names = clause.values.map((value) => (value === '' ? said.blank : nameOf(value)));
  const field = clause.field as FieldName;
  return clause.op === 'is_not' ? said.isNot(field, names) : said.isOneOf(field, names);
}

function plainText({ field, op, values }: ConditionClause, join: Join): string {
  const quoted = values.map((value) => said.quoted(value === '' ? said.blank : value));
  return said.text(field, op as Operator, said[amountOf(op) === 'several' ? 'any' : join](quoted));
}

function numberText({ field, op, values }: ConditionClause): string {
  const isTime = kindOf(field) === 'seconds';
  const one = (value: string) => (isTime && /^\d+$/.test(value) ? durationText(Number(value)) : value);
  return said.text(field, op as Operator, said.all(values.map((value) => (value === '' ? said.blank : one(value)))));
}

const NAMED = ['is', 'is_not', 'starts_with', 'matches_any'];

export function clauseText(clause: ConditionClause, sites: SiteNames, join: Join = 'any'): string {
  const kind = kindOf(clause.field);
  const days = kind === 'weekday' ? daysOf(clause) : undefined;
  if (days !== undefined) return said.days(dayRuns(days));
  const flag = kind === 'flag' && clause.op === 'is' ? said.flags[clause.field] : undefined;
  if (flag !== undefined) return flag[clause.values[0] === 'false' ? 'false' : 'true'];
  if (isNumeric(clause)) return numberText(clause);
  if (kind === 'hour' && clause.values.length > 0) return hoursText(clause);
  if (kind === 'language' && NAMED.includes(clause.op)) return namedText(clause, languageName);
  if (kind === 'inbox' && NAMED.includes(clause.op)) {
    return namedText(clause, (id) => sites.get(id) ?? said.goneSite);
  }
  return plainText(clause, join);
}

function isLike(one: ConditionClause | undefined, other: ConditionClause): one is ConditionClause {
  const isWords = ['text', 'attribute'].includes(kindOf(other.field)) && !isNumeric(other);
  const isPlain = isWords && amountOf(other.op) === 'one';
  return isPlain && one?.field === other.field && one.op === other.op;
}

/** Neighbours that compare one text in one way are said at once. */
function clauseTexts(clauses: readonly ConditionClause[], sites: SiteNames, join: Join): string[] {
  const runs = clauses.reduce<ConditionClause[]>((found, clause) => {
    const last = found.at(-1);
    if (isLike(last, clause)) found[found.length - 1] = { ...last, values: [...last.values, ...clause.values] };
    else found.push(clause);
    return found;
  }, []);
  return runs.map((clause) => clauseText(clause, sites, join));
}

function groupText({ match, clauses }: ConditionGroup, sites: SiteNames, isAlone: boolean): string {
  const texts = clauseTexts(clauses, sites, match === 'all' ? 'all' : 'any');
  if (match === 'all') return said.all(texts);
  return isAlone || texts.length < 2 ? said.any(texts) : said.eitherOf(texts);
}

/** When a rule holds. Groups of which nothing may hold come last, in one. */
export function conditionText({ when }: RuleSetup, sites: SiteNames): string {
  const positive = when.filter(({ match }) => match !== 'none');
  const negative = when.filter(({ match }) => match === 'none').flatMap(({ clauses }) => clauses);
  const unless = said.any(clauseTexts(negative, sites, 'any'));
  if (positive.length === 0) return negative.length === 0 ? said.always : said.onlyUnless(unless);
  const holds = said.groups(positive.map((group) => groupText(group, sites, positive.length === 1)));
  return [said.ifSo(holds), ...(negative.length === 0 ? [] : [said.unless(unless)])].join(', ');
}

const MESSAGE_SAID_MAX = 60;

/** A long one by its beginning. */
function beginningOf(message: string): string {
  const letters = [...message.trim().replace(/\s+/g, ' ')];
  if (letters.length <= MESSAGE_SAID_MAX) return letters.join('');
  return `${letters
    .slice(0, MESSAGE_SAID_MAX - 1)
    .join('')
    .trimEnd()}…`;
}

type Named = Pick<RoutingSetup, 'teams' | 'skills'>;

function actionText(action: RuleAction, setup: Named): string {
  switch (action.kind) {
    case 'team': {
      const team = teamOf(setup, action.team);
      return said.team(team === undefined ? said.goneTeam : team.name || words.unnamed);
    }
    case 'priority':
      return said.priority(words.priorities[action.priority ?? 'normal']);
    case 'tag':
      return said.tag(action.tag || said.blank);
    case 'message':
      return said.message(beginningOf(action.message ?? '') || said.blank);
    default:
      return said[action.kind](skillOf(setup, action.skill)?.name ?? said.goneSkill, action.level ?? 1);
  }
}

/** What a rule does, in short. */
export function resultText({ then, stop }: RuleSetup, setup: Named): string {
  const actions = then.map((action) => actionText(action, setup));
  return [...(actions.length === 0 ? [said.nothing] : actions), ...(stop ? [said.stop] : [])].join(' · ');
}
