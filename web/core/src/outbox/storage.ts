// Where unsent messages live: IndexedDB, or memory where the browser refuses it (private windows, blocked storage).

import type { OutboxStorage } from '../client';
import type { OutboxEntry } from './entry';

const STORE = 'entries';
/** Some browsers never answer; then memory it is. */
const OPEN_MS = 2000;

export function memoryStorage(): OutboxStorage<OutboxEntry> {
  const entries = new Map<string, OutboxEntry>();
  return {
    durable: false,
    load: async () => [...entries.values()],
    put: async (clientId, entry) => void entries.set(clientId, entry),
    remove: async (clientId) => void entries.delete(clientId),
  };
}

export function indexedDbStorage(name: string, factory: IDBFactory): OutboxStorage<OutboxEntry> {
  let opened: Promise<IDBDatabase> | undefined;
  const run = async <T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> => {
    opened ??= open(name, factory);
    const transaction = (await opened).transaction(STORE, mode);
    const request = work(transaction.objectStore(STORE));
    return new Promise((resolve, reject) => {
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = () => reject(transaction.error);
    });
  };
  return {
    durable: true,
    load: () => run('readonly', (store) => store.getAll() as IDBRequest<OutboxEntry[]>),
    put: async (clientId, entry) => void (await run('readwrite', (store) => store.put(entry, clientId))),
    remove: async (clientId) => void (await run('readwrite', (store) => store.delete(clientId))),
  };
}

/** Tries the first storage; from its first refusal on everything lives in memory, and `refused` is told. */
export function storageWithFallback(
  first: OutboxStorage<OutboxEntry> | undefined,
  refused: () => void,
): OutboxStorage<OutboxEntry> {
  const memory = memoryStorage();
  let current = first ?? memory;
  if (!current.durable) refused();
  const attempt = async <T>(work: (storage: OutboxStorage<OutboxEntry>) => Promise<T>): Promise<T> => {
    try {
      return await work(current);
    } catch {
      if (current !== memory) refused();
      current = memory;
      return work(memory);
    }
  };
  return {
    get durable() {
      return current.durable;
    },
    load: () => attempt((storage) => storage.load()),
    put: (clientId, entry) => attempt((storage) => storage.put(clientId, entry)),
    remove: (clientId) => attempt((storage) => storage.remove(clientId)),
  };
}

/** The browser's own database; even asking for it throws where storage is blocked. */
export function browserDatabase(): IDBFactory | undefined {
  try {
    return globalThis.indexedDB;
  } catch {
    return undefined;
  }
}

function open(name: string, factory: IDBFactory): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = factory.open(name, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
    request.onblocked = () => reject(new Error('blocked'));
    setTimeout(() => reject(new Error('no answer')), OPEN_MS);
  });
}
