/** Says plainly when what stands on the screen may be old, and what happens next. */

import type { ConnectionView } from '@parlor/core';
import { TriangleAlert, WifiOff } from 'lucide-react';
import { text } from '../catalogue';
import { useClient, useLive } from '../live/live';
import { useNow } from '../live/now';
import { Icon } from '../ui/icon';

/** Short drops mend themselves before anybody needs to know. */
const QUIET_MS = 2000;
const LONG_MS = 60_000;

function Retrying({ connection }: { readonly connection: ConnectionView }) {
  const client = useClient();
  const now = useNow();
  const outage = now - (connection.since ?? now);
  if (outage < QUIET_MS) return null;
  const seconds = Math.ceil(((connection.retryAt ?? 0) - now) / 1000);
  return (
    <div className="connection" role="status">
      <Icon of={TriangleAlert} size={15} />
      {seconds > 0 ? text.connection.retryingIn(seconds) : text.connection.retrying}
      <button type="button" className="link" onClick={() => client.retryNow()}>
        {text.common.retryNow}
      </button>
      {outage > LONG_MS && (
        <button type="button" className="link" onClick={() => window.location.reload()}>
          {text.connection.reload}
        </button>
      )}
    </div>
  );
}

function Closed() {
  return (
    <div className="connection" role="alert">
      <Icon of={TriangleAlert} size={15} />
      {text.connection.closed}
      <button type="button" className="link" onClick={() => window.location.reload()}>
        {text.connection.reload}
      </button>
    </div>
  );
}

export function ConnectionBanner() {
  const connection = useLive((state) => state.connection);
  switch (connection.state) {
    case 'offline':
      return (
        <div className="connection" role="status">
          <Icon of={WifiOff} size={15} />
          {text.connection.offline}
        </div>
      );
    case 'retrying':
      return <Retrying connection={connection} />;
    case 'closed':
      return <Closed />;
    default:
      return null;
  }
}
