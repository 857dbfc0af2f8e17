import type { TeamSetup } from '@parlor/core/routing';
import { DurationField } from '../../ui/duration-field';
import { RANGES } from './setup';
import { useTeam } from './use-team';
import { words } from './words';

type Field = 'ring_s' | 'age_step_s' | 'prefer_s' | 'place_kept_s' | 'alert_s';

interface Props {
  readonly team: TeamSetup;
  readonly field: Field;
  readonly label: string;
  readonly help?: string;
}

/** One of a team's lengths of time. */
export function TeamDuration({ team, field, label, help }: Props) {
  const { edit, errorAt, mayChange } = useTeam(team);
  return (
    <DurationField
      label={label}
      help={help}
      error={errorAt(field)}
      seconds={team[field] ?? 0}
      range={RANGES[field]}
      unitName={words.unitOf(label)}
      units={words.units}
      disabled={!mayChange}
      onChange={(seconds) => edit({ [field]: seconds })}
    />
  );
}
