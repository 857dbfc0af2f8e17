import { ChevronDown } from 'lucide-react';
import type { ComponentProps } from 'react';
import { Field, type FieldProps, useWiring } from './field';
import { Icon } from './icon';

export interface Option<Value extends string> {
  readonly value: Value;
  readonly label: string;
}

interface SelectProps<Value extends string> extends Omit<ComponentProps<'select'>, 'value' | 'onChange' | 'children'> {
  readonly value: Value;
  readonly options: readonly Option<Value>[];
  readonly onChoose: (value: Value) => void;
}

/** The list is the device's own: it reads well to every reader of the screen, and under a thumb. */
export function Select<Value extends string>({ value, options, onChoose, className, ...rest }: SelectProps<Value>) {
  return (
    <span className={`select ${className ?? ''}`}>
      <select
        {...rest}
        className="input"
        value={value}
        onChange={(event) => {
          const chosen = options.find((option) => option.value === event.target.value);
          if (chosen !== undefined) onChoose(chosen.value);
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <Icon of={ChevronDown} size={15} />
    </span>
  );
}

export function SelectField<Value extends string>(props: FieldProps & SelectProps<Value>) {
  const { label, help, error, quiet, ...select } = props;
  const wiring = useWiring(help, error);
  return (
    <Field id={wiring.id} label={label} help={help} error={error} quiet={quiet}>
      <Select {...select} {...wiring} />
    </Field>
  );
}
