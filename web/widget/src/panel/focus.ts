// Where the keyboard is after something on the screen has changed.

const kFirst = [
  '.way :is(input, button)',
  '.composer :is(input, textarea)',
  'button.card',
  '.composer button',
  'button',
];

/** Where writing starts, or else the first thing that can be done. */
export function focusInside(panel: HTMLElement): void {
  for (const wanted of kFirst) {
    const target = panel.querySelector<HTMLElement>(wanted);
    if (!target) continue;
    target.focus({ preventScroll: true });
    return;
  }
}

/** What had the focus may have gone with the old screen. */
export function focusIfLost(panel: HTMLElement): void {
  if (!(panel.getRootNode() as ShadowRoot).activeElement) focusInside(panel);
}
