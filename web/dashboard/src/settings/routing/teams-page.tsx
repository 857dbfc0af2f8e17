/** All teams and all skills. */

import type { TeamSetup } from '@parlor/core/routing';
import { Link, useNavigate } from '@tanstack/react-router';
import { ChevronRight, Plus, UsersRound } from 'lucide-react';
import { useRef, useState } from 'react';
import { text } from '../../catalogue';
import { missing } from '../../entry/rules';
import { useForm } from '../../entry/use-form';
import { EmptyState } from '../../ui/blank';
import { Button } from '../../ui/button';
import { Dialog } from '../../ui/dialog';
import { TextField } from '../../ui/field';
import { Icon } from '../../ui/icon';
import { Card } from './card';
import { durationText } from './duration-text';
import { Faces } from './faces';
import { faultsOfTeam } from './faults';
import { hoursLine } from './hours-line';
import { addTeam, membersOf, newTeam } from './setup';
import { useSetup } from './setup-context';
import { SetupFrame } from './setup-frame';
import { SkillsCard } from './skills-card';
import { words } from './words';

function NewTeam({ onClose }: { readonly onClose: () => void }) {
  const { setup, people, change } = useSetup();
  const navigate = useNavigate();
  const form = useForm({ name: '' }, { name: missing }, async ({ name }) => {
    const team = newTeam(name.trim());
    const everybody = people.map(({ id }) => id);
    change((before) => addTeam(before, team, everybody));
    await navigate({ to: '/settings/teams/$team', params: { team: team.id } });
  });
  const field = useRef<HTMLInputElement>(null);
  return (
    <Dialog open title={words.newTeam} onClose={onClose} initialFocus={field}>
      <form className="entry-form" onSubmit={form.submit} noValidate>
        <TextField ref={field} {...form.bind('name')} label={words.teamName} help={words.teamNameHelp} maxLength={80} />
        {setup.teams.length === 0 && <p className="field-help">{words.firstTeamHelp}</p>}
        <div className="dialog-foot">
          <Button onClick={onClose}>{text.common.cancel}</Button>
          <Button type="submit" variant="primary">
            {words.addTeam}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function TeamRow({ team }: { readonly team: TeamSetup }) {
  const { setup, faults } = useSetup();
  const members = membersOf(setup, team.id);
  const mode = team.mode === 'pick' ? words.modePick : words.modeRings(durationText(team.ring_s));
  const wrong = faultsOfTeam(faults, team.id).length > 0;
  return (
    <li>
      <Link to="/settings/teams/$team" params={{ team: team.id }} className="setup-row">
        <span className="setup-row-text">
          <b dir="auto">{team.name || words.unnamed}</b>
          <small>
            {mode} · {hoursLine(team.hours)}
          </small>
        </span>
        {wrong && <span className="chip chip-danger">{words.notSaved}</span>}
        <span className="setup-row-end">
          <Faces agents={members.map(({ agent }) => agent)} />
          <small className="nums">{words.membersCount(members.length)}</small>
        </span>
        <Icon of={ChevronRight} mirrors />
      </Link>
    </li>
  );
}

function Teams() {
  const { setup, mayChange } = useSetup();
  const [adding, setAdding] = useState(false);
  const add = (
    <Button icon={Plus} variant={setup.teams.length === 0 ? 'primary' : 'outline'} onClick={() => setAdding(true)}>
      {words.addTeam}
    </Button>
  );
  return (
    <Card title={words.teams} action={mayChange && setup.teams.length > 0 ? add : undefined}>
      {setup.teams.length === 0 ? (
        <EmptyState icon={UsersRound} action={mayChange ? add : undefined}>
          {words.noTeams}
        </EmptyState>
      ) : (
        <ul className="setup-rows">
          {setup.teams.map((team) => (
            <TeamRow key={team.id} team={team} />
          ))}
        </ul>
      )}
      {adding && <NewTeam onClose={() => setAdding(false)} />}
    </Card>
  );
}

export function TeamsPage() {
  return (
    <SetupFrame title={words.teamsTitle} purpose={words.teamsPurpose}>
      <Teams />
      <SkillsCard />
    </SetupFrame>
  );
}
