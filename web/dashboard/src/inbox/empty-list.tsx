import { Link } from '@tanstack/react-router';
import { CircleCheck } from 'lucide-react';
import { text } from '../catalogue';
import { EmptyState } from '../ui/blank';
import type { View } from './views';

export function EmptyList({ view }: { readonly view: View }) {
  if (view === 'all') {
    const action = (
      <Link to="/settings/websites" className="btn btn-outline">
        {text.inbox.install}
      </Link>
    );
    return (
      <EmptyState icon={CircleCheck} action={action}>
        {text.inbox.empty}
      </EmptyState>
    );
  }
  const action = (
    <Link to="/inbox/$view/{-$conversation}" params={(now) => ({ ...now, view: 'all' })} className="btn btn-outline">
      {text.inbox.openAll}
    </Link>
  );
  return (
    <EmptyState icon={CircleCheck} action={action}>
      {view === 'mine' ? text.inbox.emptyMine : text.inbox.emptyQueue}
    </EmptyState>
  );
}
