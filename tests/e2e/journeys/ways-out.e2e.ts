import type { Locator } from '@playwright/test';
import { expect, test } from '../fixtures.ts';
import { AgentPage } from '../pages/agent-page.ts';
import { VisitorPage } from '../pages/visitor-page.ts';
import { setUpTeams } from '../server/routing.ts';
import { changeTeams, weekdayIn } from '../server/ways-out.ts';

const ada = 'ada@casa.example';
const ben = 'ben@casa.example';
const orders = { name: 'Orders', members: [{ email: ada, capacity: 1 }] };
const ring = { name: 'Incoming chat' };
const address = 'eva@example.com';
const phone = '+34 600 123 456';

const button = (visitor: VisitorPage, name: string): Locator =>
  visitor.panel.getByRole('button', { name, exact: true });
const field = (visitor: VisitorPage, name: string): Locator =>
  visitor.panel.getByRole('textbox', { name, exact: true });
const time = (visitor: VisitorPage, at: string): Locator => visitor.panel.locator(`input[type=radio][value="${at}"]`);

/** The times that can be booked, as the server names them. */
async function timesOf(visitor: VisitorPage): Promise<string[]> {
  await button(visitor, 'Call me back').click();
  await expect(visitor.panel.getByRole('radio').first()).toBeAttached();
  return visitor.panel.getByRole('radio').evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value));
}

/** Books a time in the form that is open; answers with its words on the screen. */
async function book(visitor: VisitorPage, at: string): Promise<string> {
  const words = await time(visitor, at).evaluate((one) => one.closest('label')?.textContent ?? '');
  await time(visitor, at).check({ force: true });
  await button(visitor, 'Book the call').click();
  return words;
}

const card = (visitor: VisitorPage, text: RegExp | string): Locator =>
  visitor.panel.getByRole('status').filter({ hasText: text });

test('after hours a visitor leaves a message, and the agent finds it with the address', async ({ parlor, someone }) => {
  const day = weekdayIn(3);
  const question = 'Does the lamp come in green?';
  await setUpTeams(parlor, [orders]);
  await changeTeams(parlor, { Orders: { openOn: day } });
  const vic = new VisitorPage(await someone(), parlor.url);
  await vic.visit();
  await expect(vic.launcher).toHaveAccessibleName(/^Leave a message/);
  await vic.launcher.click();
  await expect(vic.panel).toContainText(new RegExp(`We’re back on ${day} at 0?9:00`));
  await expect(vic.composer).toHaveCount(0);

  await button(vic, 'Send').click();
  await expect(field(vic, 'Email')).toBeFocused();
  await expect(field(vic, 'Email')).toHaveAccessibleDescription(/Enter an email address/);
  await field(vic, 'Email').fill(address);
  await field(vic, 'Message').fill(question);
  await button(vic, 'Send').click();
  await expect(vic.message(question)).toHaveClass(/(^| )sent( |$)/);
  await expect(card(vic, `Thanks. We’ll reply to ${address}`)).toBeVisible();

  // Who has begun a chat that is not over writes on in it.
  await vic.page.reload();
  await vic.openChat();
  await expect(card(vic, `Thanks. We’ll reply to ${address}`)).toBeVisible();
  await expect(vic.message(question)).toBeVisible();

  const agent = new AgentPage(await someone(), parlor.url);
  await agent.signIn(ada);
  await agent.show('All');
  await agent.open(question);
  await expect(agent.message(question)).toBeVisible();
  await expect(agent.context).toContainText(address);
});

test('a visitor books a call, and nobody else gets a time that is full', async ({ parlor, someone }) => {
  await setUpTeams(parlor, [orders]);
  await changeTeams(parlor, { Orders: { waysOutSeconds: 1 } });
  const vic = new VisitorPage(await someone(), parlor.url);
  await vic.visit();
  await vic.openChat();
  await vic.sayAndWait('Where is my lamp?');
  const [, first = '', second = '', ...more] = await timesOf(vic);
  expect(more.length).toBeGreaterThan(0);

  await button(vic, 'Book the call').click();
  await expect(field(vic, 'Phone number')).toBeFocused();
  await expect(field(vic, 'Phone number')).toHaveAccessibleDescription(/Enter a phone number/);
  await field(vic, 'Phone number').fill(phone);
  const said = await book(vic, first);
  await expect(card(vic, /^We’ll call you/)).toContainText(said);
  await expect(card(vic, /^We’ll call you/)).toContainText(phone);
  await expect(vic.composer).toBeVisible();
  await vic.page.reload();
  await vic.openChat();
  await expect(card(vic, /^We’ll call you/)).toContainText(said);

  const wanda = new VisitorPage(await someone(), parlor.url);
  await wanda.visit();
  await wanda.openChat();
  await wanda.sayAndWait('And where is mine?');
  const left = await timesOf(wanda);
  expect(left).not.toContain(first);
  expect(left).toContain(second);

  // A time that is given up can be had again.
  await button(vic, 'Change time').click();
  await expect(time(vic, first)).toBeChecked();
  const later = await book(vic, second);
  await expect(card(vic, /^We’ll call you/)).toContainText(later);
  await button(wanda, 'Keep waiting').click();
  const leftNow = await timesOf(wanda);
  expect(leftNow).toContain(first);
  expect(leftNow).not.toContain(second);
});

test('a visitor is answered by mail, until an agent joins', async ({ parlor, someone }) => {
  await setUpTeams(parlor, [orders]);
  await changeTeams(parlor, { Orders: { waysOutSeconds: 1 } });
  const question = 'Where is my table?';
  const vic = new VisitorPage(await someone(), parlor.url);
  await vic.visit();
  await vic.openChat();
  await vic.sayAndWait(question);
  await button(vic, 'Answer by email').click();
  await field(vic, 'Email').fill('eva');
  await field(vic, 'Email').press('Enter');
  await expect(field(vic, 'Email')).toHaveAccessibleDescription(/Enter an email address/);
  await field(vic, 'Email').fill(address);
  await field(vic, 'Email').press('Enter');
  await expect(card(vic, `Thanks. We’ll reply to ${address}`)).toBeVisible();
  await expect(button(vic, 'Call me back')).toBeHidden();

  const agent = new AgentPage(await someone(), parlor.url);
  await agent.signIn(ada);
  await agent.show('All');
  await agent.open(question);
  await agent.page
    .getByRole('region', ring)
    .getByRole('button', { name: /^Accept/ })
    .or(agent.action('Accept'))
    .first()
    .click();
  await expect(vic.line(/Ada.* joined the chat/)).toBeVisible();
  await expect(card(vic, /^Thanks/)).toBeHidden();
});

test('while a team is closed, its visitors ring at the team that it names', async ({ parlor, someone }) => {
  await setUpTeams(parlor, [orders, { name: 'Evenings', members: [{ email: ben, capacity: 1 }] }]);
  await changeTeams(parlor, { Orders: { openOn: weekdayIn(3), whenClosedTo: 'Evenings' } });
  const agent = new AgentPage(await someone(), parlor.url);
  await agent.signIn(ben);
  const vic = new VisitorPage(await someone(), parlor.url);
  await vic.visit();
  await vic.openChat();
  await expect(field(vic, 'Email')).toHaveCount(0);
  await vic.sayAndWait('Is anybody there?');
  const offer = agent.page.getByRole('region', ring);
  await expect(offer).toContainText('Is anybody there?');
  await offer.getByRole('button', { name: /^Accept/ }).click();
  await agent.say('I am.');
  await expect(vic.message('I am.')).toBeVisible();
});
