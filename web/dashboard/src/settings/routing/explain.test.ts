import type { Explanation, LeftOutReason, RoutingOutcome } from '@parlor/core/routing';
import { describe, expect, it } from 'vitest';
import { ADA, BEN, NOW, ORLA } from '../../../gallery/cast';
import { casaSetup, OFFERED, WAITS } from '../../../gallery/routing-cast';
import {
  endSentence,
  headlineOf,
  isEqualForAll,
  leftOutParts,
  placeSentence,
  reasonSentence,
  ruleParts,
  rulesSentence,
  stepSentence,
  weighedSentence,
} from './explain';

const OUTCOMES: Record<RoutingOutcome, string> = {
  offered: 'Ada Okafor would get this now.',
  waits: 'Nobody can take this now, so it waits.',
  waits_to_be_picked: 'It waits in the queue of Orders until an agent picks it.',
  already_offered: 'It rings at an agent already.',
  visitor_away: 'The visitor has left the page, so nobody is asked until they’re back.',
  team_unknown: 'No team takes this, so nobody is asked.',
};

const REASONS: Record<LeftOutReason, RegExp> = {
  not_in_team: /isn’t in this team/,
  offline: /offline/,
  away: /away/,
  busy: /busy/,
  lacks_skill: /required skill/,
  has_passed: /passed/,
  has_offer: /another chat/,
  no_room: /no room/,
  taken_by_one_ahead: /ahead in line/,
  waits_for_preferred: /preferred skills/,
};

describe('the outcome', () => {
  it.each(Object.entries(OUTCOMES))('%s has its sentence', (outcome, sentence) => {
    expect(headlineOf({ ...OFFERED, outcome: outcome as RoutingOutcome }).sentence).toBe(sentence);
  });

  it('shows whom it is offered to, and nobody otherwise', () => {
    expect(headlineOf(OFFERED)).toMatchObject({ agent: ADA, more: [] });
    expect(headlineOf(WAITS).agent).toBeUndefined();
  });

  it('says the place in line, with and without a team', () => {
    expect(headlineOf(WAITS).more).toEqual(['It’s 3rd in line in Orders.']);
    const { team: _, ...teamless } = WAITS;
    expect(headlineOf(teamless).more).toEqual(['It’s 3rd in line.']);
    expect(headlineOf({ ...WAITS, position: 0 }).more).toEqual([]);
  });

  it('says who would be first if it rang', () => {
    const picked: Explanation = { ...OFFERED, outcome: 'waits_to_be_picked', position: 2 };
    expect(headlineOf(picked).more).toEqual([
      'It’s 2nd in line in Orders.',
      'Ada Okafor is first among those who could take it.',
    ]);
  });

  it('names nobody where the server names nobody', () => {
    const { agent: _, ...nameless } = OFFERED;
    expect(headlineOf(nameless).sentence).toBe('Somebody would get this now.');
  });
});

describe('which rules held', () => {
  const step = (name: string, held: boolean, reached = true) => ({ name, held, reached });
  const plain = (words: string) => words.replace(/[\u2068\u2069]/g, '');
  const of = (...rules: Explanation['rules']) => ({ ...OFFERED, rules });

  it('is said by name', () => {
    expect(plain(rulesSentence(OFFERED))).toBe('“Refunds go to Billing” holds.');
    expect(plain(rulesSentence(of(step('A', true), step('B', true))))).toBe('“A” and “B” hold.');
    expect(rulesSentence(of(step('A', false)))).toBe('None of them holds.');
  });

  it('names what was asked, and counts what was not', () => {
    const { named, others, unasked } = ruleParts(OFFERED);
    expect(named.map(({ name }) => name)).toEqual(['VIPs first', 'Refunds go to Billing']);
    expect([others, unasked]).toEqual([0, 2]);
  });

  it('of many names only what holds', () => {
    const many = of(...Array.from({ length: 9 }, (_, at) => step(`Rule ${at}`, at === 4)));
    expect(ruleParts(many)).toMatchObject({ named: [step('Rule 4', true)], others: 8, unasked: 0 });
  });

  it('leads to a queue', () => {
    expect(plain(placeSentence(OFFERED))).toBe('In Orders, with high priority.');
    const { team: _, ...teamless } = WAITS;
    expect(placeSentence(teamless)).toBe('In no team, with normal priority.');
  });
});

describe('who is left out', () => {
  it.each(Object.entries(REASONS))('%s is said in words', (reason, words) => {
    const said = reasonSentence({ agent: BEN, reason: reason as LeftOutReason }, casaSetup());
    expect(said).toMatch(words);
    expect(said).not.toContain('_');
  });

  it('has a sentence of its own for each reason', () => {
    const said = Object.keys(REASONS).map((reason) =>
      reasonSentence({ agent: BEN, reason: reason as LeftOutReason }, casaSetup()),
    );
    expect(new Set(said).size).toBe(said.length);
  });

  it('hears which skill is lacking', () => {
    const skill = casaSetup().skills[0]?.id ?? '';
    const left = { agent: BEN, reason: 'lacks_skill', skill: { skill, level: 3 } } as const;
    expect(reasonSentence(left, casaSetup())).toBe('doesn’t have Spanish at level 3 or above');
    expect(reasonSentence({ ...left, skill: { skill: 'gone', level: 1 } }, casaSetup())).toMatch(/a required skill/);
  });

  it('is named, but for the people of other teams', () => {
    const { named, elsewhere } = leftOutParts(OFFERED);
    expect(named.map(({ agent }) => agent.name)).toEqual(['Eve Laurent', 'Max Brandt']);
    expect(elsewhere).toHaveLength(1);
  });
});

describe('how they were weighed', () => {
  const figure = (n: number) => ({ agent: ADA, figure: n, stays: true });

  it.each([
    ['last_agent', 1, 'helped this visitor the last time'],
    ['last_agent', 0, 'didn’t help this visitor the last time'],
    ['language', 4, 'has the visitor’s language at level 4'],
    ['language', 0, 'doesn’t have the visitor’s language'],
    ['preferred_skills', 2, 'has 2 of the preferred skills'],
    ['preferred_skills', 0, 'has none of the preferred skills'],
    ['least_busy', 2500, 'is 25% full'],
    ['least_busy', 0, 'has no chat at the moment'],
    ['round_robin', NOW - 3_600_000, 'was last asked 1 h ago'],
    ['round_robin', NOW - 1000, 'was last asked just now'],
    ['round_robin', 0, 'hasn’t been asked yet'],
  ] as const)('%s %d: %s', (criterion, n, sentence) => {
    expect(weighedSentence(criterion, figure(n), NOW)).toBe(sentence);
  });

  it('says who is ahead after each criterion', () => {
    expect(OFFERED.steps.map(stepSentence)).toEqual([
      'All are equal here.',
      'Ada Okafor and Ben Sundqvist are ahead and equal.',
      'All are equal here.',
      'Ada Okafor is ahead.',
    ]);
    expect(OFFERED.steps.map(isEqualForAll)).toEqual([true, false, true, false]);
  });
});

describe('the end', () => {
  it('is who is first', () => expect(endSentence(OFFERED)).toBe('Ada Okafor is first.'));

  it('is the older one, if nothing told them apart', () => {
    expect(endSentence({ ...OFFERED, steps: OFFERED.steps.slice(0, 1) })).toMatch(/^Still equal\. Ada Okafor/);
    expect(endSentence({ ...OFFERED, steps: [] })).toMatch(/^Still equal\./);
  });

  it('needs no weighing of one', () => {
    expect(endSentence({ ...OFFERED, may_take: [ORLA], agent: ORLA, steps: [] })).toMatch(/^Only one/);
  });

  it('is silent when nobody is first', () => expect(endSentence(WAITS)).toBeUndefined());
});
