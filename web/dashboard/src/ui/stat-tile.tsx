import { AlarmClock, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Icon } from './icon';

interface Props {
  readonly icon: LucideIcon;
  readonly label: string;
  readonly value: ReactNode;
  readonly help?: ReactNode;
  /** What is wrong, in words, when the value is past what it should be. */
  readonly alarm?: string | undefined;
}

/** One figure to be read from across the room. */
export function StatTile({ icon, label, value, help, alarm }: Props) {
  return (
    <div className="stat-tile" data-alarm={alarm === undefined ? undefined : true}>
      <dt>
        <Icon of={icon} size={14} />
        {label}
      </dt>
      <dd>
        <span className="stat-value nums">
          <bdi>{value}</bdi>
        </span>
        <span className="stat-help">
          {alarm === undefined ? (
            help
          ) : (
            <>
              <Icon of={AlarmClock} size={13} />
              {alarm}
            </>
          )}
        </span>
      </dd>
    </div>
  );
}
