/** One message: who, when, what, and how far it got. */

import type { Actor, MessageItem } from '@parlor/core';
import { Bot, CircleAlert, Clock, Zap } from 'lucide-react';
import { memo, type ReactNode } from 'react';
import { text } from '../catalogue';
import { clockTime, firstName } from '../format';
import { useClient, useMyId } from '../live/live';
import { Avatar } from '../ui/avatar';
import { Icon } from '../ui/icon';
import { MessageEditor } from './message-editor';
import { MessageTools } from './message-tools';
import { RichText } from './rich-text';

interface AuthorProps {
  readonly actor: Actor;
  readonly at: number;
}

function Author({ actor, at }: AuthorProps) {
  const me = useMyId();
  const time = (
    <time className="message-time" dateTime={new Date(at).toISOString()}>
      {clockTime(at)}
    </time>
  );
  if (actor.kind === 'assistant' || actor.kind === 'system') {
    const isAssistant = actor.kind === 'assistant';
    return (
      <p className="message-author">
        <span className={isAssistant ? 'chip chip-ai' : 'chip'}>
          <Icon of={isAssistant ? Bot : Zap} size={11} />
          {isAssistant ? text.conversation.assistant : text.conversation.automatic}
        </span>
        {time}
      </p>
    );
  }
  const name = actor.kind === 'visitor' ? firstName(actor.name) : actor.name;
  return (
    <p className="message-author">
      <b>
        <bdi>{actor.id === me ? text.common.you : name}</bdi>
      </b>
      {time}
    </p>
  );
}

function Failed({ item }: { readonly item: MessageItem }) {
  const client = useClient();
  return (
    <p className="delivery delivery-failed" role="alert">
      <Icon of={CircleAlert} size={13} />
      <span>
        {text.conversation.notSent} {item.error?.message}
      </span>
      <button type="button" className="link" onClick={() => client.retry(item.key)}>
        {text.common.tryAgain}
      </button>
      <button type="button" className="link" onClick={() => client.discard(item.key)}>
        {text.common.delete}
      </button>
    </p>
  );
}

function Delivery({ item, receipt }: { readonly item: MessageItem; readonly receipt: ReactNode }) {
  if (item.state === 'failed') return <Failed item={item} />;
  if (item.state === 'sent') return receipt;
  return (
    <p className="delivery">
      <Icon of={Clock} size={13} />
      {item.state === 'sending' ? text.conversation.sending : text.conversation.waitingToSend}
    </p>
  );
}

function Words({ item }: { readonly item: MessageItem }) {
  if (item.deleted || item.text === undefined) {
    return <div className="bubble bubble-gone">{text.conversation.deleted}</div>;
  }
  return (
    <div className="bubble user-text rich" dir="auto" data-failed={item.state === 'failed' || undefined}>
      <RichText words={item.text} />
      {item.edited && <small className="edited">{text.conversation.edited}</small>}
    </div>
  );
}

/** Which side and colour a message has. */
function sideOf(actor: Actor, me: string): string {
  if (actor.kind === 'visitor') return 'message-visitor';
  if (actor.kind === 'assistant') return 'message-own message-assistant';
  if (actor.kind === 'system') return 'message-own message-automatic';
  return actor.id === me ? 'message-own' : 'message-own message-colleague';
}

function spokenAuthor(actor: Actor, me: string): string {
  if (actor.id === me) return text.common.you;
  if (actor.kind === 'system') return text.conversation.automatic;
  return `${actor.name}, ${actor.kind === 'visitor' ? text.conversation.visitor : text.conversation.agent}`;
}

interface Props {
  readonly conversation: string;
  readonly item: MessageItem;
  readonly first: boolean;
  readonly last: boolean;
  readonly editing: boolean;
  readonly onEdit: (key: string | undefined) => void;
  readonly receipt: ReactNode;
}

export const Bubble = memo(function Bubble({ conversation, item, first, last, editing, onEdit, receipt }: Props) {
  const me = useMyId();
  const { actor } = item;
  return (
    <article
      className={`message ${sideOf(actor, me)}`}
      data-first={first || undefined}
      data-last={last || undefined}
      aria-label={`${spokenAuthor(actor, me)}, ${clockTime(item.at)}`}
    >
      {actor.kind === 'visitor' && (
        <span className="message-avatar">{last && <Avatar id={actor.id} name={actor.name} size={26} />}</span>
      )}
      <div className="message-body">
        {first && <Author actor={actor} at={item.at} />}
        {editing ? (
          <MessageEditor conversation={conversation} item={item} onDone={() => onEdit(undefined)} />
        ) : (
          <div className="bubble-line">
            <Words item={item} />
            <MessageTools conversation={conversation} item={item} onEdit={() => onEdit(item.key)} />
          </div>
        )}
        <Delivery item={item} receipt={receipt} />
      </div>
    </article>
  );
});
