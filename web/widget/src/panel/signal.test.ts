import { expect, it, vi } from 'vitest';
import { batch, changeCount, computed, signal, watch } from './signal';

it('tells who watches, and only when what they look at is another value', () => {
  const name = signal('Ada');
  const online = signal(true);
  const heard: string[] = [];
  const stop = watch(
    () => name.value,
    (value) => heard.push(value),
  );
  online.value = false;
  name.value = 'Ada';
  name.value = 'Ben';
  stop();
  name.value = 'Orla';
  expect(heard).toEqual(['Ada', 'Ben']);
});

it('works a computed value out once after a change, and only when asked', () => {
  const count = signal(1);
  const work = vi.fn(() => count.value * 2);
  const double = computed(work);
  expect(work).not.toHaveBeenCalled();
  expect([double.value, double.value]).toEqual([2, 2]);
  count.value = 2;
  expect([double.value, double.value]).toEqual([4, 4]);
  expect(work).toHaveBeenCalledTimes(2);
});

it('looks once after a batch, also after one that failed', () => {
  const first = signal(0);
  const second = signal(0);
  const looks: number[] = [];
  const stop = watch(changeCount, () => looks.push(first.value + second.value));
  batch(() => {
    first.value = 1;
    second.value = 1;
  });
  expect(() =>
    batch(() => {
      second.value = 2;
      throw new Error('no');
    }),
  ).toThrow('no');
  stop();
  expect(looks).toEqual([0, 2, 3]);
});
