// The corpus that both sides are tested with: {type, valid, spoilt?, value} a line, judged by the schemas.
import { makeRandom, sampleType, spoil } from './samples.mjs';
import { makeValidator } from './validator.mjs';

const GOOD_EACH = 4;
const SPOILT_EACH = 8;

// The "𝄞" of an over-long text is written once and multiplied by the reader of the corpus: the file stays small.
const LONG = '𝄞'.repeat(5000);
const LONG_MARK = '@long@';

export function makeCorpus(model, seed) {
  const random = makeRandom(seed);
  const validator = makeValidator(model.documents);
  const lines = [];
  for (const type of model.types.values()) {
    const ref = `${type.feature}.json#/$defs/${type.name}`;
    for (let i = 0; i < GOOD_EACH; i += 1) {
      const value = sampleType(random, type);
      lines.push(line({ type: type.name, valid: validator.valid(ref, value), value }));
      for (let j = 0; j < SPOILT_EACH / GOOD_EACH; j += 1) {
        const spoilt = spoil(random, value);
        lines.push(line({ type: type.name, valid: validator.valid(ref, spoilt), spoilt: true, value: spoilt }));
      }
    }
  }
  return lines;
}

function line(sample) {
  return JSON.stringify(sample).replaceAll(LONG, LONG_MARK);
}
