/** Of every team, when it is there. */

import type { TeamSetup } from '@parlor/core/routing';
import { Link } from '@tanstack/react-router';
import { CalendarClock, ChevronRight } from 'lucide-react';
import { EmptyState } from '../../ui/blank';
import { Icon } from '../../ui/icon';
import { Card } from './card';
import { faultAt } from './faults';
import { hoursLine } from './hours-line';
import { useSetup } from './setup-context';
import { SetupFrame } from './setup-frame';
import { words } from './words';

function TeamRow({ team }: { readonly team: TeamSetup }) {
  const { faults } = useSetup();
  return (
    <li>
      <Link to="/settings/hours/$team" params={{ team: team.id }} className="setup-row">
        <span className="setup-row-text">
          <b dir="auto">{team.name || words.unnamed}</b>
          <small>
            {hoursLine(team.hours)}
            {team.hours !== undefined && (
              <>
                {' · '}
                <bdi>{team.hours.zone.replaceAll('_', ' ')}</bdi>
              </>
            )}
          </small>
        </span>
        {faultAt(faults, team.id, 'hours') !== undefined && <span className="chip chip-danger">{words.notSaved}</span>}
        <Icon of={ChevronRight} mirrors />
      </Link>
    </li>
  );
}

function Teams() {
  const { setup } = useSetup();
  if (setup.teams.length === 0) {
    return (
      <Card title={words.teams}>
        <EmptyState
          icon={CalendarClock}
          action={
            <Link to="/settings/teams" className="btn btn-outline">
              {words.teamsTitle}
            </Link>
          }
        >
          {words.hoursNoTeams}
        </EmptyState>
      </Card>
    );
  }
  return (
    <Card title={words.teams}>
      <ul className="setup-rows">
        {setup.teams.map((team) => (
          <TeamRow key={team.id} team={team} />
        ))}
      </ul>
    </Card>
  );
}

export function HoursPage() {
  return (
    <SetupFrame title={words.hoursTitle} purpose={words.hoursPurpose}>
      <Teams />
    </SetupFrame>
  );
}
