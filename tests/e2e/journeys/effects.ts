import type { Locator, Page } from '@playwright/test';

/** What ticks by itself and is therefore no effect of a press. */
const ticking = 'time, .timer, .chip, .urgency-bar, .typing, .delivery, [role="timer"]';
const controls =
  'button, a[href], [role="button"], [role="menuitem"], [role="menuitemradio"], [role="menuitemcheckbox"], [role="switch"], [role="tab"], input[type="checkbox"], input[type="radio"]';

export interface Control {
  key: string;
  index: number;
  disabled: boolean;
}

/** Where one already is, and the chosen one of several: pressing these again rightly does nothing. */
const chosen = '[aria-current], fieldset [aria-pressed="true"], input[type="radio"]:checked';

/** Every control that can be seen below `scope`, named so that it is known again on the next visit. */
export function controlsOn(page: Page, scope = 'body'): Promise<Control[]> {
  return page.locator(`${scope} >> ${controls}`).evaluateAll(
    (elements, chosen) =>
      elements.flatMap((element, index) => {
        const shown = element.checkVisibility({ opacityProperty: false, visibilityProperty: true });
        if (!shown || element.matches(chosen)) return [];
        const label = element instanceof HTMLInputElement ? element.labels?.[0] : undefined;
        const name = element.getAttribute('aria-label') ?? (label ?? element).textContent ?? '';
        const place = element.closest('[role="menu"], [role="dialog"], aside, nav, header, form, section, article');
        const key = `${place?.tagName.toLowerCase() ?? 'page'} > ${element.tagName.toLowerCase()} “${name.trim().replaceAll(/\d+/g, '#')}”`;
        return [{ key, index, disabled: element.matches(':disabled, [aria-disabled="true"]') }];
      }),
    chosen,
  );
}

/** Watches the page from now on; `seen` says what has happened since. */
class Watch {
  readonly #page: Page;
  readonly #address: string;
  #heard: string[] = [];
  #onRequest = (): void => {
    this.#heard.push('a request');
  };
  #onPopup = (): void => {
    this.#heard.push('a new tab');
  };

  private constructor(page: Page) {
    this.#page = page;
    this.#address = page.url();
    page.on('request', this.#onRequest);
    page.on('popup', this.#onPopup);
  }

  static async start(page: Page): Promise<Watch> {
    const watch = new Watch(page);
    await page.evaluate(observeChanges, ticking);
    return watch;
  }

  async seen(): Promise<string[]> {
    if (this.#page.url() !== this.#address) return ['another address'];
    const changes = await this.#page.evaluate(
      () => (window as unknown as { changes?: string[] }).changes ?? ['a reload'],
    );
    return [...this.#heard, ...changes];
  }

  stop(): void {
    this.#page.off('request', this.#onRequest);
    this.#page.off('popup', this.#onPopup);
  }
}

/** Runs in the page: notes every change of the document and of open shadow trees, except in what ticks by itself. */
function observeChanges(moving: string): void {
  const changes: string[] = [];
  const calm = (node: Node): boolean => {
    const element = node instanceof Element ? node : node.parentElement;
    return !element?.closest(moving);
  };
  const observer = new MutationObserver((records) => {
    for (const { type, target } of records) if (calm(target)) changes.push(type);
  });
  const shadows = [...document.querySelectorAll('*')].flatMap((element) => element.shadowRoot ?? []);
  for (const root of [document, ...shadows]) {
    observer.observe(root, { subtree: true, childList: true, attributes: true, characterData: true });
  }
  document.addEventListener('focusin', ({ target }) => changes.push(`focus on ${(target as Element).tagName}`));
  document.addEventListener('change', ({ target }) => changes.push(`choice of ${(target as Element).tagName}`));
  Object.assign(window, { changes });
}

async function press(page: Page, control: Locator): Promise<void> {
  await control.scrollIntoViewIfNeeded({ timeout: 1000 }).catch(() => undefined);
  const clicked = await control.click({ timeout: 5000 }).then(
    () => true,
    () => false,
  );
  if (clicked) return;
  await control.focus();
  await page.keyboard.press('Enter');
}

/** Does pressing this control do anything at all? */
export async function hasEffect(page: Page, index: number, scope = 'body'): Promise<boolean> {
  const control = page.locator(`${scope} >> ${controls}`).nth(index);
  // What a pointer or the focus does by itself is not the press's effect.
  await control.hover({ timeout: 1000 }).catch(() => undefined);
  await control.focus();
  await page.waitForTimeout(250);
  const watch = await Watch.start(page);
  await press(page, control);
  let seen: string[] = [];
  for (let waited = 0; waited < 60 && seen.length === 0; waited += 1) {
    await page.waitForTimeout(100);
    seen = await watch.seen();
  }
  watch.stop();
  return seen.length > 0;
}
