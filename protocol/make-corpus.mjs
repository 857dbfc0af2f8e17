// Writes protocol/corpus/samples.jsonl, which the C++ tests read.
//   node protocol/make-corpus.mjs           the committed one
//   node protocol/make-corpus.mjs SEED OUT  another one, to try the decoders with
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeCorpus } from './generator/corpus.mjs';
import { readModel } from './generator/model.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const [seed = '1', out = join(here, 'corpus/samples.jsonl')] = process.argv.slice(2);
const lines = makeCorpus(readModel(here), Number(seed));
writeFileSync(out, `${lines.join('\n')}\n`);
process.stdout.write(`${lines.length} samples written\n`);
