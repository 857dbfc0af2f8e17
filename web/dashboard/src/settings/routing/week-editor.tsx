/** The ordinary week, a day a line. */

import type { Span, Weekday, WeeklySpan } from '@parlor/core/routing';
import { CircleAlert, Copy, Plus } from 'lucide-react';
import { Icon } from '../../ui/icon';
import { IconButton } from '../../ui/icon-button';
import { Menu, MenuItem } from '../../ui/menu';
import { type CopyTo, copied, nextSpan, type PlacedSpan, SPANS_PER_DAY_MAX, spansOf, WEEKDAYS, withDay } from './hours';
import { useSetup } from './setup-context';
import { SpanFields } from './span-fields';
import { words } from './words';

type ErrorAt = (place: string) => string | undefined;

interface DayProps {
  readonly day: Weekday;
  readonly spans: readonly PlacedSpan[];
  readonly errorAt: ErrorAt;
  readonly onSpans: (spans: readonly Span[]) => void;
  readonly onCopy: (to: CopyTo) => void;
}

function DayTools({ day, spans, onSpans, onCopy }: DayProps) {
  const name = words.days[day];
  return (
    <span className="day-tools">
      {spans.length < SPANS_PER_DAY_MAX && (
        <IconButton
          icon={Plus}
          small
          label={words.addSpan(name)}
          onClick={() => onSpans([...spans, nextSpan(spans)])}
        />
      )}
      <Menu trigger={<IconButton icon={Copy} small label={words.copyDay(name)} />}>
        <MenuItem onSelect={() => onCopy('workdays')}>{words.copyToWorkdays}</MenuItem>
        <MenuItem onSelect={() => onCopy('every-day')}>{words.copyToEveryDay}</MenuItem>
      </Menu>
    </span>
  );
}

function Day(props: DayProps) {
  const { day, spans, errorAt, onSpans } = props;
  const { mayChange } = useSetup();
  const name = words.days[day];
  return (
    <li className="week-day">
      <b>{name}</b>
      {spans.length === 0 ? (
        <span className="day-closed">{words.closed}</span>
      ) : (
        <ul className="spans">
          {spans.map((span, place) => (
            <SpanFields
              key={span.at}
              span={span}
              day={name}
              error={errorAt(`week[${span.at}]`)}
              onChange={(next) => onSpans(spans.map((one, at) => (at === place ? next : one)))}
              onRemove={() => onSpans(spans.filter((_, at) => at !== place))}
            />
          ))}
        </ul>
      )}
      {mayChange && <DayTools {...props} />}
    </li>
  );
}

interface Props {
  readonly week: readonly WeeklySpan[];
  readonly errorAt: ErrorAt;
  readonly onChange: (week: WeeklySpan[]) => void;
}

export function WeekEditor({ week, errorAt, onChange }: Props) {
  const error = errorAt('week');
  return (
    <>
      <ul className="week">
        {WEEKDAYS.map((day) => (
          <Day
            key={day}
            day={day}
            spans={spansOf(week, day)}
            errorAt={errorAt}
            onSpans={(spans) => onChange(withDay(week, day, spans))}
            onCopy={(to) => onChange(copied(week, day, to))}
          />
        ))}
      </ul>
      {error !== undefined && (
        <p className="field-error">
          <Icon of={CircleAlert} size={14} />
          {error}
        </p>
      )}
    </>
  );
}
