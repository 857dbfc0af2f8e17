/** Puts a scene on the test page, and does what a person would do there. */

import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import type { GalleryScene } from '../gallery/scenes';
import { type Stage, stage } from '../gallery/stage';

const PAUSE_MS = 4;
const ROUNDS = 4;
let root: Root | undefined;

/** Lets everything happen that follows from what was done. */
export async function settle(): Promise<void> {
  for (let round = 0; round < ROUNDS; round += 1) {
    await act(() => new Promise<void>((done) => setTimeout(done, PAUSE_MS)));
  }
}

const PATIENCE_ROUNDS = 500;

/** On a busy machine a screen that loads late may come after the look. */
async function arrive({ router }: Stage): Promise<void> {
  for (let round = 0; round < PATIENCE_ROUNDS; round += 1) {
    await settle();
    if (router.state.status === 'idle' && document.body.textContent !== '') return;
  }
}

export async function show(scene: GalleryScene): Promise<Stage> {
  sessionStorage.clear();
  root = createRoot(document.body.appendChild(document.createElement('div')));
  const made = stage(scene);
  await act(async () => root?.render(made.screen));
  await arrive(made);
  await settle();
  return made;
}

export async function leave(): Promise<void> {
  await act(async () => root?.unmount());
  document.body.replaceChildren();
}

export function find<Found extends HTMLElement = HTMLElement>(selector: string, words = ''): Found {
  const all = [...document.querySelectorAll<Found>(selector)];
  const found = all.find((element) => (element.textContent ?? '').includes(words));
  if (found === undefined) throw new Error(`no ${selector} with “${words}” on the page`);
  return found;
}

export async function click(selector: string, words = ''): Promise<void> {
  await act(async () => find(selector, words).click());
  await settle();
}

export async function key(name: string, on: EventTarget = document.body): Promise<void> {
  await act(async () => {
    on.dispatchEvent(new KeyboardEvent('keydown', { key: name, code: `Key${name.toUpperCase()}`, bubbles: true }));
  });
  await settle();
}

/** As typed: React hears of a value only when it is set past its own watch. */
export async function type(field: HTMLInputElement | HTMLTextAreaElement, words: string): Promise<void> {
  const owner = Object.getPrototypeOf(field) as object;
  await act(async () => {
    Object.getOwnPropertyDescriptor(owner, 'value')?.set?.call(field, words);
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await settle();
}
