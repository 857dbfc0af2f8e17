import { describe, expect, it } from 'vitest';
import { maySnooze, snoozeTimes } from './snooze-times';

const at = (day: number, hour: number) => new Date(2026, 2, day, hour).getTime();
const named = (now: number) => Object.fromEntries(snoozeTimes(now).map(({ name, at: when }) => [name, when]));

describe('snooze times', () => {
  // The 4th of March 2026 is a Wednesday.
  it('are later today, tomorrow morning and Monday morning', () => {
    expect(named(at(4, 15))).toEqual({ hour: at(4, 16), threeHours: at(4, 18), tomorrow: at(5, 9), monday: at(9, 9) });
  });

  it('are a week ahead on a Monday', () => expect(named(at(9, 8)).monday).toBe(at(16, 9)));

  it('say Monday once on a Sunday', () => {
    expect(named(at(8, 10))).toEqual({ hour: at(8, 11), threeHours: at(8, 13), tomorrow: at(9, 9) });
  });
});

it('only what is open can be snoozed', () => {
  expect(['open', 'queued', 'snoozed', 'resolved'].filter((status) => maySnooze({ status }))).toEqual(['open']);
});
