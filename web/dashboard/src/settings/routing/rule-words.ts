/** The texts of the routing rules: a part of the catalogue of the routing settings. */

import type { Match, RuleActionKind } from '@parlor/core/routing';
import { isolated } from '../../format';
import { ATTRIBUTE, baseOf, type FieldKind, type FieldName, keyOf, type Operator } from './rule-fields';

const both = new Intl.ListFormat('en', { type: 'conjunction' });
const either = new Intl.ListFormat('en', { type: 'disjunction' });

const quoted = (value: string) => `“${isolated(value)}”`;

const FIELDS: Record<FieldName, { readonly name: string; readonly subject: string }> = {
  'page.url': { name: 'Page address', subject: 'the page address' },
  'page.title': { name: 'Page title', subject: 'the page title' },
  'page.campaign': { name: 'Campaign', subject: 'the campaign' },
  'conversation.message': { name: 'First message', subject: 'the first message' },
  'contact.language': { name: 'Language', subject: 'the language' },
  'contact.returning': { name: 'Chatted before', subject: 'the visitor' },
  'contact.vip': { name: 'VIP', subject: 'the visitor' },
  'contact.attribute.': { name: 'Site attribute', subject: 'the attribute' },
  'conversation.sentiment': { name: 'Sentiment', subject: 'the sentiment' },
  'time.weekday': { name: 'Day of the week', subject: 'it' },
  'time.hour': { name: 'Time of day', subject: 'it' },
  'channel.inbox': { name: 'Website', subject: 'the website' },
  'queue.length': { name: 'People waiting', subject: 'the number of people waiting' },
  'queue.wait_s': { name: 'Wait in the queue', subject: 'the wait in the queue' },
  'queue.agents_online': { name: 'Agents online', subject: 'the number of agents online' },
};

/** An attribute is named by its key. */
function subjectOf(field: string): string {
  const key = keyOf(field);
  const { subject } = FIELDS[baseOf(field) as FieldName] ?? { subject: field };
  return baseOf(field) === ATTRIBUTE ? `${subject} ${quoted(key === '' ? '…' : key)}` : subject;
}

const COMPARED: Record<Operator, string> = {
  is: 'is',
  is_not: 'isn’t',
  contains: 'contains',
  starts_with: 'begins with',
  ends_with: 'ends with',
  matches_any: 'is one of',
  greater_than: 'is above',
  at_least: 'is at least',
  less_than: 'is below',
  at_most: 'is at most',
  between: 'is between',
  is_present: 'is known',
  is_absent: 'isn’t known',
};

/** Where a kind says it in other words. */
const COMPARED_AS: Partial<Record<FieldKind, Partial<Record<Operator, string>>>> = {
  language: { starts_with: 'is', is: 'is exactly', is_not: 'isn’t exactly', matches_any: 'is exactly one of' },
  hour: {
    at_least: 'is after',
    less_than: 'is before',
    is: 'is in the hour',
    is_not: 'isn’t in the hour',
    greater_than: 'is after',
    at_most: 'is before',
  },
};

const HOURS: Partial<Record<Operator, string>> = {
  between: 'it’s between',
  at_least: 'it’s after',
  less_than: 'it’s before',
  is: 'it’s between',
  is_not: 'it isn’t between',
  greater_than: 'it’s after',
  at_most: 'it’s before',
};

export const ruleWords = {
  title: 'Routing rules',
  purpose: 'Which chats go elsewhere, come first, or need agents with a skill.',
  rules: 'Rules',
  help: 'Asked from the first to the last, when a chat begins. Where two disagree, the earlier one decides; skills, tags and messages add up.',
  none: 'There’s no rule yet. Every chat goes to the team of its website.',
  add: 'Add a rule',
  full: (most: number) => `There are ${most} rules, and there can’t be more.`,
  unnamed: 'New rule',
  tryThem: 'Who would get this?',
  tryHelp: 'Think of a chat and see which rules hold, and who’d be asked.',
  tryOpen: 'Try it out',
  more: (name: string) => `More for ${name}`,
  up: 'Move up',
  down: 'Move down',
  duplicate: 'Duplicate',
  remove: 'Delete',
  copyOf: (name: string) => `${name}, copy`,
  isGone: (name: string) => `${quoted(name)} is deleted.`,
  undo: 'Undo',
  isBack: (name: string) => `${quoted(name)} is back.`,

  name: 'Name of the rule',
  nameHint: 'Checkout in office hours',
  nameMissing: 'Give the rule a name.',
  when: 'If',
  always: 'It holds for every chat.',
  match: { all: 'All', any: 'Any', none: 'None' } satisfies Record<Match, string>,
  matchLabel: 'How many of them must hold',
  ofThese: 'of these hold',
  and: 'and',
  addClause: 'Add a condition',
  addGroup: 'Add a group',
  removeGroup: 'Delete this group',
  field: 'What is asked',
  operator: (field: string) => `${field}: how it’s compared`,
  value: (field: string) => `${field}: compared with`,
  removeClause: (field: string) => `Delete the condition on ${field}`,
  fields: FIELDS,
  operators: (kind: FieldKind, op: Operator) => COMPARED_AS[kind]?.[op] ?? COMPARED[op],
  flags: { true: 'Yes', false: 'No' },
  hours: { first: (field: string) => `${field}: from`, last: (field: string) => `${field}: until`, and: 'and' },
  clockHelp: 'By the clock of the website’s team, or UTC where that team has no hours.',
  capitalsHelp: 'Capitals make no difference.',
  attributeHelp:
    'Attributes and VIP are what your site says of a visitor. Nobody has proven them, and in an attribute’s name capitals count.',
  vipHelp: '“No” holds only of visitors of whom the site says so. For all others, ask for “Yes” where none may hold.',
  sentimentHelp: 'The sentiment is the attribute “sentiment”: from -1, furious, to 1, delighted.',
  queueHelp: 'The queue is that of the website’s team, as the chat begins.',
  attributeKey: 'Name of the attribute',
  attributeName: (key: string) => (key === '' ? FIELDS['contact.attribute.'].name : `Attribute ${key}`),
  attributeKeyHint: 'plan',
  unitOf: { seconds: 'seconds' } as Partial<Record<FieldKind, string>>,
  hints: {
    'page.url': '/checkout',
    'page.title': 'Sofas',
    'page.campaign': 'spring-sale',
    'conversation.message': 'refund',
    'contact.language': 'de-AT',
    'contact.attribute.': 'gold',
    'conversation.sentiment': '-0.5',
    'queue.length': '10',
    'queue.wait_s': '300',
    'queue.agents_online': '2',
  } as Readonly<Record<string, string>>,
  languageHint: 'Choose a language',
  valuesHint: 'Type and press Enter',
  removeValue: (value: string) => `Remove ${value}`,
  gaps: {
    key: 'Name the attribute.',
    empty: 'Say what to compare with.',
    number: 'That’s compared as a number, such as 12 or -0.5.',
    whole: 'Use a whole number, 0 or more.',
    score: 'Use a number from -1 to 1, such as -0.5.',
    descending: 'The first number can’t be the greater one.',
    reversed:
      'The first time has to come before the second. For a night, let any of two conditions hold: from the evening, and before the morning.',
  },
  goneSite: 'A website that’s gone',
  goneTeam: 'A team that’s gone',
  goneSkill: 'A skill that’s gone',

  result: 'Then',
  noResult: 'Nothing yet.',
  actionMissing: 'Say what the rule does.',
  addAction: 'Add what happens',
  adds: {
    team: 'Send it to a team',
    priority: 'Set its priority',
    require_skill: 'Require a skill',
    prefer_skill: 'Prefer a skill',
    tag: 'Add a tag',
    message: 'Say something to the visitor',
  } satisfies Record<RuleActionKind, string>,
  does: {
    team: 'Send it to',
    priority: 'Priority',
    require_skill: 'Only agents with',
    prefer_skill: 'Better with',
    tag: 'Tag',
    message: 'Automatic message',
  } satisfies Record<RuleActionKind, string>,
  removeAction: (what: string) => `Leave out: ${what}`,
  levelOf: (what: string) => `${what}: least level`,
  tagHint: 'checkout',
  tagMissing: 'Write the tag.',
  messageHint: 'Thanks for your patience. We’ll be with you shortly.',
  messageHelp: 'The visitor reads it when they begin to wait. It’s marked as automatic.',
  messageMissing: 'Write the message.',
  stop: 'Stop here',
  stopHelp: 'If this rule holds, none below it is asked.',
  done: 'Done',

  /** The rule in one sentence. */
  says: {
    always: 'For every chat',
    ifSo: (positive: string) => `If ${positive}`,
    unless: (negative: string) => `unless ${negative}`,
    onlyUnless: (negative: string) => `Unless ${negative}`,
    all: (clauses: readonly string[]) => both.format(clauses),
    any: (clauses: readonly string[]) => either.format(clauses),
    eitherOf: (clauses: readonly string[]) => `either ${either.format(clauses)}`,
    groups: (parts: readonly string[]) => parts.join(', and '),
    quoted,
    text: (field: string, op: Operator, values: string) =>
      [subjectOf(field), COMPARED[op] ?? op, values].filter(Boolean).join(' '),
    isOneOf: (field: FieldName, names: readonly string[]) =>
      `${FIELDS[field].subject} is ${either.format(names.map(isolated))}`,
    isNot: (field: FieldName, names: readonly string[]) =>
      `${FIELDS[field].subject} isn’t ${either.format(names.map(isolated))}`,
    flags: {
      'contact.returning': { true: 'the visitor has chatted before', false: 'the visitor hasn’t chatted before' },
      'contact.vip': { true: 'the visitor is a VIP', false: 'the visitor is no VIP' },
    } as Readonly<Record<string, Readonly<Record<'true' | 'false', string>>>>,
    days: (days: readonly string[]) => (days.length === 0 ? 'it’s no day of the week' : `it’s ${either.format(days)}`),
    hours: (op: Operator, clocks: readonly string[]) => `${HOURS[op] ?? 'it’s'} ${both.format(clocks)}`,
    team: (name: string) => `to ${isolated(name)}`,
    priority: (name: string) => `${name.toLowerCase()} priority`,
    require_skill: (name: string, level: number) => `needs ${isolated(name)} ${level}`,
    prefer_skill: (name: string, level: number) => `better with ${isolated(name)} ${level}`,
    tag: (name: string) => `tag ${quoted(name)}`,
    message: (words: string) => `says ${quoted(words)}`,
    stop: 'no further rule',
    nothing: 'does nothing yet',
    blank: '…',
    goneSite: 'a website that’s gone',
    goneTeam: 'a team that’s gone',
    goneSkill: 'a skill that’s gone',
  },

  deletePoorer: (names: readonly string[]) =>
    names.length === 1
      ? `The rule ${names[0]} no longer names it.`
      : `The rules ${both.format(names)} no longer name it.`,
  deleteGone: (names: readonly string[]) =>
    names.length === 1
      ? `The rule ${names[0]} goes too, since it does nothing else.`
      : `The rules ${both.format(names)} go too, since they do nothing else.`,
  order: 'the order of the rules',

  held: 'holds',
  notHeld: 'doesn’t hold',
  notAsked: 'not asked',
  explained: 'Rules',
  heldSome: (names: readonly string[]) => `${both.format(names.map(quoted))} ${names.length === 1 ? 'holds' : 'hold'}.`,
  heldNone: 'None of them holds.',
  othersNot: (n: number) => (n === 1 ? '1 other doesn’t hold' : `${n} others don’t hold`),
  stopped: (n: number) => (n === 1 ? '1 below isn’t asked any more' : `${n} below aren’t asked any more`),
  place: 'Where it waits',
  placeIn: (team: string, priority: string) => `In ${isolated(team)}, with ${priority.toLowerCase()} priority.`,
  placeNone: (priority: string) => `In no team, with ${priority.toLowerCase()} priority.`,
} as const;
