// All TypeScript files, by name in web/core/src/generated/.
import { typescriptDoctor } from './doctor.mjs';
import { FEATURES } from './model.mjs';
import { lowerCamelCase } from './names.mjs';

const BANNER = '// Made from protocol/ by protocol/generate.mjs. Change the schemas, not this file.\n';
const WIDTH = 120;
const quote = (text) => `'${text.replaceAll("'", "\\'")}'`;

export function typescriptFiles(model) {
  const files = {
    ...typescriptDoctor(model.doctor, BANNER),
    'errors.ts': errors(model),
    'limits.ts': limits(model),
    'methods.ts': methods(model),
  };
  for (const feature of FEATURES) files[`${feature}.ts`] = featureFile(model, feature);
  files['index.ts'] = BANNER + ['errors', 'limits', 'methods', ...FEATURES].sort().map(exportLine).join('');
  return files;
}

const exportLine = (name) => `export * from './${name}';\n`;

function featureFile(model, feature) {
  const types = model.featureTypes(feature);
  const imports = importLines(types, feature);
  const head = `// ${model.title(feature)}.\n${BANNER}`;
  const words = feature === 'types' ? WORDS : '';
  return [head + (imports === '' ? '' : `${imports}`), words + types.map(declaration).join('\n')].join('\n');
}

const WORDS = `/** A UUID in lower case. */
export type Id = string;
/** RFC 3339, UTC, milliseconds. */
export type Time = string;
/** \`conversation:{id}\`, \`contact:{id}\`, \`workspace\`, \`presence\`. */
export type Topic = string;

`;

function importLines(types, feature) {
  const names = new Map();
  const add = (from, name) => {
    if (from !== feature) names.set(from, (names.get(from) ?? new Set()).add(name));
  };
  const visit = (shape) => {
    if (shape.kind === 'list') visit(shape.item);
    if (shape.kind === 'type') add(shape.type.feature, shape.type.name);
    const word = { id: 'Id', time: 'Time', topic: 'Topic' }[shape.kind];
    if (word !== undefined) add('types', word);
  };
  for (const type of types) {
    for (const field of type.fields ?? []) visit(field.shape);
    for (const one of [...(type.cases ?? []), ...(type.tagged?.cases ?? [])]) add(one.type.feature, one.type.name);
  }
  return [...names.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([from, set]) => importLine([...set].sort(), from))
    .join('');
}

function importLine(names, from) {
  const line = `import type { ${names.join(', ')} } from './${from}';`;
  return line.length <= WIDTH ? `${line}\n` : `import type {\n  ${names.join(',\n  ')},\n} from './${from}';\n`;
}

function declaration(type) {
  const comment = type.description === undefined ? '' : `/** ${type.description} */\n`;
  if (type.kind === 'enum') return comment + union(type.name, type.values.map(quote));
  if (type.tagged !== undefined) return taggedUnion(type, comment);
  if (type.kind === 'struct') return comment + struct(type);
  return (
    comment +
    union(
      type.name,
      type.cases.map((one) => one.type.name),
    )
  );
}

function union(name, members) {
  const line = `export type ${name} = ${members.join(' | ')};`;
  return line.length <= WIDTH
    ? `${line}\n`
    : `export type ${name} =\n${members.map((one) => `  | ${one}`).join('\n')};\n`;
}

function struct(type) {
  if (type.fields.length === 0) return `export type ${type.name} = Record<string, never>;\n`;
  return `export interface ${type.name} {\n${members(type)}}\n`;
}

function taggedUnion(type, comment) {
  const { tag, content, cases } = type.tagged;
  const contents = cases.map((one) => `  ${quote(one.tag)}: ${one.type.name};\n`).join('');
  return `/** What each type of ${type.name} carries. */
export interface ${type.name}Contents {
${contents}}
export type ${type.name}Type = keyof ${type.name}Contents;
export interface ${type.name}Of<T extends ${type.name}Type> {
${members(type)}  ${tag}: T;
  ${content}: ${type.name}Contents[T];
}
${comment}export type ${type.name} = { [T in ${type.name}Type]: ${type.name}Of<T> }[${type.name}Type];
`;
}

const members = (type) =>
  type.fields.map((field) => `  ${field.name}${field.required ? '' : '?'}: ${typeOf(field.shape)};\n`).join('');

function typeOf(shape) {
  const plain = { id: 'Id', time: 'Time', topic: 'Topic', text: 'string', email: 'string', integer: 'number' };
  if (plain[shape.kind] !== undefined) return plain[shape.kind];
  if (shape.kind === 'boolean') return 'boolean';
  if (shape.kind === 'json') return 'unknown';
  if (shape.kind === 'const') return quote(shape.value);
  if (shape.kind === 'list') return `readonly ${typeOf(shape.item)}[]`;
  return shape.type.name;
}

function errors(model) {
  const rows = model.errors.map(
    (one) => `  ${one.reason}: { code: ${one.code}, http: ${one.http}, retry: ${quote(one.retry)} },\n`,
  );
  const codes = model.closeCodes.map(
    (one) => `  ${one.code}: { reason: ${quote(one.reason)}, reconnect: ${quote(one.reconnect)} },\n`,
  );
  return `// Why something was refused, and why a connection was ended.
${BANNER}
export const errors = {
${rows.join('')}} as const;

export type Reason = keyof typeof errors;

/** \`no\`: never as it is; \`yes\`: at once; \`after\`: when some time has passed. */
export type Retry = 'no' | 'yes' | 'after';

/** By the code of a WebSocket close. */
export const closeCodes = {
${codes.join('')}} as const;
`;
}

function limits(model) {
  const lines = model.limits.map(
    (one) => `  /** ${one.text} (${one.unit}) */\n  ${lowerCamelCase(one.name)}: ${one.value},\n`,
  );
  return `// The limits of the protocol.\n${BANNER}\nexport const limits = {\n${lines.join('')}} as const;\n`;
}

function methods(model) {
  const all = model.methods;
  const requests = all.filter((one) => one.kind === 'request');
  const sent = all.filter((one) => one.kind !== 'request' && one.direction !== 'to_client');
  const notices = all.filter((one) => one.direction !== 'to_server');
  const used = new Map();
  for (const type of all.flatMap((one) => [one.params, one.result ?? one.params])) {
    used.set(type.feature, (used.get(type.feature) ?? new Set()).add(type.name));
  }
  const imports = [...used.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([from, set]) => importLine([...set].sort(), from));
  const key = (name) => (/^\w+$/.test(name) ? name : quote(name));
  const pair = (one) => `  ${key(one.name)}: { params: ${one.params.name}; result: ${one.result.name} };\n`;
  const single = (one) => `  ${key(one.name)}: ${one.params.name};\n`;
  return `// What a client may ask, what it may tell, and what the server tells.
${BANNER}${imports.join('')}
/** Requests of a client: \`Methods['message.post']['params']\`. */
export interface Methods {
${requests.map(pair).join('')}}
export type Method = keyof Methods;

/** Notifications of a client. */
export interface ClientNotices {
${sent.map(single).join('')}}

/** Notifications of the server. */
export interface ServerNotices {
${notices.map(single).join('')}}
`;
}
