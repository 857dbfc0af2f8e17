// Looks at the gallery in Chromium: pictures of every scene, axe on each, and the policy that the server sends.
// Usage: node scripts/look.mjs [--out DIR] [--scene NAME] [--quick]   (builds the gallery first)

import { mkdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { extname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { build } from 'vite';

const here = import.meta.dirname;
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:; " +
  "connect-src 'self'; manifest-src 'self'; require-trusted-types-for 'script'";
const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.woff2': 'font/woff2' };
const SIZES = [
  { name: '1440', width: 1440, height: 900, all: true },
  { name: '1100', width: 1100, height: 800 },
  { name: '800', width: 800, height: 900 },
  { name: '390', width: 390, height: 844, all: true },
  { name: '320', width: 320, height: 640 },
];
const SCENES_EVERYWHERE = [
  'inbox',
  'inbox-none',
  'states',
  'awkward',
  'websites',
  'members',
  'sign-in',
  'setup',
  'offer',
  'transfer',
  'wall',
  'wall-silent',
  'visitors',
  'teams',
  'team',
  'team-hours',
  'dry-run',
  'rules',
  'rule',
  'rules-full',
  'call-asked',
];
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

function serve(folder) {
  const server = createServer((request, response) => {
    const path = new URL(request.url, 'http://x').pathname;
    try {
      const body = readFileSync(join(folder, path === '/' ? 'index.html' : path));
      response.writeHead(200, {
        'content-type': TYPES[extname(path)] ?? 'text/html',
        'content-security-policy': POLICY,
      });
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  return new Promise((done) => server.listen(0, '127.0.0.1', () => done(server)));
}

async function complaints(page) {
  await page.evaluate(axeSource);
  const { violations } = await page.evaluate(() =>
    globalThis.axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }),
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes
      .slice(0, 3)
      .map((node) => `${id}: ${node.target.join(' ')} (${node.any[0]?.message ?? node.all[0]?.message ?? ''})`),
  );
}

async function sidewaysOf(page) {
  return page.evaluate(() => {
    const root = document.scrollingElement;
    return root !== null && root.scrollWidth > root.clientWidth ? root.scrollWidth - root.clientWidth : 0;
  });
}

async function visit(context, { base, scene, size, look, out }) {
  const page = await context.newPage();
  const found = [];
  page.on(
    'console',
    (message) => ['error', 'warning'].includes(message.type()) && found.push(`console: ${message.text()}`),
  );
  page.on('pageerror', (error) => found.push(`error: ${error.message}`));
  await page.goto(`${base}/?scene=${scene}&theme=${look.theme}&dir=${look.dir}`);
  await page.waitForTimeout(700);
  await page.screenshot({ path: join(out, `${scene}-${size.name}-${look.theme}-${look.dir}.png`) });
  found.push(...(await complaints(page)));
  const sideways = await sidewaysOf(page);
  if (sideways > 0) found.push(`scrolls sideways by ${sideways} px`);
  await page.close();
  return found.map((what) => `${scene} ${size.name} ${look.theme} ${look.dir}: ${what}`);
}

function plan(scenes, quick) {
  const jobs = [];
  for (const size of SIZES) {
    for (const scene of scenes) {
      if (!size.all && !SCENES_EVERYWHERE.includes(scene)) continue;
      for (const theme of quick ? ['light'] : ['light', 'dark'])
        jobs.push({ size, scene, look: { theme, dir: 'ltr' } });
      if (SCENES_EVERYWHERE.includes(scene) && size.all)
        jobs.push({ size, scene, look: { theme: 'light', dir: 'rtl' } });
    }
  }
  return jobs;
}

const { values } = parseArgs({
  options: { out: { type: 'string' }, scene: { type: 'string' }, quick: { type: 'boolean' } },
});
const out = values.out ?? join(here, '../node_modules/.looks');
mkdirSync(out, { recursive: true });
await build({ configFile: join(here, '../gallery/vite.config.ts'), logLevel: 'warn' });
const server = await serve(join(here, '../node_modules/.gallery'));
const base = `http://127.0.0.1:${server.address().port}`;
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
  ],
});
const listing = await browser.newPage();
await listing.goto(base);
const scenes = values.scene?.split(',') ?? (await listing.locator('a').allTextContents());
const problems = [];
let looks = 0;
for (const { size, scene, look } of plan(scenes, values.quick)) {
  const context = await browser.newContext({ viewport: { width: size.width, height: size.height }, locale: 'en-GB' });
  problems.push(...(await visit(context, { base, scene, size, look, out })));
  looks += 1;
  await context.close();
}
await browser.close();
server.close();
for (const problem of problems) process.stdout.write(`${problem}\n`);
process.stdout.write(`${looks} looks, ${problems.length} problems; pictures in ${out}\n`);
if (looks === 0 || problems.length > 0) process.exitCode = 1;
