/** The list of conversations: tabs, groups, rows; only what can be seen is in the page. */

import { useVirtualizer, type Virtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef } from 'react';
import { text } from '../catalogue';
import { usePlaces } from '../floor/use-floor';
import { LIST_WIDTH, prefer, usePreferences } from '../frame/preferences';
import { Resizer } from '../frame/resizer';
import { useClient, useLive } from '../live/live';
import { StillLoading } from '../ui/blank';
import { Skeletons } from '../ui/skeleton';
import { EmptyList } from './empty-list';
import { GroupHead, MovedPill, ViewTabs } from './list-head';
import { useShownOrder } from './order';
import { Row } from './row';
import { type Arranged, useArranged } from './use-arranged';
import { type GroupName, type Placed, queuePlaces, type View } from './views';

const ROW_PX = 76;
const GROUP_PX = 32;
const LOAD_MORE_WITHIN = 10;

type Line =
  | { readonly kind: 'group'; readonly key: string; readonly group: GroupName; readonly count: number }
  | { readonly kind: 'row'; readonly key: string; readonly id: string };

function linesOf(rows: readonly Placed[]): Line[] {
  const counts = new Map<GroupName, number>();
  for (const { group } of rows) counts.set(group, (counts.get(group) ?? 0) + 1);
  return rows.flatMap(({ id, group }, at): Line[] => {
    const row: Line = { kind: 'row', key: id, id };
    if (rows[at - 1]?.group === group) return [row];
    return [{ kind: 'group', key: `group-${group}`, group, count: counts.get(group) ?? 0 }, row];
  });
}

function useQueuePlaces(): ReadonlyMap<string, number> {
  const rows = useLive((state) => state.inbox?.rows);
  const known = usePlaces();
  return useMemo(() => queuePlaces(rows?.values() ?? [], known), [rows, known]);
}

type Rows = Virtualizer<HTMLDivElement, Element>;

/** Asks for more rows when the end of those we have comes near. */
function useMoreRows(view: View, virtual: Rows, lines: readonly Line[]): void {
  const client = useClient();
  const cursor = useLive((state) => state.inbox?.cursors[view]);
  const last = virtual.getVirtualItems().at(-1)?.index ?? 0;
  const near = cursor !== undefined && last >= lines.length - LOAD_MORE_WITHIN;
  // biome-ignore lint/correctness/useExhaustiveDependencies: with a new cursor there is another page to ask for
  useEffect(() => {
    if (near) client.loadMoreRows(view).catch(() => undefined);
  }, [near, client, view, cursor]);
}

/** Keeps the row of the open conversation in sight when it changes. */
function useSelectedInSight(virtual: Rows, lines: readonly Line[], selected: string | undefined): void {
  const latest = useRef(lines);
  latest.current = lines;
  useEffect(() => {
    const at = latest.current.findIndex((line) => line.key === selected);
    if (at >= 0) virtual.scrollToIndex(at, { align: 'auto' });
  }, [selected, virtual]);
}

interface RowsProps {
  readonly view: View;
  readonly arranged: Arranged;
  readonly selected: string | undefined;
}

function VirtualRows({ view, arranged, selected }: RowsProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const lines = useMemo(() => linesOf(arranged.rows), [arranged.rows]);
  const places = useQueuePlaces();
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: (at) => (lines[at]?.kind === 'group' ? GROUP_PX : ROW_PX),
    getItemKey: (at) => lines[at]?.key ?? at,
    overscan: 6,
  });
  useMoreRows(view, virtual, lines);
  useSelectedInSight(virtual, lines, selected);
  const focusable = arranged.rows.find(({ id }) => id === selected)?.id ?? arranged.rows[0]?.id;
  return (
    <div className="rows-scroller scroller" ref={scroller} {...arranged.handlers}>
      <div className="rows" style={{ blockSize: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start, key }) => {
          const line = lines[index];
          if (line === undefined) return null;
          return (
            <div key={key} className="line" style={{ transform: `translateY(${start}px)` }}>
              {line.kind === 'group' ? (
                <GroupHead group={line.group} count={line.count} first={index === 0} />
              ) : (
                <Row
                  id={line.id}
                  view={view}
                  selected={line.id === selected}
                  focusable={line.id === focusable}
                  place={places.get(line.id)}
                />
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}

interface Props {
  readonly view: View;
  readonly selected: string | undefined;
}

function Body({ view, selected }: Props) {
  const arranged = useArranged(view);
  const loaded = useLive((state) => state.inbox?.loaded === true);
  useEffect(() => {
    useShownOrder.setState({ ids: arranged.rows.map(({ id }) => id) });
  }, [arranged.rows]);
  if (loaded && arranged.rows.length > 0) {
    return (
      <>
        <MovedPill moved={arranged.moved} onRefresh={arranged.refresh} />
        <VirtualRows view={view} arranged={arranged} selected={selected} />
      </>
    );
  }
  return (
    <div className="rows-scroller scroller">
      {loaded ? (
        <EmptyList view={view} />
      ) : (
        <>
          <Skeletons of="row" count={7} />
          <StillLoading />
        </>
      )}
    </div>
  );
}

export function ConversationList({ view, selected }: Props) {
  const width = usePreferences((preferences) => preferences.listWidth);
  return (
    <section className="list" aria-label={text.inbox.list}>
      <header className="list-head">
        <h1>{text.inbox.title}</h1>
      </header>
      <ViewTabs view={view} />
      <Body view={view} selected={selected} />
      <Resizer
        label={text.inbox.resizeList}
        edge="end"
        width={width}
        bounds={LIST_WIDTH}
        onWidth={(listWidth) => prefer({ listWidth })}
      />
    </section>
  );
}
