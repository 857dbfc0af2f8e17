// Measures Parlor, and beside it other servers, each on one core with the swarm on the other; the rounds of a part go
// round the servers in turn, and the medians are told. Run by bin/bench, which has built everything.
//   node bench/run.mjs PART-OR-GROUP... [--alone] [--only SERVER,...] [--quick] [--rounds N] [--seconds N]
import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { endAll, run } from './side/machine.mjs';
import { bars, groups, parts, stores } from './side/parts.mjs';
import { servers, swarm } from './side/servers.mjs';
import { measureRestart, measureStart } from './side/starting.mjs';
import { judge, merge, shown, table } from './side/table.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    alone: { type: 'boolean', default: false },
    only: { type: 'string' },
    quick: { type: 'boolean', default: false },
    rounds: { type: 'string' },
    seconds: { type: 'string' },
  },
});

function wantedParts() {
  const names = (positionals.length > 0 ? positionals : ['all']).flatMap((word) => groups[word] ?? [word]);
  const unknown = names.find((name) => !parts[name]);
  if (unknown) throw new Error(`there is no part '${unknown}'; there are ${Object.keys(parts).join(', ')}`);
  return names;
}

function wantedServers(part) {
  if (options.only) return part.servers.filter((name) => options.only.split(',').includes(name));
  return part.servers.filter((name) => !options.alone || name.startsWith('parlor'));
}

function swarmWords(part, server, running) {
  const seconds = options.seconds ?? (options.quick ? '2' : part.shorter ? '5' : '8');
  const words = [...part.swarm, ...(options.quick ? part.quick : [])];
  const plan = ['--seconds', seconds, '--warm-up', options.quick ? '0.5' : '2', '--pids', running.pids.join(',')];
  return [...words, '--peer', servers[server].peer, '--server', running.url, ...plan];
}

async function bySwarm(part, server, folder) {
  const running = await servers[server].start(folder);
  const { code, out, err } = await run(swarm, swarmWords(part, server, running));
  await running.stop();
  if (code === 2 || out === '') throw new Error(err.trim());
  return { ...JSON.parse(out), all_right: code === 0 };
}

async function measure(name, server) {
  const folder = mkdtempSync(join(process.env.PARLOR_BENCH_FOLDER ?? tmpdir(), 'parlor-bench-'));
  try {
    if (name === 'start') return await measureStart(folder);
    if (name === 'restart') return await measureRestart(folder, options.quick);
    return await bySwarm(parts[name], server, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measurePart(name, keep) {
  const part = parts[name];
  const found = {};
  const rounds = Number(options.rounds ?? (options.quick ? 1 : part.rounds));
  for (let round = 1; round <= rounds; round++) {
    for (const server of wantedServers(part)) {
      try {
        const figures = await measure(name, server);
        keep({ part: name, server, round, ...figures });
        found[server] = [...(found[server] ?? []), figures];
      } catch (error) {
        keep({ part: name, server, round, error: error.message });
        console.error(`${name}, ${server}: ${error.message}`);
      }
    }
  }
  return Object.fromEntries(Object.entries(found).map(([server, all]) => [server, merge(all)]));
}

function tell(name, found) {
  const { what, figures } = parts[name];
  console.log(`\n== ${name}: ${what}\n`);
  const rows = Object.entries(found).map(([server, of]) => [server, ...figures.map((figure) => of[figure])]);
  if (rows.length > 0) console.log(table(['', ...figures.map((figure) => figure.replaceAll('_', ' '))], rows));
  for (const [server, of] of Object.entries(found)) {
    if (of.all_right === false) console.log(`${server}: messages were lost, doubled, out of order or refused`);
  }
}

function tellBars(results) {
  const judged = bars.map((bar) => judge(bar, results)).filter(Boolean);
  if (judged.length === 0) return true;
  console.log('\n== bars\n');
  const rows = judged.map(({ what, value, bar, isAtLeast, isMet }) => [
    what,
    value,
    `${isAtLeast ? 'at least' : 'at most'} ${shown(bar)}`,
    isMet ? 'met' : 'MISSED',
  ]);
  console.log(table(['', 'measured', 'bar', ''], rows));
  return judged.every(({ isMet }) => isMet);
}

// The Node servers' packages are fetched the first time that they are wanted.
function installPeers(names) {
  if (!names.some((name) => wantedServers(parts[name]).some((server) => servers[server].needs === 'node'))) return;
  const words = ['install', '--no-package-lock', '--no-audit', '--no-fund', '--silent'];
  execFileSync('npm', words, { cwd: join(root, 'bench/peers'), stdio: ['ignore', 'inherit', 'inherit'] });
}

async function main() {
  const names = wantedParts();
  installPeers(names);
  const folder = join(root, 'build/bench');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${new Date().toISOString().slice(0, 19).replaceAll(':', '')}.jsonl`);
  const keep = (line) => appendFileSync(file, `${JSON.stringify(line)}\n`);
  console.log(`${new Date().toISOString().slice(0, 16)} on ${cpus().length} cores of ${cpus()[0].model}`);
  const results = {};
  for (const name of names) {
    results[name] = await measurePart(name, keep);
    tell(name, results[name]);
  }
  const taking = new Set(Object.values(results).flatMap((found) => Object.keys(found)));
  console.log(
    `\n== what each keeps\n\n${table(
      ['', 'stores'],
      [...taking].map((server) => [server, stores[server]]),
    )}`,
  );
  const isMet = tellBars(results);
  console.log(`\nThe same as lines of JSON: ${file}`);
  return isMet;
}

for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => endAll().then(() => process.exit(130)));
try {
  await main();
} finally {
  await endAll();
}
