import { Link } from '@tanstack/react-router';
import { ChevronLeft } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { Icon } from '../../ui/icon';

interface Props {
  /** So that a link can lead to it. */
  readonly id?: string;
  readonly title: string;
  readonly help?: string | undefined;
  readonly action?: ReactNode;
  readonly children: ReactNode;
}

/** One subject of a page. */
export function Card({ id: place, title, help, action, children }: Props) {
  const id = useId();
  return (
    <section id={place} className="settings-card setup-card" aria-labelledby={id}>
      <header className="setup-card-head">
        <div>
          <h3 id={id}>{title}</h3>
          {help !== undefined && <p>{help}</p>}
        </div>
        {action}
      </header>
      {children}
    </section>
  );
}

interface BackProps {
  readonly to: '/settings/teams' | '/settings/hours';
  readonly children: string;
}

export function BackLink({ to, children }: BackProps) {
  return (
    <Link to={to} className="back-link">
      <Icon of={ChevronLeft} size={15} mirrors />
      {children}
    </Link>
  );
}
