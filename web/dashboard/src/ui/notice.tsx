import { CircleAlert, CircleCheck, Info, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { text } from '../catalogue';
import { Icon } from './icon';
import { IconButton } from './icon-button';

const ICONS = { danger: CircleAlert, info: Info, success: CircleCheck } as const;

interface Props {
  readonly kind: keyof typeof ICONS;
  readonly children: ReactNode;
  readonly onDismiss?: (() => void) | undefined;
}

export function Notice({ kind, children, onDismiss }: Props) {
  return (
    <div className={`notice notice-${kind}`} role={kind === 'danger' ? 'alert' : 'status'}>
      <Icon of={ICONS[kind]} size={15} />
      <div className="notice-text user-text">{children}</div>
      {onDismiss !== undefined && <IconButton small icon={X} label={text.common.dismiss} onClick={onDismiss} />}
    </div>
  );
}
