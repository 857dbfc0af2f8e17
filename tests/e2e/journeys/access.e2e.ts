import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../fixtures.ts';
import { AgentPage } from '../pages/agent-page.ts';
import { VisitorPage } from '../pages/visitor-page.ts';
import { allowOrigin } from '../protocol/inbox.ts';

/** Presses Tab until the wanted thing has the focus. */
async function tabTo(page: Page, wanted: Locator): Promise<void> {
  const focused = (): Promise<boolean> =>
    wanted.evaluate((element) => {
      const root = element.getRootNode() as Document | ShadowRoot;
      return root.activeElement === element;
    });
  for (let presses = 0; presses < 60; presses += 1) {
    if (await focused()) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`60 times Tab did not reach ${wanted}`);
}

async function signInByKeyboard(ada: AgentPage): Promise<void> {
  const { page } = ada;
  await page.goto(`${ada.server}/`);
  await tabTo(page, page.getByLabel('Email'));
  await page.keyboard.type('ada@casa.example');
  await tabTo(page, page.getByLabel('Password', { exact: true }));
  await page.keyboard.type('casa-demo');
  await page.keyboard.press('Enter');
  await expect(ada.list).toBeVisible();
}

test('a whole chat without a pointer on either side', async ({ parlor, someone }) => {
  const vic = new VisitorPage(await someone(), parlor.url);
  const ada = new AgentPage(await someone(), parlor.url);
  await signInByKeyboard(ada);

  await vic.visit('/demo/delivery/');
  await tabTo(vic.page, vic.launcher);
  await vic.page.keyboard.press('Enter');
  await expect(vic.composer).toBeFocused();
  await vic.page.keyboard.type('Do you deliver on Saturdays?');
  await vic.page.keyboard.press('Enter');
  await expect(vic.message('Do you deliver')).toHaveClass(/(^| )sent( |$)/);

  await ada.page.keyboard.press('g');
  await ada.page.keyboard.press('2');
  await expect(ada.row('Do you deliver')).toBeVisible();
  await ada.page.keyboard.press('j');
  await expect(ada.message('Do you deliver')).toBeVisible();
  await ada.page.keyboard.press('a');
  await expect(ada.action('Resolve')).toBeVisible();
  await ada.page.keyboard.press('r');
  await expect(ada.composer).toBeFocused();
  await ada.page.keyboard.type('We do, until noon.');
  await ada.page.keyboard.press('Enter');
  await expect(vic.message('We do, until noon.')).toBeVisible();

  await vic.page.keyboard.press('Escape');
  await expect(vic.panel).toBeHidden();
  await expect(vic.launcher).toBeFocused();
  await vic.page.keyboard.press('Enter');
  await expect(vic.panel).toBeVisible();

  await ada.page.keyboard.press('Escape');
  await ada.page.keyboard.press('e');
  await expect(ada.action('Reopen')).toBeVisible();
  const good = vic.panel.getByRole('radio', { name: 'Good', exact: true });
  await expect(good).toBeAttached();
  await tabTo(vic.page, vic.panel.getByRole('radio', { name: 'Very bad' }));
  await vic.page.keyboard.press('4');
  await expect(good).toBeChecked();
  await tabTo(vic.page, vic.panel.getByRole('button', { name: 'Send rating' }));
  await vic.page.keyboard.press('Enter');
  await expect(ada.line(/4\/5 good/)).toBeVisible();
});

test('typing in the chat does not set off the page’s own shortcuts', async ({ parlor, someone }) => {
  const vic = new VisitorPage(await someone(), parlor.url);
  await vic.visit();
  await vic.page.evaluate(() => {
    Object.assign(window, { keys: 0 });
    addEventListener('keydown', () => {
      (window as unknown as { keys: number }).keys += 1;
    });
  });
  await vic.page.keyboard.press('x');
  await vic.openChat();
  await vic.write('jkl/?');
  expect(await vic.page.evaluate(() => (window as unknown as { keys: number }).keys)).toBe(1);
});

async function centre(locator: Locator): Promise<number> {
  const box = await locator.boundingBox();
  if (!box) throw new Error(`${locator} has no box`);
  return box.x + box.width / 2;
}

test('right to left: the widget and the dashboard are mirrored whole', async ({ parlor, someone, site }) => {
  await allowOrigin(parlor.url, site.origin);
  site.show({ parlor: parlor.url, key: 'demo', direction: 'rtl', locale: 'en-XB', rootFontPx: 32 });
  const vic = new VisitorPage(await someone(), site.origin);
  const ada = new AgentPage(await someone(), parlor.url);
  await vic.visit('/');
  const middle = (vic.page.viewportSize()?.width ?? 0) / 2;
  expect(await centre(vic.launcher)).toBeLessThan(middle);
  await vic.openChat();
  await vic.sayAndWait('שלום, does Ninna come in blue?');

  await ada.signIn('ada@casa.example');
  await ada.page.evaluate(() => {
    document.documentElement.dir = 'rtl';
  });
  await ada.show('Queue');
  await ada.open('Ninna come in blue');
  await ada.accept();
  await ada.say('Night blue, yes.');
  await expect(vic.message('Night blue')).toBeVisible();
  const own = vic.message('Ninna come in blue').locator('.bubble');
  expect(await centre(own)).toBeLessThan(await centre(vic.message('Night blue').locator('.bubble')));
  expect(await centre(ada.list)).toBeGreaterThan(await centre(ada.log));
  expect(await centre(ada.context)).toBeLessThan(await centre(ada.log));
  for (const page of [vic.page, ada.page]) {
    const scroll = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(scroll).toBe(0);
  }
});

test('the host page’s font size and letter spacing leave the widget alone', async ({ parlor, someone, site }) => {
  await allowOrigin(parlor.url, site.origin);
  const sizes: number[] = [];
  for (const rootFontPx of [10, 32]) {
    site.show({ parlor: parlor.url, key: 'demo', rootFontPx });
    const vic = new VisitorPage(await someone(), site.origin);
    await vic.visit('/');
    await vic.openChat();
    // The laid-out width: the panel grows to it when it opens.
    sizes.push(await vic.panel.evaluate((panel) => (panel as HTMLElement).offsetWidth));
    const style = await vic.composer.evaluate((field) => {
      const { letterSpacing, fontStyle, fontSize } = getComputedStyle(field);
      return { letterSpacing, fontStyle, fontSize };
    });
    expect(style).toEqual({ letterSpacing: 'normal', fontStyle: 'normal', fontSize: '15px' });
  }
  expect(sizes[0]).toBeGreaterThan(300);
  expect(sizes[0]).toBe(sizes[1]);
});

/** Collects, frame by frame, what is animated anywhere on the page for longer than an instant. */
async function watchMotion(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const seen = new Set<string>();
    Object.assign(window, { motion: seen });
    const look = (): void => {
      for (const { effect } of document.getAnimations()) {
        const { target, pseudoElement } = effect as KeyframeEffect;
        const duration = Number(effect?.getComputedTiming().duration ?? 0);
        if (duration > 1) seen.add(`${target?.className ?? ''}${pseudoElement ?? ''}`);
      }
      requestAnimationFrame(look);
    };
    look();
  });
  return () => page.evaluate(() => [...(window as unknown as { motion: Set<string> }).motion]);
}

test('with reduced motion nothing moves; without it something does', async ({ parlor, someone }) => {
  const moved: Record<string, string[]> = {};
  for (const reducedMotion of ['reduce', 'no-preference'] as const) {
    const vic = new VisitorPage(await someone({ reducedMotion }), parlor.url);
    const ada = new AgentPage(await someone({ reducedMotion }), parlor.url);
    await ada.signIn('ada@casa.example');
    await vic.visit();
    const onShop = await watchMotion(vic.page);
    const onDashboard = await watchMotion(ada.page);
    await vic.openChat();
    await vic.sayAndWait(`Hello with ${reducedMotion}`);
    await ada.show('Queue');
    await ada.open(`Hello with ${reducedMotion}`);
    await ada.accept();
    await ada.write('Hel');
    await expect(vic.typingOf('Ada')).toBeVisible();
    await ada.page.getByRole('button', { name: 'Your status and preferences' }).click();
    await expect(ada.page.getByRole('menu')).toBeVisible();
    moved[reducedMotion] = [...(await onShop()), ...(await onDashboard())];
  }
  expect(moved.reduce).toEqual([]);
  expect(moved['no-preference']?.length).toBeGreaterThan(0);
});
