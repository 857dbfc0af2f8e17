import { describe, expect, it } from 'vitest';
import { ADA, ORLA } from '../../../gallery/cast';
import { BILLING, casaSetup, NIGHT, ORDERS, rulesWithMessages } from '../../../gallery/routing-cast';
import { changedNames, merged } from './merge';
import { changeRule, insertRule, putRules, removeRule, rulesOf, withActions } from './rules';
import { changeTeam, moved, putSkill, removeTeam, setCapacity, setMembers, teamOf } from './setup';

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

describe('two changes of the rules at once', () => {
  const fresh = (name: string) => withActions({ name, when: [], stop: false }, [{ kind: 'tag', tag: name }]);
  const names = (setup: typeof base) => rulesOf(setup).map(({ name }) => name);
  const [first = '', second = '', third = ''] = names(base);

  it('both stay, and keep their places', () => {
    const mine = insertRule(base, 1, fresh('mine'));
    const theirs = insertRule(base, 3, fresh('theirs'));
    expect(names(merged({ base, mine, theirs }))).toEqual([first, 'mine', second, third, 'theirs']);
    expect(names(merged({ base, mine: theirs, theirs: mine }))).toEqual([first, 'mine', second, third, 'theirs']);
  });

  it('are one list where only one side changed it', () => {
    const other = putRules(base, moved(rulesOf(base), 0, 1));
    expect(names(merged({ base, mine: other, theirs: base }))).toEqual([second, first, third]);
    expect(names(merged({ base, mine: base, theirs: other }))).toEqual([second, first, third]);
  });

  it('follow my order if I moved something', () => {
    const mine = putRules(base, moved(rulesOf(base), 0, 1));
    const theirs = insertRule(base, 0, fresh('theirs'));
    expect(names(merged({ base, mine, theirs }))).toEqual(['theirs', second, first, third]);
  });

  it('leave out what either removed, and keep what the other changed', () => {
    const mine = changeRule(removeRule(base, 0), 0, (rule) => ({ ...rule, stop: true }));
    const both = merged({ base, mine, theirs: removeRule(base, 2) });
    expect(rulesOf(both).map(({ name, stop }) => [name, stop])).toEqual([[second, true]]);
  });

  it('name nothing that is gone', () => {
    const mine = changeRule(base, 0, (rule) => ({ ...rule, stop: false }));
    const both = merged({ base, mine, theirs: removeTeam(base, BILLING) });
    expect(rulesOf(both)[0]?.then.map(({ kind }) => kind)).toEqual(['priority', 'tag']);
  });

  it('keep what asks for attributes and what is said to the visitor', () => {
    const [gold] = rulesWithMessages();
    if (gold === undefined) throw new Error('no rule');
    const mine = insertRule(base, 0, gold);
    const theirs = changeRule(base, 1, (rule) => ({ ...rule, stop: true }));
    expect(rulesOf(merged({ base, mine, theirs }))[0]).toEqual(gold);
    const other = changeRule(mine, 0, (rule) => withActions(rule, [{ kind: 'message', message: 'Soon.' }]));
    expect(changedNames(mine, other, NAMES)).toEqual([gold.name]);
  });

  it('tell rules of one name apart', () => {
    const twice = putRules(base, [fresh('same'), { ...fresh('same'), stop: true }]);
    const theirs = insertRule(twice, 2, fresh('theirs'));
    const mine = changeRule(twice, 1, (rule) => ({ ...rule, stop: false }));
    expect(rulesOf(merged({ base: twice, mine, theirs })).map(({ stop }) => stop)).toEqual([false, false, false]);
  });

  it('are told by name, or as another order', () => {
    expect(
      changedNames(
        base,
        changeRule(base, 1, (rule) => ({ ...rule, stop: true })),
        NAMES,
      ),
    ).toEqual([second]);
    expect(changedNames(base, removeRule(base, 2), NAMES)).toEqual([third]);
    expect(changedNames(base, putRules(base, moved(rulesOf(base), 0, 1)), NAMES)).toEqual(['the order of the rules']);
  });
});
