// Writes the golden frames as the seeds of the frame fuzzer, one file each: tests/fuzz/corpus/frame/.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { jsonFiles } from './generator/model.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const folder = join(here, '../tests/fuzz/corpus/frame');
const SEED_BYTES_MAX = 2048;

mkdirSync(folder, { recursive: true });
let count = 0;
for (const file of jsonFiles(join(here, 'golden'))) {
  const frames = JSON.parse(readFileSync(join(here, 'golden', file), 'utf8'));
  frames.forEach((golden, index) => {
    const encoding = golden.frame === undefined ? 'base64' : 'utf8';
    const bytes = Buffer.from(golden.frame ?? golden.frame_base64 ?? '', encoding);
    if (golden.direction === 'rest' || bytes.length === 0 || bytes.length > SEED_BYTES_MAX) return;
    writeFileSync(join(folder, `${file.replace('.json', '')}-${index}`), bytes);
    count += 1;
  });
}
process.stdout.write(`${count} seeds written\n`);
