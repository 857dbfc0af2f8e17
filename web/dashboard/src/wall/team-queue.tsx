/** How many wait for each team, how long they may wait, and how far such estimates have been off. */

import { UsersRound } from 'lucide-react';
import type { CSSProperties } from 'react';
import { text } from '../catalogue';
import type { Floor } from '../floor/floor';
import { roughly } from '../format';
import { EmptyState } from '../ui/blank';
import { type TeamRow, teamRowsOf } from './figures';
import { Panel } from './panel';

function Bar({ share }: { readonly share: number }) {
  return (
    <span className="wall-bar" aria-hidden="true">
      <i style={{ '--share': share } as CSSProperties} />
    </span>
  );
}

function There({ online, open }: TeamRow) {
  if (online === undefined) return null;
  const deserted = !open || online === 0;
  return <small data-deserted={deserted || undefined}>{open ? text.wall.online(online) : text.wall.closed}</small>;
}

function Team({ row }: { readonly row: TeamRow }) {
  const { name, waiting, share, estimateS, errorPercent } = row;
  return (
    <tr>
      <th scope="row">
        <bdi>{name ?? text.wall.withoutTeam}</bdi>
        <There {...row} />
      </th>
      <td className="wall-waiting">
        <span>
          <bdi className="nums">{waiting}</bdi>
          <Bar share={share} />
        </span>
      </td>
      <td>
        <bdi className="nums">{estimateS === undefined ? text.wall.none : roughly(estimateS)}</bdi>
      </td>
      <td className="wall-aside">
        <bdi className="nums">{errorPercent === undefined ? text.wall.none : `±${errorPercent} %`}</bdi>
      </td>
    </tr>
  );
}

export function TeamQueue({ floor }: { readonly floor: Floor }) {
  const rows = teamRowsOf(floor);
  return (
    <Panel title={text.wall.teams} className="wall-teams">
      {rows.length === 0 ? (
        <EmptyState icon={UsersRound}>{text.wall.noTeams}</EmptyState>
      ) : (
        <table>
          <thead>
            <tr>
              <th scope="col">{text.wall.team}</th>
              <th scope="col">{text.wall.waiting}</th>
              <th scope="col">{text.wall.estimate}</th>
              <th scope="col" className="wall-aside">
                {text.wall.error}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Team key={row.id ?? 'none'} row={row} />
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
}
