import { useState } from 'react';
import { Field, type FieldProps, useWiring } from './field';
import { NumberInput } from './number-input';
import { type Option, Select } from './select-field';
import { clamped, inUnit, toSeconds, type Unit, unitFor, unitsWithin } from './units';

interface Props extends FieldProps {
  readonly seconds: number;
  readonly range: readonly [number, number];
  readonly onChange: (seconds: number) => void;
  readonly unitName: string;
  readonly units: Readonly<Record<Unit, string>>;
  readonly disabled?: boolean;
}

function rangeIn([least, most]: readonly [number, number], unit: Unit): [number, number] {
  return [Math.ceil(inUnit(least, unit)), Math.floor(inUnit(most, unit))];
}

/** A length of time: so many of a unit. Another unit keeps the number, as people expect who pick the unit last. */
export function DurationField({ label, help, error, seconds, range, onChange, unitName, units, disabled }: Props) {
  const wiring = useWiring(help, error);
  const [picked, setPicked] = useState<Unit>(unitFor(seconds));
  const unit = Number.isInteger(inUnit(seconds, picked)) ? picked : unitFor(seconds);
  const options: Option<Unit>[] = unitsWithin(range).map((one) => ({ value: one, label: units[one] }));
  const pick = (next: Unit) => {
    setPicked(next);
    onChange(toSeconds(clamped(inUnit(seconds, unit), rangeIn(range, next)), next));
  };
  return (
    <Field id={wiring.id} label={label} help={help} error={error}>
      <span className="duration">
        <NumberInput
          {...wiring}
          disabled={disabled}
          value={inUnit(seconds, unit)}
          range={rangeIn(range, unit)}
          onChange={(amount) => onChange(toSeconds(amount, unit))}
        />
        <Select aria-label={unitName} value={unit} options={options} onChoose={pick} disabled={disabled} />
      </span>
    </Field>
  );
}
