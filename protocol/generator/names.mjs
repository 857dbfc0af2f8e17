// How a word of the schemas is spelled in each language.
export function camelCase(word) {
  return word
    .split(/[^a-zA-Z0-9]+/)
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join('');
}

export const enumerator = (value) => `k${camelCase(value)}`;

export const snakeCase = (name) => name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase();

export const screamingCase = (name) => snakeCase(name).toUpperCase();

export const lowerCamelCase = (name) => camelCase(name).replace(/^./, (first) => first.toLowerCase());

// Words of C++ that a schema may use as a field's name.
const RESERVED = new Set(['default', 'class', 'operator', 'new', 'delete', 'register', 'private', 'public', 'union']);
export const memberName = (name) => (RESERVED.has(name) ? `${name}_` : name);
