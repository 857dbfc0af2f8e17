// The conversation screen: header, connection, queue, messages, and at the bottom whatever the state of the chat calls for.
import { useEffect, useRef, useState } from 'preact/hooks';
import { Composer } from './composer';
import { ConnectionBar } from './connection-bar';
import { focusIfLost } from './focus';
import { Header } from './header';
import { MessageList } from './message-list';
import { QueueCard } from './queue-card';
import type { Session } from './session';

/** Subscribes to what is on the screen, and to nothing else. */
function useTopic(session: Session, id: string | undefined): void {
  useEffect(() => {
    const { client } = session;
    if (!client || !id) return;
    client.open(`conversation:${id}`);
    return () => client.close(`conversation:${id}`);
  }, [session.client, id]);
}

export function Conversation({ session }: { session: Session }) {
  const conversation = session.conversation.value;
  const status = conversation?.row.status;
  const prefilled = session.prefilled.value;
  const [asking, setAsking] = useState(false);
  const [continued, setContinued] = useState(false);
  useTopic(session, conversation?.provisional ? undefined : conversation?.id);
  useEffect(() => {
    setContinued(false);
    setAsking(false);
  }, [conversation?.id, status]);
  const ended = conversation && status === 'resolved' && !continued;
  const later = session.later.part.value;
  const ways = session.waysOut.part.value;
  const answer = session.answer.value;
  // Before anything of it has come, it may be waiting no more.
  const waits = status === 'queued' && conversation?.items[0] && !session.leaving.value;
  const invited = session.invited.value[0];
  const leaves = session.configuration.value.back_at && !session.going.value && !conversation && !invited;
  useEffect(() => {
    if (ended) void session.later.want();
  }, [ended]);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (session.open.value && place.current && (!ended || later)) focusIfLost(place.current);
  }, [asking, ended, later]);
  return (
    <div class="screen" ref={place}>
      <Header
        session={session}
        onEnd={() => {
          setAsking(true);
          void session.later.want();
        }}
      />
      <ConnectionBar session={session} />
      {answer && ways && <ways.AnswerCard session={session} answer={answer} />}
      {waits && !answer && <QueueCard session={session} />}
      <MessageList session={session}>
        {ended && later && <later.RatingPlace key={conversation.id} session={session} conversation={conversation} />}
      </MessageList>
      {ended ? (
        later && <later.Ended session={session} conversation={conversation} onContinue={() => setContinued(true)} />
      ) : asking && conversation && later ? (
        <later.EndQuestion session={session} onDone={() => setAsking(false)} />
      ) : leaves ? (
        ways && <ways.AfterHours session={session} prefilled={prefilled} />
      ) : (
        <Composer session={session} prefilled={prefilled} />
      )}
    </div>
  );
}
