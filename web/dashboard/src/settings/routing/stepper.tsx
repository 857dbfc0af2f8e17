import { Minus, Plus } from 'lucide-react';
import { Field, type FieldProps, useWiring } from '../../ui/field';
import { Icon } from '../../ui/icon';
import { NumberInput } from '../../ui/number-input';
import { words } from './words';

interface Props extends FieldProps {
  readonly value: number;
  readonly range: readonly [number, number];
  readonly onChange: (value: number) => void;
}

/** A small number, with a button on each side for those who do not type. */
export function Stepper({ label, help, error, value, range, onChange }: Props) {
  const wiring = useWiring(help, error);
  const [least, most] = range;
  return (
    <Field id={wiring.id} label={label} help={help} error={error}>
      <span className="stepper">
        <button
          type="button"
          aria-label={words.fewer(label)}
          disabled={value <= least}
          onClick={() => onChange(value - 1)}
        >
          <Icon of={Minus} size={15} />
        </button>
        <NumberInput {...wiring} value={value} range={range} onChange={onChange} />
        <button
          type="button"
          aria-label={words.more1(label)}
          disabled={value >= most}
          onClick={() => onChange(value + 1)}
        >
          <Icon of={Plus} size={15} />
        </button>
      </span>
    </Field>
  );
}
