import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures.ts';
import { AgentPage } from '../pages/agent-page.ts';
import { type FirstOwner, SetupPage } from '../pages/setup-page.ts';
import { VisitorPage } from '../pages/visitor-page.ts';

function orla(origin: string): FirstOwner {
  return {
    name: 'Orla Byrne',
    email: 'orla@garden.example',
    password: 'a long walk with roses',
    workspace: 'Wanda’s garden',
    site: 'Garden blog',
    origins: [origin],
  };
}

function keyIn(tag: string): string {
  return /data-site="([^"]+)"/.exec(tag)?.[1] ?? '';
}

/** What the page's content security policy refused, from before the page began. */
async function refusals(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    const seen: string[] = [];
    Object.assign(window, { policyRefusals: seen });
    addEventListener('securitypolicyviolation', (event) => seen.push(`${event.violatedDirective} ${event.blockedURI}`));
  });
  return () => page.evaluate(() => (window as unknown as { policyRefusals: string[] }).policyRefusals);
}

test('from the printed address to a chat on a strict website of another origin', async ({
  emptyParlor: parlor,
  browser,
  someone,
  site,
  otherSite,
}) => {
  const owner = new SetupPage(await someone());
  const tag = await owner.setUp(await parlor.setupAddress(), orla(site.origin));
  expect(tag).toContain(`src="${parlor.url}/w.js"`);
  expect(tag).toContain('async');
  const key = keyIn(tag);
  site.show({ parlor: parlor.url, key });
  otherSite.show({ parlor: parlor.url, key });
  await owner.toInbox();

  const wandas = await someone();
  const refused = await refusals(wandas);
  const wanda = new VisitorPage(wandas, site.origin);
  await wanda.visit('/');
  await wanda.openChat();
  await wanda.sayAndWait('Do you sell the rose on your first photo?');
  const orlas = new AgentPage(owner.page, parlor.url);
  await orlas.show('Queue');
  await orlas.open('Do you sell the rose');
  await expect(orlas.context).toContainText('Wanda’s garden blog');
  await orlas.accept();
  await orlas.say('Only cuttings, in March.');
  await expect(wanda.message('Only cuttings, in March.')).toBeVisible();
  expect(await refused()).toEqual([]);

  await test.step('the set-up address is used up', async () => {
    const late = await someone();
    await late.goto(await parlor.setupAddress());
    await expect(late.getByText(/set up already/)).toBeVisible();
  });

  await test.step('a page on an origin that is not listed is refused', async () => {
    // Not one of `someone`'s pages: this one must complain.
    const page = await browser.newPage();
    const complaint = page.waitForEvent('console', (message) => message.text().includes('blocked by CORS policy'));
    await page.goto(`${otherSite.origin}/`);
    expect((await complaint).text()).toContain('/api/v1/widget');
    await expect(page.locator('parlor-chat').getByRole('button')).toHaveCount(0);
    await page.close();
    for (const [path, asked] of Object.entries({ visitors: { inbox: key }, widget: { site: key } })) {
      const answer = await fetch(`${parlor.url}/api/v1/${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: otherSite.origin },
        body: JSON.stringify(asked),
      });
      expect(answer.status, path).toBe(403);
      expect(((await answer.json()) as { reason: string }).reason, path).toBe('origin_not_allowed');
    }
  });
});

test('a second agent joins by a link that works once', async ({ parlor, someone }) => {
  const owner = new SetupPage(await someone());
  const orla = new AgentPage(owner.page, parlor.url);
  await orla.signIn('orla@casa.example');
  const link = await owner.invite(parlor.url, 'wim@casa.example');

  const wims = await someone();
  await wims.goto(link);
  await expect(wims.getByText(/wim@casa\.example/)).toBeVisible();
  await wims.getByLabel('Your name').fill('Wim Adler');
  await wims.getByLabel('Password', { exact: true }).fill('oak and walnut');
  await wims.getByRole('button', { name: 'Join' }).click();
  const wim = new AgentPage(wims, parlor.url);
  await expect(wim.list).toBeVisible();

  const vic = new VisitorPage(await someone(), parlor.url);
  await vic.visit();
  await vic.openChat();
  await vic.sayAndWait('Is the shelf screwed to the wall?');
  await wim.show('Queue');
  await wim.open('Is the shelf');
  await wim.accept();
  await expect(vic.line(/Wim.* joined the chat/)).toBeVisible();

  const again = await someone();
  await again.goto(link);
  await expect(again.getByText('This invitation isn’t valid any more. Ask for a new one.')).toBeVisible();
});
