/** Everyone who waits for a reply, the longest first; each leads to the conversation. */

import type { ConversationRow } from '@parlor/core';
import { Link } from '@tanstack/react-router';
import { Coffee } from 'lucide-react';
import { useMemo } from 'react';
import { text } from '../catalogue';
import { PriorityMark } from '../inbox/marks';
import { authorBefore } from '../inbox/preview';
import { UrgencyBar, WaitTimer } from '../inbox/wait-timer';
import { useLive } from '../live/live';
import { Avatar } from '../ui/avatar';
import { EmptyState } from '../ui/blank';
import { atRiskOf } from './figures';
import { Panel } from './panel';

/** More than these nobody reads at a glance; the inbox has them all. */
const SHOWN = 20;
const NO_ROWS: ReadonlyMap<string, ConversationRow> = new Map();

function Where({ row }: { readonly row: ConversationRow }) {
  if (row.status === 'queued') return text.wall.inQueueWith(row.team?.name);
  return row.assignee === undefined ? null : <bdi>{row.assignee.name}</bdi>;
}

function Waiting({ row }: { readonly row: ConversationRow }) {
  const { contact, last_message: last } = row;
  const author = authorBefore(row);
  if (contact === undefined) return null;
  return (
    <li>
      <Link to="/inbox/$view/{-$conversation}" params={{ view: 'all', conversation: row.id }} className="risk">
        <UrgencyBar row={row} />
        <Avatar id={contact.id} name={contact.name} size={32} presence={contact.online ? 'online' : 'offline'} />
        <span className="risk-text">
          <span className="risk-name">
            <bdi>{contact.name}</bdi>
            <PriorityMark priority={row.priority} />
          </span>
          <span className="risk-said" dir="auto">
            {author !== undefined && `${author} `}
            {last?.preview ?? text.inbox.noMessage}
          </span>
        </span>
        <span className="risk-where">
          <Where row={row} />
        </span>
        <WaitTimer row={row} />
      </Link>
    </li>
  );
}

export function AtRisk() {
  const rows = useLive((state) => state.inbox?.rows ?? NO_ROWS);
  const waiting = useMemo(() => atRiskOf(rows.values()), [rows]);
  return (
    <Panel title={text.wall.risk} count={waiting.length} className="wall-risk">
      {waiting.length === 0 ? (
        <EmptyState icon={Coffee}>{text.wall.noRisk}</EmptyState>
      ) : (
        <ul>
          {waiting.slice(0, SHOWN).map((row) => (
            <Waiting key={row.id} row={row} />
          ))}
          {waiting.length > SHOWN && <li className="risk-more nums">{text.wall.more(waiting.length - SHOWN)}</li>}
        </ul>
      )}
    </Panel>
  );
}
