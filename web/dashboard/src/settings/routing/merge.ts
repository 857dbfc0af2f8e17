/** Two people changed the setup at once: what the other one changed, and both changes in one. Pure. */

import type { RoutingSetup, RuleSetup } from '@parlor/core/routing';
import { rulesOf, rulesWithout } from './rules';
import { same } from './same';
import { inboxesWithin, skillOf, teamOf } from './setup';
import { words } from './words';

export interface Sides {
  /** What both began with. */
  readonly base: RoutingSetup;
  readonly mine: RoutingSetup;
  readonly theirs: RoutingSetup;
}

type Key<Thing> = (thing: Thing) => string;
type Lists<Thing> = Record<keyof Sides, readonly Thing[]>;

function byKey<Thing>(list: readonly Thing[], key: Key<Thing>): Map<string, Thing> {
  return new Map(list.map((thing) => [key(thing), thing]));
}

/** Each thing as the one who changed it left it; mine if both did. */
function chosen<Thing>(maps: Record<keyof Sides, ReadonlyMap<string, Thing>>, order: Iterable<string>): Thing[] {
  return [...order].flatMap((id) => {
    const own = maps.mine.get(id);
    const one = same(own, maps.base.get(id)) ? maps.theirs.get(id) : own;
    return one === undefined ? [] : [one];
  });
}

/** In their order, then what only I have. */
function mergedList<Thing>(lists: Lists<Thing>, key: Key<Thing>): Thing[] {
  const maps = { base: byKey(lists.base, key), mine: byKey(lists.mine, key), theirs: byKey(lists.theirs, key) };
  return chosen(maps, new Set([...maps.theirs.keys(), ...maps.mine.keys()]));
}

/** Rules have no ids: each is known by its name, and among those of one name by which of them it is. */
function byName(rules: readonly RuleSetup[]): Map<string, RuleSetup> {
  const seen = new Map<string, number>();
  return new Map(
    rules.map((rule) => {
      const nth = (seen.get(rule.name) ?? 0) + 1;
      seen.set(rule.name, nth);
      return [`${rule.name} ${nth}`, rule];
    }),
  );
}

/** The one order, and in it what only the other has: each after what it follows there. */
function woven(one: readonly string[], other: readonly string[]): string[] {
  const order = [...one];
  other.forEach((key, at) => {
    if (order.includes(key)) return;
    order.splice(at === 0 ? 0 : order.indexOf(other[at - 1] ?? '') + 1, 0, key);
  });
  return order;
}

/** Whose order counts: mine if I moved something, else theirs. */
function isMoved(keys: readonly string[], base: readonly string[]): boolean {
  const kept = keys.filter((key) => base.includes(key));
  return !same(
    kept,
    base.filter((key) => keys.includes(key)),
  );
}

function mergedRules(lists: Lists<RuleSetup>): readonly RuleSetup[] {
  if (same(lists.theirs, lists.base)) return lists.mine;
  const maps = { base: byName(lists.base), mine: byName(lists.mine), theirs: byName(lists.theirs) };
  const [base, mine, theirs] = [[...maps.base.keys()], [...maps.mine.keys()], [...maps.theirs.keys()]];
  return chosen(maps, isMoved(mine, base) ? woven(mine, theirs) : woven(theirs, mine));
}

type ListName = Exclude<keyof RoutingSetup, 'rules'>;

function listsOf<Name extends ListName>({ base, mine, theirs }: Sides, name: Name) {
  return { base: base[name], mine: mine[name], theirs: theirs[name] };
}

/** What the rules name and nobody has any more goes from them too. */
function rulesLeft(setup: RoutingSetup): readonly RuleSetup[] {
  const named = rulesOf(setup).flatMap(({ then }) => then.flatMap(({ team, skill }) => team ?? skill ?? []));
  const lost = named.filter((id) => teamOf(setup, id) === undefined && skillOf(setup, id) === undefined);
  return lost.reduce((rules, id) => rulesWithout(rules, id), rulesOf(setup));
}

/** What one side removed, the other may still name. */
function withoutLost(setup: RoutingSetup): RoutingSetup {
  const isTeam = (id: string) => teamOf(setup, id) !== undefined;
  return {
    ...setup,
    teams: setup.teams.map((team) => {
      const { overflow, ...rest } = team;
      return overflow !== undefined && !isTeam(overflow.to) ? rest : team;
    }),
    agents: setup.agents.map((agent) => ({
      ...agent,
      teams: agent.teams.filter(isTeam),
      skills: agent.skills.filter(({ skill }) => skillOf(setup, skill) !== undefined),
    })),
    rules: rulesLeft(setup),
    inboxes: inboxesWithin(setup.inboxes, isTeam),
  };
}

export function merged(sides: Sides): RoutingSetup {
  const { base, mine, theirs } = sides;
  return withoutLost({
    teams: mergedList(listsOf(sides, 'teams'), ({ id }) => id),
    skills: mergedList(listsOf(sides, 'skills'), ({ id }) => id),
    agents: mergedList(listsOf(sides, 'agents'), ({ agent }) => agent),
    rules: mergedRules({ base: rulesOf(base), mine: rulesOf(mine), theirs: rulesOf(theirs) }),
    inboxes: mergedList(listsOf(sides, 'inboxes'), ({ inbox }) => inbox),
  });
}

export interface Names {
  readonly agents: ReadonlyMap<string, string>;
  readonly inboxes: ReadonlyMap<string, string>;
}

/** The keys of what differs. */
function differingIn<Thing>(old: ReadonlyMap<string, Thing>, fresh: ReadonlyMap<string, Thing>): string[] {
  return [...new Set([...fresh.keys(), ...old.keys()])].filter((id) => !same(old.get(id), fresh.get(id)));
}

/** Rules that differ, or that their order does. */
function changedRules(before: readonly RuleSetup[], after: readonly RuleSetup[]): string[] {
  const [old, fresh] = [byName(before), byName(after)];
  const names = differingIn(old, fresh).map((key) => (fresh.get(key) ?? old.get(key))?.name || words.rule.unnamed);
  return names.length === 0 && !same(before, after) ? [words.rule.order] : names;
}

/** The names of what differs, for people. */
export function changedNames(before: RoutingSetup, after: RoutingSetup, names: Names): string[] {
  const differing = <Thing>(one: readonly Thing[], other: readonly Thing[], key: Key<Thing>) =>
    differingIn(byKey(one, key), byKey(other, key));
  const found = [
    ...differing(before.teams, after.teams, ({ id }) => id).map(
      (id) => (teamOf(after, id) ?? teamOf(before, id))?.name,
    ),
    ...differing(before.skills, after.skills, ({ id }) => id).map(
      (id) => (skillOf(after, id) ?? skillOf(before, id))?.name,
    ),
    ...changedRules(rulesOf(before), rulesOf(after)),
    ...differing(before.agents, after.agents, ({ agent }) => agent).map((id) => names.agents.get(id)),
    ...differing(before.inboxes, after.inboxes, ({ inbox }) => inbox).map((id) => names.inboxes.get(id)),
  ];
  return found.filter((name) => name !== undefined);
}
