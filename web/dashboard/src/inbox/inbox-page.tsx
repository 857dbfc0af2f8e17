/** The inbox: list, conversation and visitor beside one another, or one at a time where there is little room. */

import { Navigate, useParams } from '@tanstack/react-router';
import { type CSSProperties, useState } from 'react';
import { text } from '../catalogue';
import { ContextPanel } from '../context/context-panel';
import { ConversationPanel, NoConversation } from '../conversation/conversation-panel';
import { CONTEXT_WIDTH, prefer, togglePreference, usePreferences } from '../frame/preferences';
import { Resizer } from '../frame/resizer';
import { useWidth, type Width } from '../frame/screen';
import { useLive } from '../live/live';
import { Sheet } from '../ui/dialog';
import { ConversationList } from './conversation-list';
import { useInboxShortcuts } from './use-inbox-shortcuts';
import { isView, type View } from './views';

function ContextOf({ id, view }: { readonly id: string; readonly view: View }) {
  const row = useLive((state) => state.conversations.get(id)?.row ?? state.inbox?.rows.get(id));
  return row === undefined ? null : <ContextPanel key={row.contact?.id} row={row} view={view} />;
}

function ContextColumn({ id, view }: { readonly id: string; readonly view: View }) {
  const width = usePreferences((preferences) => preferences.contextWidth);
  return (
    <aside className="context" aria-label={text.context.panel}>
      <div className="context-scroll scroller">
        <ContextOf id={id} view={view} />
      </div>
      <Resizer
        label={text.inbox.resizeContext}
        edge="start"
        width={width}
        bounds={CONTEXT_WIDTH}
        onWidth={(contextWidth) => prefer({ contextWidth })}
      />
    </aside>
  );
}

interface Panels {
  readonly list: boolean;
  readonly conversation: boolean;
  readonly column: boolean;
}

function panelsOf(width: Width, selected: string | undefined, shown: { list: boolean; context: boolean }): Panels {
  if (width === 'phone') return { list: selected === undefined, conversation: selected !== undefined, column: false };
  const column = width === 'desktop' && shown.context && selected !== undefined;
  return { list: shown.list || selected === undefined, conversation: true, column };
}

function Inbox({ view, selected }: { readonly view: View; readonly selected: string | undefined }) {
  const { listWidth, contextWidth, listShown, contextShown } = usePreferences();
  const width = useWidth();
  const [sheet, setSheet] = useState(false);
  const panels = panelsOf(width, selected, { list: listShown, context: contextShown });
  const toggleContext = () => (width === 'desktop' ? togglePreference('contextShown') : setSheet(!sheet));
  useInboxShortcuts({ view, selected, toggleContext });
  const widths = { '--list-width': `${listWidth}px`, '--context-width': `${contextWidth}px` } as CSSProperties;
  return (
    <div
      className="inbox"
      style={widths}
      data-list={panels.list ? 'on' : 'off'}
      data-context={panels.column ? 'on' : 'off'}
      data-panel={selected === undefined ? 'list' : 'conversation'}
    >
      {panels.list && panels.conversation && <ConversationList view={view} selected={selected} />}
      {!panels.conversation && (
        <main className="inbox-main list-alone">
          <ConversationList view={view} selected={selected} />
        </main>
      )}
      {panels.conversation && (
        <main className="inbox-main" id="conversation" tabIndex={-1}>
          {!panels.list && <h1 className="sr-only">{text.inbox.title}</h1>}
          {selected === undefined ? (
            <NoConversation />
          ) : (
            <ConversationPanel
              id={selected}
              view={view}
              contextOpen={panels.column || sheet}
              onContext={toggleContext}
            />
          )}
        </main>
      )}
      {panels.column && selected !== undefined && <ContextColumn id={selected} view={view} />}
      {width !== 'desktop' && selected !== undefined && (
        <Sheet title={text.context.panel} open={sheet} onClose={() => setSheet(false)}>
          <ContextOf id={selected} view={view} />
        </Sheet>
      )}
    </div>
  );
}

export function InboxPage() {
  const { view, conversation } = useParams({ strict: false });
  if (view === undefined || !isView(view)) {
    return <Navigate to="/inbox/$view/{-$conversation}" params={{ view: 'mine', conversation: undefined }} replace />;
  }
  return <Inbox view={view} selected={conversation} />;
}
