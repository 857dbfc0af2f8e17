import { type BrowserContext, type BrowserContextOptions, test as base, type Page } from '@playwright/test';
import { Parlor } from './server/parlor.ts';
import { type ProxyMode, ReverseProxy } from './server/proxy.ts';
import { Site } from './server/site.ts';

interface Behind {
  parlor: Parlor;
  proxy: ReverseProxy;
}

interface Fixtures {
  /** A server with the demo's workspace, fresh for this test. */
  parlor: Parlor;
  /** A server without anything in it. */
  emptyParlor: Parlor;
  /** Starts a demo server behind a proxy of the given mode. */
  behind(mode: ProxyMode): Promise<Behind>;
  /** Two websites of other people, on origins of their own. */
  site: Site;
  otherSite: Site;
  /** A page in a browser profile of its own. What goes wrong in it unseen fails the test at its end. */
  someone(options?: BrowserContextOptions): Promise<Page>;
}

/** What a browser says by itself when a request fails; the tests cause that on purpose. */
const expectedNoise = /net::ERR_|Failed to load resource|WebSocket connection to/;

function watch(page: Page, complaints: string[]): void {
  page.on('pageerror', (error) => complaints.push(`uncaught: ${error.message}`));
  page.on('console', (message) => {
    const bad = message.type() === 'error' || message.type() === 'warning';
    if (bad && !expectedNoise.test(message.text())) complaints.push(`${message.type()}: ${message.text()}`);
  });
}

export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from the pattern.
  parlor: async ({}, use) => {
    const parlor = await Parlor.start();
    await use(parlor);
    await parlor.stop();
  },
  // biome-ignore lint/correctness/noEmptyPattern: as above.
  emptyParlor: async ({}, use) => {
    const parlor = await Parlor.start({});
    await use(parlor);
    await parlor.stop();
  },
  // biome-ignore lint/correctness/noEmptyPattern: as above.
  behind: async ({}, use) => {
    const started: Behind[] = [];
    await use(async (mode) => {
      const proxy = await ReverseProxy.start(mode);
      const parlor = await Parlor.start({ demo: true, publicUrl: proxy.url });
      proxy.forwardTo(parlor.address);
      started.push({ parlor, proxy });
      return { parlor, proxy };
    });
    for (const { parlor, proxy } of started) await Promise.all([proxy.stop(), parlor.stop()]);
  },
  // biome-ignore lint/correctness/noEmptyPattern: as above.
  site: async ({}, use) => {
    const site = await Site.start();
    await use(site);
    await site.stop();
  },
  // biome-ignore lint/correctness/noEmptyPattern: as above.
  otherSite: async ({}, use) => {
    const site = await Site.start();
    await use(site);
    await site.stop();
  },
  someone: async ({ browser, contextOptions }, use) => {
    const contexts: BrowserContext[] = [];
    const complaints: string[] = [];
    await use(async (options) => {
      const context = await browser.newContext({ ...contextOptions, ...options });
      contexts.push(context);
      context.on('page', (page) => watch(page, complaints));
      return context.newPage();
    });
    for (const context of contexts) await context.close();
    if (complaints.length > 0) throw new Error(`the pages complained:\n${complaints.join('\n')}`);
  },
});

export { expect } from '@playwright/test';
