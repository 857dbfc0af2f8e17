// The scrolling list: keeps the newest in sight for who reads at the end and the place for who reads above; mounts 50 bubbles
// and earlier ones as they are approached; says what is read.
import type { ConversationView, Item } from '@parlor/core';
import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Icon } from './icons';
import { Intro } from './intro';
import { Line } from './line';
import { Message } from './message';
import { type Receipt, type Row, readableSeq, receiptOf, rowsOf } from './rows';
import type { Session } from './session';
import { dayOf } from './times';
import { Typing } from './typing';

const kMountedFirst = 50;
const kMountedMore = 30;
const kNearTopPx = 400;
const kNearEndPx = 80;

interface Place {
  /** Distance from the end, kept while earlier messages come in above. */
  fromEnd: number;
  atEnd: boolean;
}

function RowView({ session, row, receipt }: { session: Session; row: Row; receipt: Receipt | undefined }) {
  if (row.kind === 'line') return <Line session={session} row={row} />;
  if (row.kind === 'message') return <Message session={session} row={row} receipt={receipt} />;
  return <p class="day">{dayOf(row.at, Date.now(), session.locale.value)}</p>;
}

/** Follows the end of the list unless the reader has scrolled away from it. */
function usePlace(list: { current: HTMLElement | null }, changes: readonly unknown[], firstKey: string | undefined) {
  const place = useRef<Place>({ fromEnd: 0, atEnd: true });
  const previousFirst = useRef(firstKey);
  useLayoutEffect(() => {
    const element = list.current;
    if (!element) return;
    if (place.current.atEnd) element.scrollTop = element.scrollHeight;
    else if (previousFirst.current !== firstKey) element.scrollTop = element.scrollHeight - place.current.fromEnd;
    previousFirst.current = firstKey;
  }, changes);
  useEffect(() => {
    const element = list.current;
    if (!element) return;
    // What stands around the list comes and goes; its end stays in sight.
    const observer = new ResizeObserver(() => {
      if (place.current.atEnd) element.scrollTop = element.scrollHeight;
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const note = (): boolean => {
    const element = list.current;
    if (!element) return true;
    const fromEnd = element.scrollHeight - element.scrollTop;
    place.current = { fromEnd, atEnd: fromEnd - element.clientHeight < kNearEndPx };
    return place.current.atEnd;
  };
  return { place, note };
}

/** Tells the server how far the visitor has read: only what stands at the end of a list that is in sight. */
function useReading(session: Session, conversation: ConversationView | undefined, atEnd: boolean): void {
  const seq = conversation && !conversation.provisional ? readableSeq(conversation.items) : 0;
  const seen = session.open.value && atEnd;
  useEffect(() => {
    const read = (): void => {
      if (conversation && seq && seen && document.visibilityState === 'visible')
        session.client?.read(conversation.id, seq);
    };
    read();
    document.addEventListener('visibilitychange', read);
    return () => document.removeEventListener('visibilitychange', read);
  }, [conversation?.id, seq, seen]);
}

/** How many messages of others have come since the reader left the end. */
function useUnseen(items: readonly Item[], atEnd: boolean): number {
  const seen = useRef(0);
  const newest = readableSeq(items);
  if (atEnd) seen.current = newest;
  return items.filter(
    (item) => item.kind === 'message' && item.actor.kind !== 'visitor' && (item.seq ?? 0) > seen.current,
  ).length;
}

function moveFocus(event: KeyboardEvent): void {
  const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
  const log = event.currentTarget as HTMLElement;
  if (!step || (event.target as Element).closest('button, a')) return;
  const messages = [...log.querySelectorAll<HTMLElement>('article')];
  const at = messages.indexOf(event.target as HTMLElement);
  const next = at < 0 ? messages.at(-1) : messages[at + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

export function MessageList({ session, children }: { session: Session; children: ComponentChildren }) {
  const list = useRef<HTMLDivElement>(null);
  const [mounted, setMounted] = useState(kMountedFirst);
  const [atEnd, setAtEnd] = useState(true);
  const conversation = session.conversation.value;
  const items = [...session.invited.value, ...(conversation?.items ?? []), ...session.beginning.value];
  const all = rowsOf(items, Date.now());
  const rows = all.slice(-mounted);
  const typing = conversation?.typing.filter((entry) => entry.kind !== 'visitor') ?? [];
  const receipt = receiptOf(items, conversation?.reads ?? []);
  const unseen = useUnseen(items, atEnd);
  const { place, note } = usePlace(
    list,
    [conversation?.items, session.beginning.value, rows.length, typing.length, session.open.value, children],
    rows[0]?.key,
  );
  useReading(session, conversation, atEnd);

  const scrolled = (): void => {
    const end = note();
    setAtEnd(end);
    if (end && mounted > kMountedFirst) setMounted(kMountedFirst);
    const element = list.current;
    if (!element || end || element.scrollTop > kNearTopPx) return;
    if (all.length > mounted) setMounted(mounted + kMountedMore);
    else if (conversation?.hasMore) void session.client?.loadEarlier(conversation.id).catch(() => undefined);
  };
  const toEnd = (): void => {
    const element = list.current;
    place.current = { fromEnd: 0, atEnd: true };
    if (element) element.scrollTop = element.scrollHeight;
    setAtEnd(true);
    element?.focus();
  };

  return (
    <div class="list-place">
      <div
        ref={list}
        class="log"
        role="log"
        aria-label={session.t('log')}
        aria-live={conversation?.loaded === false ? 'off' : 'polite'}
        aria-relevant="additions"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        tabIndex={0}
        onScroll={scrolled}
        onKeyDown={moveFocus}
      >
        {items.length === 0 && !conversation && <Intro session={session} />}
        {conversation && !conversation.loaded && items.length === 0 && <p class="event">{session.t('loading')}</p>}
        {rows.map((row) => (
          <RowView
            key={session.key(row.key)}
            session={session}
            row={row}
            receipt={receipt?.key === row.key ? receipt.receipt : undefined}
          />
        ))}
        {typing.length > 0 && <Typing session={session} entries={typing} />}
        {children}
      </div>
      {unseen > 0 && (
        <button type="button" class="pill" onClick={toEnd}>
          {session.t('newMessages', { count: unseen })}
          <Icon name="down" size={14} />
        </button>
      )}
    </div>
  );
}
