// One bubble with what belongs to it: author, time, delivery. The hidden words in front make it readable without seeing sides.
import type { MessageItem } from '@parlor/core';
import { Avatar } from './avatar';
import { Icon } from './icons';
import { MenuPlace } from './menu';
import { RichText } from './rich-text';
import { mayChange, type Receipt, type Row } from './rows';
import type { Session } from './session';
import { timeOf } from './times';

type MessageRow = Extract<Row, { kind: 'message' }>;

function Delivery({ session, receipt }: { session: Session; receipt: Receipt }) {
  const icon = receipt === 'sending' ? 'clock' : receipt === 'sent' ? 'check' : 'checks';
  return (
    <p class={`receipt ${receipt}`}>
      <Icon name={icon} size={14} />
      {session.t(receipt)}
    </p>
  );
}

function Failed({ session, onRetry, onRemove }: { session: Session; onRetry: () => void; onRemove: () => void }) {
  return (
    <p class="not-sent">
      <Icon name="alert" size={14} />
      <span role="alert">{session.t('notSent')}</span>
      <button type="button" onClick={onRetry}>
        {session.t('tryAgain')}
      </button>
      <span aria-hidden="true">·</span>
      <button type="button" onClick={onRemove}>
        {session.t('remove')}
      </button>
    </p>
  );
}

function spoken(session: Session, { at, actor: { kind, name } }: MessageItem): string {
  const time = timeOf(at, session.locale.value);
  if (kind === 'visitor') return session.t('youSaidAt', { time });
  return session.t('saidAt', { name, role: session.t(kind), time });
}

function Content({ session, item }: { session: Session; item: MessageItem }) {
  if (item.deleted) return <p class="gone">{session.t('deleted')}</p>;
  return (
    <>
      <RichText text={item.text ?? ''} />
      {item.edited && <small class="edited">{session.t('edited')}</small>}
    </>
  );
}

function Options({ session, item }: { session: Session; item: MessageItem }) {
  const later = session.later.part.value;
  return (
    <MenuPlace
      label={session.t('messageOptions')}
      onOpen={() => void session.later.want()}
      items={(close) => later && <later.MessageMenu session={session} item={item} onClose={close} />}
    />
  );
}

function Byline({ session, row }: { session: Session; row: MessageRow }) {
  const { actor, at } = row.item;
  return (
    <p class="byline" aria-hidden="true">
      <b dir="auto">{actor.kind === 'assistant' ? session.t('assistantName') : actor.name}</b>
      <time>{timeOf(at, session.locale.value)}</time>
    </p>
  );
}

export function Message({ session, row, receipt }: { session: Session; row: MessageRow; receipt?: Receipt }) {
  const { item, own, first, last } = row;
  const { actor, state } = item;
  const assistant = actor.kind === 'assistant';
  const Editor = session.editing.value === item.key && session.later.part.value?.MessageEditor;
  const side = own ? 'mine' : assistant ? 'theirs ai' : 'theirs';
  return (
    <article class={`message ${side} ${state}${first ? ' first' : ''}${last ? ' last' : ''}`} tabIndex={-1}>
      {first && !own && <Byline session={session} row={row} />}
      <div class="line">
        {!own &&
          (last ? (
            // What the workspace says by itself has the colour that it has elsewhere.
            <Avatar
              id={actor.kind === 'system' ? session.configuration.value.inbox.key : actor.id}
              name={actor.name}
              small
              assistant={assistant}
            />
          ) : (
            <span class="gutter" />
          ))}
        <div class={item.deleted ? 'bubble tombstone' : Editor ? 'bubble editing' : 'bubble'} dir="auto">
          <span class="hidden">{spoken(session, item)} </span>
          {Editor ? <Editor session={session} item={item} /> : <Content session={session} item={item} />}
        </div>
        {!Editor && mayChange(item, Date.now()) && <Options session={session} item={item} />}
        {(own || !first) && (
          <time class="on-focus" aria-hidden="true">
            {timeOf(item.at, session.locale.value)}
          </time>
        )}
      </div>
      {receipt && <Delivery session={session} receipt={receipt} />}
      {state === 'failed' && (
        <Failed session={session} onRetry={() => session.retry(item.key)} onRemove={() => session.discard(item.key)} />
      )}
    </article>
  );
}
