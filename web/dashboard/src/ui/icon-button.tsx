import type { LucideIcon } from 'lucide-react';
import type { ComponentProps } from 'react';
import { Icon } from './icon';
import { Tooltip } from './tooltip';

interface Props extends Omit<ComponentProps<'button'>, 'children'> {
  readonly icon: LucideIcon;
  readonly label: string;
  readonly keys?: string | undefined;
  readonly small?: boolean;
  readonly mirrors?: boolean;
}

export function IconButton({ icon, label, keys, small = false, mirrors = false, className, ...rest }: Props) {
  return (
    <Tooltip label={label} keys={keys}>
      <button
        type="button"
        {...rest}
        aria-label={label}
        className={`icon-btn ${small ? 'icon-btn-sm' : ''} ${className ?? ''}`}
      >
        <Icon of={icon} size={small ? 15 : 17} mirrors={mirrors} />
      </button>
    </Tooltip>
  );
}
