import { expect, test } from '../fixtures.ts';
import { AgentPage } from '../pages/agent-page.ts';
import { VisitorPage } from '../pages/visitor-page.ts';

const words = 'The Ninna is in the window until Friday. Shall I keep one?';
const answer = 'Oh yes, in moss please.';

// The page asks every 30 s.
const withinAPoll = { timeout: 40_000 };

test('an agent sees who is on the site, asks them in, and has the chat that they answer with', async ({
  parlor,
  someone,
}) => {
  test.slow();
  const vic = new VisitorPage(await someone(), parlor.url);
  await vic.visit('/demo/');
  await expect(vic.launcher).toBeVisible();
  await vic.page.getByRole('link', { name: /Ninna two-seat sofa/ }).click();
  await vic.page.waitForURL('**/demo/sofa/ninna/');
  await expect(vic.launcher).toBeVisible();
  expect(await vic.page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie])).toEqual([
    0,
    0,
    '',
  ]);

  const ada = new AgentPage(await someone(), parlor.url);
  await ada.signIn('ada@casa.example');
  await ada.page.getByRole('link', { name: /^Visitors/ }).click();
  const row = ada.page.getByRole('row').filter({ hasText: 'Ninna' });
  await expect(row).toContainText('Browsing');
  await expect(row).toContainText('/demo/sofa/ninna/');
  await expect(ada.page.getByRole('row').filter({ hasText: 'Browsing' }), 'two pages, one visit').toHaveCount(1);

  await row.getByRole('button', { name: /^Start chat/ }).click();
  const dialog = ada.page.getByRole('dialog', { name: 'Start chat' });
  await dialog.getByRole('textbox').fill(words);
  await dialog.getByRole('button', { name: 'Send invitation' }).click();
  await expect(dialog).toBeHidden();
  await expect(row).toContainText('Invited by you');

  const card = vic.page.locator('parlor-chat').getByRole('button', { name: new RegExp(words.slice(0, 20)) });
  await expect(card).toBeVisible(withinAPoll);
  await expect(row).toContainText('seen', withinAPoll);
  await card.click();
  await expect(vic.message(words)).toBeVisible();
  await vic.sayAndWait(answer);
  await expect(vic.message(words)).toHaveCount(1);

  await expect(row).toContainText(/Chatting with .?Ada/);
  await row.getByRole('link', { name: /^Open/ }).click();
  await expect(ada.message(words)).toBeVisible();
  await expect(ada.message(answer)).toBeVisible();
  await expect(ada.action('Resolve')).toBeVisible();
  await vic.page.reload();
  await vic.openChat();
  expect(await vic.transcript()).toEqual([words, answer]);
});

test('a visitor who puts an invitation away is left in peace', async ({ parlor, someone }) => {
  test.slow();
  const vic = new VisitorPage(await someone(), parlor.url);
  await vic.visit('/demo/');
  const ada = new AgentPage(await someone(), parlor.url);
  await ada.signIn('ada@casa.example');
  await ada.page.getByRole('link', { name: /^Visitors/ }).click();
  await ada.page
    .getByRole('button', { name: /^Start chat/ })
    .first()
    .click();
  await ada.page.getByRole('button', { name: 'Send invitation' }).click();
  const widget = vic.page.locator('parlor-chat');
  await widget.getByRole('button', { name: 'Dismiss' }).click(withinAPoll);
  await expect(widget.getByRole('button', { name: 'Dismiss' })).toBeHidden();
  await expect(ada.page.getByRole('row').filter({ hasText: 'dismissed' })).toBeVisible(withinAPoll);
});
