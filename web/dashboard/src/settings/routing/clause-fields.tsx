/** One question of a rule: what is asked, how it is compared, and with what. */

import { limits } from '@parlor/core/limits';
import type { ConditionClause } from '@parlor/core/routing';
import { X } from 'lucide-react';
import { ChipsField } from '../../ui/chips-field';
import { Checks, Segments } from '../../ui/choice';
import { FieldError, TextField } from '../../ui/field';
import { IconButton } from '../../ui/icon-button';
import { type Option, Select, SelectField } from '../../ui/select-field';
import type { ClauseProps, ValueProps } from './clause-props';
import { WEEKDAYS } from './hours';
import { LanguageField } from './language-field';
import { NumberValue } from './number-value';
import {
  ATTRIBUTE,
  amountOf,
  baseOf,
  daysOf,
  FIELDS,
  type FieldKind,
  freshClause,
  gapOf,
  isField,
  isNumeric,
  keyOf,
  kindOf,
  OPERATORS,
  type Operator,
  withDays,
  withKey,
  withOperator,
} from './rule-fields';
import { clocksOf } from './rule-text';
import { useSetup } from './setup-context';
import { words } from './words';

const VALUE_CHARS_MAX = 300;
const VALUES_MAX = 50;
const HOURS = Array.from({ length: 24 }, (_, hour) => String(hour));
const DAYS = WEEKDAYS.map((day) => ({ value: day, label: words.shortDays[day], name: words.days[day] }));
const FLAGS = (['true', 'false'] as const).map((value) => ({ value, label: words.rule.flags[value] }));

function nameOfField(field: string): string {
  if (kindOf(field) === 'attribute') return words.rule.attributeName(keyOf(field));
  return isField(field) ? words.rule.fields[field].name : field;
}

/** What a server of tomorrow asks stays as it is until somebody asks something else. */
function withCurrent<Value extends string>(options: readonly Option<Value>[], value: Value, label: string) {
  return options.some((option) => option.value === value) ? options : [...options, { value, label }];
}

/** It is exact to the letter, and so it is typed. */
function AttributeKey({ clause, error, onChange }: ClauseProps) {
  const key = keyOf(clause.field);
  return (
    <input
      className="input"
      dir="auto"
      autoComplete="off"
      autoCapitalize="off"
      spellCheck={false}
      aria-label={words.rule.attributeKey}
      aria-invalid={(error !== undefined && key.trim() === '') || undefined}
      placeholder={words.rule.attributeKeyHint}
      maxLength={limits.attributeKeyChars}
      value={key}
      onChange={(event) => onChange(withKey(clause, event.target.value))}
    />
  );
}

function FieldSelect(props: ClauseProps) {
  const { clause, inbox, onChange } = props;
  const known: readonly Option<string>[] = FIELDS.map((value) => ({ value, label: words.rule.fields[value].name }));
  const base = baseOf(clause.field);
  return (
    <div className="clause-field">
      <Select
        aria-label={words.rule.field}
        value={base}
        options={withCurrent(known, base, base)}
        onChoose={(field) => isField(field) && onChange(freshClause(field, inbox))}
      />
      {base === ATTRIBUTE && <AttributeKey {...props} />}
    </div>
  );
}

function isTickedByDay(clause: ConditionClause): boolean {
  return kindOf(clause.field) === 'weekday' && daysOf(clause) !== undefined;
}

function OperatorSelect({ clause, inbox, onChange }: ClauseProps) {
  const kind = kindOf(clause.field);
  const current = clause.op as Operator;
  if (isTickedByDay(clause) || (kind === 'flag' && clause.op === 'is')) return null;
  const known = OPERATORS[kind].map((value) => ({ value, label: words.rule.operators(kind, value) }));
  return (
    <Select
      className="clause-op"
      aria-label={words.rule.operator(nameOfField(clause.field))}
      value={current}
      options={withCurrent<Operator>(known, current, words.rule.operators(kind, current) ?? clause.op)}
      onChoose={(op) => onChange(withOperator(clause, op, inbox))}
    />
  );
}

function DayValue({ clause, label, error, onChange }: ValueProps) {
  return (
    <div className="field">
      <Checks
        label={label}
        values={daysOf(clause) ?? []}
        choices={DAYS}
        onChange={(days) => onChange(withDays(clause, days))}
      />
      {error !== undefined && <FieldError>{error}</FieldError>}
    </div>
  );
}

function FlagValue({ clause, label, error, onChange }: ValueProps) {
  return (
    <div className="field">
      <Segments
        label={label}
        value={clause.values[0] === 'false' ? 'false' : 'true'}
        choices={FLAGS}
        onChoose={(value) => onChange({ ...clause, values: [value] })}
      />
      {error !== undefined && <FieldError>{error}</FieldError>}
    </div>
  );
}

/** Whether a value means the end of its hour: until 17 is until 18:00. */
function meansEnd(op: string, at: number): boolean {
  return op === 'greater_than' || op === 'at_most' || (op === 'between' && at === 1);
}

function hourOptions(op: string, at: number): Option<string>[] {
  return HOURS.map((value) => {
    const [begin, end] = clocksOf(value);
    if (op === 'is' || op === 'is_not') return { value, label: words.dayRun(begin, end) };
    return { value, label: meansEnd(op, at) ? end : begin };
  });
}

function HourValue({ clause, label, error, onChange }: ValueProps) {
  const { op, values } = clause;
  const { hours, gaps } = words.rule;
  const labels = amountOf(op) === 'two' ? [hours.first(label), hours.last(label)] : [label];
  const wrong = error ?? (gapOf(clause) === 'reversed' ? gaps.reversed : undefined);
  return (
    <div className="field">
      <div className="clause-hours">
        {labels.map((name, at) => (
          <span key={name}>
            {at > 0 && <span aria-hidden="true">{hours.and}</span>}
            <Select
              aria-label={name}
              aria-invalid={wrong !== undefined || undefined}
              value={values[at] ?? ''}
              options={hourOptions(op, at)}
              onChoose={(value) =>
                onChange({ ...clause, values: labels.map((_, i) => (i === at ? value : (values[i] ?? value))) })
              }
            />
          </span>
        ))}
      </div>
      {wrong !== undefined && <FieldError>{wrong}</FieldError>}
    </div>
  );
}

function SiteValue({ clause, label, error, onChange }: ValueProps) {
  const { sites } = useSetup();
  const options: readonly Option<string>[] = sites.map(({ id, name }) => ({ value: id, label: name }));
  const [value = ''] = clause.values;
  if (amountOf(clause.op) === 'several') {
    const gone = clause.values.filter((id) => !options.some((option) => option.value === id));
    return (
      <div className="field">
        <Checks
          label={label}
          values={clause.values}
          choices={[...options, ...gone.map((id) => ({ value: id, label: words.rule.goneSite }))]}
          onChange={(values) => onChange({ ...clause, values })}
        />
        {error !== undefined && <FieldError>{error}</FieldError>}
      </div>
    );
  }
  return (
    <SelectField
      quiet
      label={label}
      error={error}
      value={value}
      options={withCurrent(options, value, words.rule.goneSite)}
      onChoose={(id) => onChange({ ...clause, values: [id] })}
    />
  );
}

function LanguageValue({ clause, label, error, onChange }: ValueProps) {
  return (
    <LanguageField
      quiet
      label={label}
      error={error}
      placeholder={words.rule.languageHint}
      value={clause.values[0] ?? ''}
      onChoose={(language) => onChange({ ...clause, values: [language] })}
    />
  );
}

function TextValue({ clause, label, error, onChange }: ValueProps) {
  if (amountOf(clause.op) === 'several') {
    return (
      <ChipsField
        quiet
        label={label}
        error={error}
        values={clause.values}
        placeholder={words.rule.valuesHint}
        removeLabel={words.rule.removeValue}
        maxLength={VALUE_CHARS_MAX}
        most={VALUES_MAX}
        onChange={(values) => onChange({ ...clause, values })}
      />
    );
  }
  return (
    <TextField
      quiet
      label={label}
      error={error}
      value={clause.values[0] ?? ''}
      placeholder={words.rule.hints[baseOf(clause.field)]}
      maxLength={VALUE_CHARS_MAX}
      autoComplete="off"
      onChange={(event) => onChange({ ...clause, values: [event.target.value] })}
    />
  );
}

const VALUES: Partial<Record<FieldKind, typeof TextValue>> = {
  hour: HourValue,
  inbox: SiteValue,
};

function valueControl(clause: ConditionClause): typeof TextValue {
  const kind = kindOf(clause.field);
  if (isTickedByDay(clause)) return DayValue;
  if (isNumeric(clause)) return NumberValue;
  if (kind === 'flag') return FlagValue;
  if (kind === 'language' && clause.op === 'starts_with') return LanguageValue;
  return VALUES[kind] ?? TextValue;
}

function Value(props: ClauseProps) {
  const { clause, error } = props;
  if (amountOf(clause.op) === 'none') return error === undefined ? null : <FieldError>{error}</FieldError>;
  const Control = valueControl(clause);
  return <Control {...props} label={words.rule.value(nameOfField(clause.field))} />;
}

export function ClauseFields({ onRemove, ...props }: ClauseProps & { readonly onRemove: () => void }) {
  return (
    <li className="clause">
      <FieldSelect {...props} />
      <OperatorSelect {...props} />
      <div className="clause-value">
        <Value {...props} />
      </div>
      <IconButton
        icon={X}
        small
        className="clause-remove"
        label={words.rule.removeClause(nameOfField(props.clause.field))}
        onClick={onRemove}
      />
    </li>
  );
}
