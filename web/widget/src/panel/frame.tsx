// The panel itself: a dialog beside the page, or over all of it where the screen is small. Owns focus and the Escape key.
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { Conversation } from './conversation';
import { Home } from './home';
import type { Session } from './session';

const kFocusable = 'button, a[href], textarea, input, [tabindex="0"]';

/** Where writing starts, or the first thing that can be pressed. */
function focusInside(panel: HTMLElement): void {
  for (const wanted of ['.field textarea', 'button.card', '.composer button', 'button']) {
    const target = panel.querySelector<HTMLElement>(wanted);
    if (!target) continue;
    target.focus({ preventScroll: true });
    return;
  }
}

function keepTabInside(event: KeyboardEvent, panel: HTMLElement): void {
  const all = [...panel.querySelectorAll<HTMLElement>(kFocusable)].filter((one) => one.offsetParent !== null);
  const edge = event.shiftKey ? all[0] : all.at(-1);
  const other = event.shiftKey ? all.at(-1) : all[0];
  if ((panel.getRootNode() as ShadowRoot).activeElement !== edge) return;
  event.preventDefault();
  other?.focus();
}

export function Frame({ session }: { session: Session }) {
  const panel = useRef<HTMLDivElement>(null);
  const open = session.open.value;
  const full = session.full.value;
  const view = session.view.value;
  const screen = view.name === 'home' ? 'home' : `conversation ${view.id ?? ''}`;
  const shown = useRef(screen);

  useLayoutEffect(() => {
    if (open && panel.current) focusInside(panel.current);
  }, [open]);
  useEffect(() => {
    // A change of screen takes the focus along if it would otherwise be lost with the old one.
    const inside = panel.current?.getRootNode() as ShadowRoot | undefined;
    if (shown.current !== screen && open && !inside?.activeElement && panel.current) focusInside(panel.current);
    shown.current = screen;
  }, [screen, open]);

  return (
    <div
      ref={panel}
      class={full ? 'panel full' : 'panel'}
      role="dialog"
      aria-modal={full ? 'true' : undefined}
      aria-labelledby="title"
      hidden={!open}
      onKeyDown={(event) => {
        if (event.key === 'Escape') session.close();
        if (event.key === 'Tab' && full && panel.current) keepTabInside(event, panel.current);
      }}
    >
      {view.name === 'home' ? <Home session={session} /> : <Conversation session={session} />}
    </div>
  );
}
