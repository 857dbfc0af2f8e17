// The reference for people: one Markdown page with every method, event, signal, error and close code.
const BANNER =
  '<!-- Made from protocol/ by protocol/generate.mjs. Change the schemas and summaries, not this page. -->\n';

export function referencePage(model, reference) {
  return [
    BANNER,
    '# The real-time protocol, entry by entry\n',
    INTRODUCTION,
    transports(),
    section('Calls', model.methods.filter(isCall), (method) => methodEntry(reference, method)),
    section('Sent by clients without an answer', model.methods.filter(isTold), (method) =>
      methodEntry(reference, method),
    ),
    section('Sent by the server', model.methods.filter(isFromServer), (method) => methodEntry(reference, method)),
    section('Events', model.types.get('Event').tagged.cases, (one) => taggedEntry(reference, 'event', one)),
    section('Signals', model.types.get('Signal').tagged.cases, (one) => taggedEntry(reference, 'signal', one)),
    typesSection(model),
    errors(model),
    closeCodes(model, reference),
    limits(model),
  ].join('\n');
}

const isCall = (method) => method.kind === 'request';
const isTold = (method) => method.kind === 'notification' && method.direction !== 'to_client';
const isFromServer = (method) => method.direction === 'to_client';

const INTRODUCTION = `[protocol/README.md](../../protocol/README.md) says how to use it; the same as AsyncAPI 3 for programs is
[protocol/asyncapi.json](../../protocol/asyncapi.json), the HTTP routes are [protocol/openapi.json](../../protocol/openapi.json).
Fields with a star must be there. Every message is JSON-RPC 2.0.
`;

function transports() {
  return `## Transports

| transport | how |
|---|---|
| WebSocket | \`GET /realtime\` with \`Sec-WebSocket-Protocol: parlor.v1\`; one message or batch in each text frame; \`permessage-deflate\` without context takeover, if asked for |
| open a session over HTTP | \`POST /realtime/sessions\` with a \`session.hello\`; the response is its answer |
| send over HTTP | \`POST /realtime/sessions/{session}\` with one message or batch; the response is the answer, 204 when there is none |
| read as server-sent events | \`GET /realtime/sessions/{session}/events\`; \`data\` is one message, \`id\` its unit's number, \`Last-Event-ID\` confirms |
| read by long-polling | \`POST /realtime/sessions/{session}/poll\` with \`{"after":0,"wait_s":25}\` |

Over HTTP the token travels in \`Authorization: Bearer\`, on WebSocket in the hello; never in an address.
`;
}

function section(title, entries, write) {
  return `## ${title}\n\n${entries.map(write).join('\n')}`;
}

function methodEntry({ summaries, examples }, method) {
  const who = { visitor: 'Visitors.', agent: 'Agents.', both: 'Visitors and agents.' }[method.who];
  const direction = method.direction === 'to_client' ? 'to_client' : 'to_server';
  const parts = [`### ${method.name}\n`, `${summaries.methods[method.name]} ${isFromServer(method) ? '' : who}`.trim()];
  parts.push('', ...fieldTable(isFromServer(method) ? 'Fields' : 'Params', method.params));
  if (method.result !== undefined) parts.push(...fieldTable('Result', method.result));
  const call = examples.sent(direction, method.name);
  const answer = method.result && { ...examples.answer(method.name), id: call.id };
  return [...parts, ...exampleBlock([call, answer])].join('\n');
}

function taggedEntry({ summaries, examples }, method, one) {
  const parts = [`### ${method}: ${one.tag}\n`, summaries[`${method}s`][one.tag], ''];
  return [...parts, ...fieldTable('Data', one.type), ...exampleBlock([examples.tagged(method, one.tag)])].join('\n');
}

function exampleBlock(frames) {
  const lines = frames.filter((frame) => frame !== undefined).map((frame) => JSON.stringify(frame));
  return ['```json', ...lines, '```', ''];
}

// ---- Fields and types ----

function fieldTable(title, type) {
  if (type.kind !== 'struct') return [`${title}: ${typeLink(type)}.`, ''];
  if (type.fields.length === 0 && type.tagged === undefined) return [`${title}: none.`, ''];
  const rows = type.fields.map(
    (field) => `| \`${field.name}\`${field.required ? '*' : ''} | ${shapeText(field.shape)} |`,
  );
  if (type.tagged !== undefined) {
    rows.push(
      `| \`${type.tagged.tag}\`* | which kind |`,
      `| \`${type.tagged.content}\`* | what belongs to that kind |`,
    );
  }
  return [`| ${title} | |`, '|---|---|', ...rows, ''];
}

const WORDS = {
  id: 'a UUID',
  time: 'a time',
  topic: 'a topic',
  email: 'an e-mail address',
  boolean: 'true or false',
  json: 'any JSON',
};

function shapeText(shape) {
  if (WORDS[shape.kind] !== undefined) return WORDS[shape.kind];
  if (shape.kind === 'const') return `\`${shape.value}\``;
  if (shape.kind === 'type') return typeLink(shape.type);
  if (shape.kind === 'integer') return `a whole number, ${range(shape.min, shape.max)}`;
  if (shape.kind === 'list')
    return `a list of ${shapeText(shape.item)}${shape.max === undefined ? '' : `, at most ${shape.max}`}`;
  return `text${shape.max === undefined ? '' : `, ${range(shape.min, shape.max)} characters`}`;
}

const range = (min, max) => (max === undefined || max === Number.MAX_SAFE_INTEGER ? `from ${min}` : `${min} to ${max}`);

function typeLink(type) {
  if (type.kind === 'enum') return type.values.map((value) => `\`${value}\``).join(', ');
  return `[${type.name}](#${type.name.toLowerCase()})`;
}

// The types that stand inside others; those of events and signals are shown with them.
function typesSection(model) {
  const inside = new Set();
  const visitShape = (shape) => {
    if (shape.kind === 'list') visitShape(shape.item);
    if (shape.kind !== 'type' || shape.type.kind === 'enum' || inside.has(shape.type)) return;
    inside.add(shape.type);
    visitParts(shape.type);
  };
  const visitParts = (type) => {
    for (const field of type.fields ?? []) visitShape(field.shape);
    for (const one of type.cases ?? []) visitShape({ kind: 'type', type: one.type });
    for (const one of type.tagged?.cases ?? []) visitParts(one.type);
  };
  for (const { params, result } of model.methods) [params, result].filter(Boolean).forEach(visitParts);
  return section('Types', [...inside].sort(byName), typeEntry);
}

const byName = (a, b) => (a.name < b.name ? -1 : 1);

function typeEntry(type) {
  const parts = [`### ${type.name}\n`];
  if (type.description !== undefined) parts.push(type.description, '');
  if (type.kind === 'struct') return [...parts, ...fieldTable('Fields', type)].join('\n');
  return [...parts, `One of ${type.cases.map((one) => typeLink(one.type)).join(', ')}.`, ''].join('\n');
}

// ---- Tables ----

function table(title, heads, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [`## ${title}\n`, line(heads), line(heads.map(() => '---')), ...rows.map(line), ''].join('\n');
}

const AGAIN = { no: 'no', yes: 'yes, at once', after: 'yes, after `retry_after_ms`' };

function errors(model) {
  const rows = model.errors.map((one) => [`\`${one.reason}\``, one.code, one.http, AGAIN[one.retry], one.message]);
  return table('Errors', ['`data.reason`', 'code', 'HTTP', 'try again', 'meaning'], rows);
}

function closeCodes(model, { summaries }) {
  const rows = model.closeCodes.map((one) => [
    one.code,
    `\`${one.reason}\``,
    one.reconnect,
    summaries.closeCodes[one.code],
  ]);
  const note = `A frame that breaks RFC 6455 itself ends the connection with that RFC's own codes: 1002 for broken framing, 1003 for
binary frames, 1007 for text that is not UTF-8.
`;
  return `${table('Close codes', ['code', 'reason', 'come back', 'meaning'], rows)}\n${note}`;
}

function limits(model) {
  const rows = model.limits.map((one) => [`\`${one.name}\``, one.value, one.unit, one.text]);
  return table('Limits', ['name', 'value', 'unit', 'what'], rows);
}
