/** How long a visitor has waited for us, and how urgent that makes the conversation. Pure; times are milliseconds. */

export const FIRST_REPLY_TARGET_MS = 45_000;
export const NEXT_REPLY_TARGET_MS = 2 * FIRST_REPLY_TARGET_MS;

/** 0 waits for the visitor, 1 under half of the target, 2 up to the target, 3 over it. */
export type UrgencyLevel = 0 | 1 | 2 | 3;

export interface Wait {
  readonly status: string;
  readonly answered?: boolean | undefined;
  readonly waiting_since?: string | undefined;
}

export interface Urgency {
  readonly level: UrgencyLevel;
  readonly waitedMs: number;
  /** Time left until the target; negative when it has passed. */
  readonly leftMs: number;
}

const CALM: Urgency = { level: 0, waitedMs: 0, leftMs: 0 };

export function replyTargetMs(wait: Wait): number {
  return wait.answered ? NEXT_REPLY_TARGET_MS : FIRST_REPLY_TARGET_MS;
}

export function isWaitingForUs(wait: Wait): boolean {
  return wait.waiting_since !== undefined && (wait.status === 'open' || wait.status === 'queued');
}

function levelOf(waitedMs: number, targetMs: number): UrgencyLevel {
  if (waitedMs > targetMs) return 3;
  return waitedMs * 2 >= targetMs ? 2 : 1;
}

export function urgencyOf(wait: Wait, now: number): Urgency {
  if (wait.waiting_since === undefined || !isWaitingForUs(wait)) return CALM;
  const waitedMs = Math.max(0, now - Date.parse(wait.waiting_since));
  const targetMs = replyTargetMs(wait);
  return { level: levelOf(waitedMs, targetMs), waitedMs, leftMs: targetMs - waitedMs };
}
