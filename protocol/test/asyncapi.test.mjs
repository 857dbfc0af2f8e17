import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import Ajv from 'ajv';
import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { readModel } from '../generator/model.mjs';
import { readReference } from '../generator/reference.mjs';

const here = join(import.meta.dirname, '..');
const read = (path) => readFileSync(join(here, path), 'utf8');
const document = JSON.parse(read('asyncapi.json'));
const page = read('../docs/guide/protocol.md');
const model = readModel(here);

// The official schema of AsyncAPI 3.
function officialJudge() {
  const schema = createRequire(import.meta.url)('@asyncapi/specs/schemas/3.0.0-without-$id.json');
  const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false });
  return ajv.compile(schema);
}

function collectRefs(node, refs = new Set()) {
  if (typeof node !== 'object' || node === null) return refs;
  if (typeof node.$ref === 'string') refs.add(node.$ref);
  for (const child of Object.values(node)) collectRefs(child, refs);
  return refs;
}

const resolve = (ref) =>
  ref
    .slice(2)
    .split('/')
    .reduce((node, step) => node?.[step], document);

describe('the AsyncAPI document', () => {
  it('is one, by the official schema', () => {
    const judge = officialJudge();
    expect([judge(document), judge.errors]).toEqual([true, null]);
  });

  it('would not be one with a wrong action', () => {
    const wrong = structuredClone(document);
    wrong.operations['message.post'].action = 'shout';
    expect(officialJudge()(wrong)).toBe(false);
  });

  it('points only at what there is', () => {
    for (const ref of collectRefs(document)) expect([ref, resolve(ref) !== undefined]).toEqual([ref, true]);
  });

  it.each(model.methods)('has $name, going the way it goes, with its answer', (method) => {
    const operation = document.operations[method.name];
    expect(operation.action).toBe(method.direction === 'to_client' ? 'send' : 'receive');
    expect(operation.reply !== undefined).toBe(method.result !== undefined);
  });

  it('shows examples that fit their schemas', () => {
    const ajv = new Ajv2020({ strict: false, validateFormats: true });
    addFormats(ajv);
    ajv.addSchema(document, 'asyncapi');
    for (const [name, message] of Object.entries(document.components.messages)) {
      const valid = ajv.getSchema(`asyncapi#/components/messages/${name}/payload`);
      expect(message.examples.length).toBeGreaterThan(0);
      for (const { payload } of message.examples)
        expect([name, valid(payload), valid.errors]).toEqual([name, true, null]);
      expect([name, valid({ jsonrpc: '1.0' })]).toEqual([name, false]);
    }
  });
});

describe('the page', () => {
  const headings = [...page.matchAll(/^### (.+)$/gm)].map((match) => match[1]);
  const anchors = new Set(
    headings.map((heading) =>
      heading
        .toLowerCase()
        .replaceAll(/[^a-z0-9 _-]/g, '')
        .replaceAll(' ', '-'),
    ),
  );

  it('has every method, event and signal once', () => {
    const tagged = (name) => model.types.get(name).tagged.cases.map((one) => `${name.toLowerCase()}: ${one.tag}`);
    for (const name of [...model.methods.map((one) => one.name), ...tagged('Event'), ...tagged('Signal')])
      expect(headings.filter((heading) => heading === name)).toEqual([name]);
  });

  it('has every error, close code and limit', () => {
    for (const { reason } of model.errors) expect(page).toContain(`| \`${reason}\` |`);
    for (const { code, reason } of model.closeCodes) expect(page).toContain(`| ${code} | \`${reason}\` |`);
    for (const { name, value } of model.limits) expect(page).toContain(`| \`${name}\` | ${value} |`);
  });

  it('links only to what stands on it', () => {
    const links = [...page.matchAll(/\]\(#([^)]+)\)/g)].map((match) => match[1]);
    expect(links.length).toBeGreaterThan(50);
    expect(links.filter((link) => !anchors.has(link))).toEqual([]);
  });
});

describe('the summaries', () => {
  it('are missed when one is not there', () => {
    const short = { ...model, methods: [...model.methods, { name: 'message.shout' }] };
    expect(() => readReference(here, short)).toThrow('message.shout');
  });
});
