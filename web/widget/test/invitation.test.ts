// An agent asks a visitor in: what the loader tells and keeps, the card, and the chat that answers it, with the real engine.
import type { BrowserContextOptions, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { launcher, openStage, panel, type Stage } from './browser';
import { ada, Desk } from './desk';

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
}, 120_000);
afterAll(() => stage?.close());
beforeEach(() => {
  stage.site.configuration = {};
  stage.site.asked.length = 0;
});

const kVisit = '01930000-0000-7000-8000-000000000051';
const kInvitation = {
  id: '01930000-0000-7000-8000-000000000052',
  agent: { id: ada.id, name: ada.name },
  text: 'Can I help you choose?',
};
const kName = 'Ada from Casa & Co wrote: Can I help you choose? Answer';

const card = (page: Page): Locator => page.locator('parlor-chat').getByRole('button', { name: kName, exact: true });
const bubbles = (page: Page): Promise<string[]> => panel(page).locator('.bubble > :not(.hidden)').allTextContents();
const said = (): Record<string, unknown>[] =>
  stage.site.asked.filter(({ path }) => path === '/api/v1/widget').map(({ body }) => JSON.parse(body));
const brought = (): string[] =>
  stage.site.asked.flatMap(({ path }) => /widget\/(panel|invitation)-/.exec(path)?.[1] ?? []);
const focused = (page: Page): Promise<string | null> =>
  page.evaluate(
    () => document.querySelector('parlor-chat')?.shadowRoot?.activeElement?.getAttribute('aria-label') ?? null,
  );
/** All that a page could leave on the device. */
const kept = (page: Page): Promise<unknown> =>
  page.evaluate(async () => [
    localStorage.length,
    sessionStorage.length,
    document.cookie,
    (await indexedDB.databases()).length,
  ]);
const kNothing = [0, 0, '', 0];

async function visit(options: BrowserContextOptions = {}): Promise<{ page: Page; desk: Desk }> {
  const page = await stage.newPage(options);
  await page.clock.install();
  const desk = await Desk.at(page);
  desk.invitation = kInvitation;
  await page.goto(stage.site.url);
  return { page, desk };
}

/** The loader asks again. */
async function polled(page: Page): Promise<void> {
  const before = said().length;
  await page.clock.fastForward(30_000);
  await expect.poll(() => said().length).toBeGreaterThan(before);
}

async function invited(options?: BrowserContextOptions): Promise<{ page: Page; desk: Desk }> {
  stage.site.configuration = { visit: kVisit, invitation: kInvitation };
  const all = await visit(options);
  await launcher(all.page).waitFor();
  await all.page.clock.runFor(1000);
  await card(all.page).waitFor();
  return all;
}

it('names the visit as the last answer did, and writes it nowhere', async () => {
  stage.site.configuration = { visit: kVisit };
  const { page } = await visit();
  await launcher(page).waitFor();
  expect(said()).toHaveLength(1);
  expect(said()[0]).not.toHaveProperty('page.visit');
  await polled(page);
  expect(said()[1]).toMatchObject({ site: 'demo', page: { visit: kVisit } });
  stage.site.configuration = { visit: `${kVisit.slice(0, -1)}9` };
  await polled(page);
  await polled(page);
  expect(said().map((body) => (body.page as { visit?: string }).visit)).toEqual([
    undefined,
    kVisit,
    kVisit,
    `${kVisit.slice(0, -1)}9`,
  ]);
  expect(brought()).toEqual([]);
  expect(await kept(page)).toEqual(kNothing);
  await page.reload();
  await launcher(page).waitFor();
  expect(said().at(-1)).not.toHaveProperty('page.visit');
  await page.context().close();
});

it('brings the panel without opening it, and shows the card without taking the focus', async () => {
  const { page } = await invited();
  expect(brought()).toEqual(['panel', 'invitation']);
  expect(await panel(page).isVisible()).toBe(false);
  expect(await launcher(page).getAttribute('aria-expanded')).toBe('false');
  expect(await page.evaluate('heard.map(([name]) => name)')).not.toContain('open');
  expect(await page.evaluate('document.activeElement.tagName')).toBe('BODY');
  const status = page.locator('parlor-chat').getByRole('status');
  expect(await status.textContent()).toContain('Ada from Casa & Co wrote:');
  expect(await page.evaluate('violations')).toEqual([]);
  expect(await kept(page)).toEqual(kNothing);

  // Beside the launcher, above nothing of the page but its margin.
  const [own, button] = [await status.boundingBox(), await launcher(page).boundingBox()];
  expect(own?.width).toBeLessThanOrEqual(290);
  expect((own?.x ?? 0) + (own?.width ?? 0)).toBeLessThanOrEqual(button?.x ?? 0);

  // The agent takes it back, or the visitor answers in another tab.
  stage.site.configuration = { visit: kVisit };
  await polled(page);
  await expect.poll(() => card(page).count()).toBe(0);
  await page.context().close();
});

it.each([
  ['by mouse', async (page: Page) => page.locator('parlor-chat').getByRole('button', { name: 'Dismiss' }).click()],
  [
    'by keyboard',
    async (page: Page) => {
      await page.locator('parlor-chat').getByRole('button', { name: 'Dismiss' }).focus();
      await page.keyboard.press('Enter');
      await expect.poll(() => focused(page)).toBe('Open chat');
    },
  ],
  [
    'by Escape',
    async (page: Page) => {
      await card(page).focus();
      await page.keyboard.press('Escape');
      await expect.poll(() => focused(page)).toBe('Open chat');
    },
  ],
])('is put away %s, says so, and does not come back', async (_how, putAway) => {
  const { page } = await invited();
  await putAway(page);
  await expect.poll(() => card(page).count()).toBe(0);
  await expect
    .poll(() => said().at(-1))
    .toMatchObject({ site: 'demo', page: { visit: kVisit }, dismissed: kInvitation.id });
  // Even if the server still says it, here or in what the visitor opens by themselves.
  await polled(page);
  await page.clock.runFor(1000);
  expect(said().at(-1)).not.toHaveProperty('dismissed');
  expect(await card(page).count()).toBe(0);
  expect(await kept(page)).toEqual(kNothing);
  await launcher(page).click();
  await panel(page).waitFor();
  expect(await panel(page).getByRole('article').count()).toBe(0);

  // Another one is another one.
  await page.keyboard.press('Escape');
  stage.site.configuration = { visit: kVisit, invitation: { ...kInvitation, id: kVisit } };
  await polled(page);
  await card(page).waitFor();
  await page.context().close();
});

it('opens with the words as the first bubble, and the answer brings the visitor to who wrote them', async () => {
  const { page, desk } = await invited();
  desk.hold = true;
  await card(page).focus();
  await page.keyboard.press('Enter');
  await panel(page).waitFor();
  await expect.poll(() => focused(page)).toBe('Write a message');
  expect(await bubbles(page)).toEqual([kInvitation.text]);
  expect(await panel(page).locator('.byline b').textContent()).toBe('Ada');
  expect(await panel(page).locator('.intro').count()).toBe(0);
  expect(await card(page).count()).toBe(0);
  expect(await kept(page)).toEqual(kNothing);
  expect(desk.calls).toEqual([]);

  await panel(page)
    .getByRole('article')
    .evaluate((article) => article.setAttribute('data-first', ''));
  await page.keyboard.type('Yes, please');
  await page.keyboard.press('Enter');
  await expect.poll(() => bubbles(page)).toEqual([kInvitation.text, 'Yes, please']);
  desk.hold = false;
  await page.clock.runFor(1000);
  await panel(page).getByText('Ada joined the chat').waitFor();
  const [start] = desk.calls.filter(({ method }) => method === 'conversation.start');
  expect(start?.params).toMatchObject({
    invitation: kInvitation.id,
    message: { body: { type: 'text', text: 'Yes, please' } },
  });
  await expect.poll(() => bubbles(page)).toEqual([kInvitation.text, 'Yes, please']);
  expect(await panel(page).locator('article[data-first]').count()).toBe(1);
  expect(await panel(page).getByRole('heading').textContent()).toBe('Ada');

  // The server goes on to say it until the loader asks again; nothing of it shows any more.
  await page.keyboard.press('Escape');
  await page.clock.runFor(1000);
  expect(await card(page).count()).toBe(0);
  stage.site.configuration = { visit: kVisit };
  await polled(page);
  expect(await page.locator('parlor-chat .bubble').count()).toBe(2);
  expect(await page.evaluate('violations')).toEqual([]);
  await page.context().close();
});

it('is seen once: closing the panel does not bring the card back, and its words wait there', async () => {
  const { page, desk } = await invited();
  await launcher(page).click();
  await expect.poll(() => bubbles(page)).toEqual([kInvitation.text]);
  await page.keyboard.press('Escape');
  await polled(page);
  await page.clock.runFor(1000);
  expect(await card(page).count()).toBe(0);
  await launcher(page).click();
  await expect.poll(() => bubbles(page)).toEqual([kInvitation.text]);

  // A server that does not know it any more begins an ordinary chat.
  desk.invitation = undefined;
  await panel(page).getByRole('textbox').fill('Hello');
  await page.keyboard.press('Enter');
  await page.clock.runFor(1000);
  await panel(page).locator('article.sent').waitFor();
  await expect.poll(() => bubbles(page)).toEqual(['Hello']);
  await page.context().close();
});

it('fails in the background without a word, and tries again with the next answer', async () => {
  stage.site.configuration = { visit: kVisit, invitation: kInvitation };
  const page = await stage.newPage();
  await page.clock.install();
  const thrown: string[] = [];
  page.on('pageerror', (error) => thrown.push(String(error)));
  await page.addInitScript(() => {
    addEventListener('unhandledrejection', () => Object.assign(window, { unhandled: true }));
  });
  let missed = 0;
  await page.route('**/widget/panel-*', (route) => {
    missed += 1;
    return missed < 3 ? route.abort() : route.continue();
  });
  await page.goto(stage.site.url);
  await launcher(page).waitFor();
  await expect.poll(() => missed).toBe(2);
  await page.clock.runFor(1000);
  expect(await launcher(page).getAttribute('aria-label')).toBe('Open chat');
  expect(await launcher(page).getAttribute('aria-busy')).toBe('false');
  expect(await launcher(page).textContent()).toBe('');
  expect(await page.evaluate('heard.map(([name, detail]) => detail?.reason)')).not.toContain('panel_unavailable');
  expect(await page.evaluate('window.unhandled')).toBeUndefined();
  expect(thrown).toEqual([]);
  expect(await card(page).count()).toBe(0);
  await polled(page);
  await page.clock.runFor(1000);
  await card(page).waitFor();
  expect(missed).toBe(3);
  await page.context().close();
});

it('does not ask in who already chats', async () => {
  const { page } = await visit();
  await launcher(page).click();
  await panel(page).getByRole('textbox').fill('Hello');
  await page.keyboard.press('Enter');
  await page.clock.runFor(1000);
  await panel(page).locator('article.sent').waitFor();
  stage.site.configuration = { visit: kVisit, invitation: kInvitation };
  await polled(page);
  await expect.poll(brought).toEqual(['panel', 'invitation']);
  expect(await bubbles(page)).toEqual(['Hello']);
  await page.keyboard.press('Escape');
  await page.clock.runFor(1000);
  expect(await card(page).count()).toBe(0);
  await page.context().close();
});

it.each([
  ['end', 'en'],
  ['start', 'en'],
  ['end', 'en-XB'],
] as const)('stands within a small screen, above the launcher (%s, %s)', async (position, locale) => {
  stage.site.configuration = {
    visit: kVisit,
    invitation: { ...kInvitation, text: 'Can I help you choose? '.repeat(13).trim() },
    inbox: { key: 'demo', name: 'Website', workspace: 'Casa & Co', position },
  };
  const { page } = await visit({ viewport: { width: 320, height: 640 }, reducedMotion: 'reduce' });
  await launcher(page).waitFor();
  await page.evaluate(`Parlor('locale', '${locale}')`);
  await page.clock.runFor(1000);
  const calling = page.locator('parlor-chat .calling');
  await calling.waitFor();
  const [own, button] = [await calling.boundingBox(), await launcher(page).boundingBox()];
  const { x = -1, y = -1, width = 999, height = 999 } = own ?? {};
  expect(x).toBeGreaterThanOrEqual(20);
  expect(x + width).toBeLessThanOrEqual(300);
  expect(y + height).toBeLessThan(button?.y ?? 0);
  expect(height).toBeLessThan(220);
  expect(await calling.evaluate((one) => getComputedStyle(one).animationDuration)).toBe('0s');
  await page.context().close();
});
