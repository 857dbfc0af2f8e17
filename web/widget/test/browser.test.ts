// The widget in a real browser: the loader on a page with the strictest policy, the panel's focus and keys, and axe over every
// state of the gallery in both themes.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { states } from '../gallery/states';
import { launcher, openStage, panel, type Stage } from './browser';
import type { Site } from './site';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
let stage: Stage;
let site: Site;

beforeAll(async () => {
  stage = await openStage();
  site = stage.site;
}, 120_000);
afterAll(() => stage?.close());

async function visit(path: string, options: BrowserContextOptions = {}): Promise<Page> {
  const page = await stage.newPage(options);
  await page.goto(site.url + path);
  return page;
}

const focused = (page: Page): Promise<string> =>
  page.evaluate(
    () => document.querySelector('parlor-chat')?.shadowRoot?.activeElement?.getAttribute('aria-label') ?? '',
  );

describe('on a page under a strict policy', () => {
  beforeEach(() => {
    site.asked.length = 0;
    site.configuration = {};
    site.panel = (JSON.parse(readFileSync(`${stage.folder}/dist/manifest.json`, 'utf8')) as { panel: string }).panel;
  });

  it('costs two requests before the click and breaks no rule of the page', async () => {
    const page = await visit('/');
    await launcher(page).waitFor();
    expect(site.asked.map(({ path }) => path)).toEqual(['/w.js', '/api/v1/widget']);
    expect(JSON.parse(site.asked[1]?.body ?? '')).toMatchObject({ site: 'demo', page: { title: 'Casa & Co' } });
    await launcher(page).click();
    await panel(page).waitFor();
    expect(await page.evaluate('violations')).toEqual([]);
    expect(await page.evaluate('document.querySelectorAll("style, [style]").length')).toBe(0);
    expect(await page.evaluate('localStorage.length + sessionStorage.length')).toBe(0);
    expect(await page.evaluate('heard.map(([name]) => name)')).toEqual(['ready', 'error', 'open']);
    await page.context().close();
  });

  it('takes the focus when it opens, gives it back when it closes, and keeps its keys to itself', async () => {
    const page = await visit('/');
    await launcher(page).click();
    await panel(page).waitFor();
    await expect.poll(() => focused(page)).toBe('Write a message');
    await page.keyboard.type('jk/');
    await page.keyboard.press('Escape');
    await expect.poll(() => panel(page).isVisible()).toBe(false);
    expect(await focused(page)).toBe('Open chat');
    expect(await page.evaluate('pressed')).toBe('');
    await page.keyboard.press('Enter');
    await expect.poll(() => panel(page).getByRole('textbox').inputValue()).toBe('jk/');
    await page.context().close();
  });

  it('reads the configuration once more when the panel is gone, and says so when that does not help', async () => {
    const good = site.panel;
    site.panel = '/widget/panel-gone.js';
    const page = await visit('/');
    await launcher(page).waitFor();
    site.panel = good;
    await launcher(page).click();
    await panel(page).waitFor();
    await page.context().close();

    site.panel = '/widget/panel-gone.js';
    const other = await visit('/');
    await launcher(other).click();
    await expect.poll(() => launcher(other).textContent()).toContain('Couldn’t load the chat');
    expect(await other.evaluate('heard.at(-1)')).toEqual(['error', { reason: 'panel_unavailable' }]);
    await other.context().close();
  });

  it('shows what is unread, and who is away, by name and badge', async () => {
    site.configuration = { unread: 12, available: false };
    const page = await visit('/');
    await launcher(page).waitFor();
    expect(await launcher(page).getAttribute('aria-label')).toBe('Open chat, 12 unread messages');
    expect(await launcher(page).textContent()).toBe('9+');
    await page.context().close();
  });

  it('obeys the page: theme, locale, hide, show, prefill, shutdown', async () => {
    const page = await visit('/');
    await launcher(page).waitFor();
    await page.evaluate("Parlor('theme', 'dark'); Parlor('locale', 'en-XB'); Parlor('hide')");
    expect(await launcher(page).isVisible()).toBe(false);
    await page.evaluate("Parlor('show'); Parlor('prefill', 'About Alba')");
    await panel(page).waitFor();
    expect(await panel(page).getByRole('textbox').inputValue()).toBe('About Alba');
    expect(
      await panel(page).evaluate((element) => [
        getComputedStyle(element).direction,
        getComputedStyle(element).backgroundColor,
      ]),
    ).toEqual(['rtl', 'rgb(23, 23, 27)']);
    await page.evaluate("Parlor('shutdown')");
    expect(await page.locator('parlor-chat').count()).toBe(0);
    expect(await page.evaluate('localStorage.length')).toBe(0);
    await page.context().close();
  });

  it('covers a small screen, makes the page behind inert, and puts all back', async () => {
    const page = await visit('/', { viewport: { width: 390, height: 740 } });
    await launcher(page).click();
    await panel(page).waitFor();
    await expect
      .poll(() => panel(page).evaluate((element) => element.getBoundingClientRect().toJSON()))
      .toMatchObject({
        x: 0,
        y: 0,
        width: 390,
        height: 740,
      });
    expect(await page.locator('main').evaluate((main) => (main as HTMLElement).inert)).toBe(true);
    expect(await panel(page).getAttribute('aria-modal')).toBe('true');
    expect(await launcher(page).isVisible()).toBe(false);
    for (let presses = 0; presses < 9; presses += 1) {
      await page.keyboard.press('Tab');
      expect(await page.evaluate('document.activeElement.tagName')).toBe('PARLOR-CHAT');
    }
    await page.keyboard.press('Escape');
    expect(await page.locator('main').evaluate((main) => (main as HTMLElement).inert)).toBe(false);
    expect(await page.evaluate('document.documentElement.getAttribute("style")')).toBeFalsy();
    expect(await focused(page)).toBe('Open chat');
    await page.context().close();
  });
});

it.each([10, 16, 32])('keeps its size on a page whose root is %i px', async (size) => {
  const page = await visit('/gallery/?state=person');
  await page.evaluate((px) => {
    document.documentElement.style.fontSize = `${px}px`;
  }, size);
  const bubble = page.locator('parlor-chat article p').first();
  await bubble.waitFor();
  expect(
    await page
      .locator('parlor-chat .bubble p')
      .first()
      .evaluate((one) => getComputedStyle(one).fontSize),
  ).toBe('15px');
  await page.context().close();
});

it('mounts the newest messages only, and the earlier ones as one scrolls to them', async () => {
  const page = await visit('/gallery/?state=long');
  const log = panel(page).getByRole('log');
  await log.waitFor();
  await expect.poll(() => log.getByRole('article').count()).toBe(50);
  const place = await log.evaluate((element) => {
    element.scrollTop = 300;
    return element.querySelector('article')?.textContent;
  });
  await expect.poll(() => log.getByRole('article').count()).toBeGreaterThan(70);
  const moved = await log.evaluate((element, text) => {
    const same = [...element.querySelectorAll('article')].find((one) => one.textContent === text);
    return (same?.getBoundingClientRect().top ?? 0) - element.getBoundingClientRect().top;
  }, place);
  // The bubble that was first stands where it stood: 300 px and the list's padding above the edge.
  expect(Math.abs(moved + 300)).toBeLessThan(80);
  await page.context().close();
});

describe('axe', () => {
  const looks = ['light', 'dark'].flatMap((theme) => Object.keys(states).map((state) => ({ state, theme })));

  it.each(looks)('finds nothing in $state, $theme', async ({ state, theme }) => {
    const page = await visit(`/gallery/?state=${state}&theme=${theme}`, { bypassCSP: true, reducedMotion: 'reduce' });
    await page.locator('body[data-ready]').waitFor();
    await page.evaluate(axe);
    // The themes differ in nothing but their colours.
    const rules = theme === 'light' ? '{}' : "{ runOnly: ['color-contrast'] }";
    const result = (await page.evaluate(`axe.run(${rules})`)) as AxeResults;
    expect(result.passes.length).toBeGreaterThan(0);
    expect(
      result.violations.map(({ id, nodes }) => [id, ...nodes.map((node) => [node.html, node.failureSummary])]),
    ).toEqual([]);
    await page.context().close();
  });
});
