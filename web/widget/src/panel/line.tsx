// What happened in the chat, as a line between the bubbles.
import type { SystemItem } from '@parlor/core';
import { Icon, type IconName } from './icons';
import type { Session } from './session';

interface Said {
  icon?: IconName;
  text: string;
}

function said(session: Session, item: SystemItem): Said {
  const { participant } = item.data as { participant?: { name: string } };
  const name = participant?.name ?? '';
  switch (item.type) {
    case 'participant.joined':
      return { icon: 'joined', text: session.t('joined', { name }) };
    case 'participant.left':
      return { icon: 'end', text: session.t('left', { name }) };
    case 'conversation.reopened':
      return { icon: 'joined', text: session.t('reopened') };
    default:
      if (item.actor.kind === 'visitor') return { text: session.t('youEnded') };
      if (item.actor.kind === 'agent') return { text: session.t('agentEnded', { name: item.actor.name }) };
      return { text: session.t('chatEnded') };
  }
}

export function Line({ session, item }: { session: Session; item: SystemItem }) {
  const { icon, text } = said(session, item);
  return (
    <p class="event">
      {icon && <Icon name={icon} size={14} />}
      <span dir="auto">{text}</span>
    </p>
  );
}
