// How was it? Asked once, can be skipped; a line of thanks takes its place.
import type { ConversationView } from '@parlor/core';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Icon } from './icons';
import { canRate } from './selection';
import type { Session } from './session';

const kScores = [1, 2, 3, 4, 5] as const;

function asks(session: Session, conversation: ConversationView): boolean {
  const { row } = conversation;
  if (session.skipped.value.includes(row.id)) return false;
  return (
    canRate(row.resolved_at ?? row.updated_at, Date.now()) && conversation.items.some((item) => item.kind === 'message')
  );
}

function Faces({ session, score, onScore }: { session: Session; score: number; onScore: (score: number) => void }) {
  return (
    <div class="faces">
      {kScores.map((value) => (
        <label key={value} title={session.t(`score${value}`)}>
          <input
            type="radio"
            name="score"
            value={value}
            checked={score === value}
            aria-label={session.t(`score${value}`)}
            onChange={() => onScore(value)}
          />
          <Icon name={`face${value}`} size={26} />
        </label>
      ))}
    </div>
  );
}

function Rating({ session, conversation }: { session: Session; conversation: ConversationView }) {
  const [score, setScore] = useState(0);
  const [comment, setComment] = useState('');
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const name = conversation.row.agent?.name;
  // A choice brings the comment along, which must be in sight.
  useEffect(() => {
    if (score) form.current?.scrollIntoView({ block: 'nearest' });
  }, [score > 0]);
  const submit = async (): Promise<void> => {
    if (!score || busy) return;
    setBusy(true);
    setFailed(false);
    await session.rate(score, comment.trim()).catch(() => setFailed(true));
    setBusy(false);
  };
  const byNumber = (event: KeyboardEvent): void => {
    const value = Number(event.key);
    const typing = (event.target as Element).tagName === 'TEXTAREA';
    if (!typing && value >= 1 && value <= 5) setScore(value);
  };
  return (
    <form
      ref={form}
      class="rating"
      aria-labelledby="rating-title"
      onKeyDown={byNumber}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <fieldset>
        <legend id="rating-title">{name ? session.t('rateWith', { name }) : session.t('rate')}</legend>
        <Faces session={session} score={score} onScore={setScore} />
      </fieldset>
      {score > 0 && (
        <textarea
          rows={2}
          maxLength={1000}
          value={comment}
          dir="auto"
          aria-label={session.t(score > 3 ? 'whatWentWell' : 'whatWentWrong')}
          placeholder={session.t(score > 3 ? 'whatWentWell' : 'whatWentWrong')}
          onInput={(event) => setComment(event.currentTarget.value)}
        />
      )}
      {failed && (
        <p class="not-sent" role="alert">
          <Icon name="alert" size={14} />
          {session.t('ratingFailed')}
        </p>
      )}
      <div class="pair">
        <button type="button" class="button" onClick={() => session.skipRating(conversation.id)}>
          {session.t('skip')}
        </button>
        <button type="submit" class="button primary" aria-disabled={!score || busy}>
          {session.t('sendRating')}
        </button>
      </div>
    </form>
  );
}

/** At the end of a chat that has ended: the question, the thanks, or nothing. */
export function RatingPlace({ session, conversation }: { session: Session; conversation: ConversationView }) {
  if (conversation.row.rating) {
    return (
      <p class="event" role="status">
        <Icon name="check" size={14} />
        {session.t('thanks')}
      </p>
    );
  }
  return asks(session, conversation) ? <Rating session={session} conversation={conversation} /> : null;
}
