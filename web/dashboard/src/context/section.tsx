import type { ReactNode } from 'react';

interface Props {
  readonly title: string;
  readonly more?: ReactNode;
  readonly children: ReactNode;
}

export function Section({ title, more, children }: Props) {
  return (
    <section className="context-section">
      <h3>
        {title}
        {more !== undefined && <span className="section-more">{more}</span>}
      </h3>
      {children}
    </section>
  );
}
