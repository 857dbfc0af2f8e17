import type { ReactNode } from 'react';

interface Props {
  readonly title: string;
  readonly purpose: string;
  readonly action?: ReactNode;
}

export function SectionHead({ title, purpose, action }: Props) {
  return (
    <header className="settings-head">
      <div>
        <h2>
          <bdi>{title}</bdi>
        </h2>
        <p>{purpose}</p>
      </div>
      {action}
    </header>
  );
}
