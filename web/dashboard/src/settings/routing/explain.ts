/** What the dry run found, in sentences. Pure. */

import type { Explanation, LeftOut, RoutingSetup, RoutingStep, RuleStep, Weighed } from '@parlor/core/routing';
import { ago } from '../../format';
import { skillOf } from './setup';
import { words } from './words';

export interface Headline {
  readonly sentence: string;
  /** What else there is to know of it, or nothing. */
  readonly more: readonly string[];
  /** Whom it is about. */
  readonly agent: { readonly id: string; readonly name: string } | undefined;
}

function sentenceOf({ outcome, agent, team }: Explanation): string {
  if (outcome === 'offered') {
    return agent === undefined ? words.outcomes.offeredToSomebody : words.outcomes.offered(agent.name);
  }
  if (outcome === 'waits_to_be_picked') return words.outcomes.waits_to_be_picked(team?.name ?? words.thisTeam);
  return words.outcomes[outcome];
}

export function headlineOf(found: Explanation): Headline {
  const { outcome, agent, team, position } = found;
  const queues = outcome !== 'offered' && position > 0;
  const place = team === undefined ? words.inQueue(position) : words.inQueueOf(position, team.name);
  const isFirst = outcome !== 'offered' && agent !== undefined;
  return {
    sentence: sentenceOf(found),
    more: [...(queues ? [place] : []), ...(isFirst ? [words.firstIfRang(agent.name)] : [])],
    agent: outcome === 'offered' ? agent : undefined,
  };
}

export function reasonSentence({ reason, skill }: LeftOut, setup: RoutingSetup): string {
  if (reason !== 'lacks_skill') return words.reasons[reason];
  const name = skillOf(setup, skill?.skill)?.name;
  if (name === undefined || skill === undefined) return words.reasons.lacks_some_skill;
  return words.reasons.lacks_skill(name, skill.level);
}

const RULES_SHOWN = 6;

export interface RuleParts {
  readonly named: readonly RuleStep[];
  /** How many more were asked and do not hold, where naming all would be too many. */
  readonly others: number;
  /** How many were not asked, since one above them stopped. */
  readonly unasked: number;
}

/** What was asked is named; of many only what holds. */
export function ruleParts({ rules }: Explanation): RuleParts {
  const asked = rules.filter(({ reached }) => reached);
  const named = asked.length > RULES_SHOWN ? asked.filter(({ held }) => held) : asked;
  return { named, others: asked.length - named.length, unasked: rules.length - asked.length };
}

export function rulesSentence({ rules }: Explanation): string {
  const held = rules.filter((rule) => rule.reached && rule.held).map(({ name }) => name);
  return held.length === 0 ? words.rule.heldNone : words.rule.heldSome(held);
}

/** Whose queue it comes to, and how pressing it is there. */
export function placeSentence({ team, priority }: Explanation): string {
  const name = words.priorities[priority];
  return team === undefined ? words.rule.placeNone(name) : words.rule.placeIn(team.name, name);
}

/** Those of other teams are many and say little: they are counted, the others named. */
export function leftOutParts(found: Explanation): { named: readonly LeftOut[]; elsewhere: readonly LeftOut[] } {
  return {
    named: found.left_out.filter(({ reason }) => reason !== 'not_in_team'),
    elsewhere: found.left_out.filter(({ reason }) => reason === 'not_in_team'),
  };
}

const TEN_THOUSANDTHS = 10_000;

function share(figure: number): string {
  return new Intl.NumberFormat('en', { style: 'percent', maximumFractionDigits: 0 }).format(figure / TEN_THOUSANDTHS);
}

export function weighedSentence(criterion: RoutingStep['criterion'], { figure }: Weighed, now: number): string {
  const said = words.weighed;
  if (figure === 0) return said[criterion].no;
  if (criterion === 'last_agent') return said.last_agent.yes;
  if (criterion === 'least_busy') return said.least_busy.yes(share(figure));
  return criterion === 'round_robin' ? said.round_robin.yes(ago(now - figure)) : said[criterion].yes(figure);
}

export function isEqualForAll({ agents }: RoutingStep): boolean {
  return agents.every(({ stays }) => stays);
}

/** What a criterion came to. */
export function stepSentence(step: RoutingStep): string {
  const ahead = step.agents.filter(({ stays }) => stays).map(({ agent }) => agent.name);
  const [only] = ahead;
  if (only === undefined || isEqualForAll(step)) return words.stepAll;
  return ahead.length === 1 ? words.stepOne(only) : words.stepSome(ahead);
}

/** How it ended, once all criteria were weighed. */
export function endSentence({ agent, may_take, steps }: Explanation): string | undefined {
  if (agent === undefined) return undefined;
  if (may_take.length === 1) return words.noneLeftToWeigh;
  const ahead = steps.at(-1)?.agents.filter(({ stays }) => stays) ?? may_take;
  return ahead.length > 1 ? words.tie(agent.name) : words.first(agent.name);
}
