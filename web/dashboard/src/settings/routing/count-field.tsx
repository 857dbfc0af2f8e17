import { Field, type FieldProps, useWiring } from '../../ui/field';
import { NumberInput } from '../../ui/number-input';

interface Props extends FieldProps {
  readonly value: number;
  readonly unit: string;
  readonly range: readonly [number, number];
  readonly onChange: (value: number) => void;
}

/** How many of something, with the word for it behind. */
export function CountField({ label, help, error, unit, ...input }: Props) {
  const wiring = useWiring(help, error);
  return (
    <Field id={wiring.id} label={label} help={help} error={error}>
      <span className="count">
        <NumberInput {...wiring} {...input} />
        <span>{unit}</span>
      </span>
    </Field>
  );
}
