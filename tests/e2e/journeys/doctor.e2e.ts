import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures.ts';
import { AgentPage } from '../pages/agent-page.ts';

const screens = join(import.meta.dirname, '..', 'screens');
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
/** Quiet connections are watched until their heartbeat. */
const examinedWithinMs = 90_000;

async function look(page: Page): Promise<void> {
  for (const scheme of ['light', 'dark'] as const) {
    for (const width of [1280, 320]) {
      await page.emulateMedia({ colorScheme: scheme });
      await page.setViewportSize({ width, height: 900 });
      const folder = join(screens, scheme);
      mkdirSync(folder, { recursive: true });
      await page.screenshot({ path: join(folder, `dashboard-doctor-${width}.png`) });
      const { violations } = await new AxeBuilder({ page }).withTags(rules).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    }
  }
}

test('the doctor names the header that a proxy eats, and the lines that mend it', async ({ behind, someone }) => {
  test.setTimeout(180_000);
  const { proxy } = await behind('no-upgrade');
  const page = await someone();
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: proxy.url });
  await new AgentPage(page, proxy.url).signIn('orla@casa.example');
  await page.goto(`${proxy.url}/doctor`);
  await page.getByRole('button', { name: 'Examine' }).click();
  const card = page.locator('.settings-card').filter({ hasText: 'The proxy eats the Upgrade header' });
  await expect(card).toBeVisible({ timeout: examinedWithinMs });

  const check = (name: string) => page.getByRole('listitem').filter({ hasText: name });
  await expect(check('WebSocket')).toContainText('doesn’t work');
  await expect(check('Event stream')).toContainText('works');
  await expect(check('Long-poll')).toContainText('works');
  await expect(check('Quiet connections')).toContainText('works');
  await expect(page.getByText('Chats get through, but not as well as they could.')).toBeVisible();

  await card.getByRole('button', { name: /^Copy the lines/ }).click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(
    'proxy_set_header Upgrade $http_upgrade;',
  );
  await page.getByRole('radio', { name: 'Apache' }).check();
  await expect(card).toContainText('upgrade=websocket');
  await look(page);
});

test('the doctor finds nothing where all is well, and is for owners', async ({ behind, someone }) => {
  test.setTimeout(180_000);
  const { proxy } = await behind('pass');
  const orla = await someone();
  await new AgentPage(orla, proxy.url).signIn('orla@casa.example');
  await orla.goto(`${proxy.url}/doctor`);
  await orla.getByRole('button', { name: 'Examine' }).click();
  await expect(orla.getByText('All is well.')).toBeVisible({ timeout: examinedWithinMs });

  const ada = await someone();
  await new AgentPage(ada, proxy.url).signIn('ada@casa.example');
  await ada.goto(`${proxy.url}/doctor`);
  await expect(ada.getByText('Only owners can examine this.')).toBeVisible();
  await expect(ada.getByRole('button', { name: 'Examine' })).toHaveCount(0);
});
