// The transports for networks on which WebSocket does not work: a chunk of their own, brought when the race comes to them.

import type { HttpOptions } from './http';
import { pollTransport } from './poll';
import { sseTransport } from './sse';
import type { Transport } from './transport';

export function fallbackTransport(name: 'sse' | 'poll', options: HttpOptions): Transport {
  return name === 'sse' ? sseTransport(options) : pollTransport(options);
}
