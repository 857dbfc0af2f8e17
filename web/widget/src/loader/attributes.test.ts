import { describe, expect, it } from 'vitest';
import type { Attribute } from '../bridge';
import { withAttributes } from './attributes';

const gold: Attribute[] = [{ key: 'plan', value: 'gold' }];
const many = (count: number): object => Object.fromEntries(Array.from({ length: count }, (_, at) => [`k${at}`, at]));

describe('attributes', () => {
  it('are written as text, whatever they were', () => {
    expect(withAttributes({ plan: 'gold', vip: true, blocked: false, orders: 12, rate: -0.5, note: '' })).toEqual([
      { key: 'plan', value: 'gold' },
      { key: 'vip', value: 'true' },
      { key: 'blocked', value: 'false' },
      { key: 'orders', value: '12' },
      { key: 'rate', value: '-0.5' },
      { key: 'note', value: '' },
    ]);
  });

  it('add to earlier ones and replace them where they stand', () => {
    const both = withAttributes({ vip: true }, gold);
    expect(withAttributes({ plan: 'silver' }, both)).toEqual([
      { key: 'plan', value: 'silver' },
      { key: 'vip', value: 'true' },
    ]);
    expect(withAttributes({}, both)).toEqual(both);
  });

  it.each([null, undefined])('go away by %s, also such as were never there', (nothing) => {
    expect(withAttributes({ plan: nothing, other: nothing, vip: 1 }, gold)).toEqual([{ key: 'vip', value: '1' }]);
  });

  it('come from any object, its own keys only', () => {
    class Customer {
      plan = 'gold';
      get secret(): string {
        return 'x';
      }
    }
    expect(withAttributes(new Customer())).toEqual(gold);
    expect(withAttributes(Object.assign(Object.create(null), { plan: 'gold' }))).toEqual(gold);
  });

  it.each([[undefined], [null], ['plan'], [42], [true], [['gold']], [new Map([['plan', 'gold']])], [() => gold]])(
    'do not come from %s',
    (said) => expect(() => withAttributes(said, gold)).toThrow(),
  );

  const unfit: Record<string, unknown> = {
    NaN: Number.NaN,
    infinity: Number.POSITIVE_INFINITY,
    'an object': {},
    'an empty list': [],
    'a list': ['gold'],
    'a boxed text': Object('gold'),
    'a date': new Date(),
    'a symbol': Symbol('gold'),
    'a big integer': 12n,
    'a function': () => 'gold',
    'half a letter': '\ud83d',
    'what calls itself a text': { toString: () => 'gold', [Symbol.toStringTag]: 'String' },
    'what has no text': Object.create(null),
  };
  it.each(Object.keys(unfit))('cannot be %s', (name) =>
    expect(() => withAttributes({ plan: unfit[name] }, gold)).toThrow(),
  );

  it('are measured in code points', () => {
    const [key, value] = ['🛋'.repeat(40), '🛋\n'.repeat(150)];
    expect(withAttributes({ [key]: value })).toEqual([{ key, value }]);
    expect(() => withAttributes({ [`${key}a`]: 1 })).toThrow();
    expect(() => withAttributes({ a: `${value}a` })).toThrow();
    expect(() => withAttributes({ '': 1 })).toThrow();
    expect(() => withAttributes({ '\udc00': 1 })).toThrow();
  });

  it('are thirty at most, of all calls together', () => {
    const thirty = withAttributes(many(30));
    expect(thirty).toHaveLength(30);
    expect(() => withAttributes(many(31))).toThrow();
    expect(() => withAttributes({ other: 1 }, thirty)).toThrow();
    expect(withAttributes({ other: 1, k0: null }, thirty)).toHaveLength(30);
  });

  it('may have the names that every object knows, and change none of these', () => {
    const said = JSON.parse('{"__proto__": "a", "constructor": "b", "toString": "c"}') as object;
    const known = withAttributes(said);
    expect(known.map(({ key, value }) => key + value)).toEqual(['__proto__a', 'constructorb', 'toStringc']);
    expect(withAttributes(JSON.parse('{"__proto__": null}'), known)).toHaveLength(2);
    expect(withAttributes({ plan: 'gold' }, known)).toHaveLength(4);
    expect(Object.getPrototypeOf({})).toBe(Object.prototype);
    expect(() => withAttributes(JSON.parse('{"__proto__": {"plan": "gold"}}'))).toThrow();
  });

  it('are refused whole, and leave what was known as it was', () => {
    const known = [...gold];
    const traps = {
      vip: true,
      get plan(): string {
        throw new Error('trap');
      },
    };
    expect(() => withAttributes(traps, known)).toThrow('trap');
    expect(() => withAttributes({ plan: 'silver', vip: {} }, known)).toThrow();
    expect(known).toEqual(gold);
  });
});
