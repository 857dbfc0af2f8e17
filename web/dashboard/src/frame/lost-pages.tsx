import { Link } from '@tanstack/react-router';
import { CircleAlert, Compass } from 'lucide-react';
import { text } from '../catalogue';
import { EmptyState } from '../ui/blank';
import { Button } from '../ui/button';

export function NotFoundPage() {
  return (
    <main className="lost-page">
      <h1 className="sr-only">{text.product}</h1>
      <EmptyState
        icon={Compass}
        action={
          <Link to="/inbox" className="btn btn-outline">
            {text.page.toInbox}
          </Link>
        }
      >
        {text.page.notFound}
      </EmptyState>
    </main>
  );
}

export function CrashPage() {
  return (
    <main className="lost-page">
      <h1 className="sr-only">{text.product}</h1>
      <EmptyState
        icon={CircleAlert}
        action={<Button onClick={() => window.location.reload()}>{text.page.reload}</Button>}
      >
        {text.page.crashed}
      </EmptyState>
    </main>
  );
}
