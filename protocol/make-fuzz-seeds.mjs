// Writes the golden frames as the seeds of the fuzzers, one file each: tests/fuzz/corpus/frame/, and the bodies of REST
// with the name of their type in a line before to tests/fuzz/corpus/rest/.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { jsonFiles } from './generator/model.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const corpus = join(here, '../tests/fuzz/corpus');
const SEED_BYTES_MAX = 2048;

for (const folder of ['frame', 'rest']) mkdirSync(join(corpus, folder), { recursive: true });
let count = 0;
for (const file of jsonFiles(join(here, 'golden'))) {
  const frames = JSON.parse(readFileSync(join(here, 'golden', file), 'utf8'));
  frames.forEach((golden, index) => {
    const bytes = seedOf(golden);
    if (bytes.length === 0 || bytes.length > SEED_BYTES_MAX) return;
    const folder = golden.direction === 'rest' ? 'rest' : 'frame';
    writeFileSync(join(corpus, folder, `${file.replace('.json', '')}-${index}`), bytes);
    count += 1;
  });
}
process.stdout.write(`${count} seeds written\n`);

function seedOf(golden) {
  const bytes = Buffer.from(golden.frame ?? golden.frame_base64 ?? '', golden.frame === undefined ? 'base64' : 'utf8');
  return golden.direction === 'rest' ? Buffer.concat([Buffer.from(`${golden.type}\n`), bytes]) : bytes;
}
