// The servers that are measured, each started fresh in a folder of its own on one core and ended afterwards.
// Each gives { url, pids, stop }; `peer` is the name by which the swarm knows its language.
import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { end, freePort, heard, reachable, start } from './machine.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const build = process.env.PARLOR_BUILD ?? join(root, 'build/release');
export const swarm = join(build, 'bench_load');

const LISTENING = /listening on (https?:\/\/\S+)/;

function parlorWords(folder) {
  return [
    'serve',
    '--data',
    join(folder, 'data'),
    '--key-file',
    join(folder, 'master.key'),
    '--listen',
    '127.0.0.1:0',
  ].concat(['--demo', '--workers', '1']);
}

export async function startParlor(folder, more = []) {
  const child = start('server', join(build, 'parlor'), [...parlorWords(folder), ...more]);
  const [, url] = await heard(child, LISTENING);
  return { url, child, pids: [child.pid], stop: (signal) => end(child, signal) };
}

async function startParlorWithTls(folder) {
  const [key, certificate] = [join(folder, 'key.pem'), join(folder, 'certificate.pem')];
  const words = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'];
  const names = [
    '-subj',
    '/CN=localhost',
    '-addext',
    'subjectAltName=IP:127.0.0.1',
    '-keyout',
    key,
    '-out',
    certificate,
  ];
  execFileSync('openssl', [...words, ...names], { stdio: 'ignore' });
  return startParlor(folder, ['--tls-cert', certificate, '--tls-key', key]);
}

async function startNode(kind, where) {
  const child = start('server', process.execPath, [join(root, 'bench/peers/node/server.mjs'), kind, where]);
  const [, url] = await heard(child, LISTENING);
  return { url, pids: [child.pid], stop: () => end(child) };
}

// PostgreSQL refuses to run as root; its own user runs it then.
function asPostgres() {
  if (process.getuid() !== 0) return {};
  const [uid, gid] = ['-u', '-g'].map((what) => Number(execFileSync('id', [what, 'postgres'])));
  return { uid, gid };
}

async function startNodeWithPostgres(folder) {
  const bin = '/usr/lib/postgresql/15/bin';
  const home = join(folder, 'postgres');
  const user = asPostgres();
  mkdirSync(home);
  chmodSync(folder, 0o755);
  if (user.uid !== undefined) chownSync(home, user.uid, user.gid);
  const data = join(home, 'data');
  const options = { ...user, cwd: home };
  execFileSync(join(bin, 'initdb'), ['-A', 'trust', '-U', 'postgres', '-D', data], { stdio: 'ignore', ...options });
  const words = ['-D', data, '-k', home, '-c', 'listen_addresses='];
  const database = start('server', join(bin, 'postgres'), words, options);
  await heard(database, /ready to accept connections/);
  const node = await startNode('postgres', `postgresql://postgres@localhost/postgres?host=${encodeURIComponent(home)}`);
  const stop = async () => {
    await node.stop();
    await end(database, 'SIGINT');
  };
  return { ...node, stop };
}

async function startNchan(folder) {
  const port = await freePort();
  const user = process.getuid() === 0 ? 'user root;' : '';
  const file = join(folder, 'nginx.conf');
  writeFileSync(
    file,
    `load_module /usr/lib/nginx/modules/ngx_nchan_module.so;
${user} daemon off; worker_processes 1; worker_rlimit_nofile 20000;
pid ${folder}/nginx.pid; error_log ${folder}/error.log warn;
events { worker_connections 19000; }
http {
  access_log off; keepalive_requests 1000000000; client_body_temp_path ${folder}/body; proxy_temp_path ${folder}/proxy;
  fastcgi_temp_path ${folder}/fastcgi; uwsgi_temp_path ${folder}/uwsgi; scgi_temp_path ${folder}/scgi;
  server {
    listen 127.0.0.1:${port} backlog=4096;
    location = /pub { nchan_publisher; nchan_channel_id $arg_id; }
    location = /sub { nchan_subscriber websocket; nchan_channel_id $arg_id; }
  }
}
`,
  );
  const child = start('server', '/usr/sbin/nginx', ['-p', folder, '-c', file, '-e', join(folder, 'error.log')]);
  const url = `http://127.0.0.1:${port}`;
  await reachable(url);
  const workers = execFileSync('pgrep', ['-P', String(child.pid)])
    .toString()
    .trim()
    .split('\n')
    .map(Number);
  return { url, pids: [child.pid, ...workers], stop: () => end(child) };
}

async function startNats(folder) {
  const [port, plain] = [await freePort(), await freePort()];
  const file = join(folder, 'nats.conf');
  writeFileSync(
    file,
    `host: 127.0.0.1
port: ${plain}
max_connections: 20000
websocket { host: "127.0.0.1", port: ${port}, no_tls: true }
jetstream { store_dir: "${folder}/stream", max_file_store: 20GB }
`,
  );
  const child = start('server', 'nats-server', ['-c', file], { env: { ...process.env, GOMAXPROCS: '1' } });
  await heard(child, /Server is ready/);
  return { url: `http://127.0.0.1:${port}`, pids: [child.pid], stop: () => end(child) };
}

async function startEjabberd(folder) {
  const port = await freePort();
  const file = join(folder, 'ejabberd.yml');
  writeFileSync(
    file,
    `hosts: [localhost]
loglevel: error
auth_method: anonymous
anonymous_protocol: login_anon
allow_multiple_connections: true
listen:
  - { port: ${port}, ip: "127.0.0.1", module: ejabberd_http, backlog: 4096, request_handlers: { /ws: ejabberd_http_ws } }
modules:
  mod_mam: { default: always }
`,
  );
  const [home] = execFileSync('sh', [
    '-c',
    'ls -d /usr/lib/*/ejabberd-*/ebin /usr/lib/ejabberd/ebin 2>/dev/null | head -n 1',
  ])
    .toString()
    .trim()
    .split('\n');
  const words = ['-noinput', '-start_epmd', 'false', '+K', 'true', '+P', '250000', '+Q', '65536', '-pa', home];
  const mnesia = ['-mnesia', 'dir', `"${join(folder, 'mnesia')}"`, '-s', 'ejabberd'];
  const env = {
    ...process.env,
    EJABBERD_CONFIG_PATH: file,
    EJABBERD_LOG_PATH: join(folder, 'ejabberd.log'),
    HOME: folder,
  };
  mkdirSync(join(folder, 'mnesia'));
  const child = start('server', 'erl', [...words, ...mnesia], { env, cwd: folder });
  await reachable(`http://127.0.0.1:${port}/ws`);
  return { url: `http://127.0.0.1:${port}`, pids: [child.pid], stop: () => end(child) };
}

export const servers = {
  parlor: { peer: 'parlor', start: startParlor },
  'parlor-tls': { peer: 'parlor', start: startParlorWithTls },
  'node-sqlite': { peer: 'node', needs: 'node', start: (folder) => startNode('sqlite', folder) },
  'node-postgres': { peer: 'node', needs: 'node', start: startNodeWithPostgres },
  nchan: { peer: 'nchan', start: startNchan },
  nats: { peer: 'nats', start: startNats },
  jetstream: { peer: 'jetstream', start: startNats },
  ejabberd: { peer: 'ejabberd', start: startEjabberd },
};
