/** Puts the chosen theme on the page; `auto` follows the device. */

import { type Theme, usePreferences } from './preferences';

const deviceIsDark = () => window.matchMedia('(prefers-color-scheme: dark)');

function show(theme: Theme): void {
  const root = document.documentElement;
  const dark = theme === 'dark' || (theme === 'auto' && deviceIsDark().matches);
  if (theme === 'auto') delete root.dataset.theme;
  else root.dataset.theme = theme;
  root.classList.toggle('is-dark', dark);
}

/** Shows the theme now and follows every change of it. */
export function followTheme(): () => void {
  const update = () => show(usePreferences.getState().theme);
  const device = deviceIsDark();
  update();
  const stop = usePreferences.subscribe(update);
  device.addEventListener('change', update);
  return () => {
    stop();
    device.removeEventListener('change', update);
  };
}
