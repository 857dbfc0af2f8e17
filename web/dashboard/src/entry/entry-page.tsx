import { Link } from '@tanstack/react-router';
import { MessageCircle } from 'lucide-react';
import type { ReactNode } from 'react';
import { text } from '../catalogue';
import { Icon } from '../ui/icon';

interface Props {
  readonly title: string;
  readonly purpose?: ReactNode;
  readonly wide?: boolean;
  readonly children: ReactNode;
}

/** The frame of the pages that come before the inbox. */
export function EntryPage({ title, purpose, wide = false, children }: Props) {
  return (
    <main className="entry-page scroller">
      <div className={`entry-card ${wide ? 'entry-wide' : ''}`}>
        <p className="entry-brand">
          <span className="logo" aria-hidden="true">
            <Icon of={MessageCircle} size={18} />
          </span>
          {text.product}
        </p>
        <h1>{title}</h1>
        {purpose !== undefined && <p className="entry-purpose">{purpose}</p>}
        {children}
      </div>
    </main>
  );
}

/** The way on for those who have an account already. */
export function ToSignIn() {
  return (
    <Link to="/sign-in" className="btn btn-outline btn-lg">
      {text.signIn.title}
    </Link>
  );
}
