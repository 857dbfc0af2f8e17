/** One rule, changed in its place: its name, when it holds, what it then does. */

import { useEffect, useRef } from 'react';
import { Button } from '../../ui/button';
import { SwitchField } from '../../ui/choice';
import { FieldError, TextField } from '../../ui/field';
import { ActionFields } from './action-fields';
import { ConditionFields } from './condition-fields';
import { RULE_NAME_MAX } from './rules';
import type { RuleForm } from './use-rule';
import { words } from './words';

interface Props {
  readonly id: string;
  readonly form: RuleForm;
  /** It has just been made: one begins with its name. */
  readonly isFresh: boolean;
  readonly onDone: () => void;
}

export function RuleEditor({ id, form, isFresh, onDone }: Props) {
  const { rule, edit, errorAt } = form;
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (!isFresh) return;
    field.current?.focus();
    field.current?.select();
  }, [isFresh]);
  const error = errorAt('rule');
  return (
    <div className="rule-editor" id={id}>
      {error !== undefined && <FieldError>{error}</FieldError>}
      <TextField
        ref={field}
        label={words.rule.name}
        error={errorAt('name')}
        value={rule.name}
        placeholder={words.rule.nameHint}
        maxLength={RULE_NAME_MAX}
        autoComplete="off"
        onChange={(event) => edit((before) => ({ ...before, name: event.target.value }))}
      />
      <ConditionFields form={form} />
      <ActionFields form={form} />
      <SwitchField
        label={words.rule.stop}
        help={words.rule.stopHelp}
        on={rule.stop}
        onToggle={(stop) => edit((before) => ({ ...before, stop }))}
      />
      <div>
        <Button onClick={onDone}>{words.rule.done}</Button>
      </div>
    </div>
  );
}
