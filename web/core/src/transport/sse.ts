// Server-sent events, read with fetch and a stream: `id:` is the unit's number, `data:` one message.

import { type HttpOptions, type HttpSession, httpTransport } from './http';
import type { Transport } from './transport';

export function sseTransport(options: HttpOptions): Transport {
  return httpTransport('sse', readEvents, options);
}

/** A stream that ends after it brought something is opened again: proxies cut long answers. */
async function readEvents(session: HttpSession): Promise<void> {
  for (let brought = true; brought; ) {
    const before = session.last();
    const headers = { Accept: 'text/event-stream', ...(before > 0 && { 'Last-Event-ID': String(before) }) };
    const { body } = await session.request('/events', { headers });
    if (body) await readStream(body, session).catch((error) => rethrowFirst(error, session.last() > before));
    brought = session.last() > before;
  }
}

function rethrowFirst(error: unknown, brought: boolean): void {
  if (!brought) throw error;
}

async function readStream(body: ReadableStream<Uint8Array>, session: HttpSession): Promise<void> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    text += decoder.decode(part.value, { stream: true });
    const blocks = text.split(/\r?\n\r?\n/);
    text = blocks.pop() as string;
    session.alive();
    for (const block of blocks) takeBlock(block, session);
  }
}

function takeBlock(block: string, session: HttpSession): void {
  let n = 0;
  const lines: string[] = [];
  for (const line of block.split(/\r?\n/)) {
    if (line.startsWith('id:')) n = Number(line.slice(3));
    else if (line.startsWith('data:')) lines.push(line.slice(5));
  }
  if (lines.length > 0) session.unit(n, JSON.parse(lines.join('\n')));
}
