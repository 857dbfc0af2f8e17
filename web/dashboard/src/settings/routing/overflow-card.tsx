/** Where the queue of a team runs over to, and when. */

import type { OverflowSetup, TeamSetup } from '@parlor/core/routing';
import { CircleAlert } from 'lucide-react';
import { SwitchField } from '../../ui/choice';
import { DurationField } from '../../ui/duration-field';
import { Icon } from '../../ui/icon';
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

interface OverflowProps extends PartProps {
  readonly others: readonly TeamSetup[];
}

function Overflow({ overflow, others, onChange }: OverflowProps) {
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
          <Overflow overflow={team.overflow} others={others} onChange={(overflow) => edit({ overflow })} />
        )}
      </SwitchField>
      {error !== undefined && (
        <p className="field-error">
          <Icon of={CircleAlert} size={14} />
          {error}
        </p>
      )}
    </Card>
  );
}
