/** One stretch of hours: from, to, and in words what the clock alone does not say. */

import type { Span } from '@parlor/core/routing';
import { CircleAlert, X } from 'lucide-react';
import { Icon } from '../../ui/icon';
import { IconButton } from '../../ui/icon-button';
import { clockOf, endOf, kindOf, minuteOf } from './hours';
import { useSetup } from './setup-context';
import { words } from './words';

function hintOf(span: Span): string | undefined {
  const kind = kindOf(span);
  if (kind === 'next-day') return words.nextDay(clockOf(span.to));
  if (kind === 'midnight') return words.untilMidnight;
  if (kind === 'all-day') return words.allDay;
  return kind === 'empty' ? words.emptySpan : undefined;
}

interface TimeProps {
  readonly label: string;
  readonly value: string;
  readonly error: string | undefined;
  readonly onChange: (value: string) => void;
}

function TimeInput({ label, value, error, onChange }: TimeProps) {
  const { mayChange } = useSetup();
  return (
    <input
      type="time"
      className="input nums"
      aria-label={label}
      aria-invalid={error !== undefined || undefined}
      title={error}
      value={value}
      disabled={!mayChange}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

interface Props {
  readonly span: Span;
  /** The day that it begins on. */
  readonly day: string;
  readonly error: string | undefined;
  readonly onChange: (span: Span) => void;
  readonly onRemove: () => void;
}

export function SpanFields({ span, day, error, onChange, onRemove }: Props) {
  const { mayChange } = useSetup();
  const times = `${clockOf(span.from)}–${clockOf(span.to)}`;
  const hint = hintOf(span);
  const put = (change: Partial<Record<keyof Span, number | undefined>>) => {
    const { from = span.from, to = span.to } = change;
    onChange({ from, to });
  };
  return (
    <li className="span">
      <TimeInput
        label={words.opensOn(day)}
        value={clockOf(span.from)}
        error={error}
        onChange={(clock) => put({ from: minuteOf(clock) })}
      />
      <span className="span-to">{words.spanTo}</span>
      <TimeInput
        label={words.closesOn(day)}
        value={clockOf(span.to)}
        error={error}
        onChange={(clock) => put({ to: endOf(clock) })}
      />
      {mayChange && <IconButton icon={X} small label={words.removeSpan(day, times)} onClick={onRemove} />}
      {hint !== undefined && <small className="span-hint">{hint}</small>}
      {error !== undefined && (
        <p className="field-error">
          <Icon of={CircleAlert} size={14} />
          {error}
        </p>
      )}
    </li>
  );
}
