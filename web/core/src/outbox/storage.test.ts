import { describe, expect, test, vi } from 'vitest';
import type { OutboxEntry } from './entry';
import { indexedDbStorage, memoryStorage, storageWithFallback } from './storage';

const entry: OutboxEntry = { clientId: 'k1', kind: 'post', owner: 'vic', at: 0, conversation: 'c1' };

/** As much of IndexedDB as the adapter uses. */
function fakeDatabase(): { factory: IDBFactory; records: Map<string, unknown> } {
  const records = new Map<string, unknown>();
  const request = (result: unknown) => ({ result });
  const store = {
    getAll: () => request([...records.values()]),
    put: (value: unknown, key: string) => request(records.set(key, structuredClone(value))),
    delete: (key: string) => request(records.delete(key)),
  };
  const database = {
    createObjectStore: () => store,
    transaction: () => {
      const transaction = { objectStore: () => store, oncomplete: () => undefined };
      queueMicrotask(() => transaction.oncomplete());
      return transaction;
    },
  };
  const open = () => {
    const opening = { result: database, onupgradeneeded: () => undefined, onsuccess: () => undefined };
    queueMicrotask(() => {
      opening.onupgradeneeded();
      opening.onsuccess();
    });
    return opening;
  };
  return { factory: { open } as unknown as IDBFactory, records };
}

describe('IndexedDB', () => {
  test('keeps entries by client id until they are removed', async () => {
    const { factory, records } = fakeDatabase();
    const storage = indexedDbStorage('parlor', factory);
    await storage.put('k1', entry);
    expect(await indexedDbStorage('parlor', factory).load()).toEqual([entry]);
    await storage.remove('k1');
    expect(records.size).toBe(0);
    expect(storage.durable).toBe(true);
  });

  test.each<[string, IDBFactory]>([
    [
      'throws',
      {
        open: () => {
          throw new Error('SecurityError');
        },
      } as unknown as IDBFactory,
    ],
    ['never answers', { open: () => ({}) } as unknown as IDBFactory],
  ])('a database that %s gives way to memory, and it is told once', async (_name, factory) => {
    vi.useFakeTimers();
    const refused = vi.fn();
    const storage = storageWithFallback(indexedDbStorage('parlor', factory), refused);
    const put = storage.put('k1', entry);
    await vi.advanceTimersByTimeAsync(3000);
    await put;
    expect(await storage.load()).toEqual([entry]);
    expect(storage.durable).toBe(false);
    expect(refused).toHaveBeenCalledTimes(1);
    vi.useRealTimers();
  });
});

test('without any database it is told from the start', () => {
  const refused = vi.fn();
  expect(storageWithFallback(undefined, refused).durable).toBe(false);
  expect(refused).toHaveBeenCalledTimes(1);
  expect(memoryStorage().durable).toBe(false);
});
