/** One team: how chats reach it, who is asked first, what happens while visitors wait, who is in it. */

import type { TeamSetup } from '@parlor/core/routing';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { CalendarClock, Trash2, UsersRound } from 'lucide-react';
import { useState } from 'react';
import { EmptyState } from '../../ui/blank';
import { Button } from '../../ui/button';
import { ChoiceCards } from '../../ui/choice';
import { TextField } from '../../ui/field';
import { Icon } from '../../ui/icon';
import { BackLink, Card } from './card';
import { CriteriaList } from './criteria-list';
import { durationText } from './duration-text';
import { hoursLine } from './hours-line';
import { MembersCard } from './members-card';
import { OverflowCard } from './overflow-card';
import { QueueCard } from './queue-card';
import { RemoveDialog } from './remove-dialog';
import { ruleTouches } from './rule-touches';
import { removeTeam, teamOf, teamOfInbox, touchesOfTeam } from './setup';
import { nameOf, useSetup } from './setup-context';
import { SetupFrame } from './setup-frame';
import { TeamDuration } from './team-duration';
import { useTeam } from './use-team';
import { words } from './words';

function AboutCard({ team }: { readonly team: TeamSetup }) {
  const { edit, errorAt } = useTeam(team);
  return (
    <Card title={words.aboutTeam}>
      <TextField
        label={words.teamName}
        help={words.teamNameHelp}
        error={errorAt('name')}
        value={team.name}
        maxLength={80}
        autoComplete="off"
        onChange={(event) => edit({ name: event.target.value })}
      />
      <ChoiceCards
        label={words.mode}
        value={team.mode}
        choices={[
          { value: 'automatic', label: words.automatic, help: words.automaticHelp(durationText(team.ring_s)) },
          { value: 'pick', label: words.pick, help: words.pickHelp },
        ]}
        onChoose={(mode) => edit({ mode })}
      />
      {team.mode === 'automatic' && (
        <TeamDuration team={team} field="ring_s" label={words.ring} help={words.ringHelp} />
      )}
    </Card>
  );
}

function HoursCard({ team }: { readonly team: TeamSetup }) {
  const { errorAt, mayChange } = useTeam(team);
  const error = errorAt('hours');
  return (
    <Card
      title={words.hoursTitle}
      action={
        <Link to="/settings/hours/$team" params={{ team: team.id }} className="btn btn-outline">
          {mayChange ? words.hoursHere : words.hoursSee}
        </Link>
      }
    >
      <p className="with-icon hours-line">
        <Icon of={CalendarClock} />
        <span>
          {hoursLine(team.hours)}
          {team.hours !== undefined && <small dir="ltr"> {team.hours.zone}</small>}
        </span>
      </p>
      {error !== undefined && <p className="field-error">{error}</p>}
    </Card>
  );
}

function useTouches(team: TeamSetup): string[] {
  const { setup, people, sites } = useSetup();
  const { members, inboxes, overflows } = touchesOfTeam(setup, team.id);
  const rest = removeTeam(setup, team.id);
  const siteNames = (ids: readonly string[]) =>
    ids.map((id) => sites.find((site) => site.id === id)?.name).filter((name) => name !== undefined);
  // An inbox that names no team goes to the first one: those move too when the first one goes.
  const silent = sites
    .filter(({ id }) => teamOfInbox(setup, id) === team.id && !inboxes.includes(id))
    .map(({ id }) => id);
  const moving = siteNames([...inboxes, ...silent]);
  return [
    ...(members.length > 0 ? [words.deleteMembers(members.map((id) => nameOf(people, id)))] : []),
    ...(moving.length > 0 ? [words.deleteInboxes(moving, rest.teams[0]?.name)] : []),
    ...(overflows.length > 0 ? [words.deleteOverflows(overflows.map(({ name }) => name))] : []),
    ...ruleTouches(setup, team.id),
  ];
}

function DeleteCard({ team }: { readonly team: TeamSetup }) {
  const { base, change } = useSetup();
  const [asking, setAsking] = useState(false);
  const touches = useTouches(team);
  const navigate = useNavigate();
  const remove = () => {
    void navigate({ to: '/settings/teams' });
    change((before) => removeTeam(before, team.id));
  };
  return (
    <Card
      title={words.deleteTeam}
      help={words.deleteTeamHelp}
      action={
        <Button icon={Trash2} className="btn-danger-quiet" onClick={() => setAsking(true)}>
          {words.deleteTeam}
        </Button>
      }
    >
      {asking && (
        <RemoveDialog
          name={team.name}
          touches={touches}
          confirm={teamOf(base.setup, team.id) !== undefined}
          onClose={() => setAsking(false)}
          onRemove={remove}
        />
      )}
    </Card>
  );
}

function Team({ id }: { readonly id: string }) {
  const { setup, mayChange } = useSetup();
  const team = teamOf(setup, id);
  if (team === undefined) return <EmptyState icon={UsersRound}>{words.unknownTeam}</EmptyState>;
  return (
    <>
      <AboutCard team={team} />
      <MembersCard team={team} />
      <CriteriaList team={team} />
      <QueueCard team={team} />
      <OverflowCard team={team} />
      <HoursCard team={team} />
      {mayChange && <DeleteCard team={team} />}
    </>
  );
}

export function TeamPage() {
  const { team } = useParams({ strict: false });
  return (
    <>
      <BackLink to="/settings/teams">{words.toTeams}</BackLink>
      <SetupFrame
        title={words.teamsTitle}
        purpose={words.teamPurpose}
        name={(setup) => teamOf(setup, team)?.name || undefined}
      >
        <Team key={team} id={team ?? ''} />
      </SetupFrame>
    </>
  );
}
