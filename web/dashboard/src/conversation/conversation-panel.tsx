/** The middle of the inbox: header, messages, composer of one conversation. */

import type { ConversationView } from '@parlor/core';
import { MessageCircleOff, MessagesSquare } from 'lucide-react';
import { useEffect, useState } from 'react';
import { text } from '../catalogue';
import { Composer } from '../composer/composer';
import type { View } from '../inbox/views';
import { useClient, useLive } from '../live/live';
import { EmptyState, StillLoading } from '../ui/blank';
import { Notice } from '../ui/notice';
import { Skeletons } from '../ui/skeleton';
import { ConversationHeader } from './header';
import { MessageList } from './message-list';
import { say, useNotice } from './notices';
import { TypingLine } from './typing-line';
import { WaitingLine } from './waiting-line';

const MISSING_AFTER_MS = 5000;

interface PanelProps {
  readonly id: string;
  readonly view: View;
  readonly contextOpen: boolean;
  readonly onContext: () => void;
}

/** Follows one conversation while it is on screen. */
function useOpenConversation(id: string): ConversationView | undefined {
  const client = useClient();
  useEffect(() => {
    client.open(`conversation:${id}`);
    return () => client.close(`conversation:${id}`);
  }, [client, id]);
  return useLive((state) => state.conversations.get(id));
}

export function NoConversation() {
  return (
    <div className="conversation conversation-none">
      <EmptyState icon={MessagesSquare}>{text.conversation.pick}</EmptyState>
    </div>
  );
}

function UnknownConversation() {
  return (
    <div className="conversation conversation-none">
      <EmptyState icon={MessageCircleOff}>{text.conversation.unknown}</EmptyState>
    </div>
  );
}

/** The server leaves unanswered what may not be seen: after a while without anything, there is nothing. */
function useMissing(known: boolean): boolean {
  const live = useLive((state) => state.connection.state === 'live' && state.inbox?.loaded === true);
  const [missing, setMissing] = useState(false);
  useEffect(() => {
    setMissing(false);
    if (known || !live) return;
    const timer = setTimeout(() => setMissing(true), MISSING_AFTER_MS);
    return () => clearTimeout(timer);
  }, [known, live]);
  return missing;
}

function ConversationNotice({ id }: { readonly id: string }) {
  const notice = useNotice(id);
  if (notice === undefined) return null;
  return (
    <div className="conversation-notice">
      <Notice kind="danger" onDismiss={() => say(id, undefined)}>
        {notice}
      </Notice>
    </div>
  );
}

export function ConversationPanel({ id, view: listView, contextOpen, onContext }: PanelProps) {
  const view = useOpenConversation(id);
  const listed = useLive((state) => state.inbox?.rows.get(id));
  const row = view?.row ?? listed;
  const missing = useMissing(row !== undefined);
  if (missing) return <UnknownConversation />;
  return (
    <div className="conversation">
      {row === undefined ? (
        <div className="conversation-head" />
      ) : (
        <ConversationHeader row={row} view={listView} contextOpen={contextOpen} onContext={onContext} />
      )}
      {view?.loaded === true ? (
        <MessageList key={id} view={view} />
      ) : (
        <div className="messages-frame">
          <Skeletons of="bubble" count={5} />
          <StillLoading />
        </div>
      )}
      {view !== undefined && <TypingLine view={view} />}
      <WaitingLine key={`waits ${id}`} conversation={id} />
      <ConversationNotice id={id} />
      {row !== undefined && <Composer row={row} />}
    </div>
  );
}
