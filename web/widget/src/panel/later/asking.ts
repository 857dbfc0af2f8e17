// What can follow a chat that has ended: when a rating is asked for, what can be named with a click, when it goes on. Pure.
import type { ConversationView, RatingReason } from '@parlor/core';

const kAskedForMs = 7 * 86_400_000;

/** Asked once: not when it was given or skipped, not about nothing, and not long after. */
export function asksForRating(
  { row, items }: ConversationView,
  { skipped, now }: { skipped: readonly string[]; now: number },
): boolean {
  const endedAt = Date.parse(row.resolved_at ?? row.updated_at);
  return !skipped.includes(row.id) && now - endedAt < kAskedForMs && items.some((item) => item.kind === 'message');
}

export const isGood = (score: number): boolean => score > 3;

export const reasonsFor = (score: number): readonly RatingReason[] =>
  isGood(score) ? ['fast', 'friendly', 'solved'] : ['slow_reply', 'not_solved', 'wrong_answer', 'rude'];

/** A chat can be taken up again within a day of its end. */
export const canContinue = (resolvedAt: string | undefined, now: number): boolean =>
  now - Date.parse(resolvedAt ?? '') < 86_400_000;
