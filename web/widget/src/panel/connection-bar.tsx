// A thin bar once the connection has been gone for two seconds; silent before that, since most gaps close by themselves.
import { useEffect, useState } from 'preact/hooks';
import type { Session } from './session';

const kSilentMs = 2000;

/** The time, running while `active`. */
function useNow(active: boolean): number {
  const [now, setNow] = useState(Date.now());
  useEffect(() => {
    if (!active) return;
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), 500);
    return () => clearInterval(timer);
  }, [active]);
  return now;
}

export function ConnectionBar({ session }: { session: Session }) {
  const connection = session.state.value?.connection;
  const lost = connection !== undefined && connection.state !== 'live';
  const [lostAt, setLostAt] = useState(0);
  const now = useNow(lost);
  useEffect(() => setLostAt(lost ? Date.now() : 0), [lost]);
  const since = connection?.since ?? lostAt;
  if (!lost || !since || now - since < kSilentMs) return null;
  if (connection.state === 'closed') return <p class="bar">{session.t('closed')}</p>;
  if (connection.state === 'offline') return <p class="bar">{session.t('offline')}</p>;
  const seconds = Math.ceil(((connection.retryAt ?? 0) - now) / 1000);
  return (
    <div class="bar">
      <span aria-hidden="true">{seconds > 0 ? session.t('lostRetrying', { count: seconds }) : session.t('lost')}</span>
      <span class="hidden" role="status">
        {session.t('lost')}
      </span>
      {seconds > 0 && (
        <>
          <span aria-hidden="true">·</span>
          <button type="button" onClick={() => session.client?.retryNow()}>
            {session.t('retryNow')}
          </button>
        </>
      )}
    </div>
  );
}
