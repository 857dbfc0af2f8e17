import type { ReactNode } from 'react';
import { useId } from 'react';

interface Props {
  readonly title: string;
  readonly count?: number;
  readonly className: string;
  readonly children: ReactNode;
}

/** A card of the wall. What does not fit scrolls in it, also by keyboard. */
export function Panel({ title, count, className, children }: Props) {
  const id = useId();
  return (
    <div className={`wall-panel ${className}`}>
      <h2 id={id}>
        {title} {count !== undefined && <span className="nums">{count}</span>}
      </h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable with the keyboard */}
      <section className="wall-scroll scroller" aria-labelledby={id} tabIndex={0}>
        {children}
      </section>
    </div>
  );
}
