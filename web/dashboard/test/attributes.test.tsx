/** What the site says of a visitor, beside the conversation. */

import { afterEach, expect, it } from 'vitest';
import { conversationId } from '../gallery/cast';
import { type GalleryScene, SCENES } from '../gallery/scenes';
import { click, find, key, leave, settle, show } from './staged';

afterEach(leave);

/** The page of a test is narrow: there the visitor's panel lies over the conversation. */
async function showVisitor(scene: GalleryScene): Promise<void> {
  await show(scene);
  await key(']');
  await settle();
}

const listed = () => [...document.querySelectorAll('.attributes > div')].map((row) => row.textContent);

it('is a list of its own, which says that nobody has proven it', async () => {
  await showVisitor(SCENES.inbox);
  const section = find('.context-section', 'What the site says');
  expect(listed()).toEqual(['planGold', 'seats12', 'المدينةطليطلة']);
  expect(section.textContent).toContain('Nobody has proven it');
  expect(find('.identity').textContent).toContain('VIP');
  for (const part of section.querySelectorAll('dt, dd')) expect(part.getAttribute('dir')).toBe('auto');
});

it('is absent where the site says nothing', async () => {
  await showVisitor({ path: `/inbox/mine/${conversationId('30a51')}` });
  expect(document.body.textContent).toContain('Earlier conversations');
  expect(document.body.textContent).not.toContain('What the site says');
  expect(find('.identity').textContent).not.toContain('VIP');
});

it('shows the first of many, and the others when they are asked for', async () => {
  await showVisitor(SCENES.awkward);
  expect(listed()).toHaveLength(8);
  await click('.attributes-all', 'Show all 29');
  expect(listed()).toHaveLength(29);
  await click('.attributes-all', 'Show fewer');
  expect(listed()).toHaveLength(8);
});
