import { type ComponentProps, useEffect, useRef, useState } from 'react';

interface Props extends Omit<ComponentProps<'input'>, 'value' | 'onChange' | 'min' | 'max'> {
  readonly value: number;
  readonly range: readonly [number, number];
  readonly onChange: (value: number) => void;
}

function numberIn(typed: string): number | undefined {
  return /^\d{1,9}$/.test(typed.trim()) ? Number(typed.trim()) : undefined;
}

/**
 * A whole number. While one types, what is out of range stays as it is typed; when one leaves, it becomes the nearest
 * that is allowed, and what is no number becomes what it was.
 */
export function NumberInput({ value, range, onChange, className, ...rest }: Props) {
  const [typed, setTyped] = useState(String(value));
  const told = useRef(value);
  const [least, most] = range;
  useEffect(() => {
    if (told.current !== value) setTyped(String(value));
    told.current = value;
  }, [value]);
  const tell = (next: number) => {
    told.current = next;
    if (next !== value) onChange(next);
  };
  const onType = (next: string) => {
    setTyped(next);
    const number = numberIn(next);
    if (number !== undefined && number >= least && number <= most) tell(number);
  };
  const onLeave = () => {
    const number = Math.min(Math.max(numberIn(typed) ?? value, least), most);
    setTyped(String(number));
    tell(number);
  };
  return (
    <input
      {...rest}
      type="text"
      inputMode="numeric"
      autoComplete="off"
      className={`input nums ${className ?? ''}`}
      value={typed}
      onChange={(event) => onType(event.target.value)}
      onBlur={onLeave}
    />
  );
}
