/** Teams and people to choose from, with what a transfer to each would mean. */

import { Check, UsersRound } from 'lucide-react';
import type { ReactNode } from 'react';
import { text } from '../catalogue';
import { listOf, roughly } from '../format';
import { Avatar } from '../ui/avatar';
import { Icon } from '../ui/icon';
import { Load } from '../ui/load';
import type { PersonTarget, Target, Targets, TeamTarget } from './targets';

interface ChoiceProps {
  readonly target: Target;
  readonly checked: boolean;
  readonly onChoose: (id: string) => void;
  readonly mark: ReactNode;
  readonly detail: string;
  readonly end: ReactNode;
}

function Choice({ target, checked, onChoose, mark, detail, end }: ChoiceProps) {
  return (
    <label className="target">
      <input type="radio" name="target" value={target.id} checked={checked} onChange={() => onChoose(target.id)} />
      {mark}
      <span className="target-text">
        <bdi>{target.name}</bdi>
        {detail !== '' && <small dir="auto">{detail}</small>}
      </span>
      <span className="target-end">
        {end}
        {target.queues && <small>{text.transfer.toQueue}</small>}
      </span>
      <span className="target-chosen">{checked && <Icon of={Check} size={15} />}</span>
    </label>
  );
}

function teamState({ online, open, estimateS }: TeamTarget): string {
  if (!open) return text.transfer.closed;
  const there = text.transfer.online(online);
  return online === 0 || estimateS === undefined ? there : `${there} · ${roughly(estimateS)}`;
}

function personState({ status, full, chats, capacity }: PersonTarget): ReactNode {
  if (status !== 'online') return text.me[status];
  if (full) return text.transfer.full;
  if (chats === undefined) return text.me.online;
  const label = capacity === undefined ? String(chats) : text.transfer.load(chats, capacity);
  return <Load chats={chats} capacity={capacity} label={label} />;
}

function aboutPerson({ teams, skills }: PersonTarget): string {
  return [listOf(teams), listOf(skills)].filter(Boolean).join(' · ');
}

interface Props {
  readonly targets: Targets;
  readonly chosen: string | undefined;
  readonly onChoose: (id: string) => void;
}

function Teams({ targets, chosen, onChoose }: Props) {
  return targets.teams.map((team) => (
    <Choice
      key={team.id}
      target={team}
      checked={team.id === chosen}
      onChoose={onChoose}
      mark={
        <span className="team-mark">
          <Icon of={UsersRound} size={14} />
        </span>
      }
      detail=""
      end={<bdi className="nums">{teamState(team)}</bdi>}
    />
  ));
}

function People({ targets, chosen, onChoose }: Props) {
  return targets.people.map((person) => (
    <Choice
      key={person.id}
      target={person}
      checked={person.id === chosen}
      onChoose={onChoose}
      mark={<Avatar id={person.id} name={person.name} size={26} presence={person.status} />}
      detail={aboutPerson(person)}
      end={personState(person)}
    />
  ));
}

export function TargetList(props: Props) {
  const { teams, people } = props.targets;
  if (teams.length + people.length === 0) return <p className="targets-none">{text.transfer.nobody}</p>;
  return (
    <fieldset className="targets scroller">
      <legend className="sr-only">{text.transfer.targets}</legend>
      {teams.length > 0 && <p className="targets-head">{text.transfer.teams}</p>}
      <Teams {...props} />
      {people.length > 0 && <p className="targets-head">{text.transfer.people}</p>}
      <People {...props} />
    </fieldset>
  );
}
