// Weighs what a visitor downloads, as the server sends it (brotli 11), and fails above the budget.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';

const dist = fileURLToPath(new URL('../dist', import.meta.url));
const kLoaderBytes = 4 * 1024;
const kPanelBytes = 28 * 1024;

// What the loader's one request brings for an ordinary site; it is sent as it is.
const configuration = JSON.stringify({
  inbox: {
    key: '0192f3a1c7e84b6d9f10',
    name: 'Website',
    workspace: 'Casa & Co',
    greeting: 'Hi there. How can we help today?',
    color: '#4a45d9',
  },
  panel: { js: '/widget/panel-Dk3vX9qT.js' },
  unread: 0,
  open: false,
  available: true,
  agents: [
    { id: '0192f3a1-c7e8-7b6d-9f10-3c5d7e9f1a2b', name: 'Ada' },
    { id: '0192f3a1-c7e8-7b6d-9f10-3c5d7e9f1a2c', name: 'Ben' },
  ],
});

const weigh = (bytes) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;

export function weights() {
  const panel = readdirSync(`${dist}/panel`).reduce(
    (sum, name) => sum + weigh(readFileSync(`${dist}/panel/${name}`)),
    0,
  );
  return {
    loader: weigh(readFileSync(`${dist}/w.js`)) + Buffer.byteLength(configuration),
    panel,
  };
}

export function report() {
  const { loader, panel } = weights();
  process.stdout.write(`loader with configuration ${loader} of ${kLoaderBytes} bytes (brotli 11)\n`);
  process.stdout.write(`panel, all chunks         ${panel} of ${kPanelBytes} bytes (brotli 11)\n`);
  return loader <= kLoaderBytes && panel <= kPanelBytes;
}

if (process.argv[1] === fileURLToPath(import.meta.url) && !report()) process.exit(1);
