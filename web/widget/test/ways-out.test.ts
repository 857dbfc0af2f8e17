// When nobody has time: out of the queue by phone and by mail, and a message after hours, with the real engine.
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { launcher, openStage, panel, type Stage } from './browser';
import { Desk } from './desk';

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
}, 120_000);
afterAll(() => stage?.close());
beforeEach(() => {
  stage.site.configuration = {};
});

const kZone = { timezoneId: 'Europe/Madrid' };
/** A Monday; ten in the morning in Madrid. */
const kNow = new Date('2026-03-02T09:00:00Z');
const kSlots = ['2026-03-02T14:00:00.000Z', '2026-03-03T08:00:00.000Z', '2026-03-05T08:30:00.000Z'];

const card = (page: Page): Locator => panel(page).locator('.queue');
/** Unicode's data has more than one space before AM. */
const words = async (place: Locator): Promise<string> => ((await place.textContent()) ?? '').replace(/\s/g, ' ');
const button = (page: Page, name: string): Locator => panel(page).getByRole('button', { name, exact: true });
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => document.querySelector('parlor-chat')?.shadowRoot?.activeElement?.textContent ?? '');
const described = (field: Locator): Promise<string> =>
  field.evaluate((one) => {
    const root = one.getRootNode() as ShadowRoot;
    return root.getElementById(one.getAttribute('aria-describedby') ?? '')?.textContent ?? '';
  });
const asked = (desk: Desk): unknown[] =>
  desk.calls.filter(({ method }) => method === 'answer.ask').map(({ params: { client_id: _, ...params } }) => params);

async function visit(): Promise<{ page: Page; desk: Desk }> {
  const page = await stage.newPage(kZone);
  await page.clock.install({ time: kNow });
  const desk = await Desk.at(page);
  await page.goto(stage.site.url);
  await launcher(page).click();
  return { page, desk };
}

/** A visitor who has waited long. */
async function waiting(): Promise<{ page: Page; desk: Desk }> {
  const { page, desk } = await visit();
  await panel(page).getByRole('textbox').fill('Where is my order?');
  await page.keyboard.press('Enter');
  await card(page).waitFor();
  desk.places({ position: 7, wait: 'over_10_min', team: 'Orders' });
  await expect.poll(() => words(card(page))).toContain('You’re 7th in line');
  expect(await card(page).getByRole('button').count()).toBe(0);
  desk.places({ position: 7, wait: 'over_10_min', team: 'Orders', ways_out: true });
  await button(page, 'Call me back').waitFor();
  // Who does not see the choice hears of it, with the place in line.
  expect(await card(page).getByRole('status').textContent()).toMatch(/7th in line.*call you back, or answer by email/);
  return { page, desk };
}

const again = async (page: Page): Promise<void> => {
  await page.reload();
  await launcher(page).click();
  await panel(page)
    .getByRole('button', { name: /^Continue/ })
    .click();
};

it('books a call by keyboard, shows it again after a reload, and moves it', async () => {
  const { page, desk } = await waiting();
  desk.slots = kSlots;
  await button(page, 'Call me back').focus();
  await page.keyboard.press('Enter');
  const phone = panel(page).getByRole('textbox', { name: 'Phone number' });
  await phone.waitFor();
  await expect.poll(() => phone.evaluate((field) => field.matches(':focus'))).toBe(true);
  expect(await phone.getAttribute('autocomplete')).toBe('tel');
  const days = panel(page).getByRole('group', { name: 'When should we call?' }).locator('[role=group]');
  await expect.poll(() => days.count()).toBe(3);
  expect(await days.locator('h4').allTextContents()).toEqual(['today', 'tomorrow', 'Thursday, March 5']);
  expect(
    await days
      .getByRole('radio')
      .evaluateAll((all) => all.map((one) => one.closest('label')?.textContent?.replace(/\s/g, ' '))),
  ).toEqual(['3:00 PM', '9:00 AM', '9:30 AM']);

  // The first bad field has the focus and says what is wrong.
  await page.keyboard.press('Enter');
  await expect.poll(() => described(phone)).toBe('Enter a phone number, area code included');
  expect(await phone.evaluate((field) => field.matches(':focus'))).toBe(true);
  await page.keyboard.type('+34 600 123 456');
  expect(await described(phone)).toBe('');
  await page.keyboard.press('Enter');
  await panel(page).getByText('Choose a time').waitFor();
  expect(asked(desk)).toEqual([]);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowDown');
  expect(await panel(page).getByRole('radio', { name: /^9:00/ }).isChecked()).toBe(true);
  expect(await panel(page).getByText('Choose a time').count()).toBe(0);

  // Somebody else was quicker: the times are asked for again, and the number stays.
  desk.refusal = { reason: 'slot_taken' };
  desk.slots = [kSlots[0] as string, kSlots[2] as string];
  await page.keyboard.press('Enter');
  await panel(page).getByRole('alert').waitFor();
  expect(await panel(page).getByRole('alert').textContent()).toBe('That time was just taken. Choose another one');
  await expect.poll(() => panel(page).getByRole('radio').count()).toBe(2);
  expect(await phone.inputValue()).toBe('+34 600 123 456');
  await panel(page).getByRole('radio', { name: /^9:30/ }).check({ force: true });
  await button(page, 'Book the call').click();
  await expect
    .poll(() => words(card(page).getByRole('status')))
    .toBe('We’ll call you on Thursday at 9:30 AM+34 600 123 456');
  expect(asked(desk).at(-1)).toEqual({
    conversation: '01930000-0000-7000-8000-00000000c0c0',
    by: 'phone',
    address: '+34 600 123 456',
    at: kSlots[2],
  });
  // Whoever stood in the form stands on what came of it, and may write on.
  await expect.poll(() => focused(page)).toContain('We’ll call you');
  expect(await panel(page).getByRole('textbox', { name: 'Write a message' }).isVisible()).toBe(true);

  await again(page);
  await expect.poll(() => words(card(page))).toContain('We’ll call you on Thursday at 9:30 AM');
  await button(page, 'Change time').click();
  await expect.poll(() => panel(page).getByRole('radio', { name: /^9:30/ }).isChecked()).toBe(true);
  await page.keyboard.press('Escape');
  expect(await focused(page)).toBe('Change time');
  await button(page, 'Change time').click();
  await panel(page).getByRole('radio', { name: /^3:00/ }).check({ force: true });
  await button(page, 'Book the call').click();
  await expect.poll(() => words(card(page))).toContain('We’ll call you today at 3:00 PM');
  await button(page, 'Change time').waitFor();

  desk.joined();
  await expect.poll(() => card(page).count()).toBe(0);
  expect(await page.evaluate('violations')).toEqual([]);
  await page.context().close();
});

it('offers mail where nobody can call, and says what the server does not take', async () => {
  const { page, desk } = await waiting();
  await button(page, 'Call me back').click();
  await panel(page).getByText('We have no free time for a call. We can answer by email instead.').waitFor();
  await button(page, 'Answer by email').click();
  const email = panel(page).getByRole('textbox', { name: 'Email' });
  await email.waitFor();
  expect(await email.getAttribute('autocomplete')).toBe('email');

  // Escape closes the form, and nothing else; one stands where one was.
  await email.press('Escape');
  expect(await panel(page).isVisible()).toBe(true);
  await button(page, 'Answer by email').click();
  await email.fill('eva at example.com');
  await email.press('Enter');
  await expect.poll(() => described(email)).toBe('Enter an email address, like eva@example.com');
  await email.fill('eva@example.com');
  desk.refusal = { reason: 'invalid_params', field: 'params.address' };
  await email.press('Enter');
  await expect.poll(() => described(email)).toBe('Enter an email address, like eva@example.com');
  desk.refusal = { reason: 'rate_limited' };
  await email.press('Enter');
  await expect.poll(() => panel(page).getByRole('alert').textContent()).toBe('That didn’t work. Try again');
  expect(await email.inputValue()).toBe('eva@example.com');
  await email.press('Enter');
  await expect.poll(() => words(card(page))).toBe('Thanks. We’ll reply to eva@example.com');
  expect(asked(desk).at(-1)).toMatchObject({ by: 'mail', address: 'eva@example.com' });
  await again(page);
  await expect.poll(() => words(card(page))).toBe('Thanks. We’ll reply to eva@example.com');
  await page.context().close();
});

it('sends nothing without a connection, says so, and loses nothing', async () => {
  const { page, desk } = await waiting();
  await button(page, 'Answer by email').click();
  const email = panel(page).getByRole('textbox', { name: 'Email' });
  await email.fill('eva@example.com');
  await page.routeWebSocket('**/realtime', (socket) => void socket.close({ code: 4000, reason: 'restarting' }));
  desk.cut();
  await panel(page).locator('.bar').waitFor({ timeout: 15_000 });
  await email.press('Enter');
  await expect.poll(() => panel(page).getByRole('alert').textContent()).toContain('nothing was sent');
  expect(await email.inputValue()).toBe('eva@example.com');
  expect(asked(desk)).toEqual([]);
  await button(page, 'Keep waiting').click();
  await expect.poll(() => focused(page)).toBe('Answer by email');
  await page.context().close();
});

it('takes a message after hours, and where to answer it', async () => {
  stage.site.configuration = { back_at: '2026-03-03T08:00:00.000Z' };
  const { page, desk } = await visit();
  expect(await launcher(page).getAttribute('aria-label')).toBe('Close chat');
  const email = panel(page).getByRole('textbox', { name: 'Email' });
  await email.waitFor();
  await expect.poll(() => words(panel(page).locator('.who p'))).toBe('We’re back tomorrow at 9:00 AM');
  expect(await email.evaluate((field) => field.matches(':focus'))).toBe(true);
  expect(await panel(page).getByRole('textbox', { name: 'Write a message' }).count()).toBe(0);

  await button(page, 'Send').click();
  await expect.poll(() => described(email)).toBe('Enter an email address, like eva@example.com');
  const message = panel(page).getByRole('textbox', { name: 'Message' });
  expect(await described(message)).toBe('Write a message');
  await email.fill('eva@example.com');
  await message.fill('Does the Alba come in green?');
  await page.route('**/api/v1/visitors', (route) => route.abort());
  await button(page, 'Send').click();
  await expect.poll(() => panel(page).getByRole('alert').textContent()).toBe('That didn’t work. Try again');
  expect(await message.inputValue()).toBe('Does the Alba come in green?');
  await page.unroute('**/api/v1/visitors');
  desk.hold = true;
  await page.route('**/api/v1/visitors', async (route) => {
    while (desk.hold) await new Promise((resolve) => setTimeout(resolve, 20));
    await route.fulfill({ status: 201, json: { token: 'visitor-token' } });
  });
  await button(page, 'Send').click();
  await button(page, 'Sending…').waitFor();
  // The wish for mail is asked for until it is granted; until then nobody is told that they wait in line.
  desk.refusal = { reason: 'try_later' };
  const seen = page.evaluate(() => {
    const root = document.querySelector('parlor-chat')?.shadowRoot;
    return new Promise<string[]>((resolve) => {
      const cards: string[] = [];
      const look = (): void => {
        const text = root?.querySelector('.queue')?.textContent ?? '';
        if (text && text !== cards.at(-1)) cards.push(text);
        if (text.startsWith('Thanks')) resolve(cards);
      };
      new MutationObserver(look).observe(root as ShadowRoot, { childList: true, subtree: true, characterData: true });
    });
  });
  desk.hold = false;
  await panel(page).locator('article.sent').waitFor();
  await page.clock.fastForward(10_000);
  expect(await seen).toEqual(['Thanks. We’ll reply to eva@example.com']);
  expect(desk.calls.find(({ method }) => method === 'conversation.start')?.params).toMatchObject({
    form: { email: 'eva@example.com' },
    message: { body: { text: 'Does the Alba come in green?' } },
  });
  expect(asked(desk)).toHaveLength(2);
  expect(await page.evaluate('Object.values(JSON.parse(localStorage.getItem("parlor:demo")).drafts ?? {})')).toEqual(
    [],
  );

  // Who is not through yet writes on here.
  await panel(page).getByRole('textbox', { name: 'Write a message' }).waitFor();
  await again(page);
  await expect.poll(() => words(card(page))).toBe('Thanks. We’ll reply to eva@example.com');
  expect(await page.evaluate('violations')).toEqual([]);
  await page.context().close();
});

it('keeps what is written when somebody is back before it is sent', async () => {
  stage.site.configuration = { back_at: '2026-03-03T08:00:00.000Z', available: true };
  const { page } = await visit();
  await panel(page).getByRole('textbox', { name: 'Email' }).press('Escape');
  // Whoever is there after hours promises nothing.
  expect(await launcher(page).getAttribute('aria-label')).toBe('Leave a message');
  await launcher(page).click();
  await panel(page).getByRole('textbox', { name: 'Message' }).fill('Does the Alba come in green?');
  stage.site.configuration = {};
  await page.clock.fastForward(31_000);
  const composer = panel(page).getByRole('textbox', { name: 'Write a message' });
  await composer.waitFor();
  expect(await composer.inputValue()).toBe('Does the Alba come in green?');
  await expect.poll(() => words(panel(page).locator('.who p'))).toBe('We’re online');
  await page.context().close();
});
