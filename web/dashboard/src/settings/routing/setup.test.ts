import type { RoutingSetup } from '@parlor/core/routing';
import { describe, expect, it } from 'vitest';
import { ADA, BEN, ORLA } from '../../../gallery/cast';
import { BILLING, casaSetup, NIGHT, nothingSetUp, ORDERS } from '../../../gallery/routing-cast';
import {
  addTeam,
  agentOf,
  canonical,
  changeHours,
  changeInbox,
  changeTeam,
  holdersOf,
  isChanged,
  membersOf,
  moved,
  newTeam,
  putSkill,
  removeSkill,
  removeTeam,
  setCapacity,
  setLevel,
  setMembers,
  teamOf,
  teamOfInbox,
  touchesOfTeam,
  withLevel,
} from './setup';

const INBOX = '019368a0-0000-7000-8000-000000000001';
const EMPTY = nothingSetUp().setup;
const ids = (agents: readonly { agent: string }[]) => agents.map(({ agent }) => agent);

/** Everything that one part of the setup may name in another. */
function danglingIn(setup: RoutingSetup): string[] {
  const teams = new Set(setup.teams.map(({ id }) => id));
  const skills = new Set(setup.skills.map(({ id }) => id));
  return [
    ...setup.teams.flatMap(({ overflow }) => (overflow === undefined ? [] : [overflow.to])),
    ...setup.agents.flatMap((agent) => agent.teams),
    ...setup.inboxes.flatMap(({ team }) => team ?? []),
  ]
    .filter((team) => !teams.has(team))
    .concat(setup.agents.flatMap((agent) => agent.skills.map(({ skill }) => skill)).filter((id) => !skills.has(id)));
}

describe('a team', () => {
  it('that is the first has everybody, a later one nobody', () => {
    const first = addTeam(EMPTY, newTeam('Orders'), [ADA.id, BEN.id]);
    expect(ids(membersOf(first, first.teams[0]?.id ?? ''))).toEqual([ADA.id, BEN.id]);
    const second = addTeam(first, newTeam('Billing'), [ADA.id, BEN.id]);
    expect(membersOf(second, second.teams[1]?.id ?? '')).toEqual([]);
  });

  it('begins as the server would begin it, with an id of its own', () => {
    const [one, other] = [newTeam('Orders'), newTeam('Orders')];
    expect(one).toMatchObject({ mode: 'automatic', ring_s: 15, age_step_s: 300, prefer_s: 60, place_kept_s: 120 });
    expect(one.criteria).toHaveLength(5);
    expect(one.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7/);
    expect(one.id).not.toBe(other.id);
  });

  it('loses a field that is changed to nothing, and keeps the others', () => {
    const changed = teamOf(changeTeam(casaSetup(), ORDERS, { queue_limit: undefined, ring_s: 30 }), ORDERS);
    expect(changed).toMatchObject({ name: 'Orders', ring_s: 30 });
    expect(changed).not.toHaveProperty('queue_limit');
  });

  it('without hours has none to change', () => {
    const before = casaSetup();
    expect(changeHours(before, BILLING, { zone: 'UTC' })).toBe(before);
    expect(teamOf(changeHours(before, ORDERS, { zone: 'UTC' }), ORDERS)?.hours?.zone).toBe('UTC');
  });

  it('says beforehand what goes with it', () => {
    expect(touchesOfTeam(casaSetup(), ORDERS)).toEqual({ members: [ADA.id, BEN.id], inboxes: [INBOX], overflows: [] });
    expect(touchesOfTeam(casaSetup(), BILLING).overflows.map(({ name }) => name)).toEqual(['Orders']);
  });

  it.each([ORDERS, BILLING, NIGHT])('%s leaves nothing behind that names it', (id) => {
    const after = removeTeam(casaSetup(), id);
    expect(after.teams).toHaveLength(2);
    expect(danglingIn(after)).toEqual([]);
    expect(danglingIn({ ...casaSetup(), teams: after.teams })).not.toEqual([]);
  });
});

describe('members', () => {
  it('come and go without touching other teams', () => {
    const after = setMembers(casaSetup(), ORDERS, new Set([BEN.id, ORLA.id]));
    expect(ids(membersOf(after, ORDERS)).sort()).toEqual([BEN.id, ORLA.id].sort());
    expect(agentOf(after, ADA.id).teams).toEqual([BILLING]);
    expect(agentOf(after, ORLA.id).teams).toEqual([BILLING, ORDERS]);
  });

  it('of whom nothing is written are as everybody is', () => {
    expect(agentOf(EMPTY, ADA.id)).toEqual({ agent: ADA.id, capacity: 4, teams: [], skills: [] });
    expect(agentOf(setCapacity(EMPTY, ADA.id, 7), ADA.id).capacity).toBe(7);
  });
});

describe('skills', () => {
  const spanish = casaSetup().skills[0]?.id ?? '';

  it('are added once and then changed in their place', () => {
    const changed = putSkill(casaSetup(), { id: spanish, name: 'Castellano' });
    expect(changed.skills.map(({ name }) => name)).toEqual(['Castellano', 'Sofas and fabrics', 'Invoices']);
    expect(putSkill(changed, { id: 'new', name: 'Oak' }).skills).toHaveLength(4);
  });

  it('have levels by agent, and none is no skill', () => {
    const better = setLevel(casaSetup(), { agent: BEN.id, skill: spanish, level: 2 });
    expect(ids(holdersOf(better, spanish))).toEqual([ADA.id, BEN.id]);
    expect(holdersOf(setLevel(better, { agent: BEN.id, skill: spanish, level: undefined }), spanish)).toHaveLength(1);
    expect(withLevel([{ skill: spanish, level: 1 }], spanish, 5)).toEqual([{ skill: spanish, level: 5 }]);
  });

  it('leave nobody who has them when they go', () => {
    const after = removeSkill(casaSetup(), spanish);
    expect(holdersOf(after, spanish)).toEqual([]);
    expect(danglingIn(after)).toEqual([]);
  });
});

describe('an inbox', () => {
  it('that names no team sends its visitors to the first', () => {
    expect(teamOfInbox(casaSetup(), 'another')).toBe(ORDERS);
    expect(teamOfInbox(EMPTY, INBOX)).toBeUndefined();
  });

  it('is named once', () => {
    const after = changeInbox(casaSetup(), INBOX, { team: NIGHT });
    expect(after.inboxes).toEqual([{ inbox: INBOX, team: NIGHT, resolve_gone_s: 3600 }]);
  });

  it('says when its visitors are gone for good, with a team and without', () => {
    const timed = changeInbox(casaSetup(), INBOX, { resolve_gone_s: 600 });
    expect(timed.inboxes).toEqual([{ inbox: INBOX, team: ORDERS, resolve_gone_s: 600 }]);
    expect(removeTeam(timed, ORDERS).inboxes).toEqual([{ inbox: INBOX, resolve_gone_s: 600 }]);
    expect(changeInbox(EMPTY, INBOX, { resolve_gone_s: 600 }).inboxes).toEqual([{ inbox: INBOX, resolve_gone_s: 600 }]);
  });

  it('that says nothing is not sent', () => {
    const timed = changeInbox(EMPTY, INBOX, { resolve_gone_s: 600 });
    expect(isChanged(timed, EMPTY)).toBe(true);
    expect(canonical(changeInbox(timed, INBOX, { resolve_gone_s: undefined })).inboxes).toEqual([]);
  });
});

describe('a list', () => {
  it('moves a thing by one place', () => {
    expect(moved(['a', 'b', 'c'], 1, -1)).toEqual(['b', 'a', 'c']);
    expect(moved(['a', 'b', 'c'], 1, 1)).toEqual(['a', 'c', 'b']);
  });

  it('has no place before the first and behind the last', () => {
    expect(moved(['a', 'b'], 0, -1)).toEqual(['a', 'b']);
    expect(moved(['a', 'b'], 1, 1)).toEqual(['a', 'b']);
  });
});

describe('a draft', () => {
  it('is changed by what the server would see, and by nothing else', () => {
    const base = casaSetup();
    expect(isChanged(casaSetup(), base)).toBe(false);
    expect(isChanged({ ...base, agents: [...base.agents].reverse() }, base)).toBe(false);
    expect(isChanged(setCapacity(base, 'somebody', 4), base)).toBe(false);
    expect(isChanged(changeTeam(base, ORDERS, { name: ' Orders ' }), base)).toBe(false);
    expect(isChanged(setCapacity(base, ADA.id, 5), base)).toBe(true);
    expect(isChanged({ ...base, teams: [...base.teams].reverse() }, base)).toBe(true);
    expect(isChanged(changeTeam(base, ORDERS, { criteria: ['round_robin'] }), base)).toBe(true);
  });

  it('is sent without stray spaces and without those who are as everybody is', () => {
    const sent = canonical(setCapacity(changeTeam(casaSetup(), ORDERS, { name: ' Orders ' }), 'somebody', 4));
    expect(sent.teams[0]?.name).toBe('Orders');
    expect(sent.agents).toHaveLength(3);
  });
});
