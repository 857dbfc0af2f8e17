// What a visitor sees who waits: that they do, their place in line as soon as the server has said it, and the ways out of it.
import type { QueuePlace } from '@parlor/core';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Session } from './session';

const kCalmMs = 30_000;
/** At this place the bar is half full: it moves visibly near the front, and a little far behind. */
const kHalfAt = 4;

/** What is shown is read aloud too: another place at once, anything else at most every 30 seconds. */
function useCalm(place: QueuePlace | undefined): QueuePlace | undefined {
  const [shown, show] = useState(place);
  const shownAt = useRef(Date.now());
  useEffect(() => {
    const early = place?.position === shown?.position ? shownAt.current + kCalmMs - Date.now() : 0;
    const timer = setTimeout(() => {
      shownAt.current = Date.now();
      show(place);
    }, early);
    return () => clearTimeout(timer);
  }, [place]);
  return shown;
}

function Place({ session, place }: { session: Session; place: QueuePlace }) {
  const { position, wait } = place;
  return (
    <>
      <div class="place">
        <b>{position > 1 ? session.t('inLineAt', { nth: position }) : session.t('inLineNext')}</b>
        {wait && <p>{session.t(wait)}</p>}
      </div>
      <div class="track mirrors" aria-hidden="true">
        <i style={{ '--way': kHalfAt / (kHalfAt + position) }} />
      </div>
    </>
  );
}

export function QueueCard({ session }: { session: Session }) {
  const { available } = session.configuration.value;
  // A place in a line that does not move would promise too much.
  const place = useCalm(available ? session.place.value : undefined);
  const ways = session.place.value?.waysOut && session.waysOut.part.value;
  return (
    <div class="queue">
      <div role="status">
        {place ? (
          <Place session={session} place={place} />
        ) : (
          <>
            <b>{session.t(available ? 'inLine' : 'inLineAway')}</b>
            <p>{session.t(available ? 'inLineMore' : 'inLineAwayMore')}</p>
          </>
        )}
        {ways && <p class="hidden">{ways.invitation(session)}</p>}
      </div>
      {ways && <ways.WaysOut session={session} />}
    </div>
  );
}
