// The top of a conversation: whom the visitor talks to, whether they are there, and what can be done.
import type { ConversationView } from '@parlor/core';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Avatar } from './avatar';
import { Icon, type IconName } from './icons';
import type { Session } from './session';
import { timeOf } from './times';

export function IconButton(props: { icon: IconName; label: string; onClick: () => void; expanded?: boolean }) {
  return (
    <button
      type="button"
      class="icon-button"
      aria-label={props.label}
      aria-haspopup={props.expanded === undefined ? undefined : 'menu'}
      aria-expanded={props.expanded}
      onClick={props.onClick}
    >
      <Icon name={props.icon} />
    </button>
  );
}

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
  if (!available) return session.t('teamAway');
  return session.t(row ? 'soon' : 'teamOnline');
}

function Menu({ session, onEnd, onClose }: { session: Session; onEnd: () => void; onClose: () => void }) {
  const item = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const button = item.current;
    button?.focus();
    const root = button?.getRootNode();
    const outside = (event: Event): void => {
      if (!(event.target as Element).closest?.('.menu, [aria-haspopup=menu]')) onClose();
    };
    root?.addEventListener('pointerdown', outside);
    return () => root?.removeEventListener('pointerdown', outside);
  }, []);
  return (
    <div class="menu" role="menu" aria-label={session.t('menu')}>
      <button ref={item} type="button" role="menuitem" onClick={onEnd} onBlur={onClose}>
        <Icon name="end" size={18} />
        {session.t('endChat')}
      </button>
    </div>
  );
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
  const [menu, setMenu] = useState(false);
  const trigger = useRef<HTMLDivElement>(null);
  const conversation = session.conversation.value;
  const { inbox } = session.configuration.value;
  const active = conversation && !conversation.provisional && conversation.row.status !== 'resolved';
  const closeMenu = (): void => setMenu(false);
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
        <p>{statusLine(session, conversation)}</p>
      </div>
      {active && (
        // biome-ignore lint/a11y/noStaticElementInteractions: catches the Escape of the menu that it holds
        <div
          class="menu-place"
          ref={trigger}
          onKeyDown={(event) => {
            if (event.key !== 'Escape' || !menu) return;
            event.stopPropagation();
            closeMenu();
            trigger.current?.querySelector('button')?.focus();
          }}
        >
          <IconButton icon="more" label={session.t('menu')} expanded={menu} onClick={() => setMenu(!menu)} />
          {menu && (
            <Menu
              session={session}
              onClose={closeMenu}
              onEnd={() => {
                closeMenu();
                onEnd();
              }}
            />
          )}
        </div>
      )}
      <IconButton icon="close" label={session.t('close')} onClick={() => session.close()} />
    </div>
  );
}
