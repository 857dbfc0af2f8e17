// The top of a conversation: whom the visitor talks to, whether they are there, and what can be done.
import type { ConversationView } from '@parlor/core';
import { Avatar } from './avatar';
import { IconButton } from './icon-button';
import { MenuPlace } from './menu';
import type { Session } from './session';
import { timeOf } from './times';

function statusLine(session: Session, conversation: ConversationView | undefined): string {
  const { available, inbox } = session.configuration.value;
  const row = conversation?.row;
  if (row?.status === 'resolved') {
    const at = Date.parse(row.resolved_at ?? row.updated_at);
    return session.t('chatEndedAt', { time: timeOf(at, session.locale.value) });
  }
  if (row?.agent) {
    const presence = session.t(row.agent.online ? 'agentOnline' : 'agentAway');
    return session.t('atWorkspace', { presence, workspace: inbox.workspace });
  }
  if (!available || !row || session.answer.value) return session.presence();
  return session.place.value?.team ?? session.t('soon');
}

/** Who stands in the header: the agent, the assistant's place holder, or the site. */
function Who({ session, conversation }: { session: Session; conversation: ConversationView | undefined }) {
  const { inbox, agents, available } = session.configuration.value;
  const agent = conversation?.row.agent;
  if (agent) {
    const ended = conversation?.row.status === 'resolved';
    const presence = ended ? undefined : agent.online ? 'online' : 'away';
    return <Avatar id={agent.id} name={agent.name} presence={presence} />;
  }
  if (!conversation && available && agents.length > 1) {
    return (
      <span class="stack">
        {agents.slice(0, 3).map((one) => (
          <Avatar key={one.id} id={one.id} name={one.name} />
        ))}
      </span>
    );
  }
  return <Avatar id={inbox.key} name={inbox.workspace} presence={available ? 'online' : 'away'} />;
}

export function Header({ session, onEnd }: { session: Session; onEnd: () => void }) {
  const conversation = session.conversation.value;
  const { inbox } = session.configuration.value;
  const later = session.later.part.value;
  const active = conversation && !conversation.provisional && conversation.row.status !== 'resolved';
  return (
    <div class="header">
      {session.list.value.length > 0 && (
        <IconButton icon="back" label={session.t('back')} onClick={() => session.go({ name: 'home' })} />
      )}
      <Who session={session} conversation={conversation} />
      <div class="who">
        <h2 id="title" dir="auto">
          {conversation?.row.agent?.name ?? inbox.workspace}
        </h2>
        <p dir="auto">{statusLine(session, conversation)}</p>
      </div>
      <MenuPlace
        label={session.t('menu')}
        onOpen={() => void session.later.want()}
        items={(close) =>
          later && <later.ChatMenu session={session} onEnd={active ? onEnd : undefined} onClose={close} />
        }
      />
      <IconButton icon="close" label={session.t('close')} onClick={() => session.bridge.close()} />
    </div>
  );
}
