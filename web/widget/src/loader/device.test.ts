import { describe, expect, it } from 'vitest';
import { createDevice } from './device';

function memoryStorage(): Storage & { entries: Map<string, string> } {
  const entries = new Map<string, string>();
  return {
    entries,
    getItem: (key: string) => entries.get(key) ?? null,
    setItem: (key: string, value: string) => void entries.set(key, value),
    removeItem: (key: string) => void entries.delete(key),
  } as unknown as Storage & { entries: Map<string, string> };
}

const refused = (): Storage => {
  throw new DOMException('refused', 'SecurityError');
};

describe('what a browser remembers', () => {
  it('is nothing before the first write', () => {
    const storage = memoryStorage();
    expect(createDevice('demo', () => storage).read()).toEqual({});
    expect(storage.entries.size).toBe(0);
  });

  it('stands under one key for each site and is seen by the next page', () => {
    const storage = memoryStorage();
    const device = createDevice('demo', () => storage);
    device.write({ token: 't' });
    device.write({ drafts: { new: 'Hi' } });
    expect([...storage.entries.keys()]).toEqual(['parlor:demo']);
    expect(createDevice('demo', () => storage).read()).toEqual({ token: 't', drafts: { new: 'Hi' } });
    expect(createDevice('other', () => storage).read()).toEqual({});
    device.forget();
    expect(storage.entries.size).toBe(0);
  });

  it.each(['not json', 'null', '[', ''])('is nothing when it reads %j', (text) => {
    const storage = memoryStorage();
    storage.setItem('parlor:demo', text);
    expect(createDevice('demo', () => storage).read()).toEqual({});
  });

  it('lives in memory where storage is refused, and says so', () => {
    const device = createDevice('demo', refused);
    device.write({ token: 't' });
    expect(device.read()).toEqual({ token: 't' });
    expect(device.durable()).toBe(false);
    device.forget();
    expect(device.read()).toEqual({});
  });

  it('keeps in memory what a full storage does not take', () => {
    const storage = memoryStorage();
    const device = createDevice('demo', () => storage);
    device.write({ token: 't' });
    storage.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    device.write({ drafts: { new: 'Hi' } });
    expect(device.read()).toEqual({ token: 't', drafts: { new: 'Hi' } });
    expect(device.durable()).toBe(false);
  });
});
