// The table that ends in the binary, made from small built folders.

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { collect, contentTypeOf, embed, isImmutable } from '../embed-assets.mjs';

let web;

const write = (file, text) => {
  mkdirSync(dirname(join(web, file)), { recursive: true });
  writeFileSync(join(web, file), text);
};

beforeEach(() => {
  web = mkdtempSync(join(tmpdir(), 'parlor-web-'));
  write('dashboard/dist/index.html', `<!doctype html>${'<p>Casa'.repeat(50)}`);
  write('dashboard/dist/assets/index-Ab3dEf9_.js', 'x'.repeat(500));
  write('dashboard/dist/assets/index-Ab3dEf9_.js.map', '{}');
  write('widget/dist/w.js', 'w');
  write('widget/dist/manifest.json', '{}');
  write('widget/dist/panel/panel-Ab3dEf90.js', 'p'.repeat(500));
  write('demo/dist/index.html', 'demo');
  write('demo/dist/empty.txt', '');
});

afterEach(() => rmSync(web, { recursive: true }));

describe('embedding', () => {
  it('serves each file at its path, sorted, without source maps', () => {
    expect(collect(web).map(({ path }) => path)).toEqual([
      '/assets/index-Ab3dEf9_.js',
      '/demo/empty.txt',
      '/demo/index.html',
      '/index.html',
      '/w.js',
      '/widget/manifest.json',
      '/widget/panel-Ab3dEf90.js',
    ]);
  });

  it('compresses what becomes smaller and only that', () => {
    const assets = new Map(collect(web).map((asset) => [asset.path, asset]));
    expect(brotliDecompressSync(assets.get('/assets/index-Ab3dEf9_.js').packed).toString()).toBe('x'.repeat(500));
    expect(assets.get('/w.js').packed).toBeUndefined();
  });

  it('lets browsers keep for ever only what has its hash in its name', () => {
    expect(isImmutable('assets/index-Ab3dEf9_.js')).toBe(true);
    expect(isImmutable('panel/panel-Ab3dEf90.js')).toBe(true);
    expect(isImmutable('index.html')).toBe(false);
    expect(isImmutable('assets/logo.svg')).toBe(false);
  });

  it('refuses a file whose type it does not know', () => {
    expect(() => contentTypeOf('a.exe')).toThrow(/no content type/);
  });

  it('says what is missing when the web is not built', () => {
    rmSync(join(web, 'widget/dist/w.js'));
    expect(() => collect(web)).toThrow(/web\/widget\/dist\/w\.js.*bin\/build/);
  });

  it('writes the bytes, the table and what it read', () => {
    const output = join(web, 'out');
    embed(web, output);
    const assembly = readFileSync(join(output, 'assets.S'), 'utf8');
    const table = readFileSync(join(output, 'assets.cc'), 'utf8');
    expect(assembly).toContain(`.incbin "${join(web, 'dashboard/dist/index.html')}"`);
    expect(assembly).toContain('.note.GNU-stack');
    expect(table).toContain('std::array<Asset, 7>');
    expect(table).toContain('"/demo/empty.txt", "text/plain; charset=utf-8", {}, {}');
    expect(readFileSync(join(output, 'assets.d'), 'utf8')).toContain(join(web, 'demo/dist/index.html'));
  });
});
