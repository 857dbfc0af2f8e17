// What the page says of its visitor, from the command to the server, in a real browser.
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { launcher, openStage, panel, type Stage } from './browser';
import { Desk } from './desk';

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
}, 120_000);
afterAll(() => stage?.close());
beforeEach(() => {
  stage.site.asked.length = 0;
});

const kRefused = ['error', { reason: 'invalid_argument', command: 'attributes' }];

const requests = (): { page: { attributes?: unknown } }[] =>
  stage.site.asked.filter(({ path }) => path === '/api/v1/widget').map(({ body }) => JSON.parse(body));

it('goes with the next request, added up, and lives in this page’s memory alone', async () => {
  const page = await stage.newPage();
  await page.clock.install();
  await page.goto(stage.site.url);
  await launcher(page).waitFor();
  expect(requests().at(-1)?.page).not.toHaveProperty('attributes');
  await page.evaluate(`Parlor('attributes', { plan: 'gold', vip: true, orders: 12 });
    Parlor('attributes', { plan: 'silver', vip: undefined });`);
  await page.clock.fastForward(30_000);
  const known = [
    { key: 'plan', value: 'silver' },
    { key: 'orders', value: '12' },
  ];
  await expect.poll(() => requests().at(-1)?.page.attributes).toEqual(known);

  // What is refused is told, throws nothing into the page, and changes nothing.
  await page.evaluate(`heard.length = 0; window.many = {}; for (let at = 0; at < 29; at += 1) many['k' + at] = at;
    for (const said of [undefined, 'plan', ['gold'], { plan: {} }, { orders: NaN }, { ['k'.repeat(41)]: 1 },
      { plan: 'x'.repeat(301) }, many, { plan: 'new', get trap() { throw new Error('trap'); } }]) Parlor('attributes', said);`);
  await expect.poll(() => page.evaluate('heard')).toEqual(Array(9).fill(kRefused));
  await page.clock.fastForward(30_000);
  await expect.poll(() => requests().length).toBe(3);
  expect(requests().at(-1)?.page.attributes).toEqual(known);

  await page.evaluate("Parlor('attributes', { plan: null, orders: null })");
  await page.clock.fastForward(30_000);
  await expect.poll(() => requests().length).toBe(4);
  expect(requests().at(-1)?.page.attributes).toEqual([]);

  await page.evaluate("Parlor('attributes', { plan: 'gold' })");
  expect(await page.evaluate('localStorage.length + sessionStorage.length + document.cookie.length')).toBe(0);
  await page.reload();
  await launcher(page).waitFor();
  expect(requests().at(-1)?.page).not.toHaveProperty('attributes');
  await page.context().close();
});

it('is forgotten at shutdown, also by what is still on its way', async () => {
  const page = await stage.newPage();
  let miss = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    miss = resolve;
  });
  await page.route('**/widget/panel-*', (route) => held.then(() => route.abort()));
  await page.goto(stage.site.url);
  await launcher(page).waitFor();
  await page.evaluate("Parlor('attributes', { plan: 'gold' }); Parlor('open'); Parlor('shutdown')");
  // The panel that does not come is asked for by one more reading of the configuration.
  miss();
  await expect.poll(() => requests().length).toBe(2);
  expect(requests().at(-1)?.page).not.toHaveProperty('attributes');
  await page.evaluate("heard.length = 0; Parlor('attributes', { plan: 'gold' })");
  await expect
    .poll(() => page.evaluate('heard'))
    .toContainEqual(['error', { reason: 'unknown_command', command: 'attributes' }]);
  await page.context().close();
});

it('goes with the hello and the beginning of a chat, and as a page view when it changes', async () => {
  const page = await stage.newPage();
  const desk = await Desk.at(page);
  const sent = (method: string): unknown[] =>
    desk.calls
      .filter((call) => call.method === method)
      .map(({ params }) => ((params.page ?? params) as { attributes?: unknown }).attributes);
  await page.goto(stage.site.url);
  await launcher(page).waitFor();
  await page.evaluate("Parlor('attributes', { plan: 'gold' })");
  await launcher(page).click();
  await page.evaluate("Parlor('attributes', { basket: 1 })");
  await panel(page).getByRole('textbox').fill('Hello');
  await page.keyboard.press('Enter');
  await panel(page).locator('article.sent').waitFor();
  const plan = { key: 'plan', value: 'gold' };
  const begun = [plan, { key: 'basket', value: '1' }];
  expect(sent('session.hello')).toEqual([begun]);
  expect(sent('conversation.start')).toEqual([begun]);
  expect(sent('page.view')).toEqual([]);

  // Once for each change, the same page or not.
  await page.evaluate("Parlor('attributes', { basket: 2 }); Parlor('attributes', { basket: 2, plan: 'gold' });");
  await expect.poll(() => sent('page.view')).toEqual([[plan, { key: 'basket', value: '2' }]]);
  await page.evaluate("Parlor('attributes', { basket: {} }); Parlor('attributes', { basket: null, plan: null });");
  await expect.poll(() => sent('page.view')).toHaveLength(2);
  expect(sent('page.view')[1]).toEqual([]);
  await page.evaluate("Parlor('page', '/sofas/alba')");
  await expect.poll(() => sent('page.view')).toHaveLength(3);
  expect(await page.evaluate('violations')).toEqual([]);
  await page.context().close();
});
