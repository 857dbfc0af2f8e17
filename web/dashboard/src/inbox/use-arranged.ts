/** The order of the list as it stands on screen: up to date, except while somebody is about to press a row. */

import type { ConversationRow } from '@parlor/core';
import { useEffect, useMemo, useState } from 'react';
import { usePlaces } from '../floor/use-floor';
import { usePreferences } from '../frame/preferences';
import { useLive, useMyId } from '../live/live';
import { type Held, holdOrder } from './hold';
import { type TouchHandlers, useTouched } from './use-touched';
import { arrange, type Placed, type Sort, type View } from './views';

interface Shown {
  readonly view: View;
  readonly sort: Sort;
  readonly rows: readonly Placed[];
}

function sameRows(a: readonly Placed[], b: readonly Placed[]): boolean {
  return a.length === b.length && a.every((row, at) => row.id === b[at]?.id && row.group === b[at]?.group);
}

const NO_ROWS: ReadonlyMap<string, ConversationRow> = new Map();

function useWanted(view: View, sort: Sort): Placed[] {
  const rows = useLive((state) => state.inbox?.rows ?? NO_ROWS);
  const me = useMyId();
  const places = usePlaces();
  return useMemo(() => arrange(rows.values(), view, { me, sort, places }), [rows, view, me, sort, places]);
}

export interface Arranged extends Held {
  readonly refresh: () => void;
  /** For the element that holds the rows. */
  readonly handlers: TouchHandlers;
}

export function useArranged(view: View): Arranged {
  const sort = usePreferences((preferences) => preferences.sort);
  const wanted = useWanted(view, sort);
  const { touched, handlers } = useTouched();
  const [shown, setShown] = useState<Shown>({ view, sort, rows: wanted });
  const held = useMemo((): Held => {
    const holds = touched && shown.view === view && shown.sort === sort;
    return holds ? holdOrder(shown.rows, wanted, view) : { rows: wanted, moved: 0 };
  }, [touched, shown, view, sort, wanted]);
  useEffect(() => {
    setShown((before) => {
      const same = before.view === view && before.sort === sort && sameRows(before.rows, held.rows);
      return same ? before : { view, sort, rows: held.rows };
    });
  }, [view, sort, held.rows]);
  return { ...held, refresh: () => setShown({ view, sort, rows: wanted }), handlers };
}
