import type { SilenceAlert } from '@parlor/core';
import { useMemo } from 'react';
import { useLive } from '../live/live';
import { type Floor, placesOn } from './floor';

export function useFloor(): Floor | undefined {
  return useLive((state) => state.queue);
}

/** That the visitor of this conversation waits for its agent for longer than the team allows. */
export function useSilence(conversation: string): SilenceAlert | undefined {
  return useLive((state) => state.queue?.alerts?.find((alert) => alert.conversation === conversation));
}

const NO_PLACES: ReadonlyMap<string, number> = new Map();

/** The places in line; empty until the floor has come. */
export function usePlaces(): ReadonlyMap<string, number> {
  const floor = useFloor();
  return useMemo(() => (floor === undefined ? NO_PLACES : placesOn(floor)), [floor]);
}
