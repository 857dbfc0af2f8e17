import type { Conversation } from '@parlor/core';
import { Link } from '@tanstack/react-router';
import { Frown, Meh, MessageSquare, Smile } from 'lucide-react';
import { text } from '../catalogue';
import { shortDate } from '../format';
import type { View } from '../inbox/views';
import { useNow } from '../live/now';
import { Icon } from '../ui/icon';
import { Section } from './section';

function faceOf(score: number | undefined) {
  if (score === undefined) return MessageSquare;
  if (score >= 4) return Smile;
  return score === 3 ? Meh : Frown;
}

interface Props {
  readonly conversations: readonly Conversation[];
  readonly current: string;
  readonly view: View;
}

export function Earlier({ conversations, current, view }: Props) {
  const now = useNow();
  const others = conversations.filter(({ id }) => id !== current);
  return (
    <Section title={text.context.earlier} more={others.length > 0 ? others.length : undefined}>
      {others.length === 0 && <p className="section-empty">{text.context.noEarlier}</p>}
      <ul className="earlier-list">
        {others.map(({ id, started_at, rating, last_message }) => {
          const date = shortDate(started_at, now);
          return (
            <li key={id}>
              <Link to="/inbox/$view/{-$conversation}" params={{ view, conversation: id }}>
                <Icon of={faceOf(rating?.score)} size={15} />
                <span dir="auto">{last_message?.preview ?? text.context.conversationOf(date)}</span>
                <small>{date}</small>
              </Link>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
