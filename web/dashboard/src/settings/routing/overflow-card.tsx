/** Where the queue of a team runs over to, and when. */

import type { OverflowSetup, TeamSetup } from '@parlor/core/routing';
import { SwitchField } from '../../ui/choice';
import { DurationField } from '../../ui/duration-field';
import { FieldError } from '../../ui/field';
import { SelectField } from '../../ui/select-field';
import { Card } from './card';
import { CountField } from './count-field';
import { QUEUE_LIMIT_MAX, RANGES } from './setup';
import { useSetup } from './setup-context';
import { useTeam } from './use-team';
import { words } from './words';

const AFTER_DEFAULT_S = 300;
const BEYOND_DEFAULT = 10;

interface PartProps {
  readonly overflow: OverflowSetup;
  readonly onChange: (overflow: OverflowSetup) => void;
}

function AfterWait({ overflow, onChange }: PartProps) {
  const { mayChange } = useSetup();
  const { after_s, ...rest } = overflow;
  return (
    <SwitchField
      label={words.overflowAfterOn}
      on={after_s !== undefined}
      disabled={!mayChange}
      onToggle={(on) => onChange(on ? { ...rest, after_s: AFTER_DEFAULT_S } : rest)}
    >
      <DurationField
        label={words.overflowAfter}
        seconds={after_s ?? AFTER_DEFAULT_S}
        range={RANGES.overflow_after_s}
        unitName={words.unitOf(words.overflowAfter)}
        units={words.units}
        disabled={!mayChange}
        onChange={(seconds) => onChange({ ...rest, after_s: seconds })}
      />
    </SwitchField>
  );
}

function BeyondLength({ overflow, onChange }: PartProps) {
  const { mayChange } = useSetup();
  const { beyond, ...rest } = overflow;
  return (
    <SwitchField
      label={words.overflowBeyondOn}
      on={beyond !== undefined}
      disabled={!mayChange}
      onToggle={(on) => onChange(on ? { ...rest, beyond: BEYOND_DEFAULT } : rest)}
    >
      <CountField
        label={words.overflowBeyond}
        unit={words.visitors}
        value={beyond ?? BEYOND_DEFAULT}
        range={[0, QUEUE_LIMIT_MAX - 1]}
        onChange={(next) => onChange({ ...rest, beyond: next })}
      />
    </SwitchField>
  );
}

function WhenClosed({ overflow, hasHours, onChange }: PartProps & { readonly hasHours: boolean }) {
  const { mayChange } = useSetup();
  const { when_closed = false, ...rest } = overflow;
  return (
    <SwitchField
      label={words.overflowClosedOn}
      help={hasHours ? words.overflowClosedHelp : words.overflowAlwaysOpen}
      on={when_closed}
      disabled={!mayChange || (!hasHours && !when_closed)}
      onToggle={(on) => onChange(on ? { ...rest, when_closed: true } : rest)}
    />
  );
}

interface OverflowProps extends PartProps {
  readonly hasHours: boolean;
  readonly others: readonly TeamSetup[];
}

function Overflow({ overflow, others, hasHours, onChange }: OverflowProps) {
  return (
    <>
      <SelectField
        label={words.overflowTo}
        value={overflow.to}
        options={others.map(({ id, name }) => ({ value: id, label: name || words.unnamed }))}
        onChoose={(to) => onChange({ ...overflow, to })}
      />
      <AfterWait overflow={overflow} onChange={onChange} />
      <BeyondLength overflow={overflow} onChange={onChange} />
      <WhenClosed overflow={overflow} hasHours={hasHours} onChange={onChange} />
    </>
  );
}

export function OverflowCard({ team }: { readonly team: TeamSetup }) {
  const { setup } = useSetup();
  const { edit, errorAt, mayChange } = useTeam(team);
  const others = setup.teams.filter(({ id }) => id !== team.id);
  const [first] = others;
  const error = errorAt('overflow');
  const toggle = (on: boolean) =>
    edit({ overflow: on && first !== undefined ? { to: first.id, after_s: AFTER_DEFAULT_S } : undefined });
  return (
    <Card title={words.overflow}>
      <SwitchField
        label={words.overflowOn}
        help={first === undefined ? words.overflowNoTeam : words.overflowHelp}
        on={team.overflow !== undefined}
        disabled={!mayChange || (first === undefined && team.overflow === undefined)}
        onToggle={toggle}
      >
        {team.overflow !== undefined && (
          <Overflow
            overflow={team.overflow}
            others={others}
            hasHours={team.hours !== undefined}
            onChange={(overflow) => edit({ overflow })}
          />
        )}
      </SwitchField>
      {error !== undefined && <FieldError>{error}</FieldError>}
    </Card>
  );
}
