// On small screens the panel covers the page: the page behind becomes inert and does not scroll, and the composer stays above
// the on-screen keyboard. Everything is put back as it was when the panel closes.
import type { Bridge } from '../bridge';

const kSmall = '(max-width: 479.98px), (max-height: 559.98px)';

export interface SmallScreen {
  /** Takes note of opening and closing. */
  update(open: boolean): void;
  dispose(): void;
}

export function createSmallScreen(bridge: Bridge, changed: (full: boolean) => void): SmallScreen {
  const query = matchMedia(kSmall);
  const page = document.documentElement;
  let silenced: HTMLElement[] = [];
  let overflow = '';
  let covering = false;
  let open = false;

  const follow = (): void => {
    const view = window.visualViewport;
    if (!view || !covering) return;
    bridge.slot.style.setProperty('--view-top', `${view.offsetTop}px`);
    bridge.slot.style.setProperty('--view-size', `${view.height}px`);
  };

  const cover = (): void => {
    silenced = [...document.body.children].filter(
      (one): one is HTMLElement => one instanceof HTMLElement && one !== bridge.host && !one.inert,
    );
    for (const one of silenced) one.inert = true;
    overflow = page.style.overflow;
    page.style.overflow = 'hidden';
    bridge.host.dataset.full = '';
  };

  const uncover = (): void => {
    for (const one of silenced) one.inert = false;
    page.style.overflow = overflow;
    delete bridge.host.dataset.full;
  };

  const apply = (): void => {
    const wanted = open && query.matches;
    if (wanted !== covering) {
      covering = wanted;
      if (covering) cover();
      else uncover();
    }
    follow();
    changed(query.matches);
  };

  query.addEventListener('change', apply);
  window.visualViewport?.addEventListener('resize', follow);
  window.visualViewport?.addEventListener('scroll', follow);

  return {
    update(now) {
      open = now;
      apply();
    },
    dispose() {
      open = false;
      apply();
      query.removeEventListener('change', apply);
      window.visualViewport?.removeEventListener('resize', follow);
      window.visualViewport?.removeEventListener('scroll', follow);
    },
  };
}
