/** Every control on every screen does something: it is pressed, and something must come of it. */

import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { NOW } from '../gallery/cast';
import { type GalleryScene, SCENES } from '../gallery/scenes';
import { type Stage, stage } from '../gallery/stage';
import { stopAsking } from '../src/conversation/asked';
import { usePreferences } from '../src/frame/preferences';
// What screens load late is there at once: on a busy machine it may else come after the look.
import '../src/doctor/doctor-page';
import '../src/settings/routes';
import '../src/settings/routing/routes';
import '../src/visitors/visitors-page';
import '../src/wall/wall-page';

const CONTROLS =
  'button, a, [role="button"], [role="menuitem"], [role="menuitemradio"], [role="menuitemcheckbox"], [role="switch"], input[type="radio"], summary';
/** What stands for the present choice stays as it is when it is pressed again; what is disabled says so. */
const CHOSEN =
  '[aria-current], [aria-pressed="true"], [role="menuitemradio"][aria-checked="true"], [disabled], :checked, fieldset[disabled] :is(button, input)';

let root: Root | undefined;
let place: HTMLElement;

const PAUSE_MS = 4;
const ROUNDS = 4;
const pause = () => new Promise<void>((done) => setTimeout(done, PAUSE_MS));

/** Lets everything happen that follows from what was done: effects, answers, and what follows from those. */
async function settle(): Promise<void> {
  for (let round = 0; round < ROUNDS; round += 1) await act(pause);
}

async function show(scene: GalleryScene): Promise<Stage> {
  usePreferences.setState(usePreferences.getInitialState(), true);
  sessionStorage.clear();
  place = document.body.appendChild(document.createElement('div'));
  root = createRoot(place);
  const made = stage(scene);
  await act(async () => {
    root?.render(made.screen);
  });
  await settle();
  return made;
}

async function leave(): Promise<void> {
  await act(() => root?.unmount());
  stopAsking('transfer');
  document.body.replaceChildren();
}

/** Everything that a press can change: the page, the address, what the doubles were asked, the clipboard. */
function traces({ client, rest, router }: Stage): string {
  const copied = vi.mocked(navigator.clipboard.writeText).mock.calls.length;
  const asked = [...client.calls, ...rest.calls].filter((call) => !call.startsWith('read '));
  const focused = document.activeElement?.id ?? '';
  const address = router.state.location.href;
  return JSON.stringify([document.body.innerHTML, asked, address, copied, focused, reloads]);
}

function controls(): HTMLElement[] {
  return [...document.body.querySelectorAll<HTMLElement>(CONTROLS)].filter((element) => !element.matches(CHOSEN));
}

let reloads = 0;

beforeEach(() => {
  // A clock that ticks would look like an answer to the press.
  vi.useFakeTimers({ toFake: ['Date'], now: NOW });
  vi.spyOn(window.location, 'reload').mockImplementation(() => {
    reloads += 1;
  });
});

afterEach(async () => {
  await leave();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

/** Links to other sites, to places of this page, to the phone and the mail need no handler, only somewhere to go. */
function leadsSomewhere(element: HTMLElement): boolean {
  if (!(element instanceof HTMLAnchorElement)) return false;
  const address = element.getAttribute('href') ?? '';
  if (address.startsWith('#')) return document.getElementById(address.slice(1)) !== null;
  return /^(https?|tel|mailto):/.test(address);
}

async function press(element: HTMLElement): Promise<void> {
  await act(async () => {
    element.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, pointerType: 'mouse', button: 0 }));
    element.dispatchEvent(new MouseEvent('mousedown', { bubbles: true, button: 0 }));
    element.dispatchEvent(new MouseEvent('mouseup', { bubbles: true, button: 0 }));
    element.click();
  });
  await settle();
}

/** The same control on another screen, or for another day of the week, is the same code: one press is enough. */
const pressed = new Set<string>();

const WEEKDAY = /(mon|tues|wednes|thurs|fri|satur|sun)day/gi;

function signatureOf(element: HTMLElement): string {
  const name = element.getAttribute('aria-label') ?? (element.dataset.row === undefined ? element.textContent : 'row');
  return `${element.tagName} ${element.className} ${element.getAttribute('role') ?? ''} ${name.replace(WEEKDAY, 'day').replace(/\d/g, '')}`;
}

function find(signature: string): HTMLElement {
  const element = controls().find((control) => signatureOf(control) === signature);
  if (element === undefined) throw new Error(`the second time, the screen has no ${signature}`);
  return element;
}

/** Whether the last press of a path does nothing, and what there is to press after it. */
async function follow(scene: GalleryScene, path: readonly string[]): Promise<{ dead: boolean; next: string[] }> {
  const made = await show(scene);
  const last = path.at(-1);
  for (const signature of path.slice(0, -1)) await press(find(signature));
  const here = new Set(controls().map(signatureOf));
  if (last === undefined) return { dead: here.size === 0, next: [...here] };
  const element = find(last);
  if (leadsSomewhere(element)) return { dead: false, next: [] };
  const before = traces(made);
  const address = made.router.state.location.href;
  await press(element);
  const moved = made.router.state.location.href !== address;
  const opened = moved ? [] : controls().map(signatureOf);
  return { dead: traces(made) === before, next: opened.filter((signature) => !here.has(signature)) };
}

const DEPTH = 2;

/** Presses what the screen shows, and then what those presses open: menus, dialogs, editors. */
async function deadControls(scene: GalleryScene): Promise<string[]> {
  const dead: string[] = [];
  const paths: string[][] = [[]];
  for (let path = paths.shift(); path !== undefined; path = paths.shift()) {
    const { dead: silent, next } = await follow(scene, path);
    await leave();
    if (silent) dead.push(path.join(' > '));
    if (path.length === DEPTH) continue;
    for (const signature of new Set(next)) {
      if (pressed.has(signature)) continue;
      pressed.add(signature);
      paths.push([...path, signature]);
    }
  }
  return dead;
}

/** One test presses hundreds of times, and the machine may be a slow one. */
const SCENE_MS = 240_000;

describe('controls', () => {
  it.each(Object.entries(SCENES))('every one of %s does something', { timeout: SCENE_MS }, async (_name, scene) => {
    expect(await deadControls(scene)).toEqual([]);
  });
});

describe('the test of controls', () => {
  it('notices a control that does nothing', async () => {
    const made = await show(SCENES.inbox);
    const dud = document.body.appendChild(document.createElement('button'));
    const before = traces(made);
    await press(dud);
    expect(traces(made)).toBe(before);
  });

  it('has opened the menus and the dialogs', () => {
    const names = [...pressed].join('\n');
    for (const name of [
      'Sign out',
      'Busy',
      'Newest',
      'Create link',
      'Keyboard shortcuts',
      'Sounds',
      'Snooze for an hour',
      'Wake up',
      'Transfer',
      'Move Language up',
      'Leave out Round robin',
      'Choose members',
      'Delete this team',
      'Copy the hours of day',
      'Copy to every day',
      'Show who',
      'Move Refunds go to Billing down',
      'Duplicate',
      'Add a group',
      'Require a skill',
      'Start chat with',
      'Send invitation',
      'Show more',
    ])
      expect(names).toContain(name);
  });

  it('sees the rows of the list', async () => {
    await show(SCENES.inbox);
    expect(document.querySelectorAll('[data-row]').length).toBe(7);
    expect(document.querySelectorAll('.message').length).toBe(5);
  });
});
