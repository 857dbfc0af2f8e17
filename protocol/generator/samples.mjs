// Random instances of the types, and spoilt ones: what the generated decoders are tested with. The same seed gives the
// same samples everywhere.

// mulberry32: small, good enough, the same in every engine.
export function makeRandom(seed) {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const below = (bound) => Math.floor(next() * bound);
  return { next, below, pick: (list) => list[below(list.length)], chance: (share) => next() < share };
}

const LETTERS = [...'abc XYZ 0129 .,!?"\\/\'<>&', '\n', '\t', '\u0001', 'é', 'ß', '中', 'ש', '👋', '𝄞', '\u2028'];
const LISTED_MAX = 3;
const LENGTH_MAX = 12;

export function sampleType(random, type) {
  if (type.kind === 'enum') return random.pick(type.values);
  if (type.kind !== 'struct') return sampleType(random, random.pick(type.cases).type);
  const forced = new Set(type.requiredSets === undefined ? [] : random.pick(type.requiredSets));
  const value = {};
  for (const field of type.fields) {
    const present = field.required || forced.has(field.name) || random.chance(0.5);
    if (present) value[field.name] = sampleShape(random, field.shape);
  }
  if (type.tagged !== undefined) {
    const one = random.pick(type.tagged.cases);
    value[type.tagged.tag] = one.tag;
    value[type.tagged.content] = sampleType(random, one.type);
  }
  return value;
}

function sampleShape(random, shape) {
  switch (shape.kind) {
    case 'type':
      return sampleType(random, shape.type);
    case 'const':
      return shape.value;
    case 'boolean':
      return random.chance(0.5);
    case 'integer':
      return sampleInteger(random, shape);
    case 'id':
      return sampleId(random);
    case 'time':
      return new Date(random.below(4102444800) * 1000 + random.below(1000)).toISOString();
    case 'topic':
      return random.pick(['workspace', 'presence', `conversation:${sampleId(random)}`, `contact:${sampleId(random)}`]);
    case 'email':
      return `${sampleWord(random)}@${sampleWord(random)}.example`;
    case 'json':
      return { jsonrpc: '2.0', method: sampleWord(random), params: { list: [1, null, true, sampleWord(random)] } };
    case 'list':
      return sampleList(random, shape);
    default:
      return sampleText(random, shape);
  }
}

function sampleInteger(random, { min, max }) {
  return random.pick([min, max, min + random.below(Math.min(max - min + 1, 1000))]);
}

function sampleId(random) {
  const digits = (count) => Array.from({ length: count }, () => random.below(16).toString(16)).join('');
  return `${digits(8)}-${digits(4)}-7${digits(3)}-a${digits(3)}-${digits(12)}`;
}

const sampleWord = (random) => Array.from({ length: 1 + random.below(8) }, () => random.pick([...'abcxyz'])).join('');

function sampleText(random, { min, max }) {
  const wanted = random.chance(0.1) ? min : min + random.below(LENGTH_MAX);
  const length = Math.min(wanted, max ?? wanted);
  return Array.from({ length }, () => random.pick(LETTERS)).join('');
}

function sampleList(random, { item, min = 0, max = LISTED_MAX }) {
  const length = Math.min(max, min + random.below(LISTED_MAX));
  return Array.from({ length }, () => sampleShape(random, item));
}

// One change somewhere inside; whether the outcome is still valid is for the schemas to say.
export function spoil(random, value) {
  const spoilt = structuredClone(value);
  const places = [];
  collectPlaces(spoilt, places);
  if (places.length === 0) return random.pick([null, 7, 'text', []]);
  const { parent, key } = random.pick(places);
  const change = random.pick(CHANGES);
  change(random, parent, key);
  return spoilt;
}

function collectPlaces(value, places) {
  if (typeof value !== 'object' || value === null) return;
  for (const key of Object.keys(value)) {
    places.push({ parent: value, key });
    collectPlaces(value[key], places);
  }
}

const CHANGES = [
  remove,
  remove,
  (_random, parent, key) => {
    parent[key] = null;
  },
  (random, parent, key) => {
    parent[key] = random.pick([{}, [], '', true, 0, -1, 1.5, 1e300, 'text', [[]], '00000000']);
  },
  (_random, parent, key) => {
    if (typeof parent[key] === 'string') parent[key] = `${parent[key]}x`;
    else if (typeof parent[key] === 'number') parent[key] += 0.5;
    else parent[key] = [parent[key]];
  },
  (_random, parent, key) => {
    if (typeof parent[key] === 'string') parent[key] = '𝄞'.repeat(5000);
    else if (typeof parent[key] === 'number') parent[key] = -parent[key] - 1;
    else if (Array.isArray(parent[key])) parent[key] = Array.from({ length: 201 }, () => parent[key][0] ?? 'x');
    else parent[key] = 'text';
  },
];

function remove(_random, parent, key) {
  if (Array.isArray(parent)) parent.splice(Number(key), 1);
  else delete parent[key];
}
