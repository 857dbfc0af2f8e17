import type { ConversationRow } from '@parlor/core';
import { Link } from '@tanstack/react-router';
import {
  AlarmClock,
  ArrowRightLeft,
  BellRing,
  Check,
  ChevronLeft,
  Clock,
  Inbox,
  type LucideIcon,
  Mail,
  MoonStar,
  PanelLeft,
  PanelRight,
  Phone,
  RotateCcw,
  UserRoundCheck,
  UserRoundPlus,
  UsersRound,
} from 'lucide-react';
import { useState } from 'react';
import { text } from '../catalogue';
import { useSilence } from '../floor/use-floor';
import { timer } from '../format';
import { togglePreference, usePreferences } from '../frame/preferences';
import { useWidth } from '../frame/screen';
import { PriorityChip } from '../inbox/marks';
import { shortId } from '../inbox/short-id';
import { urgencyOf } from '../inbox/urgency';
import type { View } from '../inbox/views';
import { useLive, useMyId } from '../live/live';
import { useNow } from '../live/now';
import { Avatar } from '../ui/avatar';
import { Button } from '../ui/button';
import { Icon } from '../ui/icon';
import { IconButton } from '../ui/icon-button';
import { ask } from './asked';
import { callTime } from './call-time';
import { MoreActions } from './more-actions';
import { Snooze } from './snooze';
import { mayTransfer } from './targets';
import { TransferDialog } from './transfer-dialog';
import { type NextAction, nextAction, useActions } from './use-actions';
import { useWayAsked } from './use-way-asked';
import { isBooked } from './way-asked';

const CHIPS = ['', 'chip-success', 'chip-warning', 'chip-danger'] as const;

/** Once the team's patience is over, that is said instead of what is due: it is the same wait. */
function DueChip({ row }: { readonly row: ConversationRow }) {
  const now = useNow();
  const silence = useSilence(row.id);
  const { level, leftMs } = urgencyOf(row, now);
  if (silence !== undefined) {
    return (
      <span className="chip chip-danger">
        <Icon of={BellRing} size={12} />
        {text.conversation.silentFor(timer(now - Date.parse(silence.since)))}
      </span>
    );
  }
  if (level === 0) return null;
  return (
    <span className={`chip ${CHIPS[level]}`}>
      <Icon of={level === 3 ? AlarmClock : Clock} size={12} />
      {leftMs >= 0 ? text.conversation.dueIn(timer(leftMs)) : text.conversation.overdueBy(timer(-leftMs))}
    </span>
  );
}

/** A call that is booked, or an answer that is to go by mail. */
function WayChip({ row }: { readonly row: ConversationRow }) {
  const way = useWayAsked(row.id);
  if (isBooked(row)) {
    return (
      <span className="chip chip-info">
        <Icon of={Phone} size={12} />
        {way?.at === undefined ? text.conversation.waitsForCall : text.conversation.callWhen(callTime(way.at))}
      </span>
    );
  }
  if (way === undefined || row.status === 'resolved') return null;
  return (
    <span className="chip chip-info">
      <Icon of={way.by === 'phone' ? Phone : Mail} size={12} />
      {way.by === 'phone' ? text.conversation.byPhone : text.conversation.byMail}
    </span>
  );
}

function Chips({ row }: { readonly row: ConversationRow }) {
  const me = useMyId();
  return (
    <div className="chips">
      <DueChip row={row} />
      <PriorityChip priority={row.priority} />
      {row.status === 'queued' && (
        <Link
          to="/settings/routing"
          search={{ conversation: row.id }}
          className="chip chip-link"
          title={text.conversation.whoWouldGetIt}
        >
          <Icon of={Inbox} size={12} />
          {text.conversation.queued}
        </Link>
      )}
      <WayChip row={row} />
      {row.status === 'snoozed' && !isBooked(row) && (
        <span className="chip">
          <Icon of={MoonStar} size={12} />
          {text.conversation.snoozed}
        </span>
      )}
      {row.status === 'resolved' && (
        <span className="chip">
          <Icon of={Check} size={12} />
          {text.conversation.resolved}
        </span>
      )}
      {row.team !== undefined && (
        <span className="chip">
          <Icon of={UsersRound} size={12} />
          <bdi>{row.team.name}</bdi>
        </span>
      )}
      {row.assignee !== undefined && row.assignee.id !== me && (
        <span className="chip">
          <Icon of={UserRoundCheck} size={12} />
          <bdi>{row.assignee.name}</bdi>
        </span>
      )}
    </div>
  );
}

const MAIN: Record<NextAction, { icon: LucideIcon; label: string }> = {
  accept: { icon: UserRoundPlus, label: text.conversation.accept },
  take: { icon: UserRoundPlus, label: text.conversation.take },
  resolve: { icon: Check, label: text.conversation.resolve },
  reopen: { icon: RotateCcw, label: text.conversation.reopen },
};

function MainButton({ row }: { readonly row: ConversationRow }) {
  const me = useMyId();
  const { take, resolve, reopen } = useActions(row);
  const next = nextAction(row, me);
  const [busy, setBusy] = useState(false);
  const offline = useLive(({ connection }) => connection.state === 'offline');
  const reason = offline ? { disabled: true, title: text.conversation.needsServer } : {};
  const run = () => {
    setBusy(true);
    void { accept: take, take, resolve, reopen }[next]().finally(() => setBusy(false));
  };
  const others = row.status === 'open' && row.assignee !== undefined && row.assignee.id !== me;
  return (
    <>
      {others && (
        <Button icon={UserRoundPlus} onClick={take} className="take" {...reason}>
          <span>{text.conversation.take}</span>
        </Button>
      )}
      <Button variant="primary" icon={MAIN[next].icon} busy={busy} onClick={run} {...reason}>
        {MAIN[next].label}
      </Button>
    </>
  );
}

interface Props {
  readonly row: ConversationRow;
  readonly view: View;
  readonly contextOpen: boolean;
  readonly onContext: () => void;
}

function ShowList() {
  const listShown = usePreferences((preferences) => preferences.listShown);
  if (listShown) return null;
  return (
    <IconButton
      icon={PanelLeft}
      mirrors
      keys="["
      label={text.conversation.showList}
      onClick={() => togglePreference('listShown')}
    />
  );
}

function ContextButton({ contextOpen, onContext }: Pick<Props, 'contextOpen' | 'onContext'>) {
  return (
    <IconButton
      icon={PanelRight}
      mirrors
      keys="]"
      label={contextOpen ? text.conversation.hideContext : text.conversation.showContext}
      aria-expanded={contextOpen}
      onClick={onContext}
    />
  );
}

function OtherActions({ row }: { readonly row: ConversationRow }) {
  return (
    <>
      <Snooze row={row} />
      {mayTransfer(row) && (
        <Button
          icon={ArrowRightLeft}
          className="transfer"
          title={text.transfer.title}
          onClick={() => ask('transfer', row.id)}
        >
          <span>{text.transfer.open}</span>
        </Button>
      )}
    </>
  );
}

export function ConversationHeader({ row, view, contextOpen, onContext }: Props) {
  const contact = row.contact;
  const width = useWidth();
  const isNarrow = width === 'phone' || width === 'tablet';
  if (contact === undefined) return null;
  return (
    <header className="conversation-head">
      <Link
        to="/inbox/$view/{-$conversation}"
        params={{ view, conversation: undefined }}
        className="icon-btn to-list"
        aria-label={text.conversation.toList}
      >
        <Icon of={ChevronLeft} size={20} mirrors />
      </Link>
      <Avatar id={contact.id} name={contact.name} size={38} presence={contact.online ? 'online' : 'offline'} />
      <div className="conversation-title">
        <h2>
          <bdi>{contact.name}</bdi> <span className="short-id">{shortId(row.id)}</span>
        </h2>
        <Chips row={row} />
      </div>
      <div className="conversation-actions">
        {width !== 'phone' && <ShowList />}
        {isNarrow ? (
          <MoreActions row={row} onContext={onContext} />
        ) : (
          <>
            <ContextButton contextOpen={contextOpen} onContext={onContext} />
            <OtherActions row={row} />
          </>
        )}
        <MainButton key={row.id} row={row} />
      </div>
      <TransferDialog row={row} />
    </header>
  );
}
