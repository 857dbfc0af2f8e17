import { useMemo } from 'react';
import { useLive } from '../live/live';
import { type Floor, placesOn } from './floor';

export function useFloor(): Floor | undefined {
  return useLive((state) => state.queue);
}

const NO_PLACES: ReadonlyMap<string, number> = new Map();

/** The places in line; empty until the floor has come. */
export function usePlaces(): ReadonlyMap<string, number> {
  const floor = useFloor();
  return useMemo(() => (floor === undefined ? NO_PLACES : placesOn(floor)), [floor]);
}
