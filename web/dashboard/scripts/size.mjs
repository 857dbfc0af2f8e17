// Fails when the first load of the dashboard, without its fonts, weighs more than it may (brotli, as served).

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

const LIMIT_BYTES = 240 * 1000;
const ROUTE_LIMIT_BYTES = 80 * 1000;
const dist = join(import.meta.dirname, '../dist');

function weigh(file) {
  const bytes = readFileSync(join(dist, file));
  return brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
}

const page = readFileSync(join(dist, 'index.html'), 'utf8');
const named = [...page.matchAll(/(?:src|href)="\/([^"]+)"/g)].map(([, file]) => file);
const first = ['index.html', ...new Set(named)].filter((file) => !file.endsWith('.woff2'));
const later = readdirSync(join(dist, 'assets'))
  .map((name) => `assets/${name}`)
  .filter((file) => /\.(js|css)$/.test(file) && !first.includes(file));

const rows = first.map((file) => [file, weigh(file)]);
const total = rows.reduce((sum, [, bytes]) => sum + bytes, 0);
const report = (file, bytes) => process.stdout.write(`${String(bytes).padStart(8)}  ${file}\n`);
for (const [file, bytes] of rows) report(file, bytes);
report(`first load (limit ${LIMIT_BYTES})`, total);
const heavy = later
  .map((file) => [file, weigh(file)])
  .filter(([file, bytes]) => {
    report(`${file} (later)`, bytes);
    return bytes > ROUTE_LIMIT_BYTES;
  });
if (!first.some((file) => file.endsWith('.js')) || total > LIMIT_BYTES || heavy.length > 0) {
  process.stderr.write('The dashboard is too heavy.\n');
  process.exitCode = 1;
}
