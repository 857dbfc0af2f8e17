/** One number to compare with, or two. */

import { useState } from 'react';
import { FieldError, useWiring } from '../../ui/field';
import type { ValueProps } from './clause-props';
import { amountOf, type Gap, gapOf, kindOf } from './rule-fields';
import { words } from './words';

/** What is missing is said when one saves, what is wrong as soon as one leaves. */
function wrongIn(gap: Gap | undefined): string | undefined {
  return gap === undefined || gap === 'empty' || gap === 'key' ? undefined : words.rule.gaps[gap];
}

const NUMBER_CHARS_MAX = 20;

export function NumberValue({ clause, label, error, onChange }: ValueProps) {
  const { field, op, values } = clause;
  const { hours, hints, unitOf } = words.rule;
  const [typing, setTyping] = useState(false);
  const wrong = error ?? (typing ? undefined : wrongIn(gapOf(clause)));
  const { id, ...wiring } = useWiring(undefined, wrong);
  const kind = kindOf(field);
  const labels = amountOf(op) === 'two' ? [hours.first(label), hours.last(label)] : [label];
  const put = (at: number, value: string) =>
    onChange({ ...clause, values: labels.map((_, i) => (i === at ? value.trim() : (values[i] ?? ''))) });
  return (
    <div className="field">
      <div className="clause-hours clause-numbers">
        {labels.map((name, at) => (
          <span key={name}>
            {at > 0 && <span aria-hidden="true">{hours.and}</span>}
            <input
              {...wiring}
              className="input nums"
              dir="ltr"
              inputMode={kind === 'count' || kind === 'seconds' ? 'numeric' : 'text'}
              autoComplete="off"
              aria-label={name}
              placeholder={kind === 'attribute' || labels.length > 1 ? undefined : hints[field]}
              maxLength={NUMBER_CHARS_MAX}
              value={values[at] ?? ''}
              onFocus={() => setTyping(true)}
              onBlur={() => setTyping(false)}
              onChange={(event) => put(at, event.target.value)}
            />
          </span>
        ))}
        {unitOf[kind] !== undefined && <span>{unitOf[kind]}</span>}
      </div>
      {wrong !== undefined && <FieldError id={`${id}-error`}>{wrong}</FieldError>}
    </div>
  );
}
