// What can be done with the chat as a whole.
import type { ComponentChildren } from 'preact';
import { Drawing, Icon } from '../icons';
import type { Session } from '../session';
import { kNarrow, kSound, kWide } from './icons';
import { type LaterTextKey, say } from './words';

interface Props {
  session: Session;
  /** Absent where there is nothing to end. */
  onEnd: (() => void) | undefined;
  onClose: () => void;
}

export function ChatMenu({ session, onEnd, onClose }: Props) {
  const item = (icon: ComponentChildren, text: LaterTextKey, act: () => void) => (
    <button
      key={text}
      type="button"
      role="menuitem"
      onClick={() => {
        onClose();
        act();
      }}
    >
      {icon}
      {say(session, text)}
    </button>
  );
  const wide = session.wide.value;
  return (
    <>
      {!session.full.value &&
        item(
          <Drawing path={wide ? kNarrow : kWide} size={18} />,
          wide ? 'shrink' : 'expand',
          () => (session.wide.value = !wide),
        )}
      {item(<Drawing path={kSound} size={18} />, session.sounds.value ? 'soundsOff' : 'soundsOn', () =>
        session.toggleSounds(),
      )}
      {onEnd && item(<Icon name="end" size={18} />, 'endChat', onEnd)}
    </>
  );
}
