import type { MessageItem } from '@parlor/core';
import { type KeyboardEvent, useState } from 'react';
import { text } from '../catalogue';
import { lengthOf, TEXT_LIMIT } from '../composer/composer';
import { useClient } from '../live/live';
import { Button } from '../ui/button';
import { sayFailure } from './notices';

interface Props {
  readonly conversation: string;
  readonly item: MessageItem;
  readonly onDone: () => void;
}

export function MessageEditor({ conversation, item, onDone }: Props) {
  const client = useClient();
  const [words, setWords] = useState(item.text ?? '');
  const good = words.trim() !== '' && lengthOf(words.trim()) <= TEXT_LIMIT;
  const save = () => {
    if (!good || item.message === undefined) return;
    onDone();
    if (words.trim() === item.text) return;
    client
      .edit(conversation, item.message, words.trim())
      .catch((error: unknown) => sayFailure(conversation, error, text.conversation.editFailed));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.stopPropagation();
      onDone();
    } else if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) {
      event.preventDefault();
      save();
    }
  };
  return (
    <div className="message-editor">
      <textarea
        // biome-ignore lint/a11y/noAutofocus: it appears because its author pressed "Edit message"
        autoFocus
        className="input"
        rows={3}
        dir="auto"
        aria-label={text.conversation.editing}
        value={words}
        onChange={(event) => setWords(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <div className="message-editor-foot">
        <Button size="small" onClick={onDone}>
          {text.common.cancel}
        </Button>
        <Button size="small" variant="primary" disabled={!good} onClick={save}>
          {text.common.save}
        </Button>
      </div>
    </div>
  );
}
