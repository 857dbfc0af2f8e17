/** The routing of Casa & Co, and what a dry run over it finds. */

import type { Explanation, RoutingSetup, RuleSetup, SetupFault, TeamSetup, VersionedSetup } from '@parlor/core/routing';
import { WEEKDAYS } from '../src/settings/routing/hours';
import { withActions } from '../src/settings/routing/rules';
import { ADA, BEN, NOW, ORLA } from './cast';

function id(tail: string): string {
  return `019368a0-3333-7000-8000-0000000000${tail}`;
}

export const ORDERS = id('01');
export const BILLING = id('02');
export const NIGHT = id('03');
const SPANISH = id('11');
const SOFAS = id('12');
const INVOICES = id('13');

const SITE = '019368a0-0000-7000-8000-000000000001';

const RULES: readonly RuleSetup[] = [
  withActions(
    {
      name: 'Refunds go to Billing',
      when: [
        {
          match: 'any',
          clauses: [
            { field: 'conversation.message', op: 'contains', values: ['refund'] },
            { field: 'conversation.message', op: 'contains', values: ['money back'] },
            { field: 'page.url', op: 'ends_with', values: ['/account/billing'] },
          ],
        },
        { match: 'none', clauses: [{ field: 'contact.language', op: 'starts_with', values: ['es'] }] },
      ],
      stop: true,
    },
    [
      { kind: 'team', team: BILLING },
      { kind: 'priority', priority: 'high' },
      { kind: 'tag', tag: 'refund' },
    ],
  ),
  withActions(
    {
      name: 'Spanish at the checkout',
      when: [
        {
          match: 'all',
          clauses: [
            { field: 'page.url', op: 'contains', values: ['/checkout'] },
            { field: 'contact.language', op: 'starts_with', values: ['es'] },
            { field: 'time.weekday', op: 'matches_any', values: WEEKDAYS.slice(0, 5) },
            { field: 'time.hour', op: 'between', values: ['9', '17'] },
            { field: 'channel.inbox', op: 'is', values: [SITE] },
            { field: 'page.campaign', op: 'matches_any', values: ['spring-sale', 'oak-week'] },
            { field: 'contact.returning', op: 'is', values: ['true'] },
          ],
        },
      ],
      stop: false,
    },
    [
      { kind: 'require_skill', skill: SPANISH, level: 3 },
      { kind: 'prefer_skill', skill: SOFAS, level: 2 },
    ],
  ),
  withActions({ name: 'Everything else is ordinary', when: [], stop: false }, [
    { kind: 'priority', priority: 'normal' },
  ]),
];

function team(tail: string, name: string, more: Partial<TeamSetup> = {}): TeamSetup {
  return {
    id: id(tail),
    name,
    mode: 'automatic',
    criteria: ['last_agent', 'language', 'preferred_skills', 'least_busy', 'round_robin'],
    ring_s: 15,
    age_step_s: 300,
    prefer_s: 60,
    ways_out_s: 60,
    place_kept_s: 120,
    alert_s: 180,
    ...more,
  };
}

const OFFICE = (['monday', 'tuesday', 'wednesday', 'thursday', 'friday'] as const).flatMap((day) => [
  { day, from: 540, to: 720 },
  { day, from: 780, to: 1020 },
]);

export function casaSetup(): RoutingSetup {
  return {
    teams: [
      team('01', 'Orders', {
        queue_limit: 40,
        overflow: { to: BILLING, after_s: 600, beyond: 12 },
        hours: {
          zone: 'Europe/Vienna',
          week: [...OFFICE, { day: 'saturday', from: 600, to: 840 }],
          holidays: [
            { date: '2026-12-25', name: 'Christmas Day', spans: [] },
            { date: '2026-12-31', name: 'New Year’s Eve', spans: [{ from: 540, to: 780 }] },
          ],
          exceptions: [{ date: '2027-01-15', spans: [{ from: 720, to: 1020 }] }],
        },
      }),
      team('02', 'Billing', { criteria: ['preferred_skills', 'least_busy'] }),
      team('03', 'Night desk', {
        mode: 'pick',
        hours: {
          zone: 'America/Sao_Paulo',
          week: (['friday', 'saturday'] as const).map((day) => ({ day, from: 1320, to: 120 })),
          holidays: [],
          exceptions: [],
        },
      }),
    ],
    skills: [
      { id: SPANISH, name: 'Spanish', language: 'es' },
      { id: SOFAS, name: 'Sofas and fabrics' },
      { id: INVOICES, name: 'Invoices' },
    ],
    agents: [
      {
        agent: ADA.id,
        capacity: 4,
        teams: [ORDERS, BILLING],
        skills: [
          { skill: SPANISH, level: 4 },
          { skill: SOFAS, level: 5 },
        ],
      },
      { agent: BEN.id, capacity: 6, teams: [ORDERS, NIGHT], skills: [{ skill: SOFAS, level: 2 }] },
      { agent: ORLA.id, capacity: 2, teams: [BILLING], skills: [{ skill: INVOICES, level: 5 }] },
    ],
    rules: RULES,
    inboxes: [{ inbox: SITE, team: ORDERS, resolve_gone_s: 3600 }],
  };
}

export function nothingSetUp(): VersionedSetup {
  return { version: 0, setup: { teams: [], skills: [], agents: [], inboxes: [] } };
}

const EVE = { id: '019368a0-0000-7000-8000-0000000000e0', name: 'Eve Laurent' };
const MAX = { id: '019368a0-0000-7000-8000-0000000000d0', name: 'Max Brandt' };

export const OFFERED: Explanation = {
  outcome: 'offered',
  team: { id: ORDERS, name: 'Orders' },
  agent: ADA,
  position: 1,
  left_out: [
    { agent: EVE, reason: 'lacks_skill', skill: { skill: SPANISH, level: 3 } },
    { agent: MAX, reason: 'no_room' },
    { agent: { id: id('e1'), name: 'Ines Rocha' }, reason: 'not_in_team' },
  ],
  may_take: [ADA, BEN, ORLA],
  steps: [
    {
      criterion: 'last_agent',
      agents: [ADA, BEN, ORLA].map((agent) => ({ agent, figure: 0, stays: true })),
    },
    {
      criterion: 'language',
      agents: [
        { agent: ADA, figure: 4, stays: true },
        { agent: BEN, figure: 4, stays: true },
        { agent: ORLA, figure: 0, stays: false },
      ],
    },
    {
      criterion: 'least_busy',
      agents: [
        { agent: ADA, figure: 2500, stays: true },
        { agent: BEN, figure: 2500, stays: true },
      ],
    },
    {
      criterion: 'round_robin',
      agents: [
        { agent: ADA, figure: NOW - 3_600_000, stays: true },
        { agent: BEN, figure: NOW - 120_000, stays: false },
      ],
    },
  ],
  rules: [
    { name: 'VIPs first', reached: true, held: false },
    { name: 'Refunds go to Billing', reached: true, held: true },
    { name: 'Spanish at the checkout', reached: false, held: false },
    { name: 'Everything else is ordinary', reached: false, held: false },
  ],
  priority: 'high',
};

export const WAITS: Explanation = {
  outcome: 'waits',
  team: { id: ORDERS, name: 'Orders' },
  position: 3,
  left_out: [
    { agent: ADA, reason: 'no_room' },
    { agent: BEN, reason: 'has_passed' },
    { agent: ORLA, reason: 'away' },
    { agent: EVE, reason: 'waits_for_preferred' },
  ],
  may_take: [],
  steps: [],
  rules: [],
  priority: 'normal',
};

export const FAULTS: readonly SetupFault[] = [
  { flaw: 'ring_time_out_of_range', text: 'A chat rings for 5 seconds to 2 minutes.', team: ORDERS },
  { flaw: 'overflow_loop', text: 'Orders runs over to Billing, which runs over to Orders.', team: ORDERS },
  { flaw: 'spans_overlap', text: 'These hours overlap with others.', team: ORDERS, path: 'week[1]' },
  { flaw: 'team_without_members', text: 'Nobody is in this team.', team: BILLING },
];

export const RULE_FAULTS: readonly SetupFault[] = [
  {
    flaw: 'no_member_has_skill',
    text: 'the rule “Spanish at the checkout” asks for “Spanish”, which nobody has who could get the chat.',
    rule: 1,
    skill: SPANISH,
  },
  {
    flaw: 'condition_value_unfit',
    text: 'The condition of the rule “Refunds go to Billing” compares with a value that does not fit.',
    rule: 0,
    path: 'all[0].any[1]',
  },
  { flaw: 'rule_without_action', text: 'Say what the rule “Everything else is ordinary” does.', rule: 2 },
];

/** Rules that ask what the site says and how full the queue is, and that say something themselves. */
export function rulesWithMessages(): RuleSetup[] {
  const when = (...clauses: RuleSetup['when'][number]['clauses']) => [{ match: 'all' as const, clauses }];
  return [
    withActions(
      {
        name: 'Gold customers in a long queue',
        when: when(
          { field: 'contact.attribute.plan', op: 'is', values: ['gold'] },
          { field: 'contact.attribute.seats', op: 'between', values: ['5', '500'] },
          { field: 'contact.vip', op: 'is', values: ['true'] },
          { field: 'queue.wait_s', op: 'greater_than', values: ['300'] },
          { field: 'queue.agents_online', op: 'at_most', values: ['2'] },
          { field: 'conversation.sentiment', op: 'less_than', values: ['-0.5'] },
        ),
        stop: false,
      },
      [
        { kind: 'priority', priority: 'high' },
        {
          kind: 'message',
          message: 'Thanks for your patience. As a Gold customer you’re first in line, and we’ll be with you shortly.',
        },
      ],
    ),
    ...RULES.slice(2),
  ];
}

/** More rules than one looks through, one of them long. */
export function crowdOfRules(): RuleSetup[] {
  const long = 'Wolfeschlegelsteinhausenbergerdorff'.repeat(2);
  const [first] = RULES;
  return [
    ...(first === undefined ? [] : [{ ...first, name: long }]),
    withActions({ name: 'الدفع بالعربية', when: [], stop: false }, [{ kind: 'tag', tag: 'طلبات' }]),
    ...Array.from({ length: 98 }, (_, at) => ({ ...(RULES[1] as RuleSetup), name: `Rule ${at + 3}` })),
  ];
}
