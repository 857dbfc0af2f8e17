// A clock that stands still until told, for tests. Between two timers all promises settle.

import type { Clock } from '../client';

interface Timer {
  at: number;
  n: number;
  run: () => void;
}

export class FakeClock implements Clock {
  private time: number;
  private timers: Timer[] = [];
  private n = 0;

  constructor(start = Date.parse('2026-03-02T09:00:00Z')) {
    this.time = start;
  }

  now(): number {
    return this.time;
  }

  setTimeout(run: () => void, ms: number): unknown {
    const timer = { at: this.time + Math.max(0, ms), n: ++this.n, run };
    this.timers.push(timer);
    return timer;
  }

  clearTimeout(timer: unknown): void {
    this.timers = this.timers.filter((other) => other !== timer);
  }

  get pending(): number {
    return this.timers.length;
  }

  /** Lets time pass, timer by timer. */
  async pass(ms: number): Promise<void> {
    const end = this.time + ms;
    await settle();
    for (let next = this.next(end); next; next = this.next(end)) {
      this.time = next.at;
      this.clearTimeout(next);
      next.run();
      await settle();
    }
    this.time = end;
  }

  private next(end: number): Timer | undefined {
    const due = this.timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at || a.n - b.n);
    return due[0];
  }
}

/** Lets every promise settle, and what channels carry arrive. */
export async function settle(turns = 5): Promise<void> {
  for (let turn = 0; turn < turns; turn++) await new Promise((resolve) => setImmediate(resolve));
}
