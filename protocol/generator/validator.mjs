// The schemas as ajv knows them: the judge that both generated sides are measured against.
import Ajv from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

const NOTES = ['x-type', 'x-tag', 'x-tagged', 'x-by-key', 'x-limits'];

export function makeValidator(documents) {
  const ajv = new Ajv({ strict: true, strictTypes: false, strictRequired: false, allErrors: false });
  addFormats(ajv, ['uuid', 'date-time']);
  for (const keyword of NOTES) ajv.addKeyword(keyword);
  ajv.addKeyword({
    keyword: 'x-max-bytes',
    type: 'string',
    schemaType: 'number',
    validate: (limit, text) => new TextEncoder().encode(text).length <= limit,
  });
  for (const document of Object.values(documents)) ajv.addSchema(document);
  return {
    // valid('message.json#/$defs/MessagePostParams', value)
    valid: (ref, value) => ajv.getSchema(`https://parlor.example/protocol/${ref}`)(value),
    errors: (ref) => ajv.getSchema(`https://parlor.example/protocol/${ref}`).errors,
  };
}
