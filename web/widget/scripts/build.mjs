// Builds the two programs of the widget: the loader (one classic script) and the panel (hashed modules), then the manifest
// that the server reads.
import { rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { report } from './size.mjs';
import { tokens } from './tokens.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const common = { root, configFile: false, logLevel: 'warn', plugins: [tokens()] };
const target = ['chrome111', 'firefox114', 'safari16.4'];
// Else the stylesheet carries substitutes for functions that it does not use.
const cssTarget = ['chrome123', 'firefox120', 'safari17.5'];

rmSync(`${root}/dist`, { recursive: true, force: true });

await build({
  ...common,
  build: {
    target,
    cssTarget,
    outDir: 'dist',
    emptyOutDir: false,
    modulePreload: false,
    rollupOptions: {
      input: 'src/loader/main.ts',
      output: { format: 'iife', entryFileNames: 'w.js' },
    },
  },
});

const panel = await build({
  ...common,
  build: {
    target,
    cssTarget,
    outDir: 'dist/panel',
    emptyOutDir: false,
    modulePreload: false,
    rollupOptions: {
      input: 'src/panel/mount.ts',
      preserveEntrySignatures: 'strict',
      output: { format: 'es', entryFileNames: 'panel-[hash].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
});

const entry = panel.output.find((chunk) => chunk.type === 'chunk' && chunk.isEntry);
writeFileSync(
  `${root}/dist/manifest.json`,
  `${JSON.stringify({ loader: '/w.js', panel: `/widget/${entry.fileName}` }, null, 2)}\n`,
);
report();
