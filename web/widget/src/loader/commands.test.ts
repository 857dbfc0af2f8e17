import { describe, expect, it, vi } from 'vitest';
import { createCommands, type Handler } from './commands';

const createWith = (handlers: Record<string, Handler> = {}) => createCommands(new Map(Object.entries(handlers)));
const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

describe('commands', () => {
  it('wait until the widget is ready and run in their order', () => {
    const done: unknown[] = [];
    const commands = createWith({ open: () => done.push('open'), prefill: (text) => done.push(text) });
    commands.call('open');
    commands.call('prefill', 'Hello');
    expect(done).toEqual([]);
    commands.start();
    expect(done).toEqual(['open', 'Hello']);
    commands.call('open');
    expect(done).toEqual(['open', 'Hello', 'open']);
  });

  it.each([['identify'], ['toString'], ['__proto__'], [42], [undefined]])(
    '%s is unknown: an error event, no exception',
    async (name) => {
      const commands = createWith();
      const heard = vi.fn();
      commands.call('on', 'error', heard);
      commands.start();
      expect(() => commands.call(name)).not.toThrow();
      await settled();
      expect(heard).toHaveBeenCalledExactlyOnceWith({ reason: 'unknown_command', command: name });
    },
  );

  it('that throw come back as an error event', async () => {
    const commands = createWith({
      page: () => {
        throw new TypeError('no address');
      },
    });
    const heard = vi.fn();
    commands.call('on', 'error', heard);
    commands.start();
    commands.call('page', 'http://[');
    await settled();
    expect(heard).toHaveBeenCalledExactlyOnceWith({ reason: 'invalid_argument', command: 'page' });
  });
});

describe('events', () => {
  it('reach listeners from before the start, until they are taken off', async () => {
    const commands = createWith();
    const [one, other] = [vi.fn(), vi.fn()];
    commands.call('on', 'unread', one);
    commands.call('on', 'unread', other);
    commands.emit('unread', 2);
    await settled();
    commands.call('off', 'unread', one);
    commands.emit('unread', 3);
    await settled();
    commands.call('off', 'unread');
    commands.emit('unread', 4);
    await settled();
    expect(one.mock.calls).toEqual([[2]]);
    expect(other.mock.calls).toEqual([[2], [3]]);
  });

  it('reach a listener that is given twice once', async () => {
    const commands = createWith();
    const heard = vi.fn();
    commands.call('on', 'open', heard);
    commands.call('on', 'open', heard);
    commands.emit('open');
    await settled();
    expect(heard).toHaveBeenCalledTimes(1);
  });
});
