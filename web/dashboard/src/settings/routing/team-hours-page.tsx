/** When one team is there: always, or by the week, with holidays and exceptions. */

import type { HoursSetup, TeamSetup } from '@parlor/core/routing';
import { useParams } from '@tanstack/react-router';
import { CalendarClock } from 'lucide-react';
import { useMemo } from 'react';
import { EmptyState } from '../../ui/blank';
import { ChoiceCards } from '../../ui/choice';
import { ComboboxField } from '../../ui/combobox-field';
import { BackLink, Card } from './card';
import { faultInHours } from './faults';
import { ownZone, timeZones, usualHours } from './hours';
import { changeHours, teamOf } from './setup';
import { useSetup } from './setup-context';
import { SetupFrame } from './setup-frame';
import { Exceptions, Holidays } from './special-days';
import { useTeam } from './use-team';
import { WeekEditor } from './week-editor';
import { words } from './words';

interface ZoneProps {
  readonly zone: string;
  readonly error: string | undefined;
  readonly onChoose: (zone: string) => void;
}

function ZoneField({ zone, error, onChoose }: ZoneProps) {
  const { mayChange } = useSetup();
  const options = useMemo(
    () => timeZones(zone, ownZone()).map((value) => ({ value, label: value.replaceAll('_', ' ') })),
    [zone],
  );
  return (
    <ComboboxField
      label={words.zone}
      help={mayChange ? words.zoneHelp : undefined}
      error={error}
      value={zone}
      options={options}
      onChoose={onChoose}
      disabled={!mayChange}
      texts={{ nothing: words.noZone, open: words.openList, clear: words.clear }}
    />
  );
}

interface HoursProps {
  readonly team: TeamSetup;
  readonly hours: HoursSetup;
}

function Times({ team, hours }: HoursProps) {
  const { change, faults } = useSetup();
  const edit = (next: Partial<HoursSetup>) => change((before) => changeHours(before, team.id, next));
  const errorAt = (place: string) => faultInHours(faults, team.id, place);
  return (
    <>
      <Card title={words.week}>
        <WeekEditor week={hours.week} errorAt={errorAt} onChange={(week) => edit({ week })} />
      </Card>
      <Holidays days={hours.holidays} errorAt={errorAt} onChange={(holidays) => edit({ holidays })} />
      <Exceptions days={hours.exceptions} errorAt={errorAt} onChange={(exceptions) => edit({ exceptions })} />
    </>
  );
}

function WhenCard({ team }: { readonly team: TeamSetup }) {
  const { change, faults, base } = useSetup();
  const { edit } = useTeam(team);
  const { hours } = team;
  // Who looks at "always" and comes back finds the hours that were there.
  const before = teamOf(base.setup, team.id)?.hours ?? usualHours(ownZone());
  return (
    <Card title={words.whenOpen}>
      <ChoiceCards
        quiet
        label={words.whenOpen}
        value={hours === undefined ? 'always' : 'times'}
        choices={[
          { value: 'always', label: words.always, help: words.alwaysHelp },
          { value: 'times', label: words.atTimes, help: words.atTimesHelp },
        ]}
        onChoose={(when) => edit({ hours: when === 'always' ? undefined : before })}
      />
      {hours !== undefined && (
        <ZoneField
          zone={hours.zone}
          error={faultInHours(faults, team.id, 'zone')}
          onChoose={(zone) => change((setup) => changeHours(setup, team.id, { zone }))}
        />
      )}
    </Card>
  );
}

function TeamHours({ id }: { readonly id: string }) {
  const { setup } = useSetup();
  const team = teamOf(setup, id);
  if (team === undefined) return <EmptyState icon={CalendarClock}>{words.unknownTeam}</EmptyState>;
  return (
    <>
      <WhenCard team={team} />
      {team.hours !== undefined && <Times team={team} hours={team.hours} />}
    </>
  );
}

export function TeamHoursPage() {
  const { team } = useParams({ strict: false });
  return (
    <>
      <BackLink to="/settings/hours">{words.toHours}</BackLink>
      <SetupFrame
        title={words.hoursTitle}
        purpose={words.hoursPurpose}
        name={(setup) => {
          const found = teamOf(setup, team);
          return found && words.hoursOf(found.name || words.unnamed);
        }}
      >
        <TeamHours key={team} id={team ?? ''} />
      </SetupFrame>
    </>
  );
}
