// The round button on the page, its badge and its accessible name. Draws nothing else and asks nobody.
import { launcherText, type Plural } from '../catalogue';

export interface LauncherView {
  open: boolean;
  unread: number;
  available: boolean;
  label: string;
  locale: string;
  busy: boolean;
  failed: boolean;
}

const kSvg = 'http://www.w3.org/2000/svg';
/** Chat, mail, down. */
const kIcons = [
  'M3 16.3a2 2 0 0 1 .1 1.2L2 20.8A1 1 0 0 0 3.3 22l3.4-1a2 2 0 0 1 1.1.1A10 10 0 1 0 3 16.3',
  'm22 7-10 6L2 7M4 4h16a2 2 0 0 1 2 2v12a2 2 0 0 1-2 2H4a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2',
  'm6 9 6 6 6-6',
];

export function element<Tag extends keyof HTMLElementTagNameMap>(tag: Tag, name: string): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  made.className = name;
  return made;
}

function icon(d: string): SVGElement {
  const svg = document.createElementNS(kSvg, 'svg');
  const path = document.createElementNS(kSvg, 'path');
  svg.setAttribute('viewBox', '0 0 24 24');
  path.setAttribute('d', d);
  svg.append(path);
  return svg;
}

/** What fill() would say, for the one plural here. */
function openUnread({ unread, locale }: LauncherView): string {
  const forms: Plural = launcherText.openUnread;
  const form = forms[new Intl.PluralRules(locale).select(unread)] ?? forms.other;
  return form.replace('{count}', String(unread));
}

export function accessibleName(view: LauncherView): string {
  const { open, close, leave, failed } = launcherText;
  if (view.open) return close;
  if (view.failed) return failed;
  if (view.unread) return openUnread(view);
  return view.label || (view.available ? open : leave);
}

export const badgeText = (unread: number): string => (unread > 9 ? '9+' : unread ? String(unread) : '');

export const button = element('button', 'launcher');
const icons = kIcons.map(icon);
const label = element('span', 'label');
const badge = element('span', 'badge');

export function build(): void {
  button.setAttribute('aria-haspopup', 'dialog');
  button.append(...icons, label, badge);
}

export function draw(view: LauncherView): void {
  const shown = view.open ? 2 : view.available ? 0 : 1;
  icons.forEach((svg, index) => void svg.toggleAttribute('data-on', index === shown));
  button.setAttribute('aria-expanded', String(view.open));
  button.setAttribute('aria-busy', String(view.busy));
  button.setAttribute('aria-label', accessibleName(view));
  label.textContent = view.open ? '' : view.failed ? launcherText.failed : view.label;
  badge.textContent = view.open ? '' : badgeText(view.unread);
}
