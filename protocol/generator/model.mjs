// Reads the schemas into the small model that both writers work from.
//
//   feature  one schema file
//   type     { name, feature, kind: 'struct' | 'enum' | 'variant' | 'by_key', ... }
//   shape    what a field or list item holds: { kind: 'text' | 'integer' | 'boolean' | 'id' | 'time' | 'topic' |
//            'email' | 'json' | 'const' | 'list' | 'type', ... } with its limits
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkedDoctor } from './doctor.mjs';

// Order of the features: each may use only itself and those before it.
export const FEATURES = [
  'types',
  'body',
  'routing',
  'visitors',
  'conversation',
  'message',
  'event',
  'signal',
  'topic',
  'session',
  'rpc',
  'rest',
];

export function readModel(folder) {
  const documents = readSchemas(join(folder, 'schemas'));
  const limits = readJson(join(folder, 'limits.json'));
  checkLimits(documents, limits);
  const types = new Map();
  for (const feature of FEATURES) {
    for (const name of Object.keys(documents[feature].$defs)) readType(documents, feature, name, types);
  }
  return {
    documents,
    limits,
    types,
    methods: readMethods(folder, types),
    errors: readJson(join(folder, 'errors.json')),
    closeCodes: readJson(join(folder, 'close_codes.json')),
    doctor: checkedDoctor(readJson(join(folder, 'doctor.json'))),
    featureTypes: (feature) => [...types.values()].filter((type) => type.feature === feature),
    title: (feature) => documents[feature].title,
  };
}

function readJson(path) {
  return JSON.parse(readFileSync(path, 'utf8'));
}

export const jsonFiles = (folder) => readdirSync(folder).filter((name) => name.endsWith('.json'));

function readSchemas(folder) {
  const documents = {};
  for (const file of jsonFiles(folder)) documents[file.replace(/\.json$/, '')] = readJson(join(folder, file));
  const unknown = Object.keys(documents).filter((name) => !FEATURES.includes(name));
  if (unknown.length > 0) throw new Error(`schemas without a place in FEATURES: ${unknown}`);
  return documents;
}

function readMethods(folder, types) {
  const typeOf = (ref) => (ref === undefined ? undefined : types.get(ref.split('/').at(-1)));
  return Object.entries(readJson(join(folder, 'methods.json'))).map(([name, method]) => ({
    ...method,
    name,
    params: typeOf(method.params),
    result: typeOf(method.result),
  }));
}

export function follow(documents, feature, ref) {
  const [file, path] = ref.split('#');
  const target = file === '' ? feature : file.replace(/\.json$/, '');
  const name = path.split('/').at(-1);
  const schema = documents[target]?.$defs[name];
  if (schema === undefined) throw new Error(`${feature}: nothing at ${ref}`);
  return { feature: target, name, schema };
}

function readType(documents, feature, name, types) {
  if (types.has(name)) {
    if (types.get(name).feature === feature) return;
    throw new Error(`two types are called ${name}`);
  }
  let source = { feature, schema: documents[feature].$defs[name] };
  while (source.schema.$ref !== undefined) source = follow(documents, source.feature, source.schema.$ref);
  const type = { name, feature, description: source.schema.description };
  const read = (schema) => readShape(documents, source.feature, schema, types);
  if (source.schema.enum !== undefined) Object.assign(type, { kind: 'enum', values: source.schema.enum });
  else if (source.schema['x-tag'] !== undefined) Object.assign(type, readVariant(source, read));
  else if (source.schema['x-by-key'] !== undefined) Object.assign(type, readByKey(source, read));
  else if (source.schema.type === 'object') Object.assign(type, readStruct(source, read, documents));
  else return;
  types.set(name, type);
}

function readVariant({ schema }, read) {
  const cases = schema.oneOf.map((one) => ({ type: read(one).type }));
  for (const one of cases) one.tag = one.type.fields.find((field) => field.name === schema['x-tag']).shape.value;
  return { kind: 'variant', tag: schema['x-tag'], cases };
}

function readByKey({ schema }, read) {
  const cases = schema.anyOf.map((one, index) => ({ key: schema['x-by-key'][index], type: read(one).type }));
  return { kind: 'by_key', cases };
}

function readStruct({ schema }, read) {
  const required = new Set(schema.required ?? []);
  const fields = Object.entries(schema.properties).map(([name, field]) => ({
    name,
    required: required.has(name),
    shape: read(field),
  }));
  const type = { kind: 'struct', fields, requiredSets: schema.anyOf?.map((one) => one.required) };
  if (schema['x-tagged'] !== undefined) {
    const cases = schema.oneOf.map((one) => ({
      tag: one.properties[schema['x-tagged'].tag].const,
      type: read(one.properties[schema['x-tagged'].content]).type,
    }));
    type.tagged = { ...schema['x-tagged'], cases };
  }
  return type;
}

function readShape(documents, feature, schema, types) {
  if (schema.$ref !== undefined) {
    const target = follow(documents, feature, schema.$ref);
    readType(documents, target.feature, target.name, types);
    const type = types.get(target.name);
    return type === undefined ? readShape(documents, target.feature, target.schema, types) : { kind: 'type', type };
  }
  if (schema['x-type'] === 'json') return { kind: 'json' };
  if (schema.const !== undefined) return { kind: 'const', value: schema.const };
  if (schema.type === 'array') {
    const item = readShape(documents, feature, schema.items, types);
    return { kind: 'list', item, min: schema.minItems, max: schema.maxItems };
  }
  if (schema.type === 'integer') return { kind: 'integer', min: schema.minimum, max: schema.maximum };
  if (schema.type === 'boolean') return { kind: 'boolean' };
  if (schema.type === 'string') return readText(schema);
  throw new Error(`${feature}: a schema the generator does not know: ${JSON.stringify(schema)}`);
}

function readText(schema) {
  if (schema.format === 'uuid') return { kind: 'id' };
  if (schema.format === 'date-time') return { kind: 'time' };
  if (schema['x-type'] === 'topic') return { kind: 'topic' };
  const limits = { min: schema.minLength ?? 0, max: schema.maxLength, maxBytes: schema['x-max-bytes'] };
  return { kind: schema['x-type'] === 'email' ? 'email' : 'text', ...limits };
}

// A limit stands as a number in the schemas, since JSON Schema wants one; limits.json is where it is decided.
function checkLimits(node, limits) {
  if (typeof node !== 'object' || node === null) return;
  for (const [keyword, name] of Object.entries(node['x-limits'] ?? {})) {
    const limit = limits.find((one) => one.name === name);
    if (limit?.value !== node[keyword]) throw new Error(`${keyword} ${node[keyword]} is not the limit ${name}`);
  }
  for (const child of Object.values(node)) checkLimits(child, limits);
}
