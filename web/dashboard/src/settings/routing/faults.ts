/** What keeps a setup from being saved, and at which field each fault belongs. Pure. */

import type { RoutingSetup, SetupFault, TeamSetup } from '@parlor/core/routing';
import { RestError } from '../../rest/request';
import { blanksInRules, ruleFaultNow } from './rule-faults';
import { rulesOf } from './rules';
import { same } from './same';
import { teamOf } from './setup';
import { words } from './words';

export type TeamField = Exclude<keyof TeamSetup, 'id' | 'mode'> | 'members';

/** By what the server's words begin with. */
const FIELDS: readonly (readonly [string, TeamField])[] = [
  ['team_without_members', 'members'],
  ['criterion', 'criteria'],
  ['ring_time', 'ring_s'],
  ['queue_limit', 'queue_limit'],
  ['age_step', 'age_step_s'],
  ['prefer_time', 'prefer_s'],
  ['place_time', 'place_kept_s'],
  ['ways_out', 'ways_out_s'],
  ['alert', 'alert_s'],
  ['overflow', 'overflow'],
  ['name', 'name'],
];

const HOURS = /(week|holidays|exceptions|zone|hours)/;

/** The part of a team that a fault is about; nothing where it is about the whole of it, or about no team. */
export function fieldOf({ team, agent, rule, flaw, path = '' }: SetupFault): TeamField | undefined {
  if (team === undefined || agent !== undefined || rule !== undefined) return undefined;
  const known = FIELDS.find(([begin]) => flaw.startsWith(begin))?.[1];
  if (known !== undefined) return known;
  const named = FIELDS.find(([, field]) => path.startsWith(field))?.[1];
  if (named !== undefined && !HOURS.test(path)) return named;
  return HOURS.test(path) || flaw.includes('zone') ? 'hours' : undefined;
}

/** The place in the hours: "week[3]", "holidays[0]", "exceptions[2].spans[1]", "zone". */
export function hoursPlaceOf(fault: SetupFault): string | undefined {
  if (fieldOf(fault) !== 'hours') return undefined;
  const found = /(week|holidays|exceptions)(\[\d+\])?(\.spans\[\d+\])?/.exec(fault.path ?? '');
  return found?.[0] ?? 'zone';
}

export function faultsOfTeam(faults: readonly SetupFault[], team: string): readonly SetupFault[] {
  return faults.filter((fault) => fault.team === team && fault.agent === undefined && fault.rule === undefined);
}

/** In one line what is wrong with a field of a team. */
export function faultAt(faults: readonly SetupFault[], team: string, field: TeamField): string | undefined {
  const found = faultsOfTeam(faults, team).filter((fault) => fieldOf(fault) === field);
  return found.length === 0 ? undefined : found.map(({ text }) => text).join(' ');
}

/** In one line what is wrong at a place of a team's hours, or below it. */
export function faultInHours(faults: readonly SetupFault[], team: string, place: string): string | undefined {
  const found = faultsOfTeam(faults, team).filter((fault) => hoursPlaceOf(fault) === place);
  return found.length === 0 ? undefined : found.map(({ text }) => text).join(' ');
}

export function faultOfSkill(faults: readonly SetupFault[], skill: string): string | undefined {
  return faults.find((fault) => fault.skill === skill && fault.agent === undefined && fault.rule === undefined)?.text;
}

export function faultsOfRule(faults: readonly SetupFault[], rule: number): readonly SetupFault[] {
  return faults.filter((fault) => fault.rule === rule);
}

export function faultOfInbox(faults: readonly SetupFault[], inbox: string): string | undefined {
  return faults.find((fault) => fault.inbox === inbox)?.text;
}

export function faultOfAgent(faults: readonly SetupFault[], agent: string): string | undefined {
  return faults.find((fault) => fault.agent === agent)?.text;
}

/** What a fault was found in. */
function subjectOf(fault: SetupFault, setup: RoutingSetup): unknown {
  if (fault.agent !== undefined) return setup.agents.find(({ agent }) => agent === fault.agent);
  if (fault.inbox !== undefined) return setup.inboxes.filter(({ inbox }) => inbox === fault.inbox);
  if (fault.team === undefined) return setup.skills.find(({ id }) => id === fault.skill) ?? setup;
  const field = fieldOf(fault);
  if (field === 'members') return setup.agents.filter(({ teams }) => teams.includes(fault.team ?? '')).length;
  const team = teamOf(setup, fault.team);
  return field === undefined ? team : team?.[field];
}

/** A fault is shown until somebody changes what it was found in; then only the server knows. */
export function standing(faults: readonly SetupFault[], judged: RoutingSetup, now: RoutingSetup): SetupFault[] {
  return faults.flatMap((fault) => {
    if (fault.rule === undefined) return same(subjectOf(fault, judged), subjectOf(fault, now)) ? [fault] : [];
    return ruleFaultNow(fault, judged, now) ?? [];
  });
}

/** What this side can see by itself: what was not filled in. */
export function blanks(setup: RoutingSetup): SetupFault[] {
  const isBlank = ({ name }: { readonly name: string }) => name.trim() === '';
  const flaw = 'name_missing';
  return [
    ...setup.teams.filter(isBlank).map(({ id }) => ({ flaw, text: words.teamNameMissing, team: id })),
    ...setup.skills.filter(isBlank).map(({ id }) => ({ flaw, text: words.skillNameMissing, skill: id })),
    ...setup.teams.flatMap(({ id, hours }) =>
      (hours?.holidays ?? []).flatMap((holiday, at) =>
        isBlank(holiday)
          ? [{ flaw: 'holiday_unnamed', text: words.holidayNameMissing, team: id, path: `holidays[${at}]` }]
          : [],
      ),
    ),
    ...blanksInRules(setup),
  ];
}

/** A refusal that names a field of what was sent: "setup.teams.0.name". */
export function faultOf(error: unknown, sent: RoutingSetup): SetupFault | undefined {
  if (!(error instanceof RestError) || error.field === undefined) return undefined;
  const [, list, at, rest = ''] = /(teams|skills|agents|rules|inboxes)\.(\d+)\.?(.*)/.exec(error.field) ?? [];
  const place = Number(at);
  // Within a fault's path the place in a list stands in brackets.
  const base = { flaw: error.reason, text: error.message, path: rest.replace(/\.(\d+)/g, '[$1]') };
  const [team, skill, agent] = [sent.teams[place]?.id, sent.skills[place]?.id, sent.agents[place]?.agent];
  const inbox = sent.inboxes[place]?.inbox;
  if (list === 'teams' && team !== undefined) return { ...base, team };
  if (list === 'skills' && skill !== undefined) return { ...base, skill };
  if (list === 'inboxes' && inbox !== undefined) return { ...base, inbox };
  if (list === 'rules' && rulesOf(sent)[place] !== undefined) return { ...base, rule: place };
  return list === 'agents' && agent !== undefined ? { ...base, agent } : undefined;
}
