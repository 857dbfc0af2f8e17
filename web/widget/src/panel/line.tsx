// What happened in the chat, as a line between the bubbles.
import { Icon, type IconName } from './icons';
import type { Row } from './rows';
import type { Session } from './session';

type LineRow = Extract<Row, { kind: 'line' }>;

interface Said {
  icon?: IconName;
  text: string;
}

function said(session: Session, { item, name }: LineRow): Said {
  switch (item.type) {
    case 'participant.joined':
      return { icon: 'joined', text: session.t('joined', { name }) };
    case 'participant.left':
      return { icon: 'end', text: session.t('left', { name }) };
    case 'conversation.reopened':
      return { icon: 'joined', text: session.t('reopened') };
    case 'conversation.transferred':
      return { icon: 'joined', text: session.t('connecting', { name }) };
    case 'conversation.queued':
      return { icon: 'end', text: session.t(name ? 'hadToLeave' : 'agentHadToLeave', { name }) };
    default:
      if (item.actor.kind === 'visitor') return { text: session.t('youEnded') };
      if (item.actor.kind === 'agent') return { text: session.t('agentEnded', { name: item.actor.name }) };
      return { text: session.t('chatEnded') };
  }
}

export function Line({ session, row }: { session: Session; row: LineRow }) {
  const { icon, text } = said(session, row);
  return (
    <p class="event">
      {icon && <Icon name={icon} size={14} />}
      <span dir="auto">{text}</span>
    </p>
  );
}
