import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeCorpus } from '../generator/corpus.mjs';
import { jsonFiles, readModel } from '../generator/model.mjs';
import { makeRandom, sampleType, spoil } from '../generator/samples.mjs';
import { makeValidator } from '../generator/validator.mjs';

const here = join(import.meta.dirname, '..');
const model = readModel(here);
const validator = makeValidator(model.documents);
const golden = jsonFiles(join(here, 'golden')).flatMap((file) =>
  JSON.parse(readFileSync(join(here, 'golden', file), 'utf8')),
);
const good = golden.filter((one) => one.expect.ok === true && one.frame !== undefined);
const goodFrames = good.filter((one) => one.direction !== 'rest').map((one) => JSON.parse(one.frame));
const refOf = (type) => `${type.feature}.json#/$defs/${type.name}`;
const structs = [...model.types.values()].filter((type) => type.kind === 'struct');

describe('the golden frames', () => {
  it.each(model.methods.map((one) => [one.name, one]))('show %s, well and badly', (name, method) => {
    expect(goodFrames.some((frame) => frame.method === name)).toBe(true);
    if (method.kind === 'request') expect(good.some((one) => one.answers === name)).toBe(true);
    const needy = method.direction === 'to_server' && method.params.fields.some((field) => field.required);
    const bad = golden.some((one) => one.schema_fault && JSON.parse(one.frame).method === name);
    if (needy) expect(bad).toBe(true);
  });

  it.each(['Event', 'Signal'])('show every type of %s', (name) => {
    const shown = goodFrames.filter((frame) => frame.method === name.toLowerCase()).map((frame) => frame.params.type);
    expect(new Set(shown)).toEqual(new Set(model.types.get(name).tagged.cases.map((one) => one.tag)));
  });

  it('show every error', () => {
    const shown = goodFrames.filter((frame) => frame.error).map((frame) => frame.error.data.reason);
    expect(new Set(shown)).toEqual(new Set(model.errors.map((one) => one.reason)));
  });

  it('have names that tell them apart', () => {
    for (const file of jsonFiles(join(here, 'golden'))) {
      const names = JSON.parse(readFileSync(join(here, 'golden', file), 'utf8')).map(
        (one) => `${one.direction} ${one.name}`,
      );
      expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
    }
  });
});

describe('the tables', () => {
  it('give every error a code of its own', () => {
    const codes = model.errors.map((one) => one.code);
    expect(new Set(codes).size).toBe(codes.length);
    expect(new Set(model.errors.map((one) => one.reason)).size).toBe(codes.length);
  });

  it('let the range of a close code say whether to come back', () => {
    for (const { code, reconnect } of model.closeCodes)
      expect([code, code >= 4500]).toEqual([code, reconnect === 'never']);
  });
});

describe('the samples', () => {
  it('are valid until they are spoilt', () => {
    const random = makeRandom(7);
    for (const type of structs) {
      const value = sampleType(random, type);
      expect([type.name, validator.valid(refOf(type), value), value]).toEqual([type.name, true, value]);
    }
  });

  it('are mostly refused when spoilt', () => {
    const random = makeRandom(8);
    const needy = structs.filter((type) => type.fields.some((field) => field.required));
    const refused = needy.filter((type) => !validator.valid(refOf(type), spoil(random, sampleType(random, type))));
    expect(refused.length).toBeGreaterThan(needy.length / 2);
  });

  it('stand in the corpus as the seed makes them', () => {
    const committed = readFileSync(join(here, 'corpus/samples.jsonl'), 'utf8').trimEnd().split('\n');
    expect(makeCorpus(model, 1)).toEqual(committed);
  });
});
