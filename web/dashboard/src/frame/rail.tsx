import { Link, useMatchRoute } from '@tanstack/react-router';
import { Activity, Footprints, Inbox, type LucideIcon, MessageCircle, Settings } from 'lucide-react';
import { text } from '../catalogue';
import { useLive } from '../live/live';
import { Icon } from '../ui/icon';
import { Tooltip } from '../ui/tooltip';
import { StatusMenu } from './status-menu';

interface ItemProps {
  readonly to: '/inbox' | '/visitors' | '/wall' | '/settings';
  readonly icon: LucideIcon;
  readonly label: string;
  /** Where the name stands below the icon. */
  readonly short?: string;
  readonly keys: string;
  readonly count?: number;
}

function RailItem({ to, icon, label, short = label, keys, count = 0 }: ItemProps) {
  const current = useMatchRoute()({ to, fuzzy: true }) !== false;
  return (
    <Tooltip label={label} keys={keys} side="inline-end">
      <Link to={to} className="rail-item" aria-current={current ? 'page' : undefined}>
        <Icon of={icon} size={19} />
        <span className="rail-label" aria-hidden="true">
          {short}
        </span>
        <span className="sr-only">{label}</span>
        {count > 0 && (
          <span className="rail-count">
            <span aria-hidden="true">{count > 99 ? '99+' : count}</span>
            <span className="sr-only">{text.nav.attention(count)}</span>
          </span>
        )}
      </Link>
    </Tooltip>
  );
}

/** Offered where there is something to skip to: an open conversation. */
function SkipLinks() {
  const place = useMatchRoute()({ to: '/inbox/$view/{-$conversation}' });
  const id = place === false ? undefined : place.conversation;
  const shown = useLive(
    ({ conversations, inbox }) => id !== undefined && (conversations.has(id) || inbox?.rows.has(id) === true),
  );
  if (!shown) return null;
  return (
    <div className="skip-links">
      <a href="#conversation">{text.nav.skipToConversation}</a>
      <a href="#composer">{text.nav.skipToComposer}</a>
    </div>
  );
}

interface Props {
  readonly attention: number;
  readonly status: { readonly open: boolean; readonly set: (open: boolean) => void };
  readonly onShortcuts: () => void;
}

export function Rail({ attention, status, onShortcuts }: Props) {
  return (
    <nav className="rail" aria-label={text.nav.main}>
      <SkipLinks />
      <span className="logo" aria-hidden="true">
        <Icon of={MessageCircle} size={18} />
      </span>
      <RailItem to="/inbox" icon={Inbox} label={text.nav.inbox} keys="G I" count={attention} />
      <RailItem to="/visitors" icon={Footprints} label={text.nav.visitors} keys="G V" />
      <RailItem to="/wall" icon={Activity} label={text.nav.wall} short={text.nav.wallShort} keys="G W" />
      <span className="rail-space" />
      <RailItem to="/settings" icon={Settings} label={text.nav.settings} keys="G S" />
      <StatusMenu open={status.open} onOpenChange={status.set} onShortcuts={onShortcuts} />
    </nav>
  );
}
