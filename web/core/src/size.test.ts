// What the engine costs a page: bundled, minified, brotli 11. The transports for networks without WebSocket are a chunk of
// their own, which an ordinary page does not load.

import { brotliCompressSync } from 'node:zlib';
import { build } from 'vite';
import { expect, test } from 'vitest';

// Ratchets: the aim is 9 KiB for the visitor's side; never more than now. What counts in the end is the widget's open chat
// (web/widget: npm run size), of which this is a part.
const VISITOR_BYTES_MAX = 11.75 * 1024;
const AGENT_BYTES_MAX = 13.1 * 1024;
const FALLBACK_BYTES_MAX = 1536;

interface Bundle {
  code: string;
  fallback: string;
}

// Vite's way of importing looks after stylesheets, of which there are none here.
const plainImport = {
  name: 'plain-import',
  enforce: 'pre' as const,
  load: (id: string) =>
    id === '\0vite/preload-helper.js' ? 'export const __vitePreload = (bring) => bring();' : undefined,
};

async function bundle(entry: string): Promise<Bundle> {
  const output = await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [plainImport],
    build: {
      write: false,
      target: 'es2022',
      minify: true,
      modulePreload: false,
      rolldownOptions: {
        input: new URL(entry, import.meta.url).pathname,
        preserveEntrySignatures: 'allow-extension',
        output: { format: 'es' },
      },
    },
  });
  const [first] = Array.isArray(output) ? output : [output];
  if (!first || !('output' in first)) throw new Error('nothing was built');
  const codeOf = (deferred: boolean) =>
    first.output.map((chunk) => ('code' in chunk && chunk.isDynamicEntry === deferred ? chunk.code : '')).join('');
  return { code: codeOf(false), fallback: codeOf(true) };
}

test.each([
  ['./visitor.ts', VISITOR_BYTES_MAX],
  ['./agent.ts', AGENT_BYTES_MAX],
])(
  '%s stays within its bytes',
  async (entry, max) => {
    const { code, fallback } = await bundle(entry);
    const bytes = brotliCompressSync(code).byteLength;
    const fallbackBytes = brotliCompressSync(fallback).byteLength;
    process.stdout.write(`${entry}: ${code.length} bytes minified, ${bytes} brotli (at most ${max})\n`);
    process.stdout.write(`${entry}, fallback: ${fallbackBytes} brotli (at most ${FALLBACK_BYTES_MAX})\n`);
    expect(bytes).toBeLessThanOrEqual(max);
    expect(fallback).toContain('text/event-stream');
    expect(code).not.toContain('text/event-stream');
    expect(fallbackBytes).toBeLessThanOrEqual(FALLBACK_BYTES_MAX);
  },
  60_000,
);

test('the widget does not pay for the dashboard', async () => {
  const { code } = await bundle('./visitor.ts');
  expect(code).not.toContain('workspace');
  expect(code).not.toContain('conversation.assign"');
  expect((await bundle('./agent.ts')).code).toContain('workspace');
}, 60_000);
