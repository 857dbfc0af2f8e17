// The panel itself: a dialog beside the page, or over all of it where the screen is small. Owns focus and the Escape key.
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Conversation } from './conversation';
import { focusIfLost, focusInside } from './focus';
import { Home } from './home';
import type { Session } from './session';
import { changeCount, watch } from './signal';

const kFocusable = 'button, a[href], textarea, input, [tabindex="0"]';

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
  const [, draw] = useState(0);
  // By the way of a component's own state, so that one drawing never begins inside another.
  useEffect(() => watch(changeCount, draw), []);
  const open = session.open.value;
  const full = session.full.value;
  const view = session.view.value;
  const step = session.step.value;
  const invitation = session.invitation.part.value;

  useLayoutEffect(() => {
    if (open && panel.current) focusInside(panel.current);
  }, [open]);
  useEffect(() => {
    if (open && panel.current) focusIfLost(panel.current);
  }, [step]);

  return (
    <>
      {invitation && <invitation.Invitation session={session} />}
      <div
        ref={panel}
        class={full ? 'panel full' : session.wide.value ? 'panel wide' : 'panel'}
        role="dialog"
        aria-modal={full ? 'true' : undefined}
        aria-labelledby="title"
        hidden={!open}
        onKeyDown={(event) => {
          if (event.key === 'Escape') session.bridge.close();
          if (event.key === 'Tab' && full && panel.current) keepTabInside(event, panel.current);
        }}
      >
        {view.name === 'home' ? <Home session={session} /> : <Conversation key={step} session={session} />}
      </div>
    </>
  );
}
