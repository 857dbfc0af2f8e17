import type { CSSProperties } from 'react';
import { hueOf, initials } from '../format';

export type PresenceState = 'online' | 'busy' | 'away' | 'offline';

interface Props {
  readonly id: string;
  readonly name: string;
  readonly size: 26 | 32 | 36 | 38 | 44;
  readonly presence?: PresenceState | undefined;
}

/** A person at a glance. Beside it always stands their name, so readers of the screen skip it. */
export function Avatar({ id, name, size, presence }: Props) {
  const hue = { '--h': hueOf(id) } as CSSProperties;
  return (
    <span className={`avatar avatar-${size}`} style={hue} data-initials={initials(name, id)} aria-hidden="true">
      {presence !== undefined && <i className={`presence presence-${presence}`} />}
    </span>
  );
}
