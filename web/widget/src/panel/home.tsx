// The first screen of a visitor who has been here before: go on with a chat, begin one, or read an earlier one.
import type { ConversationView } from '@parlor/core';
import { Avatar } from './avatar';
import { IconButton } from './icon-button';
import { Icon } from './icons';
import type { Session } from './session';
import { whenOf } from './times';

const kEarlierShown = 5;

function title(session: Session, conversation: ConversationView): string {
  return conversation.row.agent?.name ?? session.configuration.value.inbox.workspace;
}

function preview(session: Session, conversation: ConversationView): string {
  const last = conversation.row.last_message;
  if (!last) return '';
  return last.kind === 'visitor' ? session.t('youSaid', { text: last.preview }) : last.preview;
}

function open(session: Session, id?: string): void {
  session.go({ name: 'conversation', id });
}

function Continue({ session, conversation }: { session: Session; conversation: ConversationView }) {
  const { unread, agent } = conversation.row;
  const name = title(session, conversation);
  return (
    <button type="button" class="card" onClick={() => open(session, conversation.id)}>
      <Avatar
        id={agent?.id ?? session.configuration.value.inbox.key}
        name={name}
        presence={agent ? (agent.online ? 'online' : 'away') : undefined}
      />
      <span class="card-text">
        <b dir="auto">{session.t('continueWith', { name })}</b>
        <span class="one-line" dir="auto">
          {preview(session, conversation)}
        </span>
      </span>
      {unread > 0 && <span class="count">{session.t('unreadCount', { count: unread })}</span>}
      <Icon name="chevron" />
    </button>
  );
}

function Begin({ session }: { session: Session }) {
  const { available } = session.configuration.value;
  return (
    <button type="button" class="card" onClick={() => open(session)}>
      <span class="card-text">
        <b>{session.t('chatWithUs')}</b>
        <span class="presence">
          <i class={`dot ${available ? 'online' : 'away'}`} />
          {session.presence()}
        </span>
      </span>
      <Icon name="send" />
    </button>
  );
}

function Earlier({ session, conversations }: { session: Session; conversations: ConversationView[] }) {
  return (
    <section class="card earlier" aria-labelledby="earlier">
      <h3 id="earlier">{session.t('earlier')}</h3>
      <ul>
        {conversations.slice(0, kEarlierShown).map((conversation) => (
          <li key={conversation.id}>
            <button type="button" onClick={() => open(session, conversation.id)}>
              <span class="card-text">
                <span dir="auto">{title(session, conversation)}</span>
                <span class="one-line" dir="auto">
                  {preview(session, conversation)}
                </span>
              </span>
              <time dateTime={conversation.row.updated_at}>
                {whenOf(Date.parse(conversation.row.updated_at), Date.now(), session.locale.value)}
              </time>
              <Icon name="chevron" size={17} />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Waiting() {
  return (
    <div class="card skeleton" aria-busy="true">
      <span />
      <span />
    </div>
  );
}

export function Home({ session }: { session: Session }) {
  const { inbox, agents } = session.configuration.value;
  const list = session.list.value;
  const going = session.going.value;
  const ended = list.filter((conversation) => conversation !== going && conversation.row.status === 'resolved');
  const known = session.state.value?.contactLoaded || list.length > 0;
  return (
    <div class="home">
      <div class="hero">
        <div class="hero-top">
          <span class="workspace" dir="auto">
            {inbox.workspace}
          </span>
          <span class="stack">
            {agents.slice(0, 3).map((one) => (
              <Avatar key={one.id} id={one.id} name={one.name} />
            ))}
          </span>
          <IconButton icon="close" label={session.t('close')} onClick={() => session.bridge.close()} />
        </div>
        <h2 id="title" dir="auto">
          {inbox.greeting || session.t('hello')}
        </h2>
      </div>
      <div class="cards">
        {!known && <Waiting />}
        {known && (going ? <Continue session={session} conversation={going} /> : <Begin session={session} />)}
        {ended.length > 0 && <Earlier session={session} conversations={ended} />}
      </div>
      <p class="powered">{session.t('poweredBy')}</p>
    </div>
  );
}
