import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures.ts';
import { AgentPage } from '../pages/agent-page.ts';
import { VisitorPage } from '../pages/visitor-page.ts';
import { controlsOn, hasEffect } from './effects.ts';

interface State {
  name: string;
  reach(page: Page): Promise<void>;
}

const open = (page: Page, button: string): Promise<void> => page.getByRole('button', { name: button }).first().click();

/** Points at an agent's own message and presses one of the tools that come with it. */
async function useTool(page: Page, tool: string): Promise<void> {
  const own = page.locator('article.message-own').first();
  await own.hover();
  await own.getByRole('button', { name: tool }).click();
}

/** The times to snooze until; a chat that is asleep already is woken first. */
async function openSnoozing(page: Page): Promise<void> {
  const wake = page.getByRole('button', { name: 'Wake up' });
  await expect(wake.or(page.getByRole('button', { name: 'Snooze' })).first()).toBeVisible();
  if (await wake.isVisible()) await wake.click();
  await open(page, 'Snooze');
}

/** The states of the dashboard, each reached anew from its address. */
function dashboardStates(server: string, mine: string, waiting: string): State[] {
  const at = (name: string, path: string, then?: (page: Page) => Promise<void>): State => ({
    name,
    reach: async (page) => {
      await page.goto(server + path);
      await page.waitForLoadState('networkidle');
      await then?.(page);
    },
  });
  return [
    at('empty view', '/inbox/mine'),
    at('an open conversation', mine),
    at('a draft', mine, async (page) => {
      await open(page, 'Reply');
      await page.locator('#composer').fill('Half a sentence');
    }),
    at('a note', mine, async (page) => {
      await open(page, 'Note');
      await page.locator('#composer').fill('Half a note');
    }),
    at('a message pointed at', mine, async (page) => page.locator('article.message-own').first().hover()),
    at('editing', mine, (page) => useTool(page, 'Edit message')),
    at('deleting', mine, (page) => useTool(page, 'Delete message')),
    at('the status menu', mine, (page) => open(page, 'Your status and preferences')),
    at('transferring', mine, (page) => open(page, 'Transfer')),
    at('snoozing', mine, openSnoozing),
    at('transferring to Ben', mine, async (page) => {
      await open(page, 'Transfer');
      await page.getByLabel('Search people').fill('be');
    }),
    at('a waiting conversation', waiting),
    at('websites', '/settings/websites'),
    at('a new website', '/settings/websites', (page) => open(page, 'Add a website')),
    at('members', '/settings/members'),
    at('inviting', '/settings/members', (page) => open(page, 'Invite someone')),
    at('nothing here', '/settings/nothing-here'),
    at('sign-out', '/inbox/all', (page) => open(page, 'Your status and preferences')),
  ];
}

interface Pressed {
  pressed: Set<string>;
  /** Those that did nothing, and those that were disabled in every state. */
  dead: string[];
}

/** Presses each control that was not pressed in an earlier state. */
async function pressAll(page: Page, states: State[], scope: string): Promise<Pressed> {
  const pressed = new Set<string>();
  const disabled = new Set<string>();
  const dead: string[] = [];
  for (const { name, reach } of states) {
    await reach(page);
    for (const found of await controlsOn(page, scope)) {
      if (found.disabled) disabled.add(found.key);
      if (found.disabled || pressed.has(found.key) || found.key.includes('Sign out')) continue;
      pressed.add(found.key);
      await reach(page);
      const again = (await controlsOn(page, scope)).find(({ key }) => key === found.key);
      if (again && !(await hasEffect(page, again.index, scope))) dead.push(`${name}: ${found.key}`);
    }
  }
  const neverEnabled = [...disabled].filter((key) => !pressed.has(key)).map((key) => `always disabled: ${key}`);
  return { pressed, dead: [...dead, ...neverEnabled] };
}

/** A visitor writes and an agent opens it; answers with the conversation's address. */
async function waitingChat(server: string, visitor: Page, agent: Page, words: string): Promise<string> {
  const vic = new VisitorPage(visitor, server);
  await vic.visit('/demo/chair/filo/');
  await vic.openChat();
  await vic.sayAndWait(words);
  const orla = new AgentPage(agent, server);
  await orla.show('Queue');
  await orla.open(words);
  return new URL(agent.url()).pathname.replace('/queue/', '/all/');
}

test('every control of the dashboard does something', async ({ parlor, someone }) => {
  test.setTimeout(300_000);
  const orlas = await someone({ permissions: ['clipboard-read', 'clipboard-write'] });
  const orla = new AgentPage(orlas, parlor.url);
  await orla.signIn('orla@casa.example');
  const mine = await waitingChat(parlor.url, await someone(), orlas, 'Is oak darker than walnut?');
  await orla.accept();
  await orla.say('The other way round.');
  const waiting = await waitingChat(parlor.url, await someone(), orlas, 'Do four of them stack?');
  const { pressed, dead } = await pressAll(orlas, dashboardStates(parlor.url, mine, waiting), 'body');
  console.log(`pressed ${pressed.size} controls of the dashboard`);
  expect(dead).toEqual([]);
  expect(pressed.size).toBeGreaterThan(25);
});

test('every control of the widget does something', async ({ parlor, someone }) => {
  test.setTimeout(180_000);
  const page = await someone();
  const vic = new VisitorPage(page, parlor.url);
  const widget = async (then?: () => Promise<void>): Promise<void> => {
    await vic.visit('/demo/table/tavola/');
    await vic.openChat();
    await then?.();
  };
  await widget();
  await vic.sayAndWait('Is the table oiled?');
  const { pressed, dead } = await pressAll(
    page,
    [
      { name: 'a chat', reach: () => widget() },
      { name: 'a draft', reach: () => widget(() => vic.composer.fill('Half a sentence')) },
      {
        name: 'the menu',
        reach: () =>
          widget(async () => {
            await vic.panel.getByRole('button', { name: 'Chat options' }).click();
            // It comes in a part of its own.
            await vic.panel.getByRole('menuitem').first().waitFor();
          }),
      },
      { name: 'message options', reach: () => widget(() => vic.change('Is the table oiled?')) },
      { name: 'changing a message', reach: () => widget(() => vic.change('Is the table oiled?', 'Edit')) },
      {
        name: 'ending',
        reach: () =>
          widget(async () => {
            await vic.panel.getByRole('button', { name: 'Chat options' }).click();
            await vic.panel.getByRole('menuitem', { name: 'End chat' }).click();
          }),
      },
    ],
    'parlor-chat',
  );
  console.log(`pressed ${pressed.size} controls of the widget`);
  expect(dead).toEqual([]);
  expect(pressed.size).toBeGreaterThan(6);
});

test('every control at the end of a chat does something', async ({ parlor, someone }) => {
  test.setTimeout(180_000);
  const page = await someone();
  const vic = new VisitorPage(page, parlor.url);
  await vic.visit('/demo/table/tavola/');
  await vic.openChat();
  await vic.sayAndWait('I have found it, thank you');
  await vic.panel.getByRole('button', { name: 'Chat options' }).click();
  await vic.panel.getByRole('menuitem', { name: 'End chat' }).click();
  await vic.panel.getByRole('button', { name: 'End chat' }).click();
  const bad = vic.panel.getByRole('radio', { name: 'Bad', exact: true });
  const reach = async (): Promise<void> => {
    await vic.visit('/demo/table/tavola/');
    await vic.launcher.click();
    await vic.panel.getByRole('region', { name: 'Earlier chats' }).getByRole('button').first().click();
    await expect(vic.line(/Start a new chat/)).toBeVisible();
    // What was skipped or given is not asked for again.
    await bad.check({ force: true, timeout: 3000 }).catch(() => undefined);
  };
  const { pressed, dead } = await pressAll(page, [{ name: 'rating', reach }], 'parlor-chat');
  expect(dead).toEqual([]);
  expect([...pressed].join()).toMatch(/Slow reply.*Skip/);
});

test('the control: a button that does nothing is found', async ({ parlor, someone }) => {
  const page = await someone();
  await page.goto(`${parlor.url}/demo/delivery/`);
  await page.evaluate(() => {
    const button = document.createElement('button');
    button.textContent = 'Dead';
    document.querySelector('main')?.prepend(button);
  });
  const found = (await controlsOn(page)).find(({ key }) => key.includes('Dead'));
  expect(found).toBeDefined();
  expect(await hasEffect(page, found?.index ?? -1)).toBe(false);
});
