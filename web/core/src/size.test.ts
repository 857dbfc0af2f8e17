// What the engine costs a page: bundled, minified, brotli 11.

import { brotliCompressSync } from 'node:zlib';
import { build } from 'vite';
import { expect, test } from 'vitest';

// Ratchets: the aim is 9 KiB for the visitor's side; never more than now.
const VISITOR_BYTES_MAX = 12.5 * 1024;
const AGENT_BYTES_MAX = 13.5 * 1024;

async function bundle(entry: string): Promise<string> {
  const output = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      target: 'es2022',
      minify: true,
      modulePreload: false,
      rolldownOptions: {
        input: new URL(entry, import.meta.url).pathname,
        preserveEntrySignatures: 'strict',
        output: { format: 'es' },
      },
    },
  });
  const [first] = Array.isArray(output) ? output : [output];
  if (!first || !('output' in first)) throw new Error('nothing was built');
  return first.output.map((chunk) => ('code' in chunk ? chunk.code : '')).join('');
}

test.each([
  ['./visitor.ts', VISITOR_BYTES_MAX],
  ['./agent.ts', AGENT_BYTES_MAX],
])(
  '%s stays within its bytes',
  async (entry, max) => {
    const code = await bundle(entry);
    const bytes = brotliCompressSync(code).byteLength;
    process.stdout.write(`${entry}: ${code.length} bytes minified, ${bytes} brotli (at most ${max})\n`);
    expect(bytes).toBeLessThanOrEqual(max);
  },
  60_000,
);

test('the widget does not pay for the dashboard', async () => {
  const code = await bundle('./visitor.ts');
  expect(code).not.toContain('workspace');
  expect(code).not.toContain('conversation.assign"');
  expect(await bundle('./agent.ts')).toContain('workspace');
}, 60_000);
