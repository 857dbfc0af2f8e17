import { CircleAlert } from 'lucide-react';
import { type ComponentProps, type ReactNode, useId } from 'react';
import { Icon } from './icon';

export interface FieldProps {
  readonly label: string;
  readonly help?: ReactNode;
  readonly error?: string | undefined;
  /** What stands around it says the label already. */
  readonly quiet?: boolean | undefined;
}

interface Wiring {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
}

export function useWiring(help: ReactNode, error: string | undefined): Wiring {
  const id = useId();
  const describedBy = [error !== undefined && `${id}-error`, help !== undefined && `${id}-help`].filter(Boolean);
  return {
    id,
    'aria-describedby': describedBy.length > 0 ? describedBy.join(' ') : undefined,
    'aria-invalid': error !== undefined || undefined,
  };
}

export function FieldError({ id, children }: { readonly id?: string; readonly children: ReactNode }) {
  return (
    <p className="field-error" id={id}>
      <Icon of={CircleAlert} size={14} />
      {children}
    </p>
  );
}

export function Field(props: FieldProps & { readonly id: string; readonly children: ReactNode }) {
  return (
    <div className="field">
      <label htmlFor={props.id} className={props.quiet === true ? 'sr-only' : undefined}>
        {props.label}
      </label>
      {props.children}
      {props.error !== undefined && <FieldError id={`${props.id}-error`}>{props.error}</FieldError>}
      {props.help !== undefined && (
        <p className="field-help" id={`${props.id}-help`}>
          {props.help}
        </p>
      )}
    </div>
  );
}

export function TextField({ label, help, error, quiet, ...input }: FieldProps & ComponentProps<'input'>) {
  const wiring = useWiring(help, error);
  return (
    <Field id={wiring.id} label={label} help={help} error={error} quiet={quiet}>
      <input dir="auto" {...input} {...wiring} className={`input ${input.className ?? ''}`} />
    </Field>
  );
}

export function LongField({ label, help, error, quiet, ...input }: FieldProps & ComponentProps<'textarea'>) {
  const wiring = useWiring(help, error);
  return (
    <Field id={wiring.id} label={label} help={help} error={error} quiet={quiet}>
      <textarea rows={3} dir="auto" {...input} {...wiring} className={`input ${input.className ?? ''}`} />
    </Field>
  );
}
