/** The routing setup as a value, and every change that a screen makes to it. Pure. */

import { newId } from '@parlor/core/ids';
import type {
  AgentSetup,
  Criterion,
  HoursSetup,
  InboxSetup,
  RoutingSetup,
  SkillLevel,
  SkillSetup,
  TeamSetup,
} from '@parlor/core/routing';
import { canonicalRule, rulesOf, rulesWithout } from './rules';
import { same } from './same';

export const CAPACITY_DEFAULT = 4;
export const CAPACITY_MAX = 20;
export const CRITERIA: readonly Criterion[] = [
  'last_agent',
  'language',
  'preferred_skills',
  'least_busy',
  'round_robin',
];

/** From the least to the most that the server takes, in seconds. */
export const RANGES = {
  ring_s: [5, 120],
  age_step_s: [10, 86_400],
  prefer_s: [0, 3600],
  ways_out_s: [0, 86_400],
  place_kept_s: [0, 3600],
  alert_s: [10, 86_400],
  overflow_after_s: [10, 86_400],
  resolve_gone_s: [10, 604_800],
} as const;
export const QUEUE_LIMIT_MAX = 10_000;
export const ALERT_DEFAULT_S = 180;
export const GONE_DEFAULT_S = 3600;

export function newTeam(name: string): TeamSetup {
  return {
    id: newId(),
    name,
    mode: 'automatic',
    criteria: CRITERIA,
    ring_s: 15,
    age_step_s: 300,
    prefer_s: 60,
    ways_out_s: 60,
    place_kept_s: 120,
    alert_s: ALERT_DEFAULT_S,
  };
}

export function teamOf({ teams }: Pick<RoutingSetup, 'teams'>, id: string | undefined): TeamSetup | undefined {
  return teams.find((team) => team.id === id);
}

export function skillOf({ skills }: Pick<RoutingSetup, 'skills'>, id: string | undefined): SkillSetup | undefined {
  return skills.find((skill) => skill.id === id);
}

/** Of somebody whom the setup does not name yet, what holds for everybody. */
export function agentOf(setup: RoutingSetup, id: string): AgentSetup {
  const found = setup.agents.find(({ agent }) => agent === id);
  return found ?? { agent: id, capacity: CAPACITY_DEFAULT, teams: [], skills: [] };
}

export function membersOf(setup: RoutingSetup, team: string): AgentSetup[] {
  return setup.agents.filter(({ teams }) => teams.includes(team));
}

export function levelOf(agent: AgentSetup, skill: string): number | undefined {
  return agent.skills.find((one) => one.skill === skill)?.level;
}

export function holdersOf(setup: RoutingSetup, skill: string): AgentSetup[] {
  return setup.agents.filter((agent) => levelOf(agent, skill) !== undefined);
}

function isUsual({ capacity, teams, skills }: AgentSetup): boolean {
  return capacity === CAPACITY_DEFAULT && teams.length === 0 && skills.length === 0;
}

/** The first team has everybody, as it was before there were teams. */
export function addTeam(setup: RoutingSetup, team: TeamSetup, everybody: readonly string[]): RoutingSetup {
  const grown = { ...setup, teams: [...setup.teams, team] };
  return setup.teams.length > 0 ? grown : setMembers(grown, team.id, new Set(everybody));
}

/** `undefined` in a change takes the field away. */
export type Change<Thing> = { readonly [Field in keyof Thing]?: Thing[Field] | undefined };
export type TeamChange = Change<TeamSetup>;

function changed<Thing extends object>(thing: Thing, change: Change<Thing>): Thing {
  const fields = Object.entries({ ...thing, ...change }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(fields) as unknown as Thing;
}

export function changeTeam(setup: RoutingSetup, id: string, change: TeamChange): RoutingSetup {
  return { ...setup, teams: setup.teams.map((team) => (team.id === id ? changed(team, change) : team)) };
}

export function changeHours(setup: RoutingSetup, id: string, change: Partial<HoursSetup>): RoutingSetup {
  const hours = teamOf(setup, id)?.hours;
  return hours === undefined ? setup : changeTeam(setup, id, { hours: { ...hours, ...change } });
}

export interface TeamTouches {
  readonly members: readonly string[];
  readonly inboxes: readonly string[];
  /** Teams whose queue runs over to it. */
  readonly overflows: readonly TeamSetup[];
}

/** What else changes when a team goes. */
export function touchesOfTeam(setup: RoutingSetup, id: string): TeamTouches {
  return {
    members: membersOf(setup, id).map(({ agent }) => agent),
    inboxes: setup.inboxes.filter(({ team }) => team === id).map(({ inbox }) => inbox),
    overflows: setup.teams.filter(({ overflow }) => overflow?.to === id),
  };
}

function withoutOverflowTo(team: TeamSetup, id: string): TeamSetup {
  if (team.overflow?.to !== id) return team;
  const { overflow: _, ...rest } = team;
  return rest;
}

export function removeTeam(setup: RoutingSetup, id: string): RoutingSetup {
  return {
    ...setup,
    teams: setup.teams.filter((team) => team.id !== id).map((team) => withoutOverflowTo(team, id)),
    agents: setup.agents.map((agent) =>
      agent.teams.includes(id) ? { ...agent, teams: agent.teams.filter((team) => team !== id) } : agent,
    ),
    rules: rulesWithout(rulesOf(setup), id),
    inboxes: inboxesWithin(setup.inboxes, (team) => team !== id),
  };
}

/** What is left to say of the inboxes when only these teams are. */
export function inboxesWithin(inboxes: readonly InboxSetup[], isTeam: (id: string) => boolean): InboxSetup[] {
  return inboxes
    .map((inbox) => (inbox.team === undefined || isTeam(inbox.team) ? inbox : changed(inbox, { team: undefined })))
    .filter((inbox) => !isSilent(inbox));
}

function isSilent({ team, resolve_gone_s }: InboxSetup): boolean {
  return team === undefined && resolve_gone_s === undefined;
}

function putAgent(setup: RoutingSetup, next: AgentSetup): RoutingSetup {
  const others = setup.agents.some(({ agent }) => agent === next.agent)
    ? setup.agents.map((one) => (one.agent === next.agent ? next : one))
    : [...setup.agents, next];
  return { ...setup, agents: others };
}

export function setMembers(setup: RoutingSetup, team: string, members: ReadonlySet<string>): RoutingSetup {
  const named = [...new Set([...setup.agents.map(({ agent }) => agent), ...members])];
  return named.reduce((grown, id) => {
    const agent = agentOf(grown, id);
    if (agent.teams.includes(team) === members.has(id)) return grown;
    const teams = members.has(id) ? [...agent.teams, team] : agent.teams.filter((one) => one !== team);
    return putAgent(grown, { ...agent, teams });
  }, setup);
}

export function setCapacity(setup: RoutingSetup, agent: string, capacity: number): RoutingSetup {
  return putAgent(setup, { ...agentOf(setup, agent), capacity });
}

/** A list of skills with one of them at another level; at none, without it. */
export function withLevel(skills: readonly SkillLevel[], skill: string, level: number | undefined): SkillLevel[] {
  if (level === undefined) return skills.filter((one) => one.skill !== skill);
  if (!skills.some((one) => one.skill === skill)) return [...skills, { skill, level }];
  return skills.map((one) => (one.skill === skill ? { skill, level } : one));
}

export interface LevelWish {
  readonly agent: string;
  readonly skill: string;
  readonly level: number | undefined;
}

export function setLevel(setup: RoutingSetup, { agent, skill, level }: LevelWish): RoutingSetup {
  const before = agentOf(setup, agent);
  return putAgent(setup, { ...before, skills: withLevel(before.skills, skill, level) });
}

/** Adds it, or puts it in the place of the one with its id. */
export function putSkill(setup: RoutingSetup, skill: SkillSetup): RoutingSetup {
  const known = setup.skills.some(({ id }) => id === skill.id);
  const skills = known ? setup.skills.map((one) => (one.id === skill.id ? skill : one)) : [...setup.skills, skill];
  return { ...setup, skills };
}

export function removeSkill(setup: RoutingSetup, id: string): RoutingSetup {
  return {
    ...setup,
    skills: setup.skills.filter((skill) => skill.id !== id),
    agents: setup.agents.map((agent) =>
      levelOf(agent, id) === undefined ? agent : { ...agent, skills: withLevel(agent.skills, id, undefined) },
    ),
    rules: rulesWithout(rulesOf(setup), id),
  };
}

/** Of an inbox that the setup does not name yet, what holds for every one. */
export function inboxOf(setup: RoutingSetup, id: string): InboxSetup {
  return setup.inboxes.find(({ inbox }) => inbox === id) ?? { inbox: id };
}

/** Where an inbox sends its visitors; nothing while there is no team. */
export function teamOfInbox(setup: RoutingSetup, inbox: string): string | undefined {
  return inboxOf(setup, inbox).team ?? setup.teams[0]?.id;
}

export function changeInbox(setup: RoutingSetup, id: string, change: Change<InboxSetup>): RoutingSetup {
  const others = setup.inboxes.filter(({ inbox }) => inbox !== id);
  return { ...setup, inboxes: [...others, changed(inboxOf(setup, id), change)] };
}

/** One place earlier or later in a list; the same list where there is no such place. */
export function moved<Thing>(list: readonly Thing[], from: number, by: -1 | 1): readonly Thing[] {
  const to = from + by;
  const [one, other] = [list[from], list[to]];
  if (one === undefined || other === undefined) return list;
  return list.map((thing, at) => (at === from ? other : at === to ? one : thing));
}

/** As it is sent and compared: names without stray spaces, nobody who is as everybody is. */
export function canonical(setup: RoutingSetup): RoutingSetup {
  const trimmed = <Named extends { readonly name: string }>(thing: Named) => ({ ...thing, name: thing.name.trim() });
  const byId = (one: { inbox: string }, other: { inbox: string }) => (one.inbox < other.inbox ? -1 : 1);
  return {
    teams: setup.teams.map(trimmed),
    skills: setup.skills.map(trimmed),
    agents: setup.agents
      .filter((agent) => !isUsual(agent))
      .map((agent) => ({
        ...agent,
        teams: [...agent.teams].sort(),
        skills: [...agent.skills].sort((one, other) => (one.skill < other.skill ? -1 : 1)),
      }))
      .sort((one, other) => (one.agent < other.agent ? -1 : 1)),
    rules: rulesOf(setup).map(canonicalRule),
    inboxes: setup.inboxes.filter((inbox) => !isSilent(inbox)).sort(byId),
  };
}

export function isChanged(setup: RoutingSetup, base: RoutingSetup): boolean {
  return !same(canonical(setup), canonical(base));
}
