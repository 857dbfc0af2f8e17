/** What stands around every signed-in view: rail, connection banner, the keys that go anywhere. */

import { Outlet, useMatchRoute, useNavigate } from '@tanstack/react-router';
import { useEffect, useMemo, useState } from 'react';
import { text } from '../catalogue';
import { OfferCard } from '../floor/offer-card';
import { countAttention } from '../inbox/attention';
import { VIEWS } from '../inbox/views';
import { useLive, useMyId } from '../live/live';
import { ConnectionBanner } from './connection-banner';
import { type KeyMap, useSingleKeys } from './keys';
import { Rail } from './rail';
import { ShortcutsDialog } from './shortcuts-dialog';
import { useFaviconDot, useSounds } from './use-alerts';

function useAttention(): number {
  const rows = useLive((state) => state.inbox?.rows);
  const me = useMyId();
  return useMemo(() => countAttention(rows?.values() ?? [], me), [rows, me]);
}

function usePlaceName(): string {
  const matches = useMatchRoute();
  if (matches({ to: '/visitors' }) !== false) return text.nav.visitors;
  return matches({ to: '/wall' }) === false ? text.nav.inbox : text.nav.wall;
}

/** The settings name themselves. */
function useTitle(attention: number): void {
  const inSettings = useMatchRoute()({ to: '/settings', fuzzy: true }) !== false;
  const title = usePlaceName();
  useEffect(() => {
    if (!inSettings) document.title = text.nav.title(attention, title);
  }, [attention, inSettings, title]);
}

function useGlobalKeys(showShortcuts: () => void, showStatus: () => void): void {
  const navigate = useNavigate();
  const views = VIEWS.map((view, at) => [
    `g ${at + 1}`,
    () => void navigate({ to: '/inbox/$view/{-$conversation}', params: (now) => ({ ...now, view }) }),
  ]);
  const toInbox = () => void navigate({ to: '/inbox/$view/{-$conversation}', params: { view: 'mine' } });
  const keys: KeyMap = {
    ...Object.fromEntries(views),
    'g i': toInbox,
    'g v': () => void navigate({ to: '/visitors' }),
    'g w': () => void navigate({ to: '/wall' }),
    'g s': () => void navigate({ to: '/settings/websites' }),
    'Shift+?': showShortcuts,
    '?': showShortcuts,
    'Control+Shift+D': (event) => {
      event.preventDefault();
      showStatus();
    },
  };
  useSingleKeys(keys);
}

export function Frame() {
  const attention = useAttention();
  const [shortcuts, setShortcuts] = useState(false);
  const [status, setStatus] = useState(false);
  const place = useMatchRoute()({ to: '/inbox/$view/{-$conversation}' });
  useTitle(attention);
  useFaviconDot(attention > 0);
  useSounds(place === false ? undefined : place.conversation);
  useGlobalKeys(
    () => setShortcuts(true),
    () => setStatus(true),
  );
  return (
    <div className="frame">
      <ConnectionBanner />
      <Rail attention={attention} status={{ open: status, set: setStatus }} onShortcuts={() => setShortcuts(true)} />
      <div className="frame-body">
        <Outlet />
      </div>
      <OfferCard />
      <ShortcutsDialog open={shortcuts} onClose={() => setShortcuts(false)} />
    </div>
  );
}
