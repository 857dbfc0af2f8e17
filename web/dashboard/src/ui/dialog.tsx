import { Dialog as Base } from '@base-ui/react/dialog';
import { X } from 'lucide-react';
import type { ReactNode, RefObject } from 'react';
import { text } from '../catalogue';
import { IconButton } from './icon-button';

interface Props {
  readonly title: string;
  readonly open: boolean;
  readonly onClose: () => void;
  readonly wide?: boolean;
  /** Where the keyboard stands at first; else on the first thing that can be done. */
  readonly initialFocus?: RefObject<HTMLElement | null>;
  readonly children: ReactNode;
}

export function Dialog({ title, open, onClose, wide = false, initialFocus, children }: Props) {
  return (
    <Base.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Base.Portal>
        <Base.Backdrop className="backdrop" />
        <Base.Popup
          className={`dialog scroller ${wide ? 'dialog-wide' : ''}`}
          {...(initialFocus === undefined ? {} : { initialFocus })}
        >
          <div className="dialog-head">
            <Base.Title>{title}</Base.Title>
            <Base.Close render={<IconButton icon={X} label={text.common.close} />} />
          </div>
          {children}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}

/** A panel that lies over the others where they do not fit beside one another. */
export function Sheet({ title, open, onClose, children }: Props) {
  return (
    <Base.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Base.Portal>
        <Base.Backdrop className="backdrop" />
        <Base.Popup className="sheet scroller" aria-label={title}>
          {children}
          <Base.Close className="sheet-close" render={<IconButton icon={X} label={text.common.close} />} />
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
