import { useCallback, useEffect, useRef, useState } from 'react';
import { type Findings, join, NOTHING } from './diagnosis';
import {
  probeArrival,
  probeEvents,
  probeHandshake,
  probePosts,
  probeQuietEvents,
  probeQuietPoll,
  probeWebSocket,
} from './probes';

const PROBES = [
  probeArrival,
  probeWebSocket,
  probeHandshake,
  probeEvents,
  probePosts,
  probeQuietEvents,
  probeQuietPoll,
] as const;

export interface Examination {
  /** What is known so far. */
  readonly findings: Findings;
  readonly state: 'fresh' | 'running' | 'done';
  /** Why it could not be carried through. */
  readonly failure: unknown;
  readonly begin: () => void;
}

/** Runs all probes at once, and tells what each comes to when it does. */
export function useExamination(): Examination {
  const [findings, setFindings] = useState(NOTHING);
  const [state, setState] = useState<Examination['state']>('fresh');
  const [failure, setFailure] = useState<unknown>(undefined);
  const present = useRef(true);
  useEffect(() => {
    present.current = true;
    return () => {
      present.current = false;
    };
  }, []);
  const begin = useCallback(() => {
    setFindings(NOTHING);
    setFailure(undefined);
    setState('running');
    const tell = (found: Findings) => present.current && setFindings((known) => join(known, found));
    Promise.all(PROBES.map((probe) => probe().then(tell)))
      .catch((error: unknown) => present.current && setFailure(error))
      .finally(() => present.current && setState('done'));
  }, []);
  return { findings, state, failure, begin };
}
