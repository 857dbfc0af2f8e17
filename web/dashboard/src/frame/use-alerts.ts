/** Tells an agent who looks elsewhere: a sound for a new chat or message, a dot on the tab's icon. */

import { useEffect } from 'react';
import plain from '../favicon.svg';
import dotted from '../favicon-dot.svg';
import { useClient } from '../live/live';
import { alertFor } from './alert-rules';
import { usePreferences } from './preferences';
import { play } from './sound';

const APART_MS = 2000;

/** The conversation on the screen, while the agent looks at it. */
function watchedNow(selected: string | undefined): string | undefined {
  return document.visibilityState === 'visible' && document.hasFocus() ? selected : undefined;
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
      const rows = before.inbox?.loaded === true ? before.inbox.rows : undefined;
      before = after;
      // The first list is history, not news.
      if (rows === undefined || after.inbox === undefined || after.inbox.rows === rows) return;
      const alert = alertFor(rows, after.inbox.rows, { me: after.me?.id ?? '', watched: watchedNow(selected) });
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
