import { X } from 'lucide-react';
import { text } from '../catalogue';
import { Icon } from './icon';

interface Props {
  readonly name: string;
  readonly onRemove?: (() => void) | undefined;
}

export function Tag({ name, onRemove }: Props) {
  return (
    <span className="tag">
      <span dir="auto">{name}</span>
      {onRemove !== undefined && (
        <button type="button" className="tag-remove" aria-label={text.context.removeTag(name)} onClick={onRemove}>
          <Icon of={X} size={12} />
        </button>
      )}
    </span>
  );
}
