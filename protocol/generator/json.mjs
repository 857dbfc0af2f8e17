// Writes JSON the way a person would: what fits in one line stays in one line.
const WIDTH = 120;

export function formatJson(value) {
  return `${print(value, '', 0)}\n`;
}

function print(value, indent, used) {
  const flat = flatten(value);
  if (typeof value !== 'object' || value === null || used + flat.length <= WIDTH) return flat;
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    const items = value.map((item, at) => inner + print(item, inner, inner.length + comma(at, value.length)));
    return `[\n${items.join(',\n')}\n${indent}]`;
  }
  const entries = Object.entries(value);
  const fields = entries.map(([key, field], at) => {
    const head = `${inner}${JSON.stringify(key)}: `;
    return head + print(field, inner, head.length + comma(at, entries.length));
  });
  return `{\n${fields.join(',\n')}\n${indent}}`;
}

// The width of what follows: nothing after the last.
const comma = (at, count) => (at + 1 < count ? 1 : 0);

function flatten(value) {
  if (Array.isArray(value)) return `[${value.map(flatten).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).map(([key, field]) => `${JSON.stringify(key)}: ${flatten(field)}`);
  return fields.length === 0 ? '{}' : `{ ${fields.join(', ')} }`;
}
