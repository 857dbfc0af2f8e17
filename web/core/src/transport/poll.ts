// Long-poll: POST {after, wait_s} at a constant address; answers at once when there is something.

import { type HttpOptions, type HttpSession, httpTransport } from './http';
import type { Transport } from './transport';

const WAIT_S = 25;

export function pollTransport(options: HttpOptions): Transport {
  return httpTransport('poll', readUnits, options);
}

async function readUnits(session: HttpSession): Promise<void> {
  while (!session.signal.aborted) {
    const body = JSON.stringify({ after: session.last(), wait_s: WAIT_S });
    const headers = { 'Content-Type': 'application/json' };
    const response = await session.request('/poll', { method: 'POST', body, headers });
    const { units } = (await response.json()) as { units: { n: number; message: unknown }[] };
    session.alive();
    for (const { n, message } of units) session.unit(n, message);
  }
}
