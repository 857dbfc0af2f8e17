import { X } from 'lucide-react';
import { text } from '../catalogue';
import { Icon } from './icon';

interface Props {
  readonly name: string;
  readonly onRemove?: (() => void) | undefined;
  readonly removeLabel?: string | undefined;
}

export function Tag({ name, onRemove, removeLabel }: Props) {
  return (
    <span className="tag">
      <span dir="auto">{name}</span>
      {onRemove !== undefined && (
        <button
          type="button"
          className="tag-remove"
          aria-label={removeLabel ?? text.context.removeTag(name)}
          onClick={onRemove}
        >
          <Icon of={X} size={12} />
        </button>
      )}
    </span>
  );
}
