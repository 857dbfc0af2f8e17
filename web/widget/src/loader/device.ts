// What this browser remembers, under one key for each site. Storage may be refused (private windows, blocked cookies):
// then it lives in memory, and `durable()` says so.
import type { Device, DeviceState } from '../bridge';

export function createDevice(site: string, storage: () => Storage): Device {
  const key = `parlor:${site}`;
  let memory: DeviceState = {};
  let durable = true;

  const attempt = <T>(act: (store: Storage) => T): T | undefined => {
    try {
      return act(storage());
    } catch {
      durable = false;
      return undefined;
    }
  };

  const parse = (text: string | null | undefined): DeviceState => {
    try {
      return (JSON.parse(text ?? '{}') as DeviceState | null) ?? {};
    } catch {
      return {};
    }
  };

  const read = (): DeviceState => {
    // Another tab may have written since, so the store is asked each time.
    const text = attempt((store) => store.getItem(key));
    return durable ? parse(text) : memory;
  };

  return {
    read,
    write(change) {
      const next = { ...read(), ...change };
      memory = next;
      attempt((store) => store.setItem(key, JSON.stringify(next)));
    },
    forget() {
      memory = {};
      attempt((store) => store.removeItem(key));
    },
    durable: () => durable,
  };
}
