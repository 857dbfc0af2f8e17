/** Tells the server what this agent has read: only what is on screen, in a window that they look at. */

import type { ConversationView } from '@parlor/core';
import { useEffect, useSyncExternalStore } from 'react';
import { useClient } from '../live/live';

function subscribe(listener: () => void): () => void {
  document.addEventListener('visibilitychange', listener);
  window.addEventListener('focus', listener);
  window.addEventListener('blur', listener);
  return () => {
    document.removeEventListener('visibilitychange', listener);
    window.removeEventListener('focus', listener);
    window.removeEventListener('blur', listener);
  };
}

function lookedAt(): boolean {
  return document.visibilityState === 'visible' && document.hasFocus();
}

export function useReading(view: ConversationView, atEnd: boolean): void {
  const client = useClient();
  const looked = useSyncExternalStore(subscribe, lookedAt);
  const newest = view.items.reduce((seq, item) => Math.max(seq, item.seq ?? 0), 0);
  useEffect(() => {
    if (looked && atEnd && view.loaded && newest > 0) client.read(view.id, newest);
  }, [looked, atEnd, view.loaded, newest, client, view.id]);
}
