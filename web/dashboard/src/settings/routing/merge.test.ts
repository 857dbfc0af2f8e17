import { describe, expect, it } from 'vitest';
import { ADA, ORLA } from '../../../gallery/cast';
import { BILLING, casaSetup, NIGHT, ORDERS } from '../../../gallery/routing-cast';
import { changedNames, merged } from './merge';
import { changeTeam, putSkill, removeTeam, setCapacity, setMembers, teamOf } from './setup';

const base = casaSetup();
const NAMES = { agents: new Map([[ADA.id, ADA.name]]), inboxes: new Map<string, string>() };

describe('two changes at once', () => {
  it('both stay where they touch different things', () => {
    const mine = changeTeam(base, ORDERS, { ring_s: 30 });
    const theirs = putSkill(changeTeam(base, BILLING, { ring_s: 60 }), { id: 'oak', name: 'Oak' });
    const both = merged({ base, mine, theirs });
    expect(teamOf(both, ORDERS)?.ring_s).toBe(30);
    expect(teamOf(both, BILLING)?.ring_s).toBe(60);
    expect(both.skills.map(({ name }) => name)).toContain('Oak');
  });

  it('mine counts where both changed the same', () => {
    const mine = changeTeam(base, ORDERS, { name: 'Mine' });
    const theirs = changeTeam(base, ORDERS, { name: 'Theirs' });
    expect(teamOf(merged({ base, mine, theirs }), ORDERS)?.name).toBe('Mine');
  });

  it('what either removed is gone, with all that names it', () => {
    const mine = changeTeam(base, ORDERS, { ring_s: 30 });
    const both = merged({ base, mine, theirs: removeTeam(base, BILLING) });
    expect(both.teams.map(({ id }) => id)).toEqual([ORDERS, NIGHT]);
    expect(teamOf(both, ORDERS)?.overflow).toBeUndefined();
    expect(both.agents.some(({ teams }) => teams.includes(BILLING))).toBe(false);
    const other = merged({ base, mine: removeTeam(base, NIGHT), theirs: setMembers(base, NIGHT, new Set([ORLA.id])) });
    expect(other.agents.some(({ teams }) => teams.includes(NIGHT))).toBe(false);
  });

  it('are told by the names of what differs', () => {
    const theirs = setCapacity(removeTeam(changeTeam(base, ORDERS, { ring_s: 9 }), NIGHT), ADA.id, 9);
    expect(changedNames(base, theirs, NAMES)).toEqual(['Orders', 'Night desk', 'Ada Okafor']);
    expect(changedNames(base, casaSetup(), NAMES)).toEqual([]);
  });
});
