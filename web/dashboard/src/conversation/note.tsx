import type { NoteItem } from '@parlor/core';
import { Lock } from 'lucide-react';
import { text } from '../catalogue';
import { clockTime } from '../format';
import { useMyId } from '../live/live';
import { Icon } from '../ui/icon';
import { RichText } from './rich-text';

/** For the team only; it looks like nothing that a visitor could ever see. */
export function Note({ item }: { readonly item: NoteItem }) {
  const me = useMyId();
  return (
    <article className="note">
      <Icon of={Lock} size={15} />
      <div className="note-body">
        <p className="note-head">
          <bdi>{item.actor.id === me ? text.common.you : item.actor.name}</bdi>{' '}
          <span>
            {text.conversation.internalNote} · {clockTime(item.at)}
            {item.state !== 'sent' && ` · ${text.conversation.sending}`}
          </span>
        </p>
        <div className="user-text rich" dir="auto">
          <RichText words={item.text ?? text.conversation.deleted} />
        </div>
      </div>
    </article>
  );
}
