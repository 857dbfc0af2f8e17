/** What rings at this agent, and until when. Pure. */

import type { RingingOffer } from '@parlor/core';

export interface Ring {
  readonly conversation: string;
  /** The colleague who asks, if one does. */
  readonly from: string | undefined;
  /** They ask one to join, not to take it over. */
  readonly joins: boolean;
  readonly ringMs: number;
  /** Milliseconds since 1970 on this clock. */
  readonly endsAt: number;
}

function ringOf({ offer, heardAt }: RingingOffer): Ring {
  return {
    conversation: offer.conversation,
    from: offer.from?.name,
    joins: offer.joins === true,
    ringMs: Math.max(1, offer.ring_ms),
    endsAt: heardAt + offer.left_ms,
  };
}

/** The one that ends first comes first. What rang out before `now` is gone, whether or not the server has said so. */
export function ringsAt(offers: readonly RingingOffer[], me: string, now = 0): Ring[] {
  const mine = offers.filter(({ offer }) => offer.agent.id === me && offer.state === 'ringing').map(ringOf);
  return mine.filter(({ endsAt }) => endsAt > now).sort((a, b) => a.endsAt - b.endsAt);
}

/** What I have asked a colleague, while it rings at them. */
export interface Asked {
  readonly agent: string;
  readonly name: string;
  readonly joins: boolean;
  readonly endsAt: number;
}

export function askedBy(offers: readonly RingingOffer[], me: string, conversation: string): Asked | undefined {
  const found = offers.find(({ offer }) => offer.conversation === conversation && offer.from?.id === me);
  if (found === undefined || found.offer.state !== 'ringing') return undefined;
  const { agent } = found.offer;
  const { joins, endsAt } = ringOf(found);
  return { agent: agent.id, name: agent.name, joins, endsAt };
}

export function secondsLeft(ring: Pick<Ring, 'endsAt'>, now: number): number {
  return Math.max(0, Math.ceil((ring.endsAt - now) / 1000));
}

/** The floor comes anew each second, and says each time a little differently when the ring ends. */
const SAME_WITHIN_MS = 1500;

/** The end that was shown stays, unless it was a long way off: a clock that jumps by a breath looks broken. */
export function steadyEnd(shown: number, heard: number): number {
  return Math.abs(shown - heard) < SAME_WITHIN_MS ? shown : heard;
}

/** What was answered is gone at once; if it rings again later, that is another ring. */
export type Answered = Readonly<Record<string, number>>;

export function isAnswered(ring: Ring, answered: Answered): boolean {
  const end = answered[ring.conversation];
  return end !== undefined && steadyEnd(end, ring.endsAt) === end;
}

/** Once it rings no more, whatever rings next is another ring, however soon. */
export function stillRinging(answered: Answered, rings: readonly Ring[]): Answered {
  const left = Object.entries(answered).filter(([id]) => rings.some(({ conversation }) => conversation === id));
  return left.length === Object.keys(answered).length ? answered : Object.fromEntries(left);
}
