import type { ConversationRow } from '@parlor/core';
import { Mail, Phone } from 'lucide-react';
import { text } from '../catalogue';
import { callTime } from '../conversation/call-time';
import { useWayAsked } from '../conversation/use-way-asked';
import { addressLink } from '../conversation/way-asked';
import { Icon } from '../ui/icon';
import { Section } from './section';

/** Where the visitor wants to be answered, and when: what to dial stays in sight while one talks. */
export function AnswerAsked({ row }: { readonly row: ConversationRow }) {
  const way = useWayAsked(row.id);
  if (way === undefined || row.status === 'resolved') return null;
  const byPhone = way.by === 'phone';
  const when = way.at === undefined ? undefined : callTime(way.at);
  return (
    <Section title={text.context.answer}>
      <p className="answer-asked">
        <Icon of={byPhone ? Phone : Mail} size={15} />
        <span>
          {way.address !== undefined && (
            <a className="link user-text" href={addressLink(way)} dir="ltr">
              {way.address}
            </a>
          )}
          <small>{byPhone ? text.context.byPhone(when) : text.context.byMail}</small>
        </span>
      </p>
    </Section>
  );
}
