/** What a rule may ask about a chat that begins, how each thing compares, and with how many values. Pure. */

import type { ConditionClause, Weekday } from '@parlor/core/routing';
import { WEEKDAYS } from './hours';

/** How a field is asked and shown; an hour, a day and a language have controls of their own. */
export type FieldKind = 'flag' | 'text' | 'language' | 'hour' | 'weekday' | 'inbox';

const KINDS = {
  'page.url': 'text',
  'page.title': 'text',
  'page.campaign': 'text',
  'conversation.message': 'text',
  'contact.language': 'language',
  'contact.returning': 'flag',
  'time.weekday': 'weekday',
  'time.hour': 'hour',
  'channel.inbox': 'inbox',
} as const satisfies Record<string, FieldKind>;

export type FieldName = keyof typeof KINDS;

export const FIELDS = Object.keys(KINDS) as FieldName[];

export function isField(name: string): name is FieldName {
  return Object.hasOwn(KINDS, name);
}

/** What a server of tomorrow may ask is text here. */
export function kindOf(field: string): FieldKind {
  return isField(field) ? KINDS[field] : 'text';
}

export type Operator =
  | 'is'
  | 'is_not'
  | 'contains'
  | 'starts_with'
  | 'ends_with'
  | 'matches_any'
  | 'greater_than'
  | 'at_least'
  | 'less_than'
  | 'at_most'
  | 'between'
  | 'is_present'
  | 'is_absent';

/** Of each kind, those that are offered, the most useful first. */
export const OPERATORS: Readonly<Record<FieldKind, readonly Operator[]>> = {
  flag: ['is'],
  text: ['contains', 'is', 'is_not', 'starts_with', 'ends_with', 'matches_any', 'is_present', 'is_absent'],
  language: ['starts_with', 'is', 'is_not', 'matches_any', 'is_present', 'is_absent'],
  hour: ['between', 'at_least', 'less_than'],
  weekday: ['matches_any'],
  inbox: ['is', 'is_not', 'matches_any'],
};

/** How many values an operator takes. */
export type Amount = 'none' | 'one' | 'two' | 'several';

const AMOUNTS: Readonly<Record<string, Amount>> = {
  is_present: 'none',
  is_absent: 'none',
  between: 'two',
  matches_any: 'several',
};

export function amountOf(op: string): Amount {
  return AMOUNTS[op] ?? 'one';
}

const OFFICE_HOURS = ['9', '17'] as const;

function firstValues(kind: FieldKind, amount: Amount, inbox: string): readonly string[] {
  if (amount === 'none') return [];
  if (kind === 'flag') return ['true'];
  if (kind === 'hour') return amount === 'two' ? OFFICE_HOURS : OFFICE_HOURS.slice(0, 1);
  if (kind === 'weekday') return WEEKDAYS.slice(0, 5);
  if (kind === 'inbox') return [inbox];
  return amount === 'several' ? [] : [''];
}

/** A condition on a field, to be filled in; `inbox` is the one to begin with. */
export function freshClause(field: FieldName, inbox: string): ConditionClause {
  const kind = KINDS[field];
  const [op = 'is'] = OPERATORS[kind];
  return { field, op, values: firstValues(kind, amountOf(op), inbox) };
}

/** The same question with another comparison; the values stay as far as they fit. */
export function withOperator(clause: ConditionClause, op: Operator, inbox: string): ConditionClause {
  const amount = amountOf(op);
  const fresh = firstValues(kindOf(clause.field), amount, inbox);
  const filled = clause.values.filter((value) => value.trim() !== '');
  const kept = { none: [], one: filled.slice(0, 1), two: filled.slice(0, 2), several: filled }[amount];
  const values = amount === 'two' && kept.length < 2 ? fresh : kept.length === 0 ? fresh : kept;
  return { ...clause, op, values };
}

/** The days on which a clause holds, whichever way it says so; nothing where it asks otherwise. */
export function daysOf({ op, values }: ConditionClause): readonly Weekday[] | undefined {
  const named = WEEKDAYS.filter((day) => values.some((value) => value.toLowerCase() === day));
  if (op === 'is' || op === 'matches_any') return named;
  return op === 'is_not' ? WEEKDAYS.filter((day) => !named.includes(day)) : undefined;
}

export function withDays(clause: ConditionClause, days: readonly Weekday[]): ConditionClause {
  return { ...clause, op: 'matches_any', values: WEEKDAYS.filter((day) => days.includes(day)) };
}

/** What keeps a clause from being asked at all; nothing if it can be. */
export type Gap = 'empty' | 'reversed';

export function gapOf({ op, values }: ConditionClause): Gap | undefined {
  const amount = amountOf(op);
  if (amount === 'none') return undefined;
  const needed = amount === 'two' ? 2 : 1;
  if (values.length < needed || values.some((value) => value === '')) return 'empty';
  return amount === 'two' && Number(values[0]) > Number(values[1]) ? 'reversed' : undefined;
}
