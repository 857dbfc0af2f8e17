import { Link } from '@tanstack/react-router';
import { ArrowDown, RefreshCw } from 'lucide-react';
import { text } from '../catalogue';
import { longestEstimate } from '../floor/floor';
import { useFloor } from '../floor/use-floor';
import { roughly } from '../format';
import { prefer, usePreferences } from '../frame/preferences';
import { useLive } from '../live/live';
import { Icon } from '../ui/icon';
import { Menu, MenuChoices } from '../ui/menu';
import type { GroupName, Sort, View } from './views';
import { VIEWS } from './views';

/** Mine, Queue, All with how many stand in each. */
export function ViewTabs({ view }: { readonly view: View }) {
  const counts = useLive((state) => state.inbox?.counts);
  return (
    <nav className="view-tabs" aria-label={text.inbox.views}>
      {VIEWS.map((name) => (
        <Link
          key={name}
          to="/inbox/$view/{-$conversation}"
          params={(now) => ({ ...now, view: name })}
          className="view-tab"
          aria-current={name === view ? 'page' : undefined}
        >
          {text.inbox[name]} {counts !== undefined && <small>{counts[name]}</small>}
        </Link>
      ))}
    </nav>
  );
}

const SORTS: readonly { value: Sort; label: string }[] = [
  { value: 'wait', label: text.inbox.sortWait },
  { value: 'newest', label: text.inbox.sortNewest },
];

function SortMenu() {
  const sort = usePreferences((preferences) => preferences.sort);
  const label = SORTS.find(({ value }) => value === sort)?.label;
  return (
    <Menu
      trigger={
        <button type="button" className="sort" aria-label={`${text.inbox.sort}: ${label}`}>
          {label}
          <Icon of={ArrowDown} size={12} />
        </button>
      }
    >
      <MenuChoices label={text.inbox.sort} value={sort} choices={SORTS} onChoose={(value) => prefer({ sort: value })} />
    </Menu>
  );
}

interface GroupProps {
  readonly group: GroupName;
  readonly count: number;
  readonly first: boolean;
}

/** How long those in the queue may wait. */
function QueueWait() {
  const estimate = longestEstimate(useFloor());
  if (estimate === undefined) return null;
  return <bdi className="queue-wait">{text.inbox.queueWait(roughly(estimate))}</bdi>;
}

export function GroupHead({ group, count, first }: GroupProps) {
  return (
    <div className="group-head">
      <h2>
        {text.inbox.groups[group]} <span className="nums">{count}</span>
      </h2>
      {group === 'queue' && <QueueWait />}
      {first && <SortMenu />}
    </div>
  );
}

/** Offers to put moved rows where they belong. */
export function MovedPill({ moved, onRefresh }: { readonly moved: number; readonly onRefresh: () => void }) {
  return (
    <div className="moved" role="status">
      {moved > 0 && (
        <button type="button" onClick={onRefresh}>
          <Icon of={RefreshCw} size={12} />
          {text.inbox.moved(moved)} · {text.inbox.refreshOrder}
        </button>
      )}
    </div>
  );
}
