/** Puts a conversation off until a time, or wakes it. */

import type { ConversationRow } from '@parlor/core';
import { AlarmClock, MoonStar } from 'lucide-react';
import { text } from '../catalogue';
import { dayAndTime } from '../format';
import { useNow } from '../live/now';
import { IconButton } from '../ui/icon-button';
import { Menu, MenuItem } from '../ui/menu';
import { ask, stopAsking, useIsAsked } from './asked';
import { maySnooze, snoozeTimes } from './snooze-times';
import { useActions } from './use-actions';
import { isBooked } from './way-asked';

export function SnoozeItems({ row }: { readonly row: ConversationRow }) {
  const { snooze, wake } = useActions(row);
  const now = useNow();
  // Whoever takes a booked call wakes it.
  if (isBooked(row)) return null;
  if (row.status === 'snoozed') {
    return (
      <MenuItem icon={AlarmClock} onSelect={() => void wake()}>
        {text.conversation.wake}
      </MenuItem>
    );
  }
  if (!maySnooze(row)) return null;
  return snoozeTimes(now).map(({ name, at }) => (
    <MenuItem key={name} icon={MoonStar} onSelect={() => void snooze(at)} end={dayAndTime(at)}>
      {text.conversation.snoozeFor[name]}
    </MenuItem>
  ));
}

export function Snooze({ row }: { readonly row: ConversationRow }) {
  const { wake } = useActions(row);
  const open = useIsAsked('snooze', row.id);
  if (isBooked(row)) return null;
  if (row.status === 'snoozed') return <IconButton icon={AlarmClock} label={text.conversation.wake} onClick={wake} />;
  if (!maySnooze(row)) return null;
  return (
    <Menu
      trigger={<IconButton icon={MoonStar} keys="Z" label={text.conversation.snooze} />}
      open={open}
      onOpenChange={(next) => (next ? ask('snooze', row.id) : stopAsking('snooze'))}
    >
      <SnoozeItems row={row} />
    </Menu>
  );
}
