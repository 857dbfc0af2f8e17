// Replays protocol/golden/ against the schemas that the types of this folder come from, and the tables of this folder
// against what the frames use. server/wire/generated/golden_test.cc replays the same files.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeValidator } from '../../../../protocol/generator/validator.mjs';
import { errors, limits } from './index';

interface Expectation {
  ok?: boolean;
  reason?: string;
  messages?: Expectation[];
}

interface GoldenFrame {
  name: string;
  direction: 'to_server' | 'to_client' | 'rest';
  frame?: string;
  answers?: string;
  type?: string;
  expect: Expectation;
  schema_fault?: boolean;
}

interface Message {
  id?: number | string;
  method?: string;
  params?: unknown;
  result?: unknown;
  error?: { code: number; message: string; data: { reason: string } };
}

const protocol = join(import.meta.dirname, '../../../../protocol');
const read = (path: string): unknown => JSON.parse(readFileSync(join(protocol, path), 'utf8'));
const jsonFiles = (folder: string) => readdirSync(join(protocol, folder)).filter((name) => name.endsWith('.json'));
const schemas = Object.fromEntries(jsonFiles('schemas').map((file) => [file, read(`schemas/${file}`)]));
const validator = makeValidator(schemas);
const methods = read('methods.json') as Record<string, { params: string; result?: string }>;
const files = jsonFiles('golden');

/** Types are named once in all schemas. */
function schemaOf(type: string): string | undefined {
  return Object.keys(schemas).find((file) => Object.hasOwn((schemas[file] as { $defs: object }).$defs, type));
}

function refOf(golden: GoldenFrame, message: Message): string {
  if (golden.direction === 'rest') return `${schemaOf(golden.type ?? '')}#/$defs/${golden.type}`;
  if (message.error !== undefined) return 'rpc.json#/$defs/ErrorObject';
  const method = methods[golden.answers ?? message.method ?? ''];
  const ref = golden.answers === undefined ? method?.params : method?.result;
  if (ref === undefined) throw new Error(`no schema for ${golden.name}`);
  return ref;
}

function valueOf(golden: GoldenFrame, message: Message): unknown {
  if (golden.direction === 'rest') return message;
  return message.error ?? message.result ?? message.params ?? {};
}

function judge(golden: GoldenFrame): boolean {
  const parsed = JSON.parse(golden.frame ?? '') as Message | Message[];
  const messages = Array.isArray(parsed) ? parsed : [parsed];
  return messages.every((message) => validator.valid(refOf(golden, message), valueOf(golden, message)));
}

describe.each(files)('golden frames of %s', (file) => {
  const frames = read(`golden/${file}`) as GoldenFrame[];
  const good = frames.filter((golden) => golden.expect.ok === true && golden.frame !== undefined);
  const bad = frames.filter((golden) => golden.schema_fault === true);

  it.each(good.map((golden) => [golden.name, golden] as const))('%s: valid', (_name, golden) => {
    expect(judge(golden)).toBe(true);
  });

  it.each(bad.map((golden) => [golden.name, golden] as const))('%s: not valid', (_name, golden) => {
    expect(judge(golden)).toBe(false);
  });

  it('name only reasons that there are', () => {
    const reasons = frames
      .flatMap((golden) => golden.expect.messages ?? [golden.expect])
      .flatMap((one) => (one.reason === undefined ? [] : [one.reason]));
    for (const reason of reasons) expect(errors).toHaveProperty(reason);
  });
});

describe('the tables', () => {
  it('carry the codes that the golden errors carry', () => {
    for (const golden of read('golden/error.json') as GoldenFrame[]) {
      const { error } = JSON.parse(golden.frame ?? '') as Message;
      const kind = errors[error?.data.reason as keyof typeof errors];
      expect(error?.code).toBe(kind.code);
    }
  });

  it('carry the limits that the schemas carry', () => {
    const body = (text: string) => validator.valid('body.json#/$defs/TextBody', { type: 'text', text });
    expect([body('x'.repeat(limits.textChars)), body('x'.repeat(limits.textChars + 1)), body('')]).toEqual([true, false, false]);
  });
});
