/** Whether somebody sits in front of the dashboard. */

import { act } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { NOW } from '../gallery/cast';
import { SCENES } from '../gallery/scenes';
import { leave, show } from './staged';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date', 'performance'], now: NOW });
});

afterEach(async () => {
  await leave();
  vi.useRealTimers();
});

const use = (type: string) => act(async () => void window.dispatchEvent(new Event(type)));

it('is said when a key or the pointer is used, once a minute', async () => {
  const { client } = await show(SCENES.inbox);
  expect(client.timesActive).toBe(0);
  await use('pointermove');
  await use('keydown');
  expect(client.timesActive).toBe(1);
  vi.advanceTimersByTime(59_000);
  await use('pointerdown');
  expect(client.timesActive).toBe(1);
  vi.advanceTimersByTime(1_000);
  await use('keydown');
  expect(client.timesActive).toBe(2);
  vi.advanceTimersByTime(120_000);
  expect(client.timesActive).toBe(2);
});
