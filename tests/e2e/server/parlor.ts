import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const binary = resolve(
  process.env.PARLOR_BINARY ?? join(import.meta.dirname, '..', '..', '..', 'build', 'release', 'parlor'),
);
const startsWithinMs = 20_000;
const stopsWithinMs = 10_000;

export interface ParlorOptions {
  demo?: boolean;
  /** The address that browsers use, when it is not the one listened on. */
  publicUrl?: string;
}

/** The real binary on a data folder of its own. Ends only the process that it started. */
export class Parlor {
  readonly data: string;
  #options: ParlorOptions;
  #process: ChildProcess | undefined;
  #printed = '';
  #address = '';

  private constructor(data: string, options: ParlorOptions) {
    this.data = data;
    this.#options = options;
  }

  static async start(options: ParlorOptions = { demo: true }): Promise<Parlor> {
    const parlor = new Parlor(await mkdtemp(join(tmpdir(), 'parlor-e2e-')), options);
    await parlor.#run('127.0.0.1:0');
    return parlor;
  }

  /** Where the server listens. */
  get address(): string {
    return this.#address;
  }

  /** Where browsers find it: the public address, else the one it listens on. */
  get url(): string {
    return this.#options.publicUrl ?? this.#address;
  }

  /** Everything that it has printed so far. */
  get printed(): string {
    return this.#printed;
  }

  /** The one-time address of the first set-up. */
  async setupAddress(): Promise<string> {
    return this.#waitForLine(/(https?:\/\/\S+\/setup#\S+)/);
  }

  /** Ends it without warning and starts it again on the same data and port. */
  async crashAndRestart(): Promise<void> {
    await this.#end('SIGKILL');
    await this.#run(new URL(this.#address).host);
  }

  async stop(): Promise<void> {
    await this.#end('SIGTERM');
    await rm(this.data, { recursive: true, force: true });
  }

  async #run(listen: string): Promise<void> {
    const args = ['serve', '--data', this.data, '--listen', listen];
    if (this.#options.demo) args.push('--demo');
    if (this.#options.publicUrl) args.push('--public-url', this.#options.publicUrl);
    this.#printed = '';
    const child = spawn(binary, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    this.#process = child;
    const collect = (chunk: Buffer): void => {
      this.#printed += chunk.toString();
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.on('error', (error) => {
      this.#printed += String(error);
    });
    this.#address = await this.#waitForLine(/listening on (https?:\/\/\S+)/);
  }

  async #waitForLine(pattern: RegExp): Promise<string> {
    const deadline = Date.now() + startsWithinMs;
    while (Date.now() < deadline) {
      const found = pattern.exec(this.#printed)?.[1];
      if (found) return found;
      if (this.#process?.exitCode !== null) break;
      await new Promise((wake) => setTimeout(wake, 10));
    }
    throw new Error(`${binary} did not print ${pattern}; it printed:\n${this.#printed}`);
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#process;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise<void>((done) => child.once('exit', () => done()));
    child.kill(signal);
    const late = setTimeout(() => child.kill('SIGKILL'), stopsWithinMs);
    await ended;
    clearTimeout(late);
  }
}
