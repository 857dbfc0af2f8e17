import type { CSSProperties } from 'react';

/** More bars than these say less than one long one. */
const BARS_MAX = 8;

function LongBar({ chats, capacity }: { readonly chats: number; readonly capacity: number }) {
  const style = { '--share': Math.min(1, chats / capacity) } as CSSProperties;
  return (
    <span className="load-bar" data-full={chats >= capacity || undefined}>
      <i style={style} />
    </span>
  );
}

interface Props {
  readonly chats: number;
  /** Absent: as many as come. */
  readonly capacity: number | undefined;
  readonly label: string;
}

function Bars({ chats, capacity }: { readonly chats: number; readonly capacity: number }) {
  return (
    <span className="load-bars" data-full={chats >= capacity || undefined}>
      {Array.from({ length: capacity }, (_, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: bars never move
        <i key={at} data-on={at < chats || undefined} />
      ))}
    </span>
  );
}

function Drawing({ chats, capacity = 0 }: Pick<Props, 'chats' | 'capacity'>) {
  if (capacity > BARS_MAX) return <LongBar chats={chats} capacity={capacity} />;
  return <Bars chats={chats} capacity={capacity} />;
}

/** How many chats somebody has of how many they take: a bar for each, and the numbers. */
export function Load({ chats, capacity, label }: Props) {
  return (
    <span className="load">
      <span className="load-shown" aria-hidden="true">
        <Drawing chats={chats} capacity={capacity} />
        <bdi className="nums">{capacity === undefined ? chats : `${chats}/${capacity}`}</bdi>
      </span>
      <span className="sr-only">{label}</span>
    </span>
  );
}
