// Builds the two programs of the widget: the loader (one classic script) and the panel (hashed modules), then the manifest
// that the server reads.
import { rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { report } from './size.mjs';
import { shortTokens, tokens } from './tokens.mjs';
import { ownView, plainImport } from './view.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));

function options(outDir, rollupOptions) {
  return {
    root,
    configFile: false,
    logLevel: 'warn',
    plugins: [tokens(), ownView(), plainImport()],
    build: {
      target: ['chrome111', 'firefox114', 'safari16.4'],
      // Else the stylesheet carries substitutes for functions that it does not use.
      cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
      outDir,
      emptyOutDir: false,
      modulePreload: false,
      rollupOptions,
    },
  };
}

/** A classic script is read in the host page's encoding, whatever that is: so the loader holds nothing but ASCII. */
function ascii() {
  const escaped = (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return {
    name: 'parlor-ascii',
    generateBundle(_options, bundle) {
      for (const chunk of Object.values(bundle)) chunk.code = chunk.code.replace(/[\u0080-\uffff]/g, escaped);
    },
  };
}

export async function buildWidget(dist) {
  rmSync(dist, { recursive: true, force: true });
  await build(
    options(dist, {
      input: 'src/loader/main.ts',
      output: { format: 'iife', entryFileNames: 'w.js', plugins: [ascii()] },
    }),
  );
  const panel = await build(
    options(`${dist}/panel`, {
      input: 'src/panel/mount.ts',
      preserveEntrySignatures: 'allow-extension',
      output: {
        format: 'es',
        entryFileNames: 'panel-[hash].js',
        chunkFileNames: '[name]-[hash].js',
        plugins: [shortTokens()],
      },
    }),
  );
  const entry = panel.output.find((chunk) => chunk.type === 'chunk' && chunk.isEntry);
  const manifest = { loader: '/w.js', panel: `/widget/${entry.fileName}` };
  writeFileSync(`${dist}/manifest.json`, `${JSON.stringify(manifest, null, 2)}\n`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await buildWidget(`${root}/dist`);
  if (!report()) process.exit(1);
}
