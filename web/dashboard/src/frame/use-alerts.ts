/** Tells an agent who looks elsewhere: a sound for a new chat, a message or a visitor kept waiting, a dot on the tab's icon. */

import type { ClientState } from '@parlor/core';
import { useEffect } from 'react';
import plain from '../favicon.svg';
import dotted from '../favicon-dot.svg';
import { useClient } from '../live/live';
import { type AlertName, alertFor, type Listener, silenceFor } from './alert-rules';
import { usePreferences } from './preferences';
import { play } from './sound';

const APART_MS = 2000;

/** The conversation on the screen, while the agent looks at it. */
function watchedNow(selected: string | undefined): string | undefined {
  return document.visibilityState === 'visible' && document.hasFocus() ? selected : undefined;
}

/** The first list and the first floor are history, not news. */
function newsBetween(before: ClientState, after: ClientState, listener: Listener): AlertName | undefined {
  const [rows, next] = [before.inbox, after.inbox];
  if (rows?.loaded === true && next !== undefined && next.rows !== rows.rows) {
    const alert = alertFor(rows.rows, next.rows, listener);
    if (alert !== undefined) return alert;
  }
  if (before.queue === undefined || after.queue === undefined || before.queue === after.queue) return undefined;
  return silenceFor(before.queue.alerts ?? [], after.queue.alerts ?? [], listener);
}

export function useSounds(selected: string | undefined): void {
  const client = useClient();
  const on = usePreferences(({ sounds }) => sounds);
  useEffect(() => {
    if (!on) return;
    let before = client.state.get();
    let lastAt = -APART_MS;
    return client.state.subscribe(() => {
      const after = client.state.get();
      const alert = newsBetween(before, after, { me: after.me?.id ?? '', watched: watchedNow(selected) });
      before = after;
      if (alert === undefined || performance.now() - lastAt < APART_MS) return;
      lastAt = performance.now();
      void play(alert);
    });
  }, [client, on, selected]);
}

export function useFaviconDot(on: boolean): void {
  useEffect(() => {
    const icon = document.querySelector<HTMLLinkElement>('link[rel="icon"]');
    if (icon === null) return;
    icon.href = on ? dotted : plain;
  }, [on]);
}
