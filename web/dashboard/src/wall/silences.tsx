/** Visitors whose agent keeps them waiting for longer than the team allows, the longest first. */

import type { SilenceAlert } from '@parlor/core';
import { Link } from '@tanstack/react-router';
import { BellRing } from 'lucide-react';
import { text } from '../catalogue';
import { type Floor, silencesOf } from '../floor/floor';
import { timer } from '../format';
import { shortId } from '../inbox/short-id';
import { useLive } from '../live/live';
import { useNow } from '../live/now';
import { Avatar } from '../ui/avatar';
import { Icon } from '../ui/icon';
import { Panel } from './panel';

function Waits({ since }: Pick<SilenceAlert, 'since'>) {
  const now = useNow();
  return (
    <span className="timer timer-3">
      <Icon of={BellRing} size={12} />
      <bdi>{text.wall.waits(timer(now - Date.parse(since)))}</bdi>
    </span>
  );
}

/** Known by their name where the lists have it, else by the conversation's short name. */
function Silence({ alert }: { readonly alert: SilenceAlert }) {
  const { conversation, agent, since } = alert;
  const contact = useLive((state) => state.inbox?.rows.get(conversation)?.contact);
  const name = contact?.name ?? shortId(conversation);
  return (
    <li>
      <Link to="/inbox/$view/{-$conversation}" params={{ view: 'all', conversation }} className="risk">
        <span className="urgency-bar urgency-3" />
        <Avatar id={contact?.id ?? conversation} name={name} size={32} />
        <span className="risk-name">
          <bdi>{name}</bdi>
        </span>
        <span className="risk-where">
          <bdi>{agent.name}</bdi>
        </span>
        <Waits since={since} />
        <span className="risk-open">{text.wall.open}</span>
      </Link>
    </li>
  );
}

export function Silences({ floor }: { readonly floor: Floor }) {
  const alerts = silencesOf(floor);
  return (
    <Panel title={text.wall.silences} count={alerts.length} className="wall-silences">
      {alerts.length === 0 ? (
        <p className="wall-quiet">{text.wall.noSilence}</p>
      ) : (
        <ul>
          {alerts.map((alert) => (
            <Silence key={alert.conversation} alert={alert} />
          ))}
        </ul>
      )}
    </Panel>
  );
}
