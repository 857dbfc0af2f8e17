import type { CDPSession, Page } from '@playwright/test';
import { expect, test } from '../fixtures.ts';
import { AgentPage } from '../pages/agent-page.ts';
import { VisitorPage } from '../pages/visitor-page.ts';

interface Transfer {
  url: string;
  type: string;
  encoding: string;
  bytes: number;
}

/** Counts what each response costs on the wire: the body as it was sent, compressed. */
class Meter {
  readonly transfers: Transfer[] = [];
  #open = new Map<string, Transfer>();

  static async on(page: Page): Promise<Meter> {
    const meter = new Meter();
    const session: CDPSession = await page.context().newCDPSession(page);
    session.on('Network.responseReceived', ({ requestId, response, type }) => {
      meter.#open.set(requestId, {
        url: response.url,
        type,
        encoding: response.headers['content-encoding'] ?? response.headers['Content-Encoding'] ?? 'identity',
        bytes: -response.encodedDataLength,
      });
    });
    session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      const transfer = meter.#open.get(requestId);
      if (!transfer) return;
      // What came until the headers' end is known from the first message; the rest is the body.
      meter.transfers.push({ ...transfer, bytes: encodedDataLength + transfer.bytes });
      meter.#open.delete(requestId);
    });
    await session.send('Network.enable');
    await session.send('Network.setCacheDisabled', { cacheDisabled: true });
    return meter;
  }

  bytes(wanted: (transfer: Transfer) => boolean): number {
    return this.transfers.filter(wanted).reduce((sum, { bytes }) => sum + bytes, 0);
  }
}

const kib = (bytes: number): string => `${(bytes / 1024).toFixed(2)} KB`;

test('the widget: 4 KB in 2 requests before the click, 28 KB more with the panel open', async ({ parlor, someone }) => {
  const page = await someone();
  const meter = await Meter.on(page);
  const vic = new VisitorPage(page, parlor.url);
  await vic.visit();
  await page.waitForLoadState('networkidle');
  const ours = ({ url }: Transfer): boolean => !new URL(url).pathname.startsWith('/demo/');
  const before = meter.transfers.filter(ours);
  const loader = meter.bytes(ours);
  console.log(`loader: ${kib(loader)} in ${before.length} requests`);
  expect(before.map(({ url }) => new URL(url).pathname).sort()).toEqual(['/api/v1/widget', '/w.js']);
  expect(before.find(({ url }) => url.endsWith('/w.js'))?.encoding).toBe('br');
  expect(loader).toBeGreaterThan(500);
  expect(loader).toBeLessThanOrEqual(4 * 1024);

  await vic.openChat();
  await page.waitForTimeout(1000);
  const panel = meter.bytes(ours) - loader;
  console.log(`panel: ${kib(panel)} in ${meter.transfers.filter(ours).length - before.length} requests`);
  expect(panel).toBeGreaterThan(5 * 1024);
  expect(panel).toBeLessThanOrEqual(28 * 1024);
  const hosts = new Set(meter.transfers.map(({ url }) => new URL(url).origin));
  expect([...hosts]).toEqual([parlor.url]);
});

test('the dashboard: first load at most 240 KB without fonts', async ({ parlor, someone }) => {
  const page = await someone();
  const ada = new AgentPage(page, parlor.url);
  await ada.signIn('ada@casa.example');
  const meter = await Meter.on(page);
  await page.reload();
  await expect(ada.list).toBeVisible();
  await page.waitForTimeout(1000);
  const load = meter.bytes(({ type }) => type !== 'Font');
  console.log(`dashboard: ${kib(load)}, fonts ${kib(meter.bytes(({ type }) => type === 'Font'))}`);
  for (const { url, type, encoding } of meter.transfers) {
    if (type === 'Script' || type === 'Stylesheet') expect(encoding, url).toBe('br');
  }
  expect(load).toBeGreaterThan(50 * 1024);
  expect(load).toBeLessThanOrEqual(240 * 1024);
});

test('the widget moves nothing on the page, neither by its coming nor by being opened', async ({ parlor, someone }) => {
  const page = await someone();
  await page.addInitScript(() => {
    const seen = { shift: 0 };
    Object.assign(window, { seen });
    const layoutShifts = (list: PerformanceObserverEntryList): void => {
      for (const entry of list.getEntries()) seen.shift += (entry as unknown as { value: number }).value;
    };
    new PerformanceObserver(layoutShifts).observe({ type: 'layout-shift', buffered: true });
  });
  const vic = new VisitorPage(page, parlor.url);
  await vic.visit('/demo/delivery/');
  await page.evaluate(() => document.fonts.ready);
  const shift = (): Promise<number> =>
    page.evaluate(() => (window as unknown as { seen: { shift: number } }).seen.shift);
  const before = await shift();
  await vic.openChat();
  await page.waitForTimeout(500);
  const after = await shift();
  console.log(`layout shift: ${before.toFixed(4)} while loading, ${(after - before).toFixed(4)} by opening the chat`);
  expect(after - before).toBe(0);
});
