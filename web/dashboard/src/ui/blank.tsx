import { CircleAlert, type LucideIcon } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import { text } from '../catalogue';
import { Button } from './button';
import { Icon } from './icon';

const PATIENCE_MS = 8000;

interface EmptyProps {
  readonly icon: LucideIcon;
  readonly children: ReactNode;
  readonly action?: ReactNode;
}

/** Nothing is here, and that is fine: one sentence, at most one action. */
export function EmptyState({ icon, children, action }: EmptyProps) {
  return (
    <div className="blank">
      <Icon of={icon} size={24} />
      <p>{children}</p>
      {action}
    </div>
  );
}

interface ErrorProps {
  readonly title: string;
  readonly error: unknown;
  readonly onRetry: () => void;
}

function detailsOf(error: unknown): string {
  const reason = (error as { reason?: unknown } | null)?.reason;
  const message = error instanceof Error ? error.message : '';
  return [message, typeof reason === 'string' ? `(${reason})` : ''].filter(Boolean).join(' ');
}

/** Something failed: what, a way to try again, and the rest for those who want it. */
export function ErrorState({ title, error, onRetry }: ErrorProps) {
  const details = detailsOf(error);
  return (
    <div className="blank" role="alert">
      <Icon of={CircleAlert} size={24} />
      <p>{title}</p>
      <Button onClick={onRetry}>{text.common.tryAgain}</Button>
      {details !== '' && (
        <details className="details">
          <summary>{text.common.details}</summary>
          <p className="user-text">{details}</p>
        </details>
      )}
    </div>
  );
}

/** Says that a long wait is still going on. */
export function StillLoading() {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <p role="status" className="still-loading">
      {late ? text.common.stillLoading : ''}
    </p>
  );
}
