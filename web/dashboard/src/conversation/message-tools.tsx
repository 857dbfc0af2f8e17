import type { MessageItem } from '@parlor/core';
import { Check, Copy, Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { text } from '../catalogue';
import { useClient, useLive } from '../live/live';
import { useNow } from '../live/now';
import { Button } from '../ui/button';
import { useCopy } from '../ui/copy-block';
import { Dialog } from '../ui/dialog';
import { IconButton } from '../ui/icon-button';
import { mayDelete, mayEdit } from './message-rules';
import { sayFailure } from './notices';

interface DeleteProps {
  readonly conversation: string;
  readonly message: string;
  readonly onClose: () => void;
}

function DeleteDialog({ conversation, message, onClose }: DeleteProps) {
  const client = useClient();
  const remove = () => {
    onClose();
    client
      .remove(conversation, message)
      .catch((error: unknown) => sayFailure(conversation, error, text.conversation.failed));
  };
  return (
    <Dialog open title={text.conversation.deleteTitle} onClose={onClose}>
      <p>{text.conversation.deleteBody}</p>
      <div className="dialog-foot">
        <Button onClick={onClose}>{text.common.cancel}</Button>
        <Button variant="danger" icon={Trash2} onClick={remove}>
          {text.common.delete}
        </Button>
      </div>
    </Dialog>
  );
}

interface Props {
  readonly conversation: string;
  readonly item: MessageItem;
  readonly onEdit: () => void;
}

/** Stands beside a bubble while it is pointed at or focused. */
export function MessageTools({ conversation, item, onEdit }: Props) {
  const me = useLive((state) => state.me);
  const now = useNow();
  const { copied, copy } = useCopy();
  const [deleting, setDeleting] = useState(false);
  const { text: words, message } = item;
  if (words === undefined || item.deleted || item.state !== 'sent' || message === undefined) return null;
  const rules = { me: me?.id, owner: me?.role === 'owner', now };
  return (
    <span className="message-tools">
      <IconButton
        small
        icon={copied ? Check : Copy}
        label={copied ? text.common.copied : text.conversation.copyMessage}
        onClick={() => copy(words)}
      />
      {mayEdit(item, rules) && (
        <IconButton small icon={Pencil} label={text.conversation.editMessage} onClick={onEdit} />
      )}
      {mayDelete(item, rules) && (
        <IconButton small icon={Trash2} label={text.conversation.deleteMessage} onClick={() => setDeleting(true)} />
      )}
      {deleting && <DeleteDialog conversation={conversation} message={message} onClose={() => setDeleting(false)} />}
    </span>
  );
}
