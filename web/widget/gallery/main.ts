// Shows one state of the widget on a plain page: `?state=person&theme=dark&locale=en-XB`. Uses the real loader styles, launcher
// and panel; only the engine and the server are stand-ins.
import type { Bridge, Configuration, DeviceState } from '../src/bridge';
import { availableLocale, direction } from '../src/catalogue';
import * as launcher from '../src/loader/launcher';
import { launcherPair } from '../src/loader/launcher-color';
import css from '../src/loader/loader.css?inline';
import { mountWith } from '../src/panel/panel';
import { createDouble } from './double';
import { states } from './states';

const wanted = new URLSearchParams(location.search);
const chosen = states[wanted.get('state') ?? 'new'] ?? {};
const locale = availableLocale(wanted.get('locale') ?? 'en-GB');
const configuration: Configuration = {
  inbox: { key: 'demo', name: 'Website', workspace: 'Casa & Co', color: chosen.color, greeting: chosen.greeting },
  panel: { js: '' },
  unread: 0,
  open: false,
  available: true,
  agents: [
    { id: 'ada', name: 'Ada Lindqvist' },
    { id: 'ben', name: 'Ben Okafor' },
  ],
  ...chosen.configuration,
};

const host = document.createElement('parlor-chat');
const root = launcher.element('div', 'root');
const slot = launcher.element('div', 'slot');
const rules = new CSSStyleSheet();
const shadow = host.attachShadow({ mode: 'open' });
rules.replaceSync(css);
shadow.adoptedStyleSheets = [rules];
launcher.build();
root.append(slot, launcher.button);
shadow.append(root);
host.dir = direction(locale);
host.dataset.side = wanted.get('side') ?? 'end';
root.lang = locale;
root.dataset.theme = wanted.get('theme') ?? 'light';
if (chosen.color) {
  const [accent, on] = launcherPair(chosen.color);
  launcher.button.style.setProperty('--launcher', accent);
  launcher.button.style.setProperty('--on-launcher', on);
}
document.body.append(host);

const kept: DeviceState = chosen.state ? { token: 'known' } : {};
const draw = (open: boolean): void =>
  launcher.draw({
    open,
    unread: 2,
    available: true,
    label: wanted.get('label') ?? '',
    locale,
    busy: false,
    failed: false,
  });
const bridge: Bridge = {
  server: location.origin,
  site: 'demo',
  host,
  shadow,
  slot,
  device: {
    read: () => kept,
    write: (change) => void Object.assign(kept, change),
    forget: () => undefined,
    durable: () => true,
  },
  configuration: () => configuration,
  page: () => ({ url: location.href, title: document.title }),
  locale: () => locale,
  emit: () => undefined,
  unread: () => undefined,
  open: () => show(true),
  close: () => show(false),
};
const double = chosen.state && createDouble(chosen.state, chosen.slots);
const panel = mountWith(bridge, () => {
  if (!double) throw new Error('this visitor has never written');
  return double;
});

function show(open: boolean): void {
  panel.show(open);
  draw(open);
}

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 60));

function pressable(name: string): HTMLElement | undefined {
  return [...shadow.querySelectorAll<HTMLElement>('.panel button, .panel input')].find((one) =>
    (one.ariaLabel ?? one.textContent ?? '').includes(name),
  );
}

/** Presses what may have to be brought first. */
async function press(name: string): Promise<void> {
  for (let waited = 0; waited < 100 && !pressable(name); waited += 1) await settled();
  pressable(name)?.click();
  await settled();
}

async function arrive(): Promise<void> {
  launcher.button.onclick = () => show(true);
  if (wanted.get('closed')) {
    draw(false);
    return;
  }
  if (chosen.closed) {
    draw(false);
    for (let waited = 0; waited < 100 && !shadow.querySelector(chosen.closed); waited += 1) await settled();
    await settled();
    document.body.dataset.ready = '';
    return;
  }
  show(true);
  await settled();
  if (chosen.shows)
    pressable(chosen.state?.conversations.get(chosen.shows)?.row.status === 'resolved' ? 'Ada' : 'Continue')?.click();
  await settled();
  for (const name of chosen.press ?? []) await press(name);
  const field = shadow.querySelector('textarea');
  if (chosen.type && field) {
    field.value = chosen.type;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    await settled();
  }
  document.body.dataset.ready = '';
}

void arrive();
