// Puts the panel into the slot that the loader lends, and takes it away again without a trace.
import { render } from 'preact';
import type { Bridge, Panel } from '../bridge';
import { isColor } from '../color';
import { brandRules } from './brand';
import { createDeferred } from './deferred';
import { Frame } from './frame';
import css from './panel.css?inline';
import { type Connect, Session } from './session';
import { watch } from './signal';
import { createSmallScreen } from './small-screen';

export function mountWith(bridge: Bridge, connect: Connect): Panel {
  const { shadow, slot } = bridge;
  const dress = ({ css }: { css: string }): void => {
    const more = new CSSStyleSheet();
    more.replaceSync(css);
    shadow.adoptedStyleSheets = [...shadow.adoptedStyleSheets, more];
  };
  const session = new Session(bridge, connect, {
    later: createDeferred(() => import('./later/later'), dress),
    waysOut: createDeferred(() => import('./later/ways-out'), dress),
    invitation: createDeferred(() => import('./later/invitation'), dress),
  });
  const rules = new CSSStyleSheet();
  const brand = new CSSStyleSheet();
  rules.replaceSync(css);
  const before = shadow.adoptedStyleSheets;
  shadow.adoptedStyleSheets = [...before, rules, brand];
  const smallScreen = createSmallScreen(bridge, (full) => (session.full.value = full));
  const stopBrand = watch(
    () => session.configuration.value.inbox.color,
    (color) => brand.replaceSync(isColor(color) ? brandRules(color) : ''),
  );
  smallScreen.update(false);
  render(<Frame session={session} />, slot);

  return {
    show(open) {
      smallScreen.update(open);
      session.open.value = open;
    },
    prefill(text) {
      if (session.view.value.name === 'home') session.go({ name: 'conversation', id: session.going.value?.id });
      session.prefilled.value = text;
    },
    refresh: () => session.refresh(),
    dispose() {
      stopBrand();
      smallScreen.dispose();
      session.dispose();
      render(null, slot);
      shadow.adoptedStyleSheets = before;
    },
  };
}
