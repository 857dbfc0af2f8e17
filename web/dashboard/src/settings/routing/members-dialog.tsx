/** Ticks who is in a team. */

import type { TeamSetup } from '@parlor/core/routing';
import { type FormEvent, useRef, useState } from 'react';
import { text } from '../../catalogue';
import { Avatar } from '../../ui/avatar';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { TextField } from '../../ui/field';
import { agentOf, membersOf, setMembers, teamOf } from './setup';
import { useSetup } from './setup-context';
import { words } from './words';

interface Props {
  readonly team: TeamSetup;
  readonly onClose: () => void;
}

function useOtherTeams(team: string): (agent: string) => string {
  const { setup } = useSetup();
  return (agent) => {
    const names = agentOf(setup, agent)
      .teams.filter((id) => id !== team)
      .map((id) => teamOf(setup, id)?.name)
      .filter((name) => name !== undefined);
    return names.length === 0 ? '' : words.everyTeam(names);
  };
}

interface PeopleProps {
  readonly team: string;
  readonly search: string;
  readonly chosen: ReadonlySet<string>;
  readonly onToggle: (id: string) => void;
}

function People({ team, search, chosen, onToggle }: PeopleProps) {
  const { people } = useSetup();
  const elsewhere = useOtherTeams(team);
  const wanted = search.trim().toLocaleLowerCase();
  const found = people.filter(({ name, email }) => `${name} ${email}`.toLocaleLowerCase().includes(wanted));
  if (found.length === 0) return <p className="setup-none">{words.nobodyFound}</p>;
  return (
    <fieldset className="people scroller">
      <legend className="sr-only">{words.members}</legend>
      {found.map(({ id, name }) => (
        <label key={id} className="person-choice">
          <input type="checkbox" checked={chosen.has(id)} onChange={() => onToggle(id)} />
          <Avatar id={id} name={name} size={26} />
          <bdi>{name}</bdi>
          <small>{elsewhere(id)}</small>
        </label>
      ))}
    </fieldset>
  );
}

export function MembersDialog({ team, onClose }: Props) {
  const { setup, change } = useSetup();
  const field = useRef<HTMLInputElement>(null);
  const [search, setSearch] = useState('');
  const [chosen, setChosen] = useState(() => new Set(membersOf(setup, team.id).map(({ agent }) => agent)));
  const toggle = (id: string) => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    change((before) => setMembers(before, team.id, chosen));
    onClose();
  };
  return (
    <Dialog open title={words.membersOf(team.name || words.unnamed)} onClose={onClose} initialFocus={field}>
      <form className="entry-form" onSubmit={submit}>
        <TextField
          ref={field}
          label={words.searchPeople}
          type="search"
          autoComplete="off"
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
        <People team={team.id} search={search} chosen={chosen} onToggle={toggle} />
        <div className="dialog-foot">
          <Button onClick={onClose}>{text.common.cancel}</Button>
          <Button type="submit" variant="primary">
            {words.done}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
