import { Switch as Base } from '@base-ui/react/switch';
import { type ReactNode, useId } from 'react';

export interface CardChoice<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly help: string;
}

interface CardsProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly choices: readonly CardChoice<Value>[];
  readonly onChoose: (value: Value) => void;
  /** The heading above says it already. */
  readonly quiet?: boolean;
}

/** One of a few, each with a sentence of its own. */
export function ChoiceCards<Value extends string>({ label, value, choices, onChoose, quiet }: CardsProps<Value>) {
  const name = useId();
  return (
    <fieldset className="choices">
      <legend className={quiet === true ? 'sr-only' : 'field-label'}>{label}</legend>
      {choices.map((choice) => (
        <label key={choice.value} className="choice">
          <input
            type="radio"
            name={name}
            value={choice.value}
            checked={choice.value === value}
            onChange={() => onChoose(choice.value)}
          />
          <span>
            <b>{choice.label}</b>
            <small>{choice.help}</small>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

interface SegmentsProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly choices: readonly { readonly value: Value; readonly label: string; readonly name?: string }[];
  readonly onChoose: (value: Value) => void;
}

/** One of a few short words, side by side. */
export function Segments<Value extends string>({ label, value, choices, onChoose }: SegmentsProps<Value>) {
  const name = useId();
  return (
    <fieldset className="segments">
      <legend className="sr-only">{label}</legend>
      {choices.map((choice) => (
        <label key={choice.value}>
          <input
            type="radio"
            name={name}
            value={choice.value}
            aria-label={choice.name}
            checked={choice.value === value}
            onChange={() => onChoose(choice.value)}
          />
          <span>{choice.label}</span>
        </label>
      ))}
    </fieldset>
  );
}

interface ChecksProps<Value extends string> {
  readonly label: string;
  readonly values: readonly Value[];
  readonly choices: readonly { readonly value: Value; readonly label: string; readonly name?: string }[];
  readonly onChange: (values: readonly Value[]) => void;
}

/** Any of a few, ticked side by side; they stay in the order of the choices. */
export function Checks<Value extends string>({ label, values, choices, onChange }: ChecksProps<Value>) {
  const toggle = (value: Value) =>
    onChange(
      choices
        .map((choice) => choice.value)
        .filter((one) => (one === value ? !values.includes(one) : values.includes(one))),
    );
  return (
    <fieldset className="checks">
      <legend className="sr-only">{label}</legend>
      {choices.map((choice) => (
        <label key={choice.value}>
          <input
            type="checkbox"
            aria-label={choice.name}
            checked={values.includes(choice.value)}
            onChange={() => toggle(choice.value)}
          />
          <span dir="auto">{choice.label}</span>
        </label>
      ))}
    </fieldset>
  );
}

interface SwitchProps {
  readonly label: string;
  readonly help?: string | undefined;
  readonly on: boolean;
  readonly onToggle: (on: boolean) => void;
  readonly disabled?: boolean;
  /** What belongs to it while it is on. */
  readonly children?: ReactNode;
}

export function SwitchField({ label, help, on, onToggle, disabled = false, children }: SwitchProps) {
  const id = useId();
  return (
    <div className="switch-field">
      <div className="switch-line">
        <span className="switch-text">
          <span className="field-label" id={id}>
            {label}
          </span>
          {help !== undefined && (
            <span className="field-help" id={`${id}-help`}>
              {help}
            </span>
          )}
        </span>
        <Base.Root
          className="switch"
          checked={on}
          onCheckedChange={onToggle}
          disabled={disabled}
          aria-labelledby={id}
          aria-describedby={help === undefined ? undefined : `${id}-help`}
        >
          <Base.Thumb className="switch-thumb" />
        </Base.Root>
      </div>
      {on && children !== undefined && <div className="switch-more">{children}</div>}
    </div>
  );
}
