import { type CSSProperties, useState } from 'react';
import { useNow } from '../live/now';
import { secondsLeft, steadyEnd } from './ringing';

/** From here on the end is near enough to say so by colour too. */
const SOON_S = 5;

interface Props {
  readonly ringMs: number;
  /** Milliseconds since 1970. */
  readonly endsAt: number;
}

/** Two halves that turn away one after the other: only `transform` moves, so that nothing is painted anew. */
function Arc({ ringMs, endsAt }: Props) {
  const [passedMs] = useState(() => Date.now() - (endsAt - ringMs));
  const style = { '--ring': `${ringMs}ms`, '--passed': `${-Math.max(0, passedMs)}ms` } as CSSProperties;
  return (
    <span className="countdown-arc" style={style} dir="ltr">
      <span className="countdown-half countdown-first">
        <i />
      </span>
      <span className="countdown-half countdown-second">
        <i />
      </span>
    </span>
  );
}

/** When a ring ends, as it was heard first: later words that differ by a breath do not move it. */
export function useSteadyEnd(endsAt: number): number {
  const [end, setEnd] = useState(endsAt);
  const steady = steadyEnd(end, endsAt);
  if (steady !== end) setEnd(steady);
  return steady;
}

/** A ring that runs down around the seconds that are left; where motion is unwelcome, the seconds alone. */
export function Countdown({ ringMs, endsAt }: Props) {
  const steady = useSteadyEnd(endsAt);
  const seconds = secondsLeft({ endsAt: steady }, useNow());
  return (
    <span className="countdown" data-soon={seconds <= SOON_S || undefined} aria-hidden="true">
      <Arc key={steady} ringMs={ringMs} endsAt={steady} />
      <bdi className="nums">{seconds}</bdi>
    </span>
  );
}
