// The view in a real browser: what stays, what moves, what is cleaned up.
import { type Browser, chromium, type Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';

let browser: Browser;
let page: Page;
let script: string;

beforeAll(async () => {
  const entry = `${import.meta.dirname}/../src/panel/view.ts`;
  const output = await build({
    configFile: false,
    logLevel: 'warn',
    build: { write: false, lib: { entry, formats: ['iife'], name: 'view' } },
  });
  const [first] = Array.isArray(output) ? output : [output];
  if (!first || !('output' in first)) throw new Error('nothing was built');
  script = first.output[0].code;
  browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
}, 60_000);
afterAll(() => browser?.close());

beforeEach(async () => {
  page = await browser.newPage();
  await page.setContent('<main></main>');
  await page.addScriptTag({
    content: `${script};
      const { jsx: h, render, useEffect, useRef, useState } = view;
      const main = document.querySelector('main');
      const texts = (what = 'li') => [...main.querySelectorAll(what)].map((one) => one.textContent).join(' ');
      const list = (names) => h('ul', { children: names.map((name) => h('li', { children: name }, name)) });
      const settled = () => new Promise((resolve) => setTimeout(resolve));`,
  });
});

const run = (body: string): Promise<unknown> => page.evaluate(`(async () => {${body}})()`);

it('keeps the elements of keys that stay, wherever these stand', async () => {
  expect(
    await run(`
      render(list(['Ada', 'Ben', 'Vic']), main);
      const [ada, ben, vic] = main.querySelectorAll('li');
      render(list(['Vic', 'Orla', 'Ada']), main);
      const now = [...main.querySelectorAll('li')];
      return [texts(), now[0] === vic, now[2] === ada, ben.isConnected];`),
  ).toEqual(['Vic Orla Ada', true, true, false]);
});

it('keeps what stands after something that comes and goes', async () => {
  expect(
    await run(`
      const screen = (lost) => h('div', { children: [lost && h('p', { children: 'lost' }), h('p', { children: 'log' })] });
      render(screen(false), main);
      const log = main.querySelector('p');
      render(screen(true), main);
      const both = texts('p');
      render(screen(false), main);
      return [both, texts('p'), main.querySelector('p') === log];`),
  ).toEqual(['lost log', 'log', true]);
});

it('puts the elements of a component that draws again alone in their place', async () => {
  expect(
    await run(`
      let more;
      const Names = () => {
        const [names, set] = useState(['Ben']);
        more = set;
        return names.map((name) => h('li', { children: name }, name));
      };
      render(h('ul', { children: [h('li', { children: 'Ada' }), h(Names, {}), h('li', { children: 'Vic' })] }), main);
      more(['Wanda', 'Ben', 'Orla']);
      await settled();
      return texts();`),
  ).toBe('Ada Wanda Ben Orla Vic');
});

it('runs effects when what they depend on changes, below first, and cleans up after them', async () => {
  expect(
    await run(`
      const said = [];
      const Bubble = ({ text }) => {
        const element = useRef(null);
        useEffect(() => {
          said.push('in ' + text + ' ' + element.current?.textContent);
          return () => said.push('out ' + text);
        }, [text]);
        return h('p', { ref: element, children: text });
      };
      const Log = ({ text }) => {
        useEffect(() => { said.push('log'); }, []);
        return h(Bubble, { text });
      };
      render(h(Log, { text: 'a' }), main);
      render(h(Log, { text: 'a' }), main);
      render(h(Log, { text: 'b' }), main);
      render(null, main);
      return [said, main.childNodes.length];`),
  ).toEqual([['in a a', 'log', 'out a', 'in b b', 'out b'], 0]);
});

it('draws once for several changes, and goes on after a component has failed', async () => {
  expect(
    await run(`
      let draws = 0, set;
      addEventListener('error', (event) => event.preventDefault());
      const Count = () => {
        const [count, change] = useState(0);
        set = change;
        draws += 1;
        if (count === 2) throw new Error('two');
        return h('b', { children: count });
      };
      render(h(Count, {}), main);
      set(5); set(1);
      await settled();
      set(2);
      await settled();
      set(3);
      await settled();
      return [texts('b'), draws];`),
  ).toEqual(['3', 4]);
});

it('sets properties, attributes, styles and listeners, and takes them away', async () => {
  expect(
    await run(`
      let clicks = 0;
      const field = (props) => render(h('input', { value: 'a', ...props }), main);
      field({ 'aria-expanded': false, hidden: true, class: 'x', style: { '--hue': 7 }, onClick: () => clicks++ });
      const input = main.querySelector('input');
      input.click();
      const first = [input.getAttribute('aria-expanded'), input.hidden, input.className, input.style.cssText];
      input.value = 'typed';
      field({ hidden: false, class: undefined });
      input.click();
      return [first, input.value, input.hidden, input.outerHTML.includes('aria'), clicks];`),
  ).toEqual([['false', true, 'x', '--hue: 7;'], 'a', false, false, 1]);
});

it('makes the elements of a drawing drawings', async () => {
  expect(
    await run(`
      render(h('svg', { viewBox: '0 0 24 24', children: h('path', { d: 'M0 0' }) }), main);
      return [main.querySelector('svg') instanceof SVGSVGElement, main.querySelector('path') instanceof SVGPathElement];`),
  ).toEqual([true, true]);
});
