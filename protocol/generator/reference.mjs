// What the published reference shows beside the model: one line on everything, and examples taken from the golden frames.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { jsonFiles } from './model.mjs';

export function readReference(folder, model) {
  const summaries = JSON.parse(readFileSync(join(folder, 'summaries.json'), 'utf8'));
  const tags = (name) => model.types.get(name).tagged.cases.map((one) => one.tag);
  requireAll('methods', summaries.methods, names(model.methods, 'name'));
  requireAll('events', summaries.events, tags('Event'));
  requireAll('signals', summaries.signals, tags('Signal'));
  requireAll('closeCodes', summaries.closeCodes, names(model.closeCodes, 'code'));
  return { summaries, examples: makeExamples(readGolden(folder)) };
}

const names = (list, key) => list.map((one) => String(one[key]));

function requireAll(what, written, wanted) {
  const missing = wanted.filter((name) => written[name] === undefined);
  const extra = Object.keys(written).filter((name) => !wanted.includes(name));
  if (missing.length + extra.length > 0) throw new Error(`summaries.json, ${what}: missing ${missing}, extra ${extra}`);
}

function readGolden(folder) {
  return jsonFiles(join(folder, 'golden'))
    .flatMap((file) => JSON.parse(readFileSync(join(folder, 'golden', file), 'utf8')))
    .filter((one) => one.expect.ok === true && one.frame !== undefined && one.direction !== 'rest')
    .map((one) => ({ ...one, frame: JSON.parse(one.frame) }))
    .filter((one) => !Array.isArray(one.frame));
}

// The first golden frame of each kind; each is shown somewhere, as the protocol's own tests insist.
function makeExamples(golden) {
  const first = (fits) => golden.find(fits)?.frame;
  return {
    sent: (direction, method) => first((one) => one.direction === direction && one.frame.method === method),
    answer: (method) => first((one) => one.answers === method),
    tagged: (method, type) => first((one) => one.frame.method === method && one.frame.params.type === type),
    error: () => first((one) => one.frame.error !== undefined),
  };
}
