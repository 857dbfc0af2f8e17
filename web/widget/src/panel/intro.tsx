// The first lines of a conversation that has not begun.
import type { Session } from './session';

export function Intro({ session }: { session: Session }) {
  const { inbox, available } = session.configuration.value;
  return (
    <div class="intro">
      <p class="greeting" dir="auto">
        {inbox.greeting || session.t('hello')}
      </p>
      <p>{session.t(available ? 'introOnline' : 'introAway')}</p>
    </div>
  );
}
