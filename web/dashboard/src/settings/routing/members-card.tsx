/** Who is in a team, with their capacity and their skills. */

import type { AgentSetup, TeamSetup } from '@parlor/core/routing';
import { CircleAlert, Pencil, UserMinus, UserPlus } from 'lucide-react';
import { useState } from 'react';
import { Avatar } from '../../ui/avatar';
import { Button } from '../../ui/button';
import { Icon } from '../../ui/icon';
import { IconButton } from '../../ui/icon-button';
import { Tag } from '../../ui/tag';
import { AgentDialog } from './agent-dialog';
import { Card } from './card';
import { faultOfAgent } from './faults';
import { MembersDialog } from './members-dialog';
import { membersOf, setMembers, skillOf } from './setup';
import { nameOf, useSetup } from './setup-context';
import { useTeam } from './use-team';
import { words } from './words';

function SkillTags({ agent }: { readonly agent: AgentSetup }) {
  const { setup } = useSetup();
  const known = agent.skills.flatMap(({ skill, level }) => {
    const name = skillOf(setup, skill)?.name;
    return name === undefined ? [] : [{ skill, said: words.skillAt(name, level) }];
  });
  return (
    <span className="skill-tags">
      <small>{words.upTo(agent.capacity)}</small>
      {known.map(({ skill, said }) => (
        <Tag key={skill} name={said} />
      ))}
    </span>
  );
}

interface MemberProps {
  readonly team: TeamSetup;
  readonly agent: AgentSetup;
}

function MemberTools({ team, agent, onChange }: MemberProps & { readonly onChange: () => void }) {
  const { setup, people, change } = useSetup();
  const name = nameOf(people, agent.agent);
  const remove = () => {
    const others = membersOf(setup, team.id).map((one) => one.agent);
    change((before) => setMembers(before, team.id, new Set(others.filter((id) => id !== agent.agent))));
  };
  return (
    <span className="setup-row-tools">
      <IconButton icon={Pencil} small label={words.editPerson(name)} onClick={onChange} />
      <IconButton icon={UserMinus} small label={words.removeMember(name)} onClick={remove} />
    </span>
  );
}

function Member({ team, agent }: MemberProps) {
  const { people, faults, mayChange } = useSetup();
  const [open, setOpen] = useState(false);
  const person = people.find(({ id }) => id === agent.agent);
  const fault = faultOfAgent(faults, agent.agent);
  const name = nameOf(people, agent.agent);
  return (
    <li className="setup-row">
      <Avatar id={agent.agent} name={name} size={36} presence={person?.status} />
      <span className="setup-row-text">
        <b dir="auto">{name}</b>
        <SkillTags agent={agent} />
        {fault !== undefined && <small className="field-error">{fault}</small>}
      </span>
      {mayChange && <MemberTools team={team} agent={agent} onChange={() => setOpen(true)} />}
      {open && <AgentDialog id={agent.agent} onClose={() => setOpen(false)} />}
    </li>
  );
}

export function MembersCard({ team }: { readonly team: TeamSetup }) {
  const { setup } = useSetup();
  const { errorAt, mayChange } = useTeam(team);
  const [choosing, setChoosing] = useState(false);
  const members = membersOf(setup, team.id);
  const error = errorAt('members');
  const choose = (
    <Button icon={UserPlus} onClick={() => setChoosing(true)}>
      {words.chooseMembers}
    </Button>
  );
  return (
    <Card title={words.membersTitle} action={mayChange ? choose : undefined}>
      {members.length === 0 && error === undefined && <p className="setup-none">{words.noMembers}</p>}
      {error !== undefined && (
        <p className="field-error">
          <Icon of={CircleAlert} size={14} />
          {error}
        </p>
      )}
      {members.length > 0 && (
        <ul className="setup-rows">
          {members.map((agent) => (
            <Member key={agent.agent} team={team} agent={agent} />
          ))}
        </ul>
      )}
      {choosing && <MembersDialog team={team} onClose={() => setChoosing(false)} />}
    </Card>
  );
}
