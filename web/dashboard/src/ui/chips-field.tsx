import { type KeyboardEvent, useState } from 'react';
import { Field, type FieldProps, useWiring } from './field';
import { Tag } from './tag';

interface Props extends FieldProps {
  readonly values: readonly string[];
  readonly onChange: (values: readonly string[]) => void;
  readonly placeholder: string;
  readonly removeLabel: (value: string) => string;
  readonly maxLength: number;
  /** How many there may be. */
  readonly most: number;
}

/** Several short texts: each is typed and becomes a chip by Enter, or when one leaves. */
export function ChipsField(props: Props) {
  const { label, help, error, quiet, values, onChange, placeholder, removeLabel, maxLength, most } = props;
  const wiring = useWiring(help, error);
  const [typed, setTyped] = useState('');
  const finish = () => {
    const value = typed.trim();
    setTyped('');
    if (value !== '' && !values.includes(value)) onChange([...values, value]);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault();
      finish();
    } else if (event.key === 'Backspace' && typed === '' && values.length > 0) {
      onChange(values.slice(0, -1));
    }
  };
  return (
    <Field id={wiring.id} label={label} help={help} error={error} quiet={quiet}>
      {values.length > 0 && (
        <div className="tags">
          {values.map((value) => (
            <Tag
              key={value}
              name={value}
              removeLabel={removeLabel(value)}
              onRemove={() => onChange(values.filter((one) => one !== value))}
            />
          ))}
        </div>
      )}
      {values.length < most && (
        <input
          {...wiring}
          className="input"
          dir="auto"
          autoComplete="off"
          placeholder={placeholder}
          maxLength={maxLength}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={onKeyDown}
          onBlur={finish}
        />
      )}
    </Field>
  );
}
