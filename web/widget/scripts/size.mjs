// Weighs what a visitor downloads, as the server sends it (brotli 11), and fails above the budget.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';

const ours = fileURLToPath(new URL('../dist', import.meta.url));
const kLoaderBytes = 4 * 1024;
const kPanelBytes = 28 * 1024;
/** On networks without WebSocket alone. */
const kFallbackBytes = 1536;
/** With the first menu, end, change of a message, or sound. */
const kLaterBytes = 4 * 1024;
/** After hours, or once a visitor has waited so long that other ways are offered. */
const kWaysOutBytes = 4.5 * 1024;
/** Once an agent asks the visitor in. */
const kInvitationBytes = 2 * 1024;

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
  visit: '0192f3a1-c7e8-7b6d-9f10-3c5d7e9f1a2d',
});

const weigh = (bytes) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;

/** The panel's module, which holds the engine, the style and all words, and whatever it imports at once. */
function firstOpen(dist, entry, seen = new Set()) {
  if (seen.has(entry)) return seen;
  seen.add(entry);
  const code = readFileSync(`${dist}/panel/${entry}`, 'utf8');
  for (const [, name] of code.matchAll(/(?:from|import)\s*["'`]\.\/([\w.-]+)["'`]/g)) firstOpen(dist, name, seen);
  return seen;
}

export function weights(dist = ours) {
  const sum = (names) => names.reduce((bytes, name) => bytes + weigh(readFileSync(`${dist}/panel/${name}`)), 0);
  const { panel } = JSON.parse(readFileSync(`${dist}/manifest.json`, 'utf8'));
  const open = firstOpen(dist, panel.replace('/widget/', ''));
  const others = readdirSync(`${dist}/panel`).filter((name) => !open.has(name));
  const later = /^(later|ways-out|invitation)-/;
  return {
    loader: weigh(readFileSync(`${dist}/w.js`)) + Buffer.byteLength(configuration),
    open: sum([...open]),
    later: sum(others.filter((name) => name.startsWith('later-'))),
    waysOut: sum(others.filter((name) => name.startsWith('ways-out-'))),
    invitation: sum(others.filter((name) => name.startsWith('invitation-'))),
    fallback: sum(others.filter((name) => !later.test(name))),
  };
}

export function report(dist = ours) {
  const { loader, open, later, waysOut, invitation, fallback } = weights(dist);
  const line = (what, bytes, most) =>
    process.stdout.write(
      `${what.padEnd(31)} ${bytes} of ${most} bytes (brotli 11)${bytes > most ? ': too large' : ''}\n`,
    );
  line('loader and configuration', loader, kLoaderBytes);
  line('open chat, engine included', open, kPanelBytes);
  line('on first use', later, kLaterBytes);
  line('after hours, after a long wait', waysOut, kWaysOutBytes);
  line('with an invitation', invitation, kInvitationBytes);
  line('only without WebSocket', fallback, kFallbackBytes);
  const small = later <= kLaterBytes && waysOut <= kWaysOutBytes && fallback <= kFallbackBytes;
  return loader <= kLoaderBytes && open <= kPanelBytes && invitation <= kInvitationBytes && small;
}

if (process.argv[1] === fileURLToPath(import.meta.url) && !report()) process.exit(1);
