import type { ConversationRow, ConversationView } from '@parlor/core';
import { text } from '../catalogue';
import { useLive } from '../live/live';
import { Section } from './section';

export interface GivenRating {
  readonly score: number;
  readonly comment?: string | undefined;
  readonly reasons: readonly string[];
}

/** What the visitor said of the chat. The row knows the score; words and reasons stand in the event. Pure. */
export function ratingOf(row: ConversationRow, view: ConversationView | undefined): GivenRating | undefined {
  if (row.rating === undefined) return undefined;
  const event = view?.items.findLast((item) => item.kind === 'system' && item.type === 'conversation.rated');
  const data = event?.kind === 'system' ? event.data : {};
  const comment = typeof data.comment === 'string' ? data.comment : row.rating.comment;
  const named = Array.isArray(data.reasons) ? data.reasons : [];
  return { score: row.rating.score, comment, reasons: named.filter((reason) => typeof reason === 'string') };
}

export function Rating({ row }: { readonly row: ConversationRow }) {
  const view = useLive((state) => state.conversations.get(row.id));
  const rating = ratingOf(row, view);
  if (rating === undefined) return null;
  const { score, comment, reasons } = rating;
  return (
    <Section title={text.context.rating}>
      <p className="rating">
        <b className="nums">{score}/5</b> {text.conversation.scores[score - 1]}
      </p>
      {reasons.length > 0 && (
        <p className="tags rating-reasons">
          {reasons.map((reason) => (
            <span key={reason} className="tag">
              {text.conversation.reason(reason)}
            </span>
          ))}
        </p>
      )}
      {comment !== undefined && comment !== '' && (
        <p className="rating-comment user-text" dir="auto">
          {comment}
        </p>
      )}
    </Section>
  );
}
