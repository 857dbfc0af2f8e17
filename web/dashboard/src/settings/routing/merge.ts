/** Two people changed the setup at once: what the other one changed, and both changes in one. Pure. */

import type { RoutingSetup } from '@parlor/core/routing';
import { same, skillOf, teamOf } from './setup';

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

/** Each thing as the one who changed it left it; mine if both did. In their order, then what only I have. */
function mergedList<Thing>(lists: Lists<Thing>, key: Key<Thing>): Thing[] {
  const [base, mine, theirs] = [lists.base, lists.mine, lists.theirs].map((list) => byKey(list, key));
  const keys = new Set([...(theirs?.keys() ?? []), ...(mine?.keys() ?? [])]);
  return [...keys].flatMap((id) => {
    const own = mine?.get(id);
    const chosen = same(own, base?.get(id)) ? theirs?.get(id) : own;
    return chosen === undefined ? [] : [chosen];
  });
}

function listsOf<Name extends keyof RoutingSetup>({ base, mine, theirs }: Sides, name: Name) {
  return { base: base[name], mine: mine[name], theirs: theirs[name] };
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
    inboxes: setup.inboxes.filter(({ team }) => isTeam(team)),
  };
}

export function merged(sides: Sides): RoutingSetup {
  return withoutLost({
    teams: mergedList(listsOf(sides, 'teams'), ({ id }) => id),
    skills: mergedList(listsOf(sides, 'skills'), ({ id }) => id),
    agents: mergedList(listsOf(sides, 'agents'), ({ agent }) => agent),
    inboxes: mergedList(listsOf(sides, 'inboxes'), ({ inbox }) => inbox),
  });
}

export interface Names {
  readonly agents: ReadonlyMap<string, string>;
  readonly inboxes: ReadonlyMap<string, string>;
}

/** The names of what differs, for people. */
export function changedNames(before: RoutingSetup, after: RoutingSetup, names: Names): string[] {
  const differing = <Thing>(one: readonly Thing[], other: readonly Thing[], key: Key<Thing>) => {
    const [old, fresh] = [byKey(one, key), byKey(other, key)];
    return [...new Set([...fresh.keys(), ...old.keys()])].filter((id) => !same(old.get(id), fresh.get(id)));
  };
  const found = [
    ...differing(before.teams, after.teams, ({ id }) => id).map(
      (id) => (teamOf(after, id) ?? teamOf(before, id))?.name,
    ),
    ...differing(before.skills, after.skills, ({ id }) => id).map(
      (id) => (skillOf(after, id) ?? skillOf(before, id))?.name,
    ),
    ...differing(before.agents, after.agents, ({ agent }) => agent).map((id) => names.agents.get(id)),
    ...differing(before.inboxes, after.inboxes, ({ inbox }) => inbox).map((id) => names.inboxes.get(id)),
  ];
  return found.filter((name) => name !== undefined);
}
