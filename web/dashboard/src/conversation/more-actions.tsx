/** Where the header is narrow: what else can be done with a conversation, in one menu. */

import type { ConversationRow } from '@parlor/core';
import { ArrowRightLeft, Ellipsis, PanelRight } from 'lucide-react';
import { text } from '../catalogue';
import { IconButton } from '../ui/icon-button';
import { Menu, MenuItem } from '../ui/menu';
import { ask, stopAsking, useIsAsked } from './asked';
import { SnoozeItems } from './snooze';
import { mayTransfer } from './targets';

interface Props {
  readonly row: ConversationRow;
  readonly onContext: () => void;
}

export function MoreActions({ row, onContext }: Props) {
  // Here the key for snoozing opens the menu in which it stands.
  const open = useIsAsked('snooze', row.id);
  return (
    <Menu
      trigger={<IconButton icon={Ellipsis} label={text.conversation.more} />}
      open={open}
      onOpenChange={(next) => (next ? ask('snooze', row.id) : stopAsking('snooze'))}
    >
      <MenuItem icon={PanelRight} onSelect={onContext}>
        {text.conversation.showContext}
      </MenuItem>
      {mayTransfer(row) && (
        <MenuItem icon={ArrowRightLeft} onSelect={() => ask('transfer', row.id)}>
          {text.transfer.title}
        </MenuItem>
      )}
      <SnoozeItems row={row} />
    </Menu>
  );
}
