import type { RingingOffer } from '@parlor/core';
import { describe, expect, it } from 'vitest';
import { askedBy, isAnswered, ringsAt, secondsLeft, steadyEnd, stillRinging } from './ringing';

const NOW = 1_000_000;
const ADA = { id: 'ada', name: 'Ada' };
const BEN = { id: 'ben', name: 'Ben' };

function offer(conversation: string, left_ms: number, change: Partial<RingingOffer['offer']> = {}): RingingOffer {
  return { heardAt: NOW, offer: { conversation, agent: ADA, state: 'ringing', ring_ms: 20_000, left_ms, ...change } };
}

const ids = (offers: readonly RingingOffer[], now = NOW) => ringsAt(offers, 'ada', now).map((one) => one.conversation);

describe('what rings', () => {
  it('rings at me only', () => expect(ids([offer('a', 9000), offer('b', 9000, { agent: BEN })])).toEqual(['a']));

  it('comes in the order in which it ends', () => {
    expect(ids([offer('late', 15_000), offer('soon', 4000)])).toEqual(['soon', 'late']);
  });

  it('ends by this clock, also when nothing more is heard', () => {
    expect(ids([offer('a', 4000)], NOW + 3999)).toEqual(['a']);
    expect(ids([offer('a', 4000)], NOW + 4000)).toEqual([]);
  });

  it('is over when the server says so', () => expect(ids([offer('a', 9000, { state: 'passed' })])).toEqual([]));

  it('names the colleague who asks', () => {
    expect(ringsAt([offer('a', 9000, { from: BEN })], 'ada', NOW)[0]?.from).toBe('Ben');
    expect(ringsAt([offer('a', 9000)], 'ada', NOW)[0]?.from).toBeUndefined();
  });
});

describe('what I have asked', () => {
  const asked = (change: Partial<RingingOffer['offer']> = {}) => offer('a', 9000, { agent: BEN, from: ADA, ...change });

  it('is known while it rings at the colleague', () => {
    const known = { agent: 'ben', name: 'Ben', joins: false, endsAt: NOW + 9000 };
    expect(askedBy([offer('b', 1000), asked()], 'ada', 'a')).toEqual(known);
    expect(askedBy([asked({ joins: true })], 'ada', 'a')?.joins).toBe(true);
    expect(askedBy([asked({ state: 'passed' })], 'ada', 'a')).toBeUndefined();
    expect(askedBy([asked()], 'ada', 'b')).toBeUndefined();
    expect(askedBy([asked()], 'ben', 'a')).toBeUndefined();
    expect(askedBy([offer('a', 9000)], 'ada', 'a')).toBeUndefined();
  });

  it('rings at the colleague as joining or taking over', () => {
    expect(ringsAt([asked({ joins: true })], 'ben', NOW)[0]).toMatchObject({ from: 'Ada', joins: true });
    expect(ringsAt([asked()], 'ben', NOW)[0]?.joins).toBe(false);
  });
});

describe('the time that is left', () => {
  it('counts whole seconds down to none', () => {
    const left = (now: number) => secondsLeft({ endsAt: NOW }, now);
    expect([left(NOW - 14_200), left(NOW - 1), left(NOW), left(NOW + 500)]).toEqual([15, 1, 0, 0]);
  });

  it('does not jump by a breath, and follows a new ring', () => {
    expect(steadyEnd(NOW, NOW + 900)).toBe(NOW);
    expect(steadyEnd(NOW, NOW + 20_000)).toBe(NOW + 20_000);
  });
});

describe('what was answered', () => {
  const [ring] = ringsAt([offer('a', 9000)], 'ada', NOW);
  if (ring === undefined) throw new Error('nothing rings');
  const answered = { a: ring.endsAt };

  it('is the same ring while its end is about the same', () => {
    expect(isAnswered(ring, answered)).toBe(true);
    expect(isAnswered({ ...ring, endsAt: ring.endsAt + 700 }, answered)).toBe(true);
    expect(isAnswered({ ...ring, endsAt: ring.endsAt + 20_000 }, answered)).toBe(false);
  });

  it('is forgotten once it rings no more, so that it may ring again at once', () => {
    expect(stillRinging(answered, [ring])).toBe(answered);
    expect(stillRinging(answered, [])).toEqual({});
  });
});
