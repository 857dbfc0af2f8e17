import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures.ts';
import {
  type Look,
  type Stage,
  type Surface,
  walkTheChat,
  walkTheSettings,
  walkTheSetup,
  walkTheShop,
} from './walk.ts';

const screens = join(import.meta.dirname, '..', 'screens');
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

interface Finding {
  where: string;
  what: string;
}

/** Waits until nothing moves any more, so that a fading thing is not judged half-way. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const running = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
    await Promise.all(running.map(({ finished }) => finished.catch(() => undefined)));
  });
}

async function axe(page: Page, surface: Surface): Promise<string[]> {
  const builder = new AxeBuilder({ page }).withTags(rules);
  if (surface === 'widget') builder.include('parlor-chat');
  const { violations } = await builder.analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} at ${target}: ${failureSummary}`),
  );
}

async function sidewaysScroll(page: Page): Promise<number> {
  return page.evaluate(() => {
    const root = document.scrollingElement ?? document.documentElement;
    return root.scrollWidth - root.clientWidth;
  });
}

function looker(folder: string, findings: Finding[], looked: string[]): Look {
  mkdirSync(join(screens, folder), { recursive: true });
  return async (surface, state, page) => {
    const where = `${surface}-${state}`;
    await settle(page);
    await page.screenshot({ path: join(screens, folder, `${where}.png`) });
    for (const what of await axe(page, surface)) findings.push({ where, what });
    const scroll = await sidewaysScroll(page);
    if (scroll > 0) findings.push({ where, what: `scrolls sideways by ${scroll} px` });
    looked.push(where);
  };
}

const walks = { shop: walkTheShop, chat: walkTheChat, settings: walkTheSettings, setup: walkTheSetup };
/** Fewer would mean that a walk was cut short. */
const statesAtLeast = { shop: 4, chat: 22, settings: 6, setup: 5 };
const looks = {
  light: { colorScheme: 'light', viewport: { width: 1440, height: 900 } },
  dark: { colorScheme: 'dark', viewport: { width: 1440, height: 900 } },
  'light-320': { colorScheme: 'light', viewport: { width: 320, height: 640 } },
  'dark-320': { colorScheme: 'dark', viewport: { width: 320, height: 640 } },
} as const satisfies Record<string, Stage['options']>;
/** Every walk is taken in both themes and at both widths; the longest one in each theme at full width too. */
const looksOf = {
  shop: ['light', 'dark-320'],
  chat: ['light', 'dark', 'light-320'],
  settings: ['dark', 'light-320'],
  setup: ['light', 'dark-320'],
} as const satisfies Record<keyof typeof walks, readonly (keyof typeof looks)[]>;

for (const [walk, go] of Object.entries(walks)) {
  for (const name of looksOf[walk as keyof typeof walks]) {
    const options = looks[name];
    test(`${walk}, ${name}: no violation of axe, no sideways scroll in any state`, async ({
      parlor,
      emptyParlor,
      someone,
    }) => {
      test.slow();
      const findings: Finding[] = [];
      const looked: string[] = [];
      await go({ parlor, emptyParlor, someone, options, look: looker(name, findings, looked) });
      expect(looked.length).toBeGreaterThanOrEqual(statesAtLeast[walk as keyof typeof walks]);
      expect(findings).toEqual([]);
    });
  }
}

test('the control: axe and the ruler find what is put in their way', async ({ parlor, someone }) => {
  const page = await someone();
  await page.goto(`${parlor.url}/demo/`);
  await page.evaluate(() => {
    const button = document.createElement('button');
    button.style.inlineSize = '5000px';
    document.body.append(button);
  });
  expect((await axe(page, 'shop')).join()).toContain('button-name');
  expect(await sidewaysScroll(page)).toBeGreaterThan(1000);
});
