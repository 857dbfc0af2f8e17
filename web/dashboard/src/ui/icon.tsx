import type { LucideIcon } from 'lucide-react';

interface Props {
  readonly of: LucideIcon;
  readonly size?: 11 | 12 | 13 | 14 | 15 | 16 | 17 | 18 | 19 | 20 | 24 | undefined;
  /** Turned round where text runs from right to left. */
  readonly mirrors?: boolean;
  readonly className?: string;
}

/** A picture beside words; it never stands for them. */
export function Icon({ of: Drawing, size = 16, mirrors = false, className }: Props) {
  const classes = [mirrors && 'mirrors', className].filter(Boolean).join(' ');
  return <Drawing size={size} strokeWidth={1.75} aria-hidden="true" focusable="false" className={classes} />;
}
