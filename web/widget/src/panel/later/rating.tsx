// How was it? Asked once, can be skipped; a line of thanks takes its place.
import type { ConversationView, RatingReason } from '@parlor/core';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Drawing, Icon } from '../icons';
import type { Session } from '../session';
import { asksForRating, isGood, reasonsFor } from './asking';
import { kFaces } from './icons';
import { type LaterTextKey, say } from './words';

function Faces({ session, score, onScore }: { session: Session; score: number; onScore: (score: number) => void }) {
  return (
    <div class="faces">
      {kFaces.map((path, at) => {
        const value = at + 1;
        const name = say(session, `score${value}` as LaterTextKey);
        return (
          <label key={value} title={name}>
            <input
              type="radio"
              name="score"
              value={value}
              checked={score === value}
              aria-label={name}
              onChange={() => onScore(value)}
            />
            <Drawing path={path} size={26} />
          </label>
        );
      })}
    </div>
  );
}

interface ReasonsProps {
  session: Session;
  score: number;
  chosen: readonly RatingReason[];
  onChoose: (chosen: readonly RatingReason[]) => void;
}

function Reasons({ session, score, chosen, onChoose }: ReasonsProps) {
  const label = say(session, isGood(score) ? 'whatWentWell' : 'whatWentWrong');
  const toggle = (reason: RatingReason): void =>
    onChoose(chosen.includes(reason) ? chosen.filter((one) => one !== reason) : [...chosen, reason]);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a second fieldset inside the form would be read as a second question
    <div class="chips" role="group" aria-label={label}>
      {reasonsFor(score).map((reason) => (
        <button key={reason} type="button" aria-pressed={chosen.includes(reason)} onClick={() => toggle(reason)}>
          {say(session, reason)}
        </button>
      ))}
    </div>
  );
}

function Comment({ session, text, onText }: { session: Session; text: string; onText: (text: string) => void }) {
  const label = say(session, 'moreWords');
  return (
    <textarea
      rows={2}
      maxLength={1000}
      value={text}
      dir="auto"
      aria-label={label}
      placeholder={label}
      onInput={(event) => onText(event.currentTarget.value)}
    />
  );
}

function Buttons({ session, ready, onSkip }: { session: Session; ready: boolean; onSkip: () => void }) {
  return (
    <div class="pair">
      <button type="button" class="button" onClick={onSkip}>
        {say(session, 'skip')}
      </button>
      <button type="submit" class="button primary" aria-disabled={!ready}>
        {say(session, 'sendRating')}
      </button>
    </div>
  );
}

/** What is being said, and the sending of it. */
function useAnswer(session: Session) {
  const [score, setScore] = useState(0);
  const [chosen, setChosen] = useState<readonly RatingReason[]>([]);
  const [comment, setComment] = useState('');
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const reasons = chosen.filter((reason) => reasonsFor(score).includes(reason));
  const submit = async (): Promise<void> => {
    if (!score || busy) return;
    setBusy(true);
    setFailed(false);
    const words = comment.trim();
    const rating = { score, ...(words && { comment: words }), ...(reasons.length && { reasons }) };
    await session.rate(rating).catch(() => setFailed(true));
    setBusy(false);
  };
  return { score, setScore, reasons, setChosen, comment, setComment, failed, ready: score > 0 && !busy, submit };
}

function Rating({ session, conversation }: { session: Session; conversation: ConversationView }) {
  const answer = useAnswer(session);
  const { score } = answer;
  const form = useRef<HTMLFormElement>(null);
  const name = conversation.row.agent?.name;
  // A choice brings more along, which must be in sight.
  useEffect(() => {
    if (score) form.current?.scrollIntoView({ block: 'nearest' });
  }, [score > 0]);
  const byNumber = (event: KeyboardEvent): void => {
    const value = Number(event.key);
    const typing = (event.target as Element).tagName === 'TEXTAREA';
    if (!typing && value >= 1 && value <= 5) answer.setScore(value);
  };
  return (
    <form
      ref={form}
      class="rating"
      aria-labelledby="rating-title"
      onKeyDown={byNumber}
      onSubmit={(event) => {
        event.preventDefault();
        void answer.submit();
      }}
    >
      <fieldset>
        <legend id="rating-title">{name ? say(session, 'rateWith', { name }) : say(session, 'rate')}</legend>
        <Faces session={session} score={score} onScore={answer.setScore} />
      </fieldset>
      {score > 0 && <Reasons session={session} score={score} chosen={answer.reasons} onChoose={answer.setChosen} />}
      {score > 0 && <Comment session={session} text={answer.comment} onText={answer.setComment} />}
      {answer.failed && (
        <p class="not-sent" role="alert">
          <Icon name="alert" size={14} />
          {say(session, 'ratingFailed')}
        </p>
      )}
      <Buttons session={session} ready={answer.ready} onSkip={() => session.skipRating(conversation.id)} />
    </form>
  );
}

/** At the end of a chat that has ended: the question, the thanks, or nothing. */
export function RatingPlace({ session, conversation }: { session: Session; conversation: ConversationView }) {
  if (conversation.row.rating) {
    return (
      <p class="event" role="status">
        <Icon name="check" size={14} />
        {say(session, 'thanks')}
      </p>
    );
  }
  const asked = asksForRating(conversation, { skipped: session.skipped.value, now: Date.now() });
  return asked ? <Rating session={session} conversation={conversation} /> : null;
}
