// The two parts that need no swarm to be measured: a cold start, and a start after kill -9 with much stored.
import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { end, run, sleep, start } from './machine.mjs';
import { startParlor, swarm } from './servers.mjs';

const now = () => performance.now();

function residentMib(pid) {
  const [, kib] = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8').match(/\nRss:\s+(\d+)/);
  return Number(kib) / 1024;
}

function accepted(url) {
  const { hostname, port } = new URL(url);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => resolve(socket.destroy()));
    socket.on('error', reject);
  });
}

export async function measureStart(folder) {
  const from = now();
  const server = await startParlor(folder);
  await accepted(server.url);
  const accepts = now() - from;
  await fetch(`${server.url}/healthz`);
  const healthy = now() - from;
  await sleep(1000);
  const figures = { accepts_ms: accepts, healthy_ms: healthy, rss_mib: residentMib(server.pids[0]) };
  await server.stop();
  return figures;
}

// A visitor who comes, says hello and writes: resolves when that is acknowledged.
async function firstAcknowledgement(url) {
  const made = await fetch(`${url}/api/v1/visitors`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Origin: url },
    body: JSON.stringify({ inbox: 'demo' }),
  });
  const { token } = await made.json();
  const socket = new WebSocket(`${url.replace('http', 'ws')}/realtime`, ['parlor.v1']);
  const ask = (id, method, params) => socket.send(JSON.stringify({ jsonrpc: '2.0', id, method, params }));
  const message = { client_id: randomUUID(), body: { type: 'text', text: 'Is anybody there?' } };
  return new Promise((resolve, reject) => {
    socket.onopen = () => ask(1, 'session.hello', { token, client: { name: 'bench', version: '1' } });
    socket.onerror = reject;
    socket.onmessage = ({ data }) => {
      const { id, error } = JSON.parse(data);
      if (error) reject(new Error(error.message));
      if (id === 1) ask(2, 'conversation.start', { client_id: randomUUID(), message });
      if (id === 2) resolve(socket.close());
    };
  });
}

async function fill(server, wanted) {
  let stored = 0;
  while (stored < wanted) {
    const { out, code, err } = await run(swarm, ['chat', '--server', server.url, '--seconds', '10', '--warm-up', '0']);
    if (code !== 0) throw new Error(err || out);
    stored += JSON.parse(out).sent;
  }
  return stored;
}

export async function measureRestart(folder, isQuick) {
  const first = await startParlor(folder);
  const stored = await fill(first, isQuick ? 1_000 : 1_000_000);
  const load = start('swarm', swarm, ['chat', '--server', first.url, '--seconds', '60']);
  await sleep(3000);
  await first.stop('SIGKILL');
  await end(load);
  const from = now();
  const second = await startParlor(folder);
  await accepted(second.url);
  const accepts = now() - from;
  await firstAcknowledgement(second.url);
  const acknowledges = now() - from;
  const [kib] = execFileSync('du', ['-sk', join(folder, 'data')])
    .toString()
    .split('\t');
  const figures = { stored, accepts_ms: accepts, acknowledges_ms: acknowledges, stored_mib: Number(kib) / 1024 };
  figures.rss_mib = residentMib(second.pids[0]);
  await second.stop();
  return figures;
}
