/** Small marks of a conversation: whose team it is, and that it is more pressing than others. */

import type { ConversationRow } from '@parlor/core';
import { ChevronsUp, ChevronUp, UsersRound } from 'lucide-react';
import { text } from '../catalogue';
import { Icon } from '../ui/icon';

export function TeamTag({ name }: { readonly name: string }) {
  return (
    <span className="tag tag-team">
      <Icon of={UsersRound} size={11} />
      <span dir="auto">{name}</span>
    </span>
  );
}

type Priority = NonNullable<ConversationRow['priority']>;

const PRESSING = { high: ChevronUp, urgent: ChevronsUp } as const;

export function isPressing(priority: Priority | undefined): priority is keyof typeof PRESSING {
  return priority === 'high' || priority === 'urgent';
}

/** Nothing for what is as pressing as everything else. */
export function PriorityMark({ priority }: { readonly priority: Priority | undefined }) {
  if (!isPressing(priority)) return null;
  return (
    <span className={`priority priority-${priority}`}>
      <Icon of={PRESSING[priority]} size={12} />
      {text.priority[priority]}
    </span>
  );
}

export function PriorityChip({ priority }: { readonly priority: Priority | undefined }) {
  if (!isPressing(priority)) return null;
  return (
    <span className={`chip ${priority === 'urgent' ? 'chip-danger' : 'chip-warning'}`}>
      <Icon of={PRESSING[priority]} size={12} />
      {text.priority[priority]}
    </span>
  );
}
