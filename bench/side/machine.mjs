// Processes of a run: which cores they get, starting and ending them, free ports. Ends only what it started.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { availableParallelism } from 'node:os';

// One core for the server, one for the swarm. On a machine with a single core they must share it.
const cores = availableParallelism() > 1 ? { server: '0', swarm: '1' } : { server: '0', swarm: '0' };

export const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

const running = new Set();

// On the server's core, or the swarm's.
export function start(core, command, words, options = {}) {
  const child = spawn('taskset', ['-c', cores[core], command, ...words], {
    stdio: ['ignore', 'pipe', 'pipe'],
    ...options,
  });
  const said = { out: '', err: '' };
  child.stdout?.on('data', (data) => (said.out += data));
  child.stderr?.on('data', (data) => (said.err += data));
  child.said = said;
  child.on('error', (error) => (said.err += error.message));
  running.add(child);
  child.on('exit', () => running.delete(child));
  return child;
}

export async function end(child, signal = 'SIGTERM') {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill(signal);
  const late = setTimeout(() => child.kill('SIGKILL'), 15_000);
  await gone;
  clearTimeout(late);
}

export async function endAll() {
  await Promise.all([...running].map((child) => end(child)));
}

// Waits until the child has said something that matches, and gives the match.
export async function heard(child, pattern, ms = 60_000) {
  const deadline = Date.now() + ms;
  while (Date.now() < deadline) {
    const match = `${child.said.out}\n${child.said.err}`.match(pattern);
    if (match) return match;
    if (child.exitCode !== null) break;
    await sleep(2);
  }
  throw new Error(`it did not start: ${child.said.err || child.said.out}`);
}

// Asks until there is an answer, whatever it is.
export async function reachable(url, ms = 60_000) {
  const deadline = Date.now() + ms;
  for (;;) {
    try {
      return await fetch(url);
    } catch (error) {
      if (Date.now() > deadline) throw new Error(`${url} does not answer`, { cause: error });
      await sleep(20);
    }
  }
}

export async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

// Runs to its end on the swarm's core; gives what it said and its exit code.
export async function run(command, words) {
  const child = start('swarm', command, words);
  const [code] = await once(child, 'close');
  return { code, ...child.said };
}
