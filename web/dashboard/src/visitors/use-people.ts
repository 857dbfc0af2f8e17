/** Follows who is on the site for as long as it is asked; further pages are kept here and read again now and then. */

import type { AgentClient, VisitorOnSite, VisitorsTopicState } from '@parlor/core';
import { useEffect, useRef, useState } from 'react';
import { type TouchHandlers, useTouched } from '../inbox/use-touched';
import { useClient, useLive } from '../live/live';
import { type Known, withFirst, withPage } from './people';

const PATIENCE_MS = 8000;
const AGAIN_MS = 10_000;

/** The server leaves unanswered what may not be seen, and says nothing of what it cannot do. */
function useOverdue(waits: boolean, attempt: number): boolean {
  const [overdue, setOverdue] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each attempt has its own time
  useEffect(() => {
    setOverdue(false);
    if (!waits) return;
    const timer = setTimeout(() => setOverdue(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [waits, attempt]);
  return overdue;
}

type Take = (visit: string | undefined, page: VisitorsTopicState) => void;

/** Reads the pages after the first one, as far down as they are known. */
async function readAgain(client: AgentClient, { first, people }: Known, take: Take): Promise<void> {
  const end = people.at(-1)?.visit ?? '';
  let visit = first.visitors.at(-1)?.visit;
  let { cursor } = first;
  while (cursor !== undefined && visit !== undefined && visit > end) {
    const page = await client.visitorsAfter(cursor);
    take(visit, page);
    visit = page.visitors.at(-1)?.visit;
    cursor = page.cursor;
  }
}

/** Only the first page comes by itself. */
function useReadAgain(known: Known | undefined, live: boolean, take: Take): void {
  const client = useClient();
  const latest = useRef({ known, take });
  latest.current = { known, take };
  const runs = known?.deep === true && live;
  useEffect(() => {
    if (!runs) return;
    let reading = false;
    const timer = setInterval(async () => {
      const now = latest.current.known;
      if (reading || now === undefined) return;
      reading = true;
      await readAgain(client, now, (visit, page) => latest.current.take(visit, page)).catch(() => undefined);
      reading = false;
    }, AGAIN_MS);
    return () => clearInterval(timer);
  }, [client, runs]);
}

export interface People {
  /** Undefined until it has come. */
  readonly known: Known | undefined;
  readonly live: boolean;
  /** It should have come long ago. */
  readonly overdue: boolean;
  readonly retry: () => void;
  readonly more: () => Promise<void>;
}

export function usePeople(): People {
  const client = useClient();
  const first = useLive((state) => state.visitors);
  const live = useLive(({ connection }) => connection.state === 'live');
  const [known, setKnown] = useState<Known>();
  useEffect(() => {
    client.open('visitors');
    return () => client.close('visitors');
  }, [client]);
  if (first !== undefined && first !== known?.first) setKnown(withFirst(known, first));
  const [attempt, setAttempt] = useState(0);
  const overdue = useOverdue(known === undefined && live, attempt);
  const take: Take = (visit, page) => setKnown((now) => now && withPage(now, visit, page));
  useReadAgain(known, live, take);
  const retry = () => {
    setAttempt(attempt + 1);
    client.close('visitors');
    client.open('visitors');
  };
  const more = async () => {
    if (known?.cursor !== undefined) take(known.people.at(-1)?.visit, await client.visitorsAfter(known.cursor));
  };
  return { known, live, overdue, retry, more };
}

export interface Held {
  readonly shown: readonly VisitorOnSite[];
  /** How many have arrived and wait to be shown. */
  readonly waiting: number;
  readonly refresh: () => void;
  /** For the element that holds the rows. */
  readonly handlers: TouchHandlers;
}

/** While somebody is about to press a row, whoever arrives waits: else every row would move down under the pointer. */
export function useHeld(people: readonly VisitorOnSite[]): Held {
  const { touched, handlers } = useTouched();
  const newest = people[0]?.visit;
  const [upTo, setUpTo] = useState(newest);
  useEffect(() => {
    if (!touched) setUpTo(newest);
  }, [touched, newest]);
  const fresh = touched && upTo !== undefined ? people.filter(({ visit }) => visit > upTo) : [];
  return { shown: people.slice(fresh.length), waiting: fresh.length, refresh: () => setUpTo(newest), handlers };
}
