/** Who is there, what they have to do, and what they can. */

import type { AgentFloor } from '@parlor/core';
import { UserRound } from 'lucide-react';
import { text } from '../catalogue';
import type { Floor } from '../floor/floor';
import { listOf, timer } from '../format';
import { FIRST_REPLY_TARGET_MS } from '../inbox/urgency';
import { useNow } from '../live/now';
import { Avatar } from '../ui/avatar';
import { EmptyState } from '../ui/blank';
import { Load } from '../ui/load';
import { Tag } from '../ui/tag';
import { agentRowsOf } from './figures';
import { Panel } from './panel';

const SKILLS_SHOWN = 3;

function Skills({ skills }: Pick<AgentFloor, 'skills'>) {
  const more = skills.slice(SKILLS_SHOWN);
  return (
    <span className="wall-skills">
      {skills.slice(0, SKILLS_SHOWN).map((skill) => (
        <Tag key={skill} name={skill} />
      ))}
      {more.length > 0 && (
        <bdi className="tag nums" title={listOf(more)}>
          {text.inbox.moreTags(more.length)}
        </bdi>
      )}
    </span>
  );
}

/** How long the one of theirs waits who has waited longest. */
function LongestWait({ since }: { readonly since: string | undefined }) {
  const now = useNow();
  if (since === undefined) return <span className="wall-none">{text.wall.none}</span>;
  const waitedMs = now - Date.parse(since);
  const late = waitedMs > 2 * FIRST_REPLY_TARGET_MS;
  return (
    <bdi className={`nums ${late ? 'wall-late' : ''}`} title={late ? text.wall.overTarget : undefined}>
      {timer(waitedMs)}
    </bdi>
  );
}

function Agent({ agent }: { readonly agent: AgentFloor }) {
  const { id, name, status, chats, capacity, skills } = agent;
  const label = capacity === undefined ? text.wall.loadOnly(chats) : text.wall.loadOf(chats, capacity);
  return (
    <tr data-status={status}>
      <th scope="row">
        <span className="wall-agent">
          <Avatar id={id} name={name} size={32} presence={status} />
          <span>
            <bdi>{name}</bdi>
            <small>{[text.me[status], listOf(skills.slice(0, SKILLS_SHOWN))].filter(Boolean).join(' · ')}</small>
          </span>
        </span>
      </th>
      <td className="wall-wide">{text.me[status]}</td>
      <td>
        <Load chats={chats} capacity={capacity} label={label} />
      </td>
      <td>
        <LongestWait since={agent.longest_wait} />
      </td>
      <td className="wall-wide">
        <Skills skills={skills} />
      </td>
    </tr>
  );
}

function Head() {
  return (
    <thead>
      <tr>
        <th scope="col">{text.wall.agent}</th>
        <th scope="col" className="wall-wide">
          {text.wall.status}
        </th>
        <th scope="col">{text.wall.load}</th>
        <th scope="col">{text.wall.waitsLongest}</th>
        <th scope="col" className="wall-wide">
          {text.wall.skills}
        </th>
      </tr>
    </thead>
  );
}

export function AgentsTable({ floor }: { readonly floor: Floor }) {
  const agents = agentRowsOf(floor);
  return (
    <Panel title={text.wall.agents} count={agents.length} className="wall-agents">
      {agents.length === 0 ? (
        <EmptyState icon={UserRound}>{text.wall.noAgents}</EmptyState>
      ) : (
        <table>
          <Head />
          <tbody>
            {agents.map((agent) => (
              <Agent key={agent.id} agent={agent} />
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
}
