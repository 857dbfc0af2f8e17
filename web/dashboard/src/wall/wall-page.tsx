/** The whole floor at a glance: who waits, for whom, how long, and who is there. */

import { BellRing, Hourglass, Inbox, MessagesSquare, UsersRound } from 'lucide-react';
import { text } from '../catalogue';
import { type Floor, longestEstimate, silencesOf } from '../floor/floor';
import { useFloor } from '../floor/use-floor';
import { roughly, timer } from '../format';
import { FIRST_REPLY_TARGET_MS } from '../inbox/urgency';
import { useLive } from '../live/live';
import { useNow } from '../live/now';
import { StillLoading } from '../ui/blank';
import { StatTile } from '../ui/stat-tile';
import { AgentsTable } from './agents-table';
import { AtRisk } from './at-risk';
import { type Tiles, tilesOf } from './figures';
import { Silences } from './silences';
import { TeamQueue } from './team-queue';

function LongestTile({ longest }: Pick<Tiles, 'longest'>) {
  const now = useNow();
  const name = useLive((state) => longest && state.inbox?.rows.get(longest.conversation)?.contact?.name);
  if (longest === undefined) {
    return (
      <StatTile icon={Hourglass} label={text.wall.longestWait} value={text.wall.none} help={text.wall.nobodyWaits} />
    );
  }
  const waitedMs = now - longest.since;
  return (
    <StatTile
      icon={Hourglass}
      label={text.wall.longestWait}
      value={timer(waitedMs)}
      help={<bdi>{name}</bdi>}
      alarm={waitedMs > FIRST_REPLY_TARGET_MS ? text.wall.overTarget : undefined}
    />
  );
}

function RiskTile({ atRisk }: { readonly atRisk: number }) {
  return (
    <StatTile
      icon={BellRing}
      label={text.wall.atRisk}
      value={atRisk}
      help={text.wall.answered}
      alarm={atRisk > 0 ? text.wall.silent : undefined}
    />
  );
}

function TileRow({ floor }: { readonly floor: Floor }) {
  const { inQueue, longest, active, online, agents, free, deserted } = tilesOf(floor);
  const estimate = longestEstimate(floor);
  const wait = estimate === undefined ? undefined : <bdi>{text.inbox.queueWait(roughly(estimate))}</bdi>;
  return (
    <dl className="wall-tiles">
      <StatTile
        icon={Inbox}
        label={text.wall.inQueue}
        value={inQueue}
        help={inQueue === 0 ? text.wall.nobodyWaits : wait}
      />
      <LongestTile longest={longest} />
      <StatTile icon={MessagesSquare} label={text.wall.active} value={active} help={text.wall.activeHelp} />
      <StatTile
        icon={UsersRound}
        label={text.wall.agentsOnline}
        value={text.wall.of(online, agents)}
        help={free === undefined ? undefined : text.wall.seats(free)}
        alarm={deserted ? text.wall.nobodyThere : undefined}
      />
      <RiskTile atRisk={silencesOf(floor).length} />
    </dl>
  );
}

function Loading() {
  return (
    <>
      <div className="wall-tiles late" aria-hidden="true">
        {['queue', 'wait', 'active', 'agents', 'risk'].map((tile) => (
          <span key={tile} className="skeleton wall-tile-skeleton" />
        ))}
      </div>
      <div className="wall-panels late" aria-hidden="true">
        <span className="skeleton wall-panel-skeleton" />
        <span className="skeleton wall-panel-skeleton" />
      </div>
      <StillLoading />
    </>
  );
}

export function WallPage() {
  const floor = useFloor();
  return (
    <main className="wall scroller" id="conversation" tabIndex={-1} aria-busy={floor === undefined}>
      <header className="wall-head">
        <h1>{text.wall.title}</h1>
        <p>{text.wall.purpose}</p>
      </header>
      {floor === undefined ? (
        <Loading />
      ) : (
        <>
          <TileRow floor={floor} />
          <div className="wall-panels">
            <TeamQueue floor={floor} />
            <AgentsTable floor={floor} />
            <Silences floor={floor} />
            <AtRisk />
          </div>
        </>
      )}
    </main>
  );
}
