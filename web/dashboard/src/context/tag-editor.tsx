import type { ConversationRow } from '@parlor/core';
import { Plus } from 'lucide-react';
import { type KeyboardEvent, useId, useState } from 'react';
import { text } from '../catalogue';
import { sayFailure } from '../conversation/notices';
import { useClient } from '../live/live';
import { Icon } from '../ui/icon';
import { Tag } from '../ui/tag';
import { TAG_CHARS_MAX, useKnownTags } from './known-tags';
import { Section } from './section';

interface AddProps {
  readonly onAdd: (tag: string) => void;
  readonly onClose: () => void;
}

function AddTag({ onAdd, onClose }: AddProps) {
  const known = useKnownTags();
  const list = useId();
  const [draft, setDraft] = useState('');
  const finish = () => {
    if (draft.trim() !== '') onAdd(draft.trim());
    onClose();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') {
      event.preventDefault();
      finish();
    } else if (event.key === 'Escape') {
      event.stopPropagation();
      onClose();
    }
  };
  return (
    <>
      <input
        // biome-ignore lint/a11y/noAutofocus: it appears because the agent pressed "Add"
        autoFocus
        className="tag-input"
        dir="auto"
        list={list}
        maxLength={TAG_CHARS_MAX}
        aria-label={text.context.newTag}
        placeholder={text.context.newTag}
        value={draft}
        onChange={(event) => setDraft(event.target.value)}
        onKeyDown={onKeyDown}
        onBlur={finish}
      />
      <datalist id={list}>
        {known.map((tag) => (
          <option key={tag} value={tag} />
        ))}
      </datalist>
    </>
  );
}

export function TagEditor({ row }: { readonly row: ConversationRow }) {
  const client = useClient();
  const [adding, setAdding] = useState(false);
  const tags = row.tags ?? [];
  const change = (wish: { add?: readonly string[]; remove?: readonly string[] }) => {
    client.tag(row.id, wish).catch((error: unknown) => sayFailure(row.id, error, text.context.tagFailed));
  };
  return (
    <Section title={text.context.tags}>
      <div className="tags">
        {tags.map((tag) => (
          <Tag key={tag} name={tag} onRemove={() => change({ remove: [tag] })} />
        ))}
        {adding ? (
          <AddTag onAdd={(tag) => !tags.includes(tag) && change({ add: [tag] })} onClose={() => setAdding(false)} />
        ) : (
          <button type="button" className="tag tag-add" onClick={() => setAdding(true)}>
            <Icon of={Plus} size={12} />
            {text.context.addTag}
          </button>
        )}
      </div>
    </Section>
  );
}
