/** A small form: values, what is wrong with them, and sending them. */

import { type FormEvent, useState } from 'react';
import { RestError } from '../rest/request';

type Values = Readonly<Record<string, string>>;
export type Checks<Fields extends Values> = { readonly [Name in keyof Fields]?: (value: string) => string | undefined };

export interface FormState<Fields extends Values> {
  readonly values: Fields;
  readonly errors: Partial<Record<keyof Fields, string>>;
  /** What went wrong that belongs to no field. */
  readonly failure: unknown;
  readonly busy: boolean;
  readonly bind: (name: keyof Fields & string) => {
    name: string;
    value: string;
    error: string | undefined;
    onChange: (event: { target: { value: string } }) => void;
  };
  readonly set: (name: keyof Fields & string, value: string) => void;
  readonly submit: (event: FormEvent<HTMLFormElement>) => void;
}

function problemsOf<Fields extends Values>(values: Fields, checks: Checks<Fields>) {
  const problems: Partial<Record<keyof Fields, string>> = {};
  for (const name of Object.keys(checks) as (keyof Fields)[]) {
    const problem = checks[name]?.(values[name] ?? '');
    if (problem !== undefined) problems[name] = problem;
  }
  return problems;
}

function focusFirst(form: HTMLFormElement, names: readonly string[]): void {
  for (const element of form.elements) {
    if (element instanceof HTMLElement && names.includes(element.getAttribute('name') ?? '')) {
      element.focus();
      return;
    }
  }
}

/** The server names a field by its path; its last word is ours. */
function fieldOf<Fields extends Values>(error: unknown, values: Fields): keyof Fields | undefined {
  if (!(error instanceof RestError) || error.field === undefined) return undefined;
  return error.field.split(/[./]/).find((word) => word in values);
}

export function useForm<Fields extends Values>(
  initial: Fields,
  checks: Checks<Fields>,
  send: (values: Fields) => Promise<unknown>,
): FormState<Fields> {
  const [values, setValues] = useState(initial);
  const [errors, setErrors] = useState<Partial<Record<keyof Fields, string>>>({});
  const [failure, setFailure] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const set = (name: keyof Fields & string, value: string) => {
    setValues((before) => ({ ...before, [name]: value }));
    setErrors(({ [name]: _, ...others }) => others as Partial<Record<keyof Fields, string>>);
  };
  const fail = (error: unknown) => {
    const field = fieldOf(error, values);
    if (field === undefined) setFailure(error);
    else setErrors({ [field]: (error as RestError).message } as Partial<Record<keyof Fields, string>>);
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (busy) return;
    const problems = problemsOf(values, checks);
    setErrors(problems);
    setFailure(undefined);
    if (Object.keys(problems).length > 0) return focusFirst(event.currentTarget, Object.keys(problems));
    setBusy(true);
    send(values)
      .catch(fail)
      .finally(() => setBusy(false));
  };
  const bind = (name: keyof Fields & string) => ({
    name,
    value: values[name] ?? '',
    error: errors[name],
    onChange: (event: { target: { value: string } }) => set(name, event.target.value),
  });
  return { values, errors, failure, busy, bind, set, submit };
}
