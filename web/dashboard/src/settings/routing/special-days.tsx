/** Single dates on which the week does not count: holidays, which have names, and exceptions. */

import type { Holiday, HoursException, Span } from '@parlor/core/routing';
import { CircleAlert, Plus, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '../../ui/button';
import { Segments } from '../../ui/choice';
import { Icon } from '../../ui/icon';
import { IconButton } from '../../ui/icon-button';
import { Card } from './card';
import { dateText } from './date-text';
import { freeDate, nextSpan, SPANS_PER_DAY_MAX, SPECIAL_DAYS_MAX } from './hours';
import { useSetup } from './setup-context';
import { SpanFields } from './span-fields';
import { words } from './words';

type ErrorAt = (place: string) => string | undefined;
/** A holiday or an exception: either has these. */
type Day = HoursException;

interface DayProps<Special extends Day> {
  readonly day: Special;
  readonly place: string;
  readonly errorAt: ErrorAt;
  readonly onChange: (day: Special) => void;
  readonly onRemove: () => void;
}

function Spans<Special extends Day>({ day, place, errorAt, onChange }: Omit<DayProps<Special>, 'onRemove'>) {
  const { mayChange } = useSetup();
  const name = dateText(day.date);
  const put = (spans: readonly Span[]) => onChange({ ...day, spans });
  return (
    <>
      <ul className="spans">
        {day.spans.map((span, at) => (
          <SpanFields
            // biome-ignore lint/suspicious/noArrayIndexKey: a span is nothing but its place
            key={at}
            span={span}
            day={name}
            error={errorAt(`${place}.spans[${at}]`)}
            onChange={(next) => put(day.spans.map((one, other) => (other === at ? next : one)))}
            onRemove={() => put(day.spans.filter((_, other) => other !== at))}
          />
        ))}
      </ul>
      {mayChange && day.spans.length < SPANS_PER_DAY_MAX && (
        <IconButton
          icon={Plus}
          small
          label={words.addSpan(name)}
          onClick={() => put([...day.spans, nextSpan(day.spans)])}
        />
      )}
    </>
  );
}

interface SpecialProps<Special extends Day> extends DayProps<Special> {
  readonly children?: ReactNode;
}

function SpecialDay<Special extends Day>({ children, ...props }: SpecialProps<Special>) {
  const { day, place, errorAt, onChange, onRemove } = props;
  const { mayChange } = useSetup();
  const error = errorAt(place);
  return (
    <li className="special-day">
      <div className="special-head">
        <input
          type="date"
          className="input nums"
          aria-label={words.date}
          aria-invalid={error !== undefined || undefined}
          min="1970-01-01"
          max="2099-12-31"
          value={day.date}
          disabled={!mayChange}
          onChange={(event) => event.target.value !== '' && onChange({ ...day, date: event.target.value })}
        />
        {children}
        {mayChange && (
          <IconButton icon={Trash2} small label={words.removeDate(dateText(day.date))} onClick={onRemove} />
        )}
      </div>
      <div className="special-hours">
        <Segments
          label={words.hoursOn(dateText(day.date))}
          value={day.spans.length === 0 ? 'closed' : 'open'}
          choices={[
            { value: 'closed', label: words.closed },
            { value: 'open', label: words.openThen },
          ]}
          onChoose={(when) => onChange({ ...day, spans: when === 'open' ? [nextSpan([])] : [] })}
        />
        {day.spans.length > 0 && <Spans day={day} place={place} errorAt={errorAt} onChange={onChange} />}
      </div>
      {error !== undefined && (
        <p className="field-error">
          <Icon of={CircleAlert} size={14} />
          {error}
        </p>
      )}
    </li>
  );
}

interface ListProps<Special extends Day> {
  readonly days: readonly Special[];
  readonly errorAt: ErrorAt;
  readonly onChange: (days: Special[]) => void;
}

interface ListTexts {
  readonly title: string;
  readonly help: string;
  readonly none: string;
  readonly add: string;
}

interface SpecialListProps<Special extends Day> extends ListProps<Special> {
  readonly texts: ListTexts;
  readonly list: 'holidays' | 'exceptions';
  readonly fresh: (date: string) => Special;
  readonly extra: (day: Special, onChange: (day: Special) => void) => ReactNode;
}

function SpecialDays<Special extends Day>(props: SpecialListProps<Special>) {
  const { days, errorAt, onChange, texts, list, fresh, extra } = props;
  const { mayChange } = useSetup();
  const add = (
    <Button icon={Plus} onClick={() => onChange([...days, fresh(freeDate(days, new Date()))])}>
      {texts.add}
    </Button>
  );
  const put = (at: number, day: Special) => onChange(days.map((one, other) => (other === at ? day : one)));
  return (
    <Card title={texts.title} help={texts.help} action={mayChange && days.length < SPECIAL_DAYS_MAX ? add : undefined}>
      {days.length === 0 && <p className="setup-none">{texts.none}</p>}
      {days.length > 0 && (
        <ul className="special-days">
          {days.map((day, at) => (
            <SpecialDay
              // biome-ignore lint/suspicious/noArrayIndexKey: its date may be typed anew, so that its place is all it has
              key={at}
              day={day}
              place={`${list}[${at}]`}
              errorAt={errorAt}
              onChange={(next) => put(at, next)}
              onRemove={() => onChange(days.filter((_, other) => other !== at))}
            >
              {extra(day, (next) => put(at, next))}
            </SpecialDay>
          ))}
        </ul>
      )}
    </Card>
  );
}

function HolidayName({ day, onChange }: { readonly day: Holiday; readonly onChange: (day: Holiday) => void }) {
  const { mayChange } = useSetup();
  return (
    <input
      className="input"
      dir="auto"
      aria-label={words.holidayName}
      placeholder={words.holidayHint}
      maxLength={80}
      autoComplete="off"
      value={day.name}
      disabled={!mayChange}
      onChange={(event) => onChange({ ...day, name: event.target.value })}
    />
  );
}

export function Holidays(props: ListProps<Holiday>) {
  return (
    <SpecialDays
      {...props}
      list="holidays"
      texts={{ title: words.holidays, help: words.holidaysHelp, none: words.noHolidays, add: words.addHoliday }}
      fresh={(date) => ({ date, name: '', spans: [] })}
      extra={(day, onChange) => <HolidayName day={day} onChange={onChange} />}
    />
  );
}

export function Exceptions(props: ListProps<HoursException>) {
  return (
    <SpecialDays
      {...props}
      list="exceptions"
      texts={{ title: words.exceptions, help: words.exceptionsHelp, none: words.noExceptions, add: words.addException }}
      fresh={(date) => ({ date, spans: [nextSpan([])] })}
      extra={(day) => <span className="special-date">{dateText(day.date)}</span>}
    />
  );
}
