// The AsyncAPI 3 page of the real-time protocol, as the server sees it: it receives what clients call and sends the rest.
import { formatJson } from './json.mjs';
import { follow } from './model.mjs';

const CHANNELS = '#/channels';
const BATCH_NOTE = 'One JSON-RPC 2.0 message, or a batch of at most 32.';

export function asyncapiFile(model, reference) {
  const messages = makeMessages(model, reference);
  return formatJson({
    asyncapi: '3.0.0',
    info: {
      title: 'Parlor, the real-time protocol',
      version: '1',
      description:
        'JSON-RPC 2.0 over WebSocket, server-sent events or long-polling, with the same messages and the same promise: what was acknowledged is durable, arrives in order, is never lost and never shown twice. README.md says how to use it.',
      license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
    },
    defaultContentType: 'application/json',
    servers: {
      websocket: { host: 'chat.casa.example', protocol: 'wss', description: 'Your server.' },
      http: { host: 'chat.casa.example', protocol: 'https', description: 'The same, where WebSocket cannot pass.' },
    },
    channels: makeChannels(model, messages),
    operations: { ...methodOperations(model), ...transportOperations() },
    components: {
      messages,
      schemas: makeSchemas(model),
      securitySchemes: {
        token: {
          type: 'http',
          scheme: 'bearer',
          description: 'A visitor’s token or an API key. On WebSocket it stands in session.hello instead.',
        },
      },
    },
  });
}

const schemaRef = (name) => ({ $ref: `#/components/schemas/${name}` });
const serverRefs = (...names) => names.map((name) => ({ $ref: `#/servers/${name}` }));
const inChannel = (channel, name) => ({ $ref: `${CHANNELS}/${channel}/messages/${name}` });
const answerName = (method) => `${method}.answer`;
const isSentBy = (side) => (method) => method.direction === side || method.direction === 'both';

// ---- Messages ----

function makeMessages(model, { summaries, examples }) {
  const messages = {};
  for (const method of model.methods) {
    const direction = method.direction === 'to_client' ? 'to_client' : 'to_server';
    const shown = { name: method.name, title: method.name, summary: summaries.methods[method.name] };
    const example = examples.sent(direction, method.name);
    messages[method.name] = { ...shown, payload: callSchema(method), examples: [{ payload: example }] };
    if (method.result === undefined) continue;
    messages[answerName(method.name)] = {
      name: answerName(method.name),
      title: `The answer to ${method.name}`,
      payload: answerSchema(method),
      examples: [{ payload: examples.answer(method.name) }],
    };
  }
  messages.error = {
    name: 'error',
    title: 'The answer to any call that was refused',
    payload: envelope({ id: ERROR_ID, error: schemaRef('ErrorObject') }, ['error']),
    examples: [{ payload: examples.error() }],
  };
  return messages;
}

function envelope(fields, required) {
  return { type: 'object', properties: { jsonrpc: { const: '2.0' }, ...fields }, required: ['jsonrpc', ...required] };
}

function callSchema(method) {
  const call = { method: { const: method.name }, params: schemaRef(method.params.name) };
  if (method.kind === 'notification') return envelope(call, ['method']);
  return envelope({ id: schemaRef('RpcId'), ...call }, ['id', 'method']);
}

function answerSchema(method) {
  return envelope({ id: schemaRef('RpcId'), result: schemaRef(method.result.name) }, ['id', 'result']);
}

// ---- Channels ----

const sessionParameter = { session: { description: 'The id from session.ready. It is no credential.' } };

function makeChannels(model, messages) {
  const refs = (names) => Object.fromEntries(names.map((name) => [name, { $ref: `#/components/messages/${name}` }]));
  const toServer = model.methods.filter(isSentBy('to_server'));
  const called = toServer.map((method) => method.name);
  const answered = toServer.filter((method) => method.result !== undefined).map((method) => answerName(method.name));
  const told = model.methods.filter(isSentBy('to_client')).map((method) => method.name);
  const http = (address, description, names) => ({
    address,
    description,
    servers: serverRefs('http'),
    ...(address.includes('{') ? { parameters: sessionParameter } : {}),
    messages: refs(names),
  });
  return {
    realtime: {
      address: '/realtime',
      description: `WebSocket with the subprotocol parlor.v1. ${BATCH_NOTE} in each text frame.`,
      servers: serverRefs('websocket'),
      messages: refs(Object.keys(messages)),
      bindings: { ws: { method: 'GET', bindingVersion: '0.1.0' } },
    },
    sessions: http('/realtime/sessions', 'Opens a session over HTTP.', [
      'session.hello',
      answerName('session.hello'),
      'error',
    ]),
    session: http('/realtime/sessions/{session}', `Sends. ${BATCH_NOTE}`, [...called, ...answered, 'error']),
    events: http('/realtime/sessions/{session}/events', 'Reads as server-sent events.', told),
    poll: http('/realtime/sessions/{session}/poll', 'Reads by long-polling.', told),
  };
}

// ---- Operations ----

function methodOperations(model) {
  const operations = {};
  for (const method of model.methods) {
    if (isSentBy('to_server')(method)) operations[method.name] = receiving('realtime', method);
    if (method.direction === 'both') operations[`${method.name}.from_server`] = sending('realtime', [method.name]);
    if (method.direction === 'to_client') operations[method.name] = sending('realtime', [method.name]);
  }
  return operations;
}

function receiving(channel, method) {
  const operation = {
    action: 'receive',
    channel: { $ref: `${CHANNELS}/${channel}` },
    messages: [inChannel(channel, method.name)],
    tags: (method.who === 'both' ? ['visitor', 'agent'] : [method.who]).map((name) => ({ name })),
  };
  if (method.result === undefined) return operation;
  const answers = [inChannel(channel, answerName(method.name)), inChannel(channel, 'error')];
  return { ...operation, reply: { channel: operation.channel, messages: answers } };
}

function sending(channel, names) {
  return {
    action: 'send',
    channel: { $ref: `${CHANNELS}/${channel}` },
    messages: names.map((name) => inChannel(channel, name)),
  };
}

function transportOperations() {
  const over = (action, channel, summary, method) => ({
    action,
    channel: { $ref: `${CHANNELS}/${channel}` },
    summary,
    security: [{ $ref: '#/components/securitySchemes/token' }],
    bindings: { http: { method, bindingVersion: '0.3.0' } },
  });
  return {
    'http.open': over('receive', 'sessions', 'Says hello over HTTP; the response is its answer.', 'POST'),
    'http.send': over('receive', 'session', 'Calls over HTTP; the response is the answer, 204 for none.', 'POST'),
    'http.events': over('send', 'events', 'The stream: `data` is one message, `id` the unit’s number.', 'GET'),
    'http.poll': over('send', 'poll', 'What came since, at once when there is something.', 'POST'),
  };
}

// ---- Schemas ----

const ERROR_ID = { description: 'Null when the call could not be read.', type: ['string', 'integer', 'null'] };
const RPC_ID = { description: 'Chosen by the client, unique among its open calls.', type: ['string', 'integer'] };

// All features but rest.json, which is OpenAPI's, in one table: names are unique over all files.
function makeSchemas(model) {
  const schemas = { RpcId: RPC_ID };
  for (const [feature, document] of Object.entries(model.documents)) {
    if (feature === 'rest') continue;
    for (const [name, schema] of Object.entries(document.$defs)) schemas[name] = rewrite(model, feature, schema);
  }
  return schemas;
}

function rewrite(model, feature, node) {
  if (Array.isArray(node)) return node.map((item) => rewrite(model, feature, item));
  if (typeof node !== 'object' || node === null) return node;
  if (typeof node.$ref === 'string') return schemaRef(follow(model.documents, feature, node.$ref).name);
  return Object.fromEntries(Object.entries(node).map(([key, child]) => [key, rewrite(model, feature, child)]));
}
