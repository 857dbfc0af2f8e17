// One built widget, one site and one browser for a file of browser tests.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { type Browser, type BrowserContextOptions, chromium, type Locator, type Page } from 'playwright-core';
import { build } from 'vite';
import { buildWidget } from '../scripts/build.mjs';
import { tokens } from '../scripts/tokens.mjs';
import { ownView } from '../scripts/view.mjs';
import { type Site, serve } from './site';

const flags =
  '--no-sandbox --disable-gpu --disable-background-networking --disable-component-update --disable-sync --no-first-run';

export interface Stage {
  readonly folder: string;
  readonly site: Site;
  newPage(options?: BrowserContextOptions): Promise<Page>;
  close(): Promise<void>;
}

export async function openStage(): Promise<Stage> {
  const folder = mkdtempSync(`${tmpdir()}/parlor-widget-`);
  await buildWidget(`${folder}/dist`);
  await build({
    configFile: false,
    root: `${import.meta.dirname}/../gallery`,
    base: '/gallery/',
    logLevel: 'warn',
    plugins: [tokens(), ownView()],
    build: { outDir: `${folder}/gallery`, emptyOutDir: true, modulePreload: false },
  });
  const site = await serve(`${folder}/dist`, `${folder}/gallery`);
  const browser: Browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: flags.split(' ') });
  return {
    folder,
    site,
    async newPage(options) {
      const context = await browser.newContext({ viewport: { width: 1000, height: 760 }, ...options });
      const page = await context.newPage();
      page.setDefaultTimeout(10_000);
      return page;
    },
    async close() {
      await browser.close();
      await site.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export const launcher = (page: Page): Locator => page.locator('parlor-chat .launcher');
export const panel = (page: Page): Locator => page.locator('parlor-chat').getByRole('dialog');
