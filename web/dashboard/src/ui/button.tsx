import { LoaderCircle, type LucideIcon } from 'lucide-react';
import { type ComponentProps, useEffect, useState } from 'react';
import { Icon } from './icon';

const SPINNER_AFTER_MS = 400;

interface Props extends ComponentProps<'button'> {
  readonly variant?: 'primary' | 'outline' | 'plain' | 'danger';
  readonly size?: 'small' | 'default' | 'large';
  readonly icon?: LucideIcon;
  /** Something is under way: a second press does nothing, and after a moment a spinner says so. */
  readonly busy?: boolean;
}

const SIZES = { small: 'btn-sm', default: '', large: 'btn-lg' } as const;

function useLate(busy: boolean): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    setLate(false);
    if (!busy) return;
    const timer = setTimeout(() => setLate(true), SPINNER_AFTER_MS);
    return () => clearTimeout(timer);
  }, [busy]);
  return late;
}

export function Button({ variant = 'outline', size = 'default', icon, busy = false, children, ...rest }: Props) {
  const late = useLate(busy);
  const { className, onClick, type = 'button', ...attributes } = rest;
  return (
    <button
      {...attributes}
      type={type}
      aria-busy={busy || undefined}
      onClick={busy ? (event) => event.preventDefault() : onClick}
      className={`btn btn-${variant} ${SIZES[size]} ${className ?? ''}`}
    >
      {late ? <Icon of={LoaderCircle} size={15} className="spin" /> : icon && <Icon of={icon} size={15} />}
      {children}
    </button>
  );
}
