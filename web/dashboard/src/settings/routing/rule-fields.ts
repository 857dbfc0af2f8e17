/** What a rule may ask about a chat that begins, how each thing compares, and with how many values. Pure. */

import type { ConditionClause, Weekday } from '@parlor/core/routing';
import { WEEKDAYS } from './hours';

/** How a field is asked and shown; an hour, a day and a language have controls of their own. */
export type FieldKind =
  | 'flag'
  | 'text'
  | 'language'
  | 'hour'
  | 'weekday'
  | 'inbox'
  | 'attribute'
  | 'score'
  | 'count'
  | 'seconds';

/** What stands before the key of an attribute, which is the site's own and exact to the letter. */
export const ATTRIBUTE = 'contact.attribute.';

const KINDS = {
  'page.url': 'text',
  'page.title': 'text',
  'page.campaign': 'text',
  'conversation.message': 'text',
  'contact.language': 'language',
  'contact.returning': 'flag',
  'contact.vip': 'flag',
  [ATTRIBUTE]: 'attribute',
  'conversation.sentiment': 'score',
  'time.weekday': 'weekday',
  'time.hour': 'hour',
  'channel.inbox': 'inbox',
  'queue.length': 'count',
  'queue.wait_s': 'seconds',
  'queue.agents_online': 'count',
} as const satisfies Record<string, FieldKind>;

export type FieldName = keyof typeof KINDS;

export const FIELDS = Object.keys(KINDS) as FieldName[];

export function isField(name: string): name is FieldName {
  return Object.hasOwn(KINDS, name);
}

/** Every attribute is one field, which the owner names. */
export function baseOf(field: string): string {
  return field.startsWith(ATTRIBUTE) ? ATTRIBUTE : field;
}

export function keyOf(field: string): string {
  return field.startsWith(ATTRIBUTE) ? field.slice(ATTRIBUTE.length) : '';
}

/** What a server of tomorrow may ask is text here. */
export function kindOf(field: string): FieldKind {
  const base = baseOf(field);
  return isField(base) ? KINDS[base] : 'text';
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

const COMPARISONS = ['at_least', 'greater_than', 'at_most', 'less_than', 'between'] as const;

/** Of each kind, those that are offered, the most useful first. */
export const OPERATORS: Readonly<Record<FieldKind, readonly Operator[]>> = {
  flag: ['is'],
  text: ['contains', 'is', 'is_not', 'starts_with', 'ends_with', 'matches_any', 'is_present', 'is_absent'],
  language: ['starts_with', 'is', 'is_not', 'matches_any', 'is_present', 'is_absent'],
  hour: ['between', 'at_least', 'less_than'],
  weekday: ['matches_any'],
  inbox: ['is', 'is_not', 'matches_any'],
  attribute: [
    'is',
    'is_not',
    'contains',
    'starts_with',
    'ends_with',
    'matches_any',
    ...COMPARISONS,
    'is_present',
    'is_absent',
  ],
  score: ['less_than', 'greater_than', 'at_most', 'at_least', 'between', 'is_present', 'is_absent'],
  count: [...COMPARISONS, 'is', 'is_not'],
  seconds: [...COMPARISONS, 'is_present', 'is_absent'],
};

/** The numbers that make sense for a kind, both ends included. */
interface Bounds {
  readonly low: number;
  readonly high: number;
  readonly whole: boolean;
}

const ANY_NUMBER: Bounds = { low: Number.MIN_SAFE_INTEGER, high: Number.MAX_SAFE_INTEGER, whole: false };
const BOUNDS: Partial<Record<FieldKind, Bounds>> = {
  score: { low: -1, high: 1, whole: false },
  count: { low: 0, high: Number.MAX_SAFE_INTEGER, whole: true },
  seconds: { low: 0, high: Number.MAX_SAFE_INTEGER, whole: true },
};

/** Whether a clause compares with numbers; of an attribute the comparison says so. */
export function isNumeric({ field, op }: Pick<ConditionClause, 'field' | 'op'>): boolean {
  const kind = kindOf(field);
  if (kind === 'attribute') return COMPARISONS.some((one) => one === op);
  return BOUNDS[kind] !== undefined;
}

function isFit(value: string, kind: FieldKind): boolean {
  const { low, high, whole } = BOUNDS[kind] ?? ANY_NUMBER;
  if (!(whole ? /^\d+$/ : /^-?\d+(\.\d+)?$/).test(value)) return false;
  return Number(value) >= low && Number(value) <= high;
}

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
  if (amount === 'two' && kind !== 'hour') return ['', ''];
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

/** The same question about another attribute. */
export function withKey(clause: ConditionClause, key: string): ConditionClause {
  return { ...clause, field: `${ATTRIBUTE}${key}` };
}

/** The same question with another comparison; the values stay as far as they fit. */
export function withOperator(clause: ConditionClause, op: Operator, inbox: string): ConditionClause {
  const amount = amountOf(op);
  const fresh = firstValues(kindOf(clause.field), amount, inbox);
  const filled = clause.values.filter((value) => value.trim() !== '');
  const kept = { none: [], one: filled.slice(0, 1), two: filled.slice(0, 2), several: filled }[amount];
  const isHalf = amount === 'two' && kept.length === 1 && kindOf(clause.field) !== 'hour';
  const values = isHalf ? [...kept, ''] : kept.length < (amount === 'two' ? 2 : 1) ? fresh : kept;
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
export type Gap = 'key' | 'empty' | 'number' | 'whole' | 'score' | 'reversed' | 'descending';

function gapOfNumbers({ field, values }: ConditionClause): Gap | undefined {
  const kind = kindOf(field);
  if (values.every((value) => isFit(value, kind))) return undefined;
  if (kind === 'score') return 'score';
  return kind === 'attribute' ? 'number' : 'whole';
}

export function gapOf(clause: ConditionClause): Gap | undefined {
  const { field, op, values } = clause;
  const amount = amountOf(op);
  const kind = kindOf(field);
  if (kind === 'attribute' && keyOf(field).trim() === '') return 'key';
  if (amount === 'none') return undefined;
  const needed = amount === 'two' ? 2 : 1;
  if (values.length < needed || values.some((value) => value === '')) return 'empty';
  const misfit = isNumeric(clause) ? gapOfNumbers(clause) : undefined;
  if (misfit !== undefined) return misfit;
  if (amount !== 'two' || Number(values[0]) <= Number(values[1])) return undefined;
  return kind === 'hour' ? 'reversed' : 'descending';
}
