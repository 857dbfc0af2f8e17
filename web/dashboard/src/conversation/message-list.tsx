/** The conversation itself, anchored at its end; only what can be seen is in the page. */

import type { ConversationView, Item } from '@parlor/core';
import { useVirtualizer, type Virtualizer } from '@tanstack/react-virtual';
import { ArrowDown, MessageCircle } from 'lucide-react';
import { type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import { text } from '../catalogue';
import { daysBetween, longDate } from '../format';
import { useClient, useMyId } from '../live/live';
import { EmptyState } from '../ui/blank';
import { Button } from '../ui/button';
import { Icon } from '../ui/icon';
import { Bubble } from './bubble';
import { type Entry, entriesOf } from './entries';
import { Note } from './note';
import { Receipt, receiptBearer } from './receipts';
import { SystemLine } from './system-line';
import { useReading } from './use-reading';

const AT_END_WITHIN_PX = 60;
const EARLIER_WITHIN_PX = 400;
const ESTIMATED_PX: Record<Entry['kind'], number> = {
  earlier: 44,
  day: 36,
  new: 30,
  system: 34,
  note: 70,
  message: 44,
};

function dayName(at: number): string {
  const days = daysBetween(at, Date.now());
  if (days === 0) return text.conversation.today;
  return days === 1 ? text.conversation.yesterday : longDate(at);
}

function Earlier({ conversation }: { readonly conversation: string }) {
  const client = useClient();
  const [state, setState] = useState<'idle' | 'busy' | 'failed'>('idle');
  const load = () => {
    setState('busy');
    client.loadEarlier(conversation).then(
      () => setState('idle'),
      () => setState('failed'),
    );
  };
  return (
    <div className="earlier">
      {state === 'failed' && <span>{text.conversation.earlierFailed}</span>}
      <Button size="small" variant="plain" busy={state === 'busy'} onClick={load}>
        {state === 'busy' ? text.conversation.loadingEarlier : text.conversation.loadEarlier}
      </Button>
    </div>
  );
}

interface EntryProps {
  readonly view: ConversationView;
  readonly entry: Entry;
  readonly bearer: Item | undefined;
  readonly editing: string | undefined;
  readonly onEdit: (key: string | undefined) => void;
}

function EntryBody({ view, entry, bearer, editing, onEdit }: EntryProps) {
  switch (entry.kind) {
    case 'earlier':
      return <Earlier conversation={view.id} />;
    case 'day':
      return <p className="day">{dayName(entry.at)}</p>;
    case 'new':
      return <p className="new-line">{text.conversation.fresh}</p>;
    case 'system':
      return <SystemLine item={entry.item} />;
    case 'note':
      return <Note item={entry.item} />;
    case 'message':
      return (
        <Bubble
          conversation={view.id}
          item={entry.item}
          first={entry.first}
          last={entry.last}
          editing={editing === entry.key}
          onEdit={onEdit}
          receipt={entry.item === bearer ? <Receipt item={entry.item} reads={view.reads} /> : null}
        />
      );
  }
}

/** How far this agent had read when the conversation was opened: what came later stands under the "New" line. */
function useNewAfter(view: ConversationView): number | undefined {
  const me = useMyId();
  const [after] = useState(() => {
    const mine = view.reads.find(({ participant }) => participant.id === me)?.seq;
    return mine !== undefined && view.row.unread > 0 ? mine : undefined;
  });
  return after;
}

type Scroller = Virtualizer<HTMLDivElement, Element>;

/** Loads earlier messages before the reader comes to the top. */
function useEarlier(view: ConversationView, scroller: Scroller): void {
  const client = useClient();
  const busy = useRef(false);
  const offset = scroller.scrollOffset ?? Number.POSITIVE_INFINITY;
  const wanted = view.hasMore && scroller.isScrolling && offset < EARLIER_WITHIN_PX;
  useEffect(() => {
    if (!wanted || busy.current) return;
    busy.current = true;
    client
      .loadEarlier(view.id)
      .catch(() => undefined)
      .finally(() => {
        busy.current = false;
      });
  }, [wanted, client, view.id]);
}

function ToLatest({ fresh, onClick }: { readonly fresh: number; readonly onClick: () => void }) {
  return (
    <button type="button" className="to-latest" onClick={onClick}>
      <Icon of={ArrowDown} size={15} />
      {fresh > 0 ? text.conversation.newMessages(fresh) : <span className="sr-only">{text.conversation.toLatest}</span>}
    </button>
  );
}

/** What came in while the reader was looking further up. */
function useFresh(view: ConversationView, atEnd: boolean): number {
  const last = view.items.at(-1)?.seq ?? 0;
  const [seen, setSeen] = useState(last);
  useEffect(() => {
    if (atEnd) setSeen(last);
  }, [atEnd, last]);
  if (atEnd) return 0;
  return view.items.filter(({ kind, seq }) => kind === 'message' && (seq ?? 0) > seen).length;
}

/** When the line of who is typing or a growing composer takes room away, the newest message stays in sight. */
function useEndKept(element: RefObject<HTMLDivElement | null>, virtual: Scroller): void {
  useEffect(() => {
    const log = element.current;
    if (log === null) return;
    let height = log.clientHeight;
    const watch = new ResizeObserver(() => {
      const wasAtEnd = log.scrollHeight - log.scrollTop - height <= AT_END_WITHIN_PX;
      height = log.clientHeight;
      if (wasAtEnd) virtual.scrollToEnd();
    });
    watch.observe(log);
    return () => watch.disconnect();
  }, [element, virtual]);
}

function useMessageScroller(entries: readonly Entry[]) {
  const element = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: entries.length,
    getScrollElement: () => element.current,
    estimateSize: (at) => ESTIMATED_PX[entries[at]?.kind ?? 'message'],
    getItemKey: (at) => entries[at]?.key ?? at,
    anchorTo: 'end',
    followOnAppend: true,
    scrollEndThreshold: AT_END_WITHIN_PX,
    paddingStart: 8,
    paddingEnd: 10,
    overscan: 8,
  });
  useEffect(() => {
    virtual.scrollToEnd();
  }, [virtual]);
  useEndKept(element, virtual);
  return { element, virtual };
}

export function MessageList({ view }: { readonly view: ConversationView }) {
  const me = useMyId();
  const newAfter = useNewAfter(view);
  const [editing, setEditing] = useState<string>();
  const { items, hasMore } = view;
  const entries = useMemo(() => entriesOf(items, { newAfter, me, hasMore }), [items, newAfter, me, hasMore]);
  const bearer = useMemo(() => receiptBearer(items), [items]);
  const { element, virtual } = useMessageScroller(entries);
  const atEnd = virtual.isAtEnd(AT_END_WITHIN_PX);
  const fresh = useFresh(view, atEnd);
  useEarlier(view, virtual);
  useReading(view, atEnd);
  return (
    <div className="messages-frame">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard */}
      <div className="messages scroller" ref={element} role="log" aria-label={text.conversation.messages} tabIndex={0}>
        {items.length === 0 && <EmptyState icon={MessageCircle}>{text.conversation.empty}</EmptyState>}
        <div className="messages-inner" style={{ blockSize: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, key, start }) => {
            const entry = entries[index];
            if (entry === undefined) return null;
            return (
              <div
                key={key}
                data-index={index}
                ref={virtual.measureElement}
                className="entry"
                style={{ transform: `translateY(${start}px)` }}
              >
                <EntryBody view={view} entry={entry} bearer={bearer} editing={editing} onEdit={setEditing} />
              </div>
            );
          })}
        </div>
      </div>
      {!atEnd && <ToLatest fresh={fresh} onClick={() => virtual.scrollToEnd({ behavior: 'smooth' })} />}
    </div>
  );
}
