import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readModel } from '../generator/model.mjs';

const here = join(import.meta.dirname, '..');
const openapi = JSON.parse(readFileSync(join(here, 'openapi.json'), 'utf8'));
const model = readModel(here);
const VERBS = ['get', 'post', 'put', 'patch', 'delete'];

const operations = Object.entries(openapi.paths).flatMap(([path, item]) =>
  VERBS.filter((verb) => item[verb] !== undefined).map((verb) => [`${verb.toUpperCase()} ${path}`, item[verb], item]),
);

function collectRefs(node, refs = new Set()) {
  if (typeof node !== 'object' || node === null) return refs;
  if (typeof node.$ref === 'string') refs.add(node.$ref);
  for (const child of Object.values(node)) collectRefs(child, refs);
  return refs;
}

// Types of rest.json that stand only inside others.
function reachable(name, seen = new Set()) {
  if (seen.has(name)) return seen;
  seen.add(name);
  const visit = (shape) => {
    if (shape.kind === 'list') visit(shape.item);
    if (shape.kind === 'type') reachable(shape.type.name, seen);
  };
  for (const field of model.types.get(name).fields ?? []) visit(field.shape);
  return seen;
}

describe('the OpenAPI page', () => {
  it('names each operation once', () => {
    const ids = operations.map(([, operation]) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('points only at what there is', () => {
    for (const ref of collectRefs(openapi)) {
      const [file, path] = ref.split('#');
      const document = file === '' ? openapi : JSON.parse(readFileSync(join(here, file), 'utf8'));
      const found = path
        .slice(1)
        .split('/')
        .reduce((node, step) => node?.[step], document);
      expect([ref, found !== undefined]).toEqual([ref, true]);
    }
  });

  it('uses every type of rest.json', () => {
    const used = new Set();
    for (const ref of collectRefs(openapi)) if (ref.startsWith('schemas/')) reachable(ref.split('/').at(-1), used);
    const all = model.featureTypes('rest').map((type) => type.name);
    expect(all.filter((name) => !used.has(name))).toEqual([]);
  });

  it.each(operations)('%s says who may, takes what its path names and answers', (name, operation, item) => {
    expect(Array.isArray(operation.security)).toBe(true);
    expect(Object.keys(operation.responses).some((status) => status.startsWith('2'))).toBe(true);
    const wanted = [...name.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
    const given = (item.parameters ?? []).filter((one) => one.in === 'path').map((one) => one.name);
    expect(given).toEqual(wanted);
    if (name.startsWith('POST /api') || name.startsWith('PATCH')) expect(operation.requestBody).toBeDefined();
  });

  it('has a verdict of its own for signed-out callers wherever one must be signed in', () => {
    for (const [name, operation] of operations) {
      if (operation.security.length > 0) expect([name, operation.responses['401'] !== undefined]).toEqual([name, true]);
    }
  });
});
