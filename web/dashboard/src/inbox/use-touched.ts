/** Whether somebody is about to press something in a list: the mouse is over it, or the keyboard is in it. */

import { type FocusEvent, type PointerEvent, useState } from 'react';

export interface TouchHandlers {
  readonly onPointerEnter: (event: PointerEvent) => void;
  readonly onPointerLeave: () => void;
  readonly onFocus: (event: FocusEvent) => void;
  readonly onBlur: (event: FocusEvent) => void;
}

export function useTouched(): { readonly touched: boolean; readonly handlers: TouchHandlers } {
  const [pointer, setPointer] = useState(false);
  const [focus, setFocus] = useState(false);
  const handlers = {
    onPointerEnter: (event: PointerEvent) => setPointer(event.pointerType === 'mouse'),
    onPointerLeave: () => setPointer(false),
    onFocus: (event: FocusEvent) => setFocus(event.target.matches(':focus-visible')),
    onBlur: (event: FocusEvent) => {
      if (!event.currentTarget.contains(event.relatedTarget)) setFocus(false);
    },
  };
  return { touched: pointer || focus, handlers };
}
