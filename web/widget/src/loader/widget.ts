// The one widget of this page: its variables are the widget's state. Owns the host element, the launcher and, once it is
// wanted, the panel. Life: boot -> (open <-> closed) -> shutdown, which is final for this page.
import type { Attribute, Bridge, Configuration, EventName, Page, Panel, PanelModule } from '../bridge';
import { availableLocale, direction } from '../catalogue';
import { isColor } from '../color';
import { withAttributes } from './attributes';
import type { Handler } from './commands';
import { type ConfigurationSource, createConfigurationSource } from './configuration';
import { createDevice } from './device';
import * as launcher from './launcher';
import { launcherPair } from './launcher-color';
import css from './loader.css?inline';

export interface Widget {
  readonly handlers: ReadonlyMap<unknown, Handler>;
  /** Settles once the launcher stands on the page: after the first answer, so that it never changes colour. */
  boot(): Promise<void>;
}

let script: HTMLScriptElement;
let emit: (event: EventName, detail?: unknown) => void;
let bridge: Bridge;
let source: ConfigurationSource;
/** There from the first answer on, before which nothing is drawn. */
let configuration: Configuration;
let wantedLocale: string;
let address: string | undefined;
/** Once the page has said any; none is a word too. */
let attributes: readonly Attribute[] | undefined;
let panel: Panel | undefined;
let preloading: HTMLLinkElement | undefined;
let loading: Promise<Panel> | undefined;
let open = false;
let failed = false;
let unread = 0;
let hidden = false;
let over = false;
const host = document.createElement('parlor-chat');
const root = launcher.element('div', 'root');
const rules = new CSSStyleSheet();
const brand = new CSSStyleSheet();

const page = (): Page => ({
  url: address ?? location.href,
  title: document.title,
  referrer: document.referrer || undefined,
  // As the last answer named it, and known to this page's memory only.
  visit: configuration?.visit,
  attributes,
});

const locale = (): string => availableLocale(wantedLocale);

function draw(): void {
  host.hidden = hidden;
  host.dir = direction(locale());
  host.dataset.side = /^(s|l)/.test(configuration.inbox.position ?? '') ? 'start' : 'end';
  root.lang = locale();
  launcher.draw({
    open,
    unread,
    available: configuration.available,
    label: script.dataset.label ?? '',
    locale: locale(),
    busy: open && !panel,
    failed,
  });
  // A page that swaps its body (Turbo and others) takes our element with it.
  if (!over && !host.isConnected) document.body.append(host);
}

function setUnread(count: number): void {
  if (count !== unread) emit('unread', count);
  unread = count;
  draw();
}

function apply(answer: Configuration): void {
  configuration = answer;
  // Whoever stays longer than the hours promises nothing.
  answer.available &&= !answer.back_at;
  const { color } = answer.inbox;
  if (isColor(color)) {
    const [accent, on] = launcherPair(color);
    brand.replaceSync(`.launcher{--launcher:${accent};--on-launcher:${on}}`);
  }
  if (panel) panel.refresh();
  else setUnread(answer.unread);
  draw();
  if (answer.invitation && !loading) void bring();
}

const panelAddress = (): string => bridge.server + configuration.panel.js;

function preload(): void {
  if (loading || preloading) return;
  preloading = document.createElement('link');
  preloading.rel = 'modulepreload';
  preloading.nonce = script.nonce;
  preloading.href = panelAddress();
  document.head.append(preloading);
}

const fetchPanel = (): Promise<PanelModule> => import(/* @vite-ignore */ panelAddress());

async function load(): Promise<Panel> {
  const module = await fetchPanel().catch(async () => {
    // A release may have replaced the file since this page was opened.
    const answer = await source.read();
    if (answer) apply(answer);
    return fetchPanel();
  });
  panel = module.mount(bridge);
  return panel;
}

/** Shows it too where it is wanted by then. A failure that nobody waits for is kept quiet: the next answer tries again. */
async function bring(): Promise<void> {
  try {
    loading ??= load();
    const ready = await loading;
    if (open) ready.show(true);
    if (over) ready.dispose();
  } catch {
    loading = undefined;
    if (open) {
      failed = true;
      emit('error', { reason: 'panel_unavailable' });
    }
    open = false;
  }
  draw();
}

function setOpen(wanted: boolean): void {
  if (wanted === open) return;
  open = wanted;
  failed = false;
  // A page that closes us by a command keeps its focus where it is.
  const within = bridge.shadow.activeElement;
  if (!wanted) panel?.show(false);
  draw();
  if (wanted) void bring();
  else if (within) launcher.button.focus();
  emit(wanted ? 'open' : 'close');
}

function setTheme(wanted: unknown): void {
  root.dataset.theme = String(wanted ?? 'auto');
}

function setHidden(wanted: boolean): void {
  if (wanted) setOpen(false);
  hidden = wanted;
  draw();
}

const handlers = new Map<unknown, Handler>(
  Object.entries<Handler>({
    open: () => setOpen(true),
    close: () => setOpen(false),
    toggle: () => setOpen(!open),
    show: () => setHidden(false),
    hide: () => setHidden(true),
    page(url) {
      address = new URL(String(url), location.href).href;
      panel?.refresh();
    },
    attributes(said) {
      attributes = withAttributes(said, attributes);
      panel?.refresh();
    },
    locale(code) {
      wantedLocale = String(code);
      draw();
      panel?.refresh();
    },
    theme: setTheme,
    prefill(text) {
      setOpen(true);
      loading?.then((ready) => ready.prefill(String(text))).catch(() => undefined);
    },
    shutdown() {
      setOpen(false);
      over = true;
      source.stop();
      panel?.dispose();
      host.remove();
      bridge.device.forget();
      attributes = undefined;
      handlers.clear();
    },
  }),
);

function build(): void {
  const { shadow, slot } = bridge;
  rules.replaceSync(css);
  shadow.adoptedStyleSheets = [rules, brand];
  launcher.build();
  root.append(slot, launcher.button);
  shadow.append(root);
  setTheme(script.dataset.theme);
  // Typing here must not set off the page's keyboard shortcuts.
  for (const type of ['keydown', 'keypress', 'keyup']) host.addEventListener(type, (event) => event.stopPropagation());
  for (const type of ['pointerenter', 'focus', 'touchstart']) {
    launcher.button.addEventListener(type, preload, { passive: true });
  }
  launcher.button.onclick = () => setOpen(!open);
}

export function createWidget(tag: HTMLScriptElement, events: typeof emit): Widget {
  const { site = '' } = tag.dataset;
  script = tag;
  emit = events;
  wantedLocale = tag.dataset.locale || document.documentElement.lang || navigator.language;
  bridge = {
    server: new URL(tag.src).origin,
    site,
    host,
    shadow: host.attachShadow({ mode: 'open' }),
    slot: launcher.element('div', 'slot'),
    device: createDevice(site, () => localStorage),
    configuration: () => configuration,
    page,
    locale,
    emit,
    unread: setUnread,
    open: () => setOpen(true),
    close: () => setOpen(false),
  };
  source = createConfigurationSource(bridge);
  return {
    handlers,
    boot: () =>
      new Promise((resolve) => {
        build();
        source.watch((answer) => {
          apply(answer);
          resolve();
        });
      }),
  };
}
