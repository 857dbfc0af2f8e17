/** The routing settings over the doubles: a draft, its saving, and what may stand in the way. */

import type { VersionedSetup } from '@parlor/core/routing';
import { act } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, expect, it } from 'vitest';
import { type GalleryScene, SCENES } from '../gallery/scenes';
import { type Stage, stage } from '../gallery/stage';
import '../src/settings/routes';
import '../src/settings/routing/routes';

let root: Root | undefined;

const PAUSE_MS = 4;
const ROUNDS = 4;
const pause = () => new Promise<void>((done) => setTimeout(done, PAUSE_MS));

async function settle(): Promise<void> {
  for (let round = 0; round < ROUNDS; round += 1) await act(pause);
}

async function show(scene: GalleryScene): Promise<Stage> {
  root = createRoot(document.body.appendChild(document.createElement('div')));
  const made = stage(scene);
  await act(async () => {
    root?.render(made.screen);
  });
  await settle();
  return made;
}

afterEach(async () => {
  await act(() => root?.unmount());
  document.body.replaceChildren();
});

function button(name: string): HTMLButtonElement {
  const found = [...document.querySelectorAll('button')].find(
    (one) => (one.getAttribute('aria-label') ?? one.textContent) === name,
  );
  if (found === undefined) throw new Error(`there is no button ${name}`);
  return found;
}

async function press(name: string): Promise<void> {
  await act(async () => button(name).click());
  await settle();
}

function field(label: string): HTMLInputElement {
  const found = [...document.querySelectorAll('label')].find((one) => one.textContent === label);
  const input = document.getElementById(found?.htmlFor ?? '');
  if (!(input instanceof HTMLInputElement)) throw new Error(`there is no field ${label}`);
  return input;
}

async function type(label: string, value: string): Promise<void> {
  const input = field(label);
  await act(async () => {
    const { set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value') ?? {};
    set?.call(input, value);
    input.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await settle();
}

async function leave(label: string): Promise<void> {
  await act(async () => field(label).dispatchEvent(new FocusEvent('focusout', { bubbles: true })));
  await settle();
}

const seen = () => document.body.textContent ?? '';
const bodies = ({ rest }: Stage) => rest.sent.filter(({ call }) => call === 'PUT routing').map(({ body }) => body);
const describedBy = (input: HTMLElement) =>
  (input.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .map((id) => document.getElementById(id)?.textContent)
    .join(' ');

it('offers to save only what is changed, and saves it on its version', async () => {
  const made = await show(SCENES.team);
  expect(seen()).not.toContain('You have unsaved changes.');
  await type('Name of the team', 'Orders and returns');
  expect(seen()).toContain('You have unsaved changes.');
  await press('Save');
  const [body] = bodies(made) as VersionedSetup[];
  expect(body?.version).toBe(7);
  expect(body?.setup.teams[0]?.name).toBe('Orders and returns');
  expect(seen()).not.toContain('You have unsaved changes.');
  expect(seen()).toContain('Saved');
});

it('forgets a draft that is discarded', async () => {
  await show(SCENES.team);
  await type('Name of the team', 'Elsewhere');
  await press('Discard');
  expect(field('Name of the team').value).toBe('Orders');
  expect(seen()).not.toContain('You have unsaved changes.');
});

it('keeps the draft over the pages', async () => {
  const { router } = await show(SCENES.team);
  await type('Name of the team', 'Elsewhere');
  await act(() => router.navigate({ to: '/settings/hours' }));
  await settle();
  expect(seen()).toContain('Elsewhere');
  expect(seen()).toContain('You have unsaved changes.');
});

it('shows a fault at its field and in the list, until the field changes', async () => {
  await show(SCENES['team-faults']);
  await type('Name of the team', 'Orders and returns');
  await press('Save');
  expect(seen()).toContain('4 things to mend');
  expect(field('Ring time').getAttribute('aria-invalid')).toBe('true');
  expect(describedBy(field('Ring time'))).toContain('A chat rings for 5 seconds to 2 minutes.');
  await type('Ring time', '20');
  expect(seen()).toContain('3 things to mend');
  expect(field('Ring time').getAttribute('aria-invalid')).toBeNull();
});

it('sends nothing while a name is missing', async () => {
  const made = await show(SCENES.team);
  await type('Name of the team', ' ');
  await press('Save');
  expect(bodies(made)).toEqual([]);
  expect(describedBy(field('Name of the team'))).toContain('Give the team a name.');
});

it('puts both changes together when somebody else was quicker', async () => {
  const made = await show(SCENES['team-conflict']);
  await type('Name of the team', 'Mine');
  await press('Save');
  expect(seen()).toContain('Somebody changed these settings meanwhile: Billing.');
  expect(button('Save').disabled).toBe(true);
  await press('Keep mine too');
  expect(field('Name of the team').value).toBe('Mine');
  await press('Save');
  const body = bodies(made).at(-1) as VersionedSetup;
  expect(body.version).toBe(8);
  expect(body.setup.teams.map(({ name, ring_s }) => [name, ring_s])).toEqual([
    ['Mine', 15],
    ['Billing', 30],
    ['Night desk', 15],
  ]);
});

it('takes theirs instead', async () => {
  await show(SCENES['team-conflict']);
  await type('Name of the team', 'Mine');
  await press('Save');
  await press('Load theirs');
  expect(field('Name of the team').value).toBe('Orders');
  expect(seen()).not.toContain('Somebody changed');
});

it('moves a criterion, says where it is now, and keeps the keyboard on it', async () => {
  await show(SCENES.team);
  const order = () => [...document.querySelectorAll('[data-ordered] b')].map((name) => name.textContent);
  await press('Move Language up');
  expect(order().slice(0, 2)).toEqual(['Language', 'Last agent']);
  expect(seen()).toContain('Language is now 1st of 5');
  expect(document.activeElement).toBe(button('Move Language down'));
  const row = document.querySelector('[data-ordered="language"]');
  await act(async () => {
    row?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', altKey: true, bubbles: true }));
  });
  await settle();
  expect(order().slice(0, 2)).toEqual(['Last agent', 'Language']);
});

it('brings a number back into its range when one leaves it', async () => {
  const made = await show(SCENES.team);
  await type('Ring time', '500');
  await leave('Ring time');
  expect(field('Ring time').value).toBe('120');
  await type('Ring time', 'soon');
  await leave('Ring time');
  expect(field('Ring time').value).toBe('120');
  await press('Save');
  expect((bodies(made)[0] as VersionedSetup).setup.teams[0]?.ring_s).toBe(120);
});

it('says what goes with a team, and wants its name', async () => {
  const made = await show(SCENES.team);
  await press('Delete this team');
  expect(seen()).toContain('Ada Okafor and Ben Sundqvist leave the team.');
  expect(seen()).toContain('Visitors of casa.example go to Billing.');
  expect(button('Delete').disabled).toBe(true);
  await type('Type Orders to confirm', 'Orders');
  await press('Delete');
  await press('Save');
  expect((bodies(made)[0] as VersionedSetup).setup.teams.map(({ name }) => name)).toEqual(['Billing', 'Night desk']);
});

it('leaves everything as it is for those who are no owners', async () => {
  await show(SCENES['team-agent']);
  expect(seen()).toContain('Only owners can change this. Ask Orla Casey.');
  expect(field('Name of the team').closest('fieldset')?.disabled).toBe(true);
  for (const name of ['Delete this team', 'Choose members', 'Move Language up']) expect(seen()).not.toContain(name);
});

it('says when the visitors of a website are gone for good, or that none ever is', async () => {
  const made = await show(SCENES.routing);
  const inboxes = () => bodies(made).map((body) => (body as VersionedSetup).setup.inboxes[0]);
  await type('After', '2');
  await press('Save');
  expect(inboxes().at(-1)?.resolve_gone_s).toBe(7200);
  await act(async () => document.querySelector<HTMLElement>('[role="switch"]')?.click());
  await settle();
  expect(seen()).not.toContain('After');
  await press('Save');
  expect(inboxes().at(-1)).not.toHaveProperty('resolve_gone_s');
});

it('asks who would get a conversation that waits, as soon as the link is followed', async () => {
  const { rest } = await show(SCENES['dry-run-waits']);
  expect(rest.sent.find(({ call }) => call === 'POST routing/explain')?.body).toHaveProperty('conversation');
  expect(seen()).toContain('Nobody can take this now, so it waits.');
  expect(seen()).toContain('It’s 3rd in line in Orders.');
});
