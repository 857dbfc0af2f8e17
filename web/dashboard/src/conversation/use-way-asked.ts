import { useMemo } from 'react';
import { useLive } from '../live/live';
import { type WayAsked, wayAsked } from './way-asked';

/** How the visitor of an open conversation wants to be answered, if not here. */
export function useWayAsked(conversation: string): WayAsked | undefined {
  const items = useLive((state) => state.conversations.get(conversation)?.items);
  return useMemo(() => (items === undefined ? undefined : wayAsked(items)), [items]);
}
