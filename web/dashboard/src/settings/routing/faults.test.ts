import type { SetupFault } from '@parlor/core/routing';
import { describe, expect, it } from 'vitest';
import { ADA } from '../../../gallery/cast';
import { BILLING, casaSetup, FAULTS, ORDERS } from '../../../gallery/routing-cast';
import { RestError } from '../../rest/request';
import {
  blanks,
  faultAt,
  faultInHours,
  faultOf,
  faultOfAgent,
  faultOfInbox,
  faultOfSkill,
  fieldOf,
  standing,
} from './faults';
import { changeHours, changeInbox, changeTeam, putSkill, removeTeam, setCapacity, setMembers } from './setup';

const text = 'wrong';

describe('a fault', () => {
  it.each([
    ['ring_time_out_of_range', 'ring_s'],
    ['queue_limit_out_of_range', 'queue_limit'],
    ['age_step_out_of_range', 'age_step_s'],
    ['prefer_time_out_of_range', 'prefer_s'],
    ['place_time_out_of_range', 'place_kept_s'],
    ['criterion_twice', 'criteria'],
    ['team_without_members', 'members'],
    ['overflow_to_unknown_team', 'overflow'],
    ['overflow_without_reason', 'overflow'],
    ['overflow_loop', 'overflow'],
    ['unknown_zone', 'hours'],
    ['team_twice', undefined],
  ])('%s belongs to %s', (flaw, field) => expect(fieldOf({ flaw, text, team: ORDERS })).toBe(field));

  it('in hours stands at its place, and one without a place at the zone', () => {
    const at = (path: string): SetupFault => ({ flaw: 'bad', text, team: ORDERS, path });
    const faults = [at('week[3]'), at('hours.holidays[0]'), at('exceptions[2].spans[1]'), at('zone')];
    for (const place of ['week[3]', 'holidays[0]', 'exceptions[2].spans[1]', 'zone'])
      expect(faultInHours(faults, ORDERS, place)).toBe(text);
    expect(faultInHours(faults, ORDERS, 'week[4]')).toBeUndefined();
    expect(faultInHours(faults, BILLING, 'week[3]')).toBeUndefined();
  });

  it('is told with the others of its field in one line', () => {
    const both = [...FAULTS, { flaw: 'overflow_without_reason', text: 'Say when.', team: ORDERS }];
    expect(faultAt(both, ORDERS, 'overflow')).toMatch(/Billing.* Say when\.$/);
    expect(faultAt(FAULTS, BILLING, 'overflow')).toBeUndefined();
  });

  it('of an agent or a skill is found by them', () => {
    const faults = [
      { flaw: 'agent_has_unknown_skill', text: 'agent', agent: ADA.id, skill: 's' },
      { flaw: 'skill_twice', text: 'skill', skill: 's' },
    ];
    expect(faultOfAgent(faults, ADA.id)).toBe('agent');
    expect(faultOfSkill(faults, 's')).toBe('skill');
  });
});

describe('faults', () => {
  const judged = casaSetup();

  it('stand as long as what they were found in is as it was', () => {
    expect(standing(FAULTS, judged, judged)).toEqual(FAULTS);
    expect(standing(FAULTS, judged, changeTeam(judged, ORDERS, { name: 'Other' }))).toEqual(FAULTS);
  });

  it.each([
    ['ring_time_out_of_range', changeTeam(judged, ORDERS, { ring_s: 20 })],
    ['overflow_loop', changeTeam(judged, ORDERS, { overflow: undefined })],
    ['spans_overlap', changeHours(judged, ORDERS, { week: [] })],
    ['team_without_members', setMembers(judged, BILLING, new Set())],
  ])('%s goes when that changes, the others stay', (flaw, now) => {
    const left = standing(FAULTS, judged, now).map((fault) => fault.flaw);
    expect(left).toHaveLength(FAULTS.length - 1);
    expect(left).not.toContain(flaw);
  });

  it('of a team that is gone go with it', () => {
    expect(standing(FAULTS, judged, removeTeam(judged, ORDERS))).toEqual([FAULTS[3]]);
  });

  it('of an agent go when the agent changes', () => {
    const faults = [{ flaw: 'capacity_out_of_range', text, agent: ADA.id }];
    expect(standing(faults, judged, setCapacity(judged, ADA.id, 3))).toEqual([]);
  });

  it('of an inbox go when the inbox changes', () => {
    const inbox = judged.inboxes[0]?.inbox ?? '';
    const faults = [{ flaw: 'gone_time_out_of_range', text, inbox }];
    expect(faultOfInbox(faults, inbox)).toBe(text);
    expect(standing(faults, judged, setCapacity(judged, ADA.id, 3))).toEqual(faults);
    expect(standing(faults, judged, changeInbox(judged, inbox, { resolve_gone_s: 60 }))).toEqual([]);
  });
});

describe('before anything is sent', () => {
  it('names that are missing are found', () => {
    const setup = putSkill(
      changeTeam(
        changeHours(casaSetup(), ORDERS, { holidays: [{ date: '2026-12-25', name: ' ', spans: [] }] }),
        BILLING,
        {
          name: ' ',
        },
      ),
      { id: 'new', name: '' },
    );
    const found = blanks(setup);
    expect(found.map(({ team, skill }) => team ?? skill)).toEqual([BILLING, 'new', ORDERS]);
    expect(faultAt(found, BILLING, 'name')).toBeTypeOf('string');
    expect(faultInHours(found, ORDERS, 'holidays[0]')).toBeTypeOf('string');
    expect(blanks(casaSetup())).toEqual([]);
  });
});

describe('a refusal', () => {
  const refusal = (field: string) => new RestError('invalid_params', 'Too long.', { status: 400, field });

  it('that names a field becomes a fault there', () => {
    const found = faultOf(refusal('setup.teams.1.name'), casaSetup());
    expect(found).toMatchObject({ team: BILLING, text: 'Too long.' });
    expect(found && faultAt([found], BILLING, 'name')).toBe('Too long.');
    const hours = faultOf(refusal('setup.teams.0.hours.week.2.from'), casaSetup());
    expect(hours && faultInHours([hours], ORDERS, 'week[2]')).toBe('Too long.');
    expect(faultOf(refusal('setup.agents.0.capacity'), casaSetup())).toMatchObject({ agent: ADA.id });
    const { inbox } = casaSetup().inboxes[0] ?? {};
    expect(faultOf(refusal('setup.inboxes.0.resolve_gone_s'), casaSetup())).toMatchObject({ inbox });
  });

  it('that names none of the setup is none', () => {
    expect(faultOf(refusal('version'), casaSetup())).toBeUndefined();
    expect(faultOf(new Error('offline'), casaSetup())).toBeUndefined();
  });
});
