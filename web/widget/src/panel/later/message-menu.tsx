// What a visitor can do with an own message: change it, or take it back after one more question.
import type { MessageItem } from '@parlor/core';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Drawing, Icon } from '../icons';
import type { Session } from '../session';
import { kBin, kPencil } from './icons';
import { say } from './words';

function Sure({ session, item, onClose }: { session: Session; item: MessageItem; onClose: () => void }) {
  const keep = useRef<HTMLButtonElement>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => keep.current?.focus(), []);
  const remove = (): void => {
    setFailed(false);
    const article = keep.current?.closest('article');
    session.remove(item).then(
      () => {
        article?.focus();
        onClose();
      },
      () => setFailed(true),
    );
  };
  return (
    <>
      {failed && (
        <p class="not-sent" role="alert">
          <Icon name="alert" size={14} />
          {say(session, 'changeFailed')}
        </p>
      )}
      <button type="button" role="menuitem" class="danger" onClick={remove}>
        <Drawing path={kBin} size={18} />
        {say(session, 'removeSure')}
      </button>
      <button type="button" role="menuitem" ref={keep} onClick={onClose}>
        {say(session, 'keep')}
      </button>
    </>
  );
}

export function MessageMenu({ session, item, onClose }: { session: Session; item: MessageItem; onClose: () => void }) {
  const [asking, setAsking] = useState(false);
  if (asking) return <Sure session={session} item={item} onClose={onClose} />;
  const edit = (): void => {
    onClose();
    session.editing.value = item.key;
  };
  return (
    <>
      <button type="button" role="menuitem" onClick={edit}>
        <Drawing path={kPencil} size={18} />
        {say(session, 'edit')}
      </button>
      <button type="button" role="menuitem" onClick={() => setAsking(true)}>
        <Drawing path={kBin} size={18} />
        {say(session, 'remove')}
      </button>
    </>
  );
}
