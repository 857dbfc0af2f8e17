// Web Locks and BroadcastChannel for tests: one browser with several tabs, in one process.

import type { Locks } from '../tabs/locks';
import type { Channel } from '../tabs/tabs';

interface Request {
  owner: object;
  held: () => Promise<void>;
  resolve(): void;
  reject(error: unknown): void;
}

export class FakeBrowser {
  private readonly queues = new Map<string, Request[]>();
  private readonly dead = new Set<object>();
  private readonly channels = new Map<string, Set<FakeChannel>>();

  /** What one tab sees; `crash` ends all that it holds, as a closed tab does. */
  tab(): { locks: Locks; channel: (name: string) => Channel; crash(): void } {
    const owner = {};
    const own: FakeChannel[] = [];
    return {
      locks: { request: (name, options, held) => this.request(owner, name, options, held) },
      channel: (name) => {
        const channel = new FakeChannel(this.members(name));
        own.push(channel);
        return channel;
      },
      crash: () => {
        this.dead.add(owner);
        for (const channel of own) channel.close();
        for (const [name, queue] of this.queues) this.leave(name, queue, (request) => request.owner === owner);
      },
    };
  }

  private members(name: string): Set<FakeChannel> {
    const members = this.channels.get(name) ?? new Set();
    this.channels.set(name, members);
    return members;
  }

  private request(
    owner: object,
    name: string,
    options: { steal?: boolean; signal?: AbortSignal },
    held: () => Promise<void>,
  ): Promise<unknown> {
    const queue = this.queues.get(name) ?? [];
    this.queues.set(name, queue);
    if (this.dead.has(owner)) return new Promise(() => undefined);
    return new Promise<void>((resolve, reject) => {
      const request = { owner, held, resolve, reject };
      options.signal?.addEventListener('abort', () => {
        if (queue.indexOf(request) > 0) queue.splice(queue.indexOf(request), 1);
        reject(new Error('AbortError'));
      });
      if (options.steal) {
        queue.shift()?.reject(new Error('stolen'));
        queue.unshift(request);
      } else queue.push(request);
      if (queue[0] === request) this.grant(name, queue);
    });
  }

  private grant(name: string, queue: Request[]): void {
    const request = queue[0];
    if (!request) return;
    queueMicrotask(async () => {
      if (queue[0] !== request) return;
      await request.held();
      request.resolve();
      this.leave(name, queue, (other) => other === request);
    });
  }

  private leave(name: string, queue: Request[], isGone: (request: Request) => boolean): void {
    const holder = queue[0];
    const rest = queue.filter((request) => !isGone(request));
    queue.splice(0, queue.length, ...rest);
    if (queue[0] !== holder) this.grant(name, queue);
  }
}

class FakeChannel implements Channel {
  onmessage: ((event: MessageEvent) => void) | null = null;
  private readonly members: Set<FakeChannel>;

  constructor(members: Set<FakeChannel>) {
    this.members = members;
    members.add(this);
  }

  postMessage(value: unknown): void {
    const data = structuredClone(value);
    if (!this.members.has(this)) return;
    for (const other of this.members) {
      if (other !== this) setImmediate(() => other.onmessage?.({ data } as MessageEvent));
    }
  }

  close(): void {
    this.members.delete(this);
  }
}
