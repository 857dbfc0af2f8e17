/** One conversation in the list: 74 px that say who, how long, what and whose. */

import type { ConversationRow } from '@parlor/core';
import { Link } from '@tanstack/react-router';
import { Check, PenLine, Phone, UserRoundPlus } from 'lucide-react';
import { memo } from 'react';
import { text } from '../catalogue';
import { useDraft } from '../composer/drafts';
import { useActions } from '../conversation/use-actions';
import { isBooked } from '../conversation/way-asked';
import { firstName } from '../format';
import { useLive, useMyId } from '../live/live';
import { Avatar } from '../ui/avatar';
import { Icon } from '../ui/icon';
import { IconButton } from '../ui/icon-button';
import { Tag } from '../ui/tag';
import { PriorityMark, TeamTag } from './marks';
import { authorBefore } from './preview';
import type { View } from './views';
import { UrgencyBar, WaitTimer } from './wait-timer';

/** The team's tag is one of them. */
const TAGS_SHOWN = 2;

function Preview({ row, selected }: { readonly row: ConversationRow; readonly selected: boolean }) {
  const me = useMyId();
  const draft = useDraft(row.id, 'reply');
  const typing = useLive((state) => state.conversations.get(row.id)?.typing.some(({ kind }) => kind === 'visitor'));
  if (typing === true) {
    return (
      <em>
        <Icon of={PenLine} size={12} />
        {text.inbox.typing}
      </em>
    );
  }
  if (!selected && draft.trim() !== '') {
    return (
      <>
        <b className="draft-mark">{text.inbox.draft}</b> {draft}
      </>
    );
  }
  if (row.last_message === undefined) return text.inbox.noMessage;
  const author = authorBefore(row, me);
  return author === undefined ? row.last_message.preview : `${author} ${row.last_message.preview}`;
}

function Owner({ row, place }: { readonly row: ConversationRow; readonly place: number | undefined }) {
  const me = useMyId();
  if (row.status === 'queued') return place === undefined ? null : text.inbox.inLine(place);
  if (isBooked(row)) {
    return (
      <>
        <Icon of={Phone} size={11} />
        {text.conversation.waitsForCall}
      </>
    );
  }
  if (row.assignee === undefined) return null;
  return row.assignee.id === me ? text.common.you : <bdi>{firstName(row.assignee.name)}</bdi>;
}

function Marks({ row, place }: { readonly row: ConversationRow; readonly place: number | undefined }) {
  const tags = row.tags ?? [];
  const shown = row.team === undefined ? TAGS_SHOWN : TAGS_SHOWN - 1;
  return (
    <span className="row-marks">
      {row.team !== undefined && <TeamTag name={row.team.name} />}
      {tags.slice(0, shown).map((tag) => (
        <Tag key={tag} name={tag} />
      ))}
      {tags.length > shown && <bdi className="tag nums">{text.inbox.moreTags(tags.length - shown)}</bdi>}
      <span className="row-owner">
        <Owner row={row} place={place} />
      </span>
    </span>
  );
}

function HoverActions({ row }: { readonly row: ConversationRow }) {
  const me = useMyId();
  const { take, resolve } = useActions(row);
  const canTake = row.status !== 'resolved' && (row.status === 'queued' || row.assignee?.id !== me);
  return (
    <span className="row-actions">
      {canTake && (
        <IconButton
          small
          tabIndex={-1}
          icon={UserRoundPlus}
          label={row.status === 'queued' ? text.inbox.accept : text.inbox.take}
          onClick={take}
        />
      )}
      {row.status === 'open' && (
        <IconButton small tabIndex={-1} icon={Check} label={text.inbox.resolve} onClick={resolve} />
      )}
    </span>
  );
}

interface Props {
  readonly id: string;
  readonly view: View;
  readonly selected: boolean;
  readonly focusable: boolean;
  readonly place: number | undefined;
}

export const Row = memo(function Row({ id, view, selected, focusable, place }: Props) {
  const row = useLive((state) => state.inbox?.rows.get(id));
  if (row?.contact === undefined) return null;
  const { contact, unread } = row;
  return (
    <div className="row" data-selected={selected || undefined} data-unread={unread > 0 || undefined}>
      <Link
        to="/inbox/$view/{-$conversation}"
        params={{ view, conversation: id }}
        className="row-link"
        data-row={id}
        tabIndex={focusable ? 0 : -1}
        aria-current={selected ? 'true' : undefined}
      >
        <UrgencyBar row={row} />
        <Avatar id={contact.id} name={contact.name} size={36} presence={contact.online ? 'online' : 'offline'} />
        <span className="row-text">
          <span className="row-top">
            <bdi className="row-name">{contact.name}</bdi>
            <PriorityMark priority={row.priority} />
            <WaitTimer row={row} />
          </span>
          <span className="row-middle">
            <span className="row-preview" dir="auto">
              <Preview row={row} selected={selected} />
            </span>
            {unread > 0 && (
              <span className="badge">
                <bdi aria-hidden="true">{unread > 99 ? '99+' : unread}</bdi>
                <span className="sr-only">{text.inbox.unread(unread)}</span>
              </span>
            )}
          </span>
          <Marks row={row} place={place} />
        </span>
      </Link>
      <HoverActions row={row} />
    </div>
  );
});
