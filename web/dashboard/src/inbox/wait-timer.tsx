import type { ConversationRow } from '@parlor/core';
import { AlarmClock, Clock } from 'lucide-react';
import { text } from '../catalogue';
import { ago, clockTime, fullTime, timer } from '../format';
import { useNow } from '../live/now';
import { Icon } from '../ui/icon';
import { urgencyOf } from './urgency';

/** The time a visitor waits for us, or how long ago we wrote last. */
export function WaitTimer({ row }: { readonly row: ConversationRow }) {
  const now = useNow();
  const { level, waitedMs } = urgencyOf(row, now);
  if (level === 0) {
    const at = row.last_message?.at ?? row.updated_at;
    return (
      <time className="timer" dateTime={at} title={fullTime(at)}>
        <bdi>{ago(now - Date.parse(at))}</bdi>
      </time>
    );
  }
  const since = clockTime(row.waiting_since ?? row.updated_at);
  return (
    <span className={`timer timer-${level}`} title={level === 3 ? text.inbox.overdue(since) : text.inbox.waited(since)}>
      <Icon of={level === 3 ? AlarmClock : Clock} size={12} />
      <bdi>{timer(waitedMs)}</bdi>
    </span>
  );
}

export function UrgencyBar({ row }: { readonly row: ConversationRow }) {
  const { level } = urgencyOf(row, useNow());
  return level === 0 ? null : <span className={`urgency-bar urgency-${level}`} />;
}
