// A whole chat with the real engine: from a visitor nobody knows to a rating, over a reload and a lost connection.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launcher, openStage, panel, type Stage } from './browser';
import { Desk } from './desk';

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
}, 120_000);
afterAll(() => stage?.close());

const bubbles = (page: Page): Promise<string[]> => panel(page).locator('.bubble > :not(.hidden)').allTextContents();

it('goes from the first word to the rating', async () => {
  const page = await stage.newPage();
  const desk = await Desk.at(page);
  desk.hold = true;
  await page.goto(stage.site.url);
  await launcher(page).click();
  const field = panel(page).getByRole('textbox', { name: 'Write a message' });
  await field.fill('Does the Alba fit through a 70 cm door?');
  expect(desk.calls).toEqual([]);

  // The bubble stands at once, and stays the same element until it is sent.
  await field.press('Enter');
  await panel(page).getByRole('article').waitFor();
  await page.evaluate(() => {
    const article = document.querySelector('parlor-chat')?.shadowRoot?.querySelector('article');
    article?.setAttribute('data-first', '');
  });
  expect(desk.calls).toEqual([]);
  desk.hold = false;
  await panel(page).locator('article.sent').waitFor();
  expect(await panel(page).locator('article.sent[data-first]').count()).toBe(1);
  expect(await panel(page).locator('.receipt').textContent()).toBe('Sent');
  await expect.poll(() => panel(page).getByText('You’re in line').isVisible()).toBe(true);
  expect(await page.evaluate('JSON.parse(localStorage.getItem("parlor:demo")).token')).toBe('visitor-token');

  // What was begun meanwhile is still there, and nowhere else.
  await field.pressSequentially('I mean');
  desk.joined();
  desk.types('on');
  await panel(page).getByText('Ada joined the chat').waitFor();
  expect(await panel(page).getByRole('heading').textContent()).toBe('Ada');
  await panel(page).getByText('Ada is typing').waitFor({ state: 'attached' });
  desk.types('off');
  desk.says('It does: the back comes off.');
  desk.hasRead();
  await expect
    .poll(() => bubbles(page))
    .toEqual(['Does the Alba fit through a 70 cm door?', 'It does: the back comes off.']);
  await expect.poll(() => panel(page).locator('.receipt').textContent()).toBe('Read');
  await expect.poll(() => desk.calls.some(({ method }) => method === 'conversation.read')).toBe(true);

  // A reload brings it all back, once.
  await page.reload();
  await launcher(page).click();
  await panel(page)
    .getByRole('button', { name: /^Continue: Ada/ })
    .click();
  await expect.poll(() => bubbles(page)).toHaveLength(2);
  expect(await field.inputValue()).toBe('I mean');
  expect(await page.evaluate('Object.values(JSON.parse(localStorage.getItem("parlor:demo")).drafts)')).toEqual([
    'I mean',
  ]);

  // What is written without a connection waits and goes out by itself.
  desk.cut();
  await field.fill('And on a Saturday?');
  await field.press('Enter');
  await expect.poll(() => bubbles(page)).toHaveLength(3);
  await expect.poll(() => panel(page).locator('article.sent').count(), { timeout: 15_000 }).toBe(3);

  desk.resolves();
  await panel(page).getByText('How was your chat with Ada?').waitFor();
  await panel(page).getByRole('radio', { name: 'Okay' }).focus();
  await page.keyboard.press('2');
  await panel(page).getByRole('button', { name: 'Rude' }).click();
  await page.keyboard.press('5');
  await panel(page).getByRole('button', { name: 'Fast' }).click();
  await panel(page).getByRole('button', { name: 'Solved', exact: true }).click();
  await panel(page).getByRole('button', { name: 'Solved', exact: true }).click();
  await panel(page).getByRole('textbox', { name: 'Anything else? (optional)' }).fill('Quick');
  await panel(page).getByRole('button', { name: 'Send rating' }).click();
  await panel(page).getByText('Thanks for your rating').waitFor();
  expect(desk.calls.find(({ method }) => method === 'conversation.rate')?.params).toMatchObject({
    score: 5,
    comment: 'Quick',
    reasons: ['fast'],
  });

  // Taking it up again gives the composer back.
  await panel(page).getByRole('button', { name: 'Continue this chat' }).click();
  await field.waitFor();
  expect(await page.evaluate('violations')).toEqual([]);
  await page.context().close();
});

it('shows a waiting visitor the place in line, calmly, and who is next', async () => {
  const page = await stage.newPage();
  await page.clock.install();
  const desk = await Desk.at(page);
  await page.goto(stage.site.url);
  await launcher(page).click();
  const field = panel(page).getByRole('textbox', { name: 'Write a message' });
  await field.fill('Where is my order?');
  await field.press('Enter');
  const card = panel(page).locator('.queue');
  const line = panel(page).locator('.who p');
  await expect.poll(() => card.textContent()).toContain('You’re in line');

  // The card is what is read aloud: another place shows at once, another wait after half a minute at most.
  expect(await card.getByRole('status').textContent()).toContain('You’re in line');
  desk.places({ position: 3, wait: 'about_5_min', team: 'Orders' });
  await expect.poll(() => card.textContent()).toBe('You’re 3rd in lineabout 5 min');
  expect(await line.textContent()).toBe('Orders');
  const way = (): Promise<number> =>
    card.locator('i').evaluate((bar) => {
      const track = bar.parentElement?.getBoundingClientRect() ?? new DOMRect();
      return Math.round((100 * (bar.getBoundingClientRect().right - track.left)) / track.width);
    });
  await expect.poll(way).toBe(57);
  desk.places({ position: 3, wait: 'about_2_min', team: 'Orders' });
  await page.waitForTimeout(300);
  expect(await card.textContent()).toContain('about 5 min');
  await page.clock.fastForward(30_000);
  await expect.poll(() => card.textContent()).toContain('about 2 min');
  desk.places({ position: 2, team: 'Orders' });
  await expect.poll(() => card.textContent()).toBe('You’re 2nd in line');
  await expect.poll(way).toBe(67);

  // The visitor may write on, and after a reload stands where they stood.
  await field.fill('It is 48213');
  await field.press('Enter');
  await expect.poll(() => bubbles(page)).toEqual(['Where is my order?', 'It is 48213']);
  await page.reload();
  await launcher(page).click();
  await panel(page)
    .getByRole('button', { name: /^Continue/ })
    .click();
  await expect.poll(() => card.textContent()).toBe('You’re 2nd in line');
  desk.places({ position: 1, wait: 'under_1_min', team: 'Orders' });
  await expect.poll(() => card.textContent()).toBe('You’re next in lineunder 1 min');

  desk.joined();
  await expect.poll(() => card.count()).toBe(0);
  expect(await line.textContent()).toBe('Online · Casa & Co');
  desk.gone();
  await panel(page).getByText('Ada had to leave. Someone else will help you soon').waitFor();
  await expect.poll(() => card.textContent()).toContain('You’re in line');
  desk.joined();
  desk.handsTo('Returns');
  await panel(page).getByText('Connecting you to Returns').waitFor();
  desk.places({ position: 4, team: 'Returns' });
  await expect.poll(() => card.textContent()).toBe('You’re 4th in line');
  desk.places({ position: 0 });
  await expect.poll(() => card.textContent()).toContain('You’re in line');
  expect(await page.evaluate('violations')).toEqual([]);
  await page.context().close();
});

it('shows what a rule says as the workspace’s words, which end no waiting', async () => {
  const page = await stage.newPage();
  const desk = await Desk.at(page);
  await page.goto(stage.site.url);
  await launcher(page).click();
  const field = panel(page).getByRole('textbox', { name: 'Write a message' });
  await field.fill('Where is my order?');
  await field.press('Enter');
  await panel(page).locator('article.sent').waitFor();
  const card = panel(page).locator('.queue');
  desk.places({ position: 2, team: 'Orders' });
  await expect.poll(() => card.textContent()).toBe('You’re 2nd in line');
  desk.saysByRule('Have your **order number** at hand.');
  const said = panel(page).locator('article.theirs');
  await expect.poll(() => bubbles(page)).toEqual(['Where is my order?', 'Have your order number at hand.']);
  expect(await said.locator('.byline b').textContent()).toBe('Casa & Co');
  expect(await said.locator('.bubble .hidden').textContent()).toMatch(/^Casa & Co, automatic message, \d+:\d\d.*: $/);
  const faces = await panel(page)
    .locator('.avatar')
    .evaluateAll((all) => all.map((face) => [face.textContent, (face as HTMLElement).style.getPropertyValue('--hue')]));
  expect(faces).toHaveLength(2);
  expect(faces[0]).toEqual(faces[1]);

  // Nobody has come: the place in line, the header and the receipt are what they were.
  expect(await card.textContent()).toBe('You’re 2nd in line');
  expect(await panel(page).getByRole('heading').textContent()).toBe('Casa & Co');
  expect(await panel(page).locator('.who p').textContent()).toBe('Orders');
  expect(await panel(page).locator('.receipt').textContent()).toBe('Sent');
  expect(await panel(page).locator('.event, .typing').count()).toBe(0);
  expect(await said.getByRole('button').count()).toBe(0);

  // Between Vic and Ada it stands alone, and does not stop her typing.
  desk.joined();
  desk.types('on');
  await panel(page).getByText('Ada is typing').waitFor({ state: 'attached' });
  desk.saysByRule('Ada answers in a minute.');
  await panel(page).getByText('Ada answers in a minute.').waitFor();
  expect(await panel(page).getByText('Ada is typing').count()).toBe(1);
  expect(await card.count()).toBe(0);
  desk.says('Hello!');
  await expect
    .poll(() => panel(page).locator('.byline b').allTextContents())
    .toEqual(['Casa & Co', 'Casa & Co', 'Ada']);
  expect(await panel(page).getByRole('heading').textContent()).toBe('Ada');

  // Counted as unread where it is not seen to come, and told to the page as what it is.
  await page.evaluate(
    "window.told = []; for (const name of ['unread', 'message']) Parlor('on', name, (detail) => told.push(detail.from ?? detail))",
  );
  await page.keyboard.press('Escape');
  desk.saysByRule('Was that of help?');
  await expect.poll(() => page.evaluate('told')).toEqual(expect.arrayContaining(['system', 1]));
  expect(await launcher(page).getAttribute('aria-label')).toBe('Open chat, 1 unread message');
  expect(await page.evaluate('violations')).toEqual([]);
  await page.context().close();
});

it('changes an own message, and takes one back after one more question', async () => {
  const page = await stage.newPage();
  const desk = await Desk.at(page);
  let missed = 0;
  await page.route('**/widget/later-*', (route) => {
    missed += 1;
    return missed < 2 ? route.abort() : route.continue();
  });
  await page.goto(stage.site.url);
  await launcher(page).click();
  const field = panel(page).getByRole('textbox', { name: 'Write a message' });
  for (const text of ['Is it gren?', 'Oh, wrong shop']) {
    await field.fill(text);
    await field.press('Enter');
  }
  await expect.poll(() => panel(page).locator('article.sent').count()).toBe(2);
  expect(missed).toBe(0);

  // By keyboard alone; the first time what does it does not come, and is asked for again.
  const first = panel(page).getByRole('article').first();
  await first.getByRole('button', { name: 'Message options' }).focus();
  await page.keyboard.press('Enter');
  await panel(page).getByRole('menuitem', { name: 'Edit' }).waitFor();
  expect(missed).toBe(2);
  await page.keyboard.press('Escape');
  await expect.poll(() => panel(page).getByRole('menu').count()).toBe(0);
  expect(await panel(page).isVisible()).toBe(true);
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  const editor = panel(page).getByRole('textbox', { name: 'Edit your message' });
  await editor.waitFor();
  expect(await editor.inputValue()).toBe('Is it gren?');
  await editor.fill('Is it green?');
  await page.keyboard.press('Enter');
  await expect.poll(() => bubbles(page)).toEqual(['Is it green?', 'Edited', 'Oh, wrong shop']);
  expect(await first.evaluate((article) => article.matches(':focus'))).toBe(true);

  const second = panel(page).getByRole('article').nth(1);
  await second.hover();
  await second.getByRole('button', { name: 'Message options' }).click();
  await panel(page).getByRole('menuitem', { name: 'Delete' }).click();
  await panel(page).getByRole('menuitem', { name: 'Keep' }).click();
  expect(desk.calls.some(({ method }) => method === 'message.delete')).toBe(false);
  await second.getByRole('button', { name: 'Message options' }).click();
  await panel(page).getByRole('menuitem', { name: 'Delete' }).click();
  await panel(page).getByRole('menuitem', { name: 'Delete for everyone' }).click();
  await expect.poll(() => bubbles(page)).toEqual(['Is it green?', 'Edited', 'Message deleted']);
  expect(await second.getByRole('button').count()).toBe(0);
  expect(await page.evaluate('violations')).toEqual([]);
  await page.context().close();
});

it('grows on wish, and sounds for a message that is not seen to come', async () => {
  const page = await stage.newPage();
  await page.addInitScript(() => {
    const heard: number[] = [];
    const start = OscillatorNode.prototype.start;
    OscillatorNode.prototype.start = function (when) {
      heard.push(performance.now());
      start.call(this, when);
    };
    Object.assign(window, { sounds: heard });
  });
  const sounds = (): Promise<number> => page.evaluate('sounds.length');
  const desk = await Desk.at(page);
  await page.goto(stage.site.url);
  await launcher(page).click();
  const choose = async (name: string): Promise<void> => {
    await panel(page).getByRole('button', { name: 'Chat options' }).click();
    await panel(page).getByRole('menuitem', { name }).click();
  };
  const width = async (): Promise<number | undefined> => (await panel(page).boundingBox())?.width;
  await choose('Make wider');
  await expect.poll(width).toBe(560);
  await choose('Make narrower');
  await expect.poll(width).toBe(384);

  await panel(page).getByRole('textbox').fill('Hello');
  await page.keyboard.press('Enter');
  await panel(page).locator('article.sent').waitFor();
  expect(await page.evaluate('"sounds" in JSON.parse(localStorage.getItem("parlor:demo"))')).toBe(false);
  desk.joined();
  desk.says('Seen as it comes');
  await panel(page).getByText('Seen as it comes').waitFor();
  expect(await sounds()).toBe(0);
  await page.keyboard.press('Escape');
  desk.says('Heard');
  await expect.poll(sounds).toBe(1);

  await launcher(page).click();
  await choose('Turn sounds off');
  await page.keyboard.press('Escape');
  await page.waitForTimeout(2100);
  desk.says('Not heard');
  await page.locator('parlor-chat .bubble', { hasText: 'Not heard' }).waitFor({ state: 'attached' });
  await page.waitForTimeout(200);
  expect(await sounds()).toBe(1);
  await page.reload();
  await launcher(page).click();
  await panel(page)
    .getByRole('button', { name: /^Continue: Ada/ })
    .click();
  await choose('Turn sounds on');
  await expect.poll(sounds).toBe(1);
  await page.context().close();
});

it('ends a chat after one question, and says when a message could not go out', async () => {
  const page = await stage.newPage();
  const desk = await Desk.at(page);
  await page.route('**/api/v1/visitors', (route) => route.abort());
  await page.goto(stage.site.url);
  await launcher(page).click();
  const field = panel(page).getByRole('textbox', { name: 'Write a message' });
  await field.fill('Hello');
  await field.press('Enter');
  await panel(page).getByText('Not sent.').waitFor();
  expect(await bubbles(page)).toEqual(['Hello']);

  await page.unroute('**/api/v1/visitors');
  await page.route('**/api/v1/visitors', (route) => route.fulfill({ status: 201, json: { token: 'visitor-token' } }));
  await panel(page).getByRole('button', { name: 'Try again' }).click();
  await panel(page).locator('article.sent').waitFor();
  expect(await bubbles(page)).toEqual(['Hello']);

  desk.joined();
  await panel(page).getByRole('button', { name: 'Chat options' }).click();
  await panel(page).getByRole('menuitem', { name: 'End chat' }).click();
  await panel(page).getByRole('button', { name: 'Keep chatting' }).click();
  await expect.poll(() => field.evaluate((element) => element.matches(':focus'))).toBe(true);
  expect(desk.calls.some(({ method }) => method === 'conversation.end')).toBe(false);
  await panel(page).getByRole('button', { name: 'Chat options' }).click();
  await panel(page).getByRole('menuitem', { name: 'End chat' }).click();
  await panel(page).getByRole('button', { name: 'End chat' }).click();
  await panel(page).getByRole('button', { name: 'Start a new chat' }).waitFor();
  expect(desk.calls.some(({ method }) => method === 'conversation.end')).toBe(true);
  await page.context().close();
});

it('brings what a network without WebSocket needs, and asks again when that does not come', async () => {
  const page = await stage.newPage();
  await Desk.at(page);
  await page.routeWebSocket('**/realtime', (socket) => void socket.close({ code: 4005, reason: 'no' }));
  const said: string[] = [];
  let missed = 0;
  await page.route('**/widget/fallback-*', (route) => {
    missed += 1;
    return missed < 3 ? route.abort() : route.continue();
  });
  await page.route('**/realtime/sessions', (route) => {
    said.push((route.request().postDataJSON() as { method: string }).method);
    return route.abort();
  });
  await page.goto(stage.site.url);
  await launcher(page).click();
  const field = panel(page).getByRole('textbox', { name: 'Write a message' });
  await field.fill('Hello');
  expect(missed).toBe(0);
  await field.press('Enter');
  await expect.poll(() => said, { timeout: 15_000 }).toContain('session.hello');
  expect(missed).toBeGreaterThanOrEqual(3);
  expect(await bubbles(page)).toEqual(['Hello']);
  expect(await page.evaluate('violations')).toEqual([]);
  await page.context().close();
});
