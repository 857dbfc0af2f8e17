import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures.ts';
import { AgentPage } from '../pages/agent-page.ts';
import { VisitorPage } from '../pages/visitor-page.ts';
import type { Parlor } from '../server/parlor.ts';

/** Vic has asked where the lamp is, and Ada has the chat; Ben is there too. */
async function adaHasAChat(parlor: Parlor, someone: () => Promise<Page>) {
  const vic = new VisitorPage(await someone(), parlor.url);
  const ada = new AgentPage(await someone(), parlor.url);
  const ben = new AgentPage(await someone(), parlor.url);
  await ada.signIn('ada@casa.example');
  await ben.signIn('ben@casa.example');
  await vic.visit('/demo/delivery/');
  await vic.openChat();
  await vic.sayAndWait('Where is my lamp?');
  await ada.show('Queue');
  await ada.open('Where is my lamp?');
  await ada.accept();
  return { vic, ada, ben };
}

test('Ada hands a conversation to Ben with a note, and Ben puts it off', async ({ parlor, someone }) => {
  const { vic, ada, ben } = await adaHasAChat(parlor, someone);
  await ada.page.locator('main').focus();
  await ada.page.keyboard.press('t');
  const dialog = ada.page.getByRole('dialog', { name: 'Transfer conversation' });
  await expect(dialog.getByLabel('Search people')).toBeFocused();
  await ada.page.keyboard.type('be');
  await dialog.getByLabel('Note for them').fill('The van is yours today');
  await dialog.getByRole('button', { name: 'Transfer' }).click();
  await expect(ada.line(/You transferred this to Ben/)).toBeVisible();

  await ben.show('Mine');
  await ben.open('Where is my lamp?');
  await expect(ben.noteOf('The van is yours today')).toBeVisible();
  await ben.say('It is **on my van**, until noon.');
  await expect(ben.message('on my van').locator('strong')).toHaveText('on my van');
  await ben.page.locator('main').focus();
  await ben.page.keyboard.press('z');
  await ben.page.getByRole('menuitem', { name: /Snooze for an hour/ }).click();
  await expect(ben.line(/You snoozed this until/)).toBeVisible();
  await ben.header.getByRole('button', { name: 'Wake up' }).click();
  await expect(ben.header.getByRole('button', { name: 'Snooze' })).toBeVisible();
  expect(await vic.everything()).not.toContain('The van is yours today');
});

test('Ada asks Ben first: he passes, then takes it, and she comes back for company', async ({ parlor, someone }) => {
  test.slow();
  const { vic, ada, ben } = await adaHasAChat(parlor, someone);
  const ask = async (from: AgentPage, whom: string, how: string, button: string): Promise<void> => {
    await from.page.locator('main').focus();
    await from.page.keyboard.press('t');
    const dialog = from.page.getByRole('dialog', { name: 'Transfer conversation' });
    await dialog.getByLabel('Search people').fill(whom);
    await dialog.getByRole('radio', { name: how }).check();
    await dialog.getByRole('button', { name: button, exact: true }).click();
  };
  const card = (agent: AgentPage) => agent.page.getByRole('region', { name: 'Incoming chat' });

  await ask(ada, 'be', 'Ask first', 'Ask');
  await expect(ada.page.getByText(/Waiting for .*Ben/)).toBeVisible();
  await expect(card(ben)).toContainText(/Ada.* asks you to take this/);
  await card(ben).getByRole('button', { name: /^Pass/ }).click();
  await expect(ada.line(/Ben.* passed/)).toBeVisible();
  await expect(ada.page.getByText(/Waiting for .*Ben/)).toBeHidden();

  await ask(ada, 'be', 'Ask first', 'Ask');
  await card(ben)
    .getByRole('button', { name: /^Accept/ })
    .click();
  await expect(ada.line(/Ben.* took over/)).toBeVisible();
  await ben.say('I have it here.');
  await expect(vic.message('I have it here.')).toBeVisible();

  await ask(ben, 'ad', 'Add to chat', 'Ask to join');
  await expect(card(ada)).toContainText(/Ben.* asks you to join/);
  await card(ada).getByRole('button', { name: /^Join/ }).click();
  await ada.say('And I have the key.');
  await expect(vic.message('And I have the key.')).toBeVisible();
  expect(await vic.everything()).not.toContain('passed');
});

test('a chat that comes in puts a dot on the icon of an agent’s tab, and sounds', async ({ parlor, someone }) => {
  const page = await someone();
  await page.addInitScript(() => {
    const sounds = { notes: 0 };
    const start = OscillatorNode.prototype.start;
    OscillatorNode.prototype.start = function (when) {
      sounds.notes += 1;
      start.call(this, when);
    };
    Object.assign(window, { sounds });
  });
  const notes = (): Promise<number> =>
    page.evaluate(() => (window as unknown as { sounds: { notes: number } }).sounds.notes);
  const icon = page.locator('link[rel="icon"]');
  const ada = new AgentPage(page, parlor.url);
  await ada.signIn('ada@casa.example');
  await ada.show('Queue');
  await expect(icon).not.toHaveAttribute('href', /dot/);
  const vic = new VisitorPage(await someone(), parlor.url);
  await vic.visit();
  await vic.openChat();
  await vic.sayAndWait('Is anybody there?');
  await expect(ada.row('Is anybody there?')).toBeVisible();
  await expect(icon).toHaveAttribute('href', /dot/);
  await expect(page).toHaveTitle(/^\(1\)/);
  await expect.poll(notes).toBe(2);

  await page.getByRole('button', { name: 'Your status and preferences' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Sounds' }).click();
  await page.keyboard.press('Escape');
  const wanda = new VisitorPage(await someone(), parlor.url);
  await wanda.visit();
  await wanda.openChat();
  await wanda.sayAndWait('And for me?');
  await expect(ada.row('And for me?')).toBeVisible();
  expect(await notes()).toBe(2);
});
