import { expect, test } from '../fixtures.ts';
import { VisitorPage } from '../pages/visitor-page.ts';

const kFormerPanel = '/widget/panel-of-the-last-release.js';

/**
 * The page is opened while the last release serves it: its configuration names a file of that release. The server is
 * then replaced, and knows the file no more.
 */
test('a page opened before an upgrade opens the panel of the new release', async ({ parlor, someone }) => {
  const page = await someone();
  let isUpgraded = false;
  let former = 0;
  await page.route('**/api/v1/widget', async (route) => {
    const answer = await route.fetch();
    if (isUpgraded) return route.fulfill({ response: answer });
    const configuration = await answer.json();
    configuration.panel.js = kFormerPanel;
    return route.fulfill({ response: answer, json: configuration });
  });
  page.on('request', (request) => {
    if (new URL(request.url()).pathname === kFormerPanel) former += 1;
  });

  const vic = new VisitorPage(page, parlor.url);
  await vic.visit();
  await parlor.crashAndRestart();
  isUpgraded = true;
  await vic.openChat();
  await vic.sayAndWait('I opened this page yesterday');
  expect(former, 'the page was never of the last release').toBeGreaterThan(0);
});

/** The control: without a new configuration there is no panel, and the launcher says so instead of nothing. */
test('a page that finds no panel at all says so', async ({ parlor, someone }) => {
  const page = await someone();
  await page.route('**/api/v1/widget', async (route) => {
    const answer = await route.fetch();
    const configuration = await answer.json();
    configuration.panel.js = kFormerPanel;
    return route.fulfill({ response: answer, json: configuration });
  });
  const vic = new VisitorPage(page, parlor.url);
  await vic.visit();
  const failed = page.evaluate(
    () =>
      new Promise((heard) => {
        const parlorCommand = (window as unknown as { Parlor: (...command: unknown[]) => void }).Parlor;
        parlorCommand('on', 'error', heard);
      }),
  );
  await vic.launcher.click();
  expect(await failed).toEqual({ reason: 'panel_unavailable' });
});
