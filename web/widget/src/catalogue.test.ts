import type { WaitBand } from '@parlor/core';
import { describe, expect, it } from 'vitest';
import { availableLocale, direction, fill, launcherText, panelText, type Text } from './catalogue';
import { invitationText } from './panel/later/invitation-words';
import { waysOutText } from './panel/later/ways-out-words';
import { laterText } from './panel/later/words';

const all: [string, Text][] = [launcherText, panelText, laterText, waysOutText, invitationText].flatMap((texts) =>
  Object.entries(texts),
);
const words = (text: Text): string[] => (typeof text === 'string' ? [text] : Object.values(text));

describe('texts', () => {
  it.each(all)('%s is said in plain words', (_key, text) => {
    for (const word of words(text)) {
      expect(word).not.toMatch(/!|\.\.\.|'|\s{2}|^\s|\s$/);
      expect(word).not.toMatch(/[A-Z]{3}/);
    }
  });

  it('choose their plural by the count', () => {
    expect(fill(launcherText.openUnread, 'en', { count: 1 })).toBe('Open chat, 1 unread message');
    expect(fill(launcherText.openUnread, 'en', { count: 12 })).toBe('Open chat, 12 unread messages');
  });

  it('use every form that a language has', () => {
    const text = { zero: 'none', one: 'one', two: 'two', few: 'few', many: 'many', other: 'other' };
    expect([0, 1, 2, 3, 11, 100].map((count) => fill(text, 'ar', { count }))).toEqual([
      'none',
      'one',
      'two',
      'few',
      'many',
      'other',
    ]);
  });

  it('take names as they are, marks and all', () => {
    expect(fill(panelText.joined, 'en', { name: '{text} $& Ada' })).toBe('{text} $& Ada joined the chat');
  });
});

describe('a place in line', () => {
  it('is said by its rank', () => {
    const said = (nth: number) => fill(panelText.inLineAt, 'en', { nth });
    expect([2, 3, 4, 11, 12, 13, 21, 22, 112].map((nth) => said(nth).replace(/\D+(?=\d)| in line/g, ''))).toEqual([
      '2nd',
      '3rd',
      '4th',
      '11th',
      '12th',
      '13th',
      '21st',
      '22nd',
      '112th',
    ]);
    expect(said(3)).toBe('You’re 3rd in line');
  });

  it('has words for every wait that the server may tell', () => {
    const bands: Record<WaitBand, true> = {
      under_1_min: true,
      about_2_min: true,
      about_5_min: true,
      over_10_min: true,
    };
    for (const band of Object.keys(bands) as WaitBand[])
      expect(panelText[band]).toMatch(/^(under|about|over) \d+ min$/);
  });

  it.each(all)('%s has every form that English needs', (_key, text) => {
    if (typeof text === 'string') return expect(text).not.toContain('{nth}');
    const type = Object.values(text).some((form) => form.includes('{nth}')) ? 'ordinal' : 'cardinal';
    const { pluralCategories } = new Intl.PluralRules('en', { type }).resolvedOptions();
    expect(Object.keys(text).sort()).toEqual([...pluralCategories].sort());
  });
});

describe('locale', () => {
  it.each([
    ['en', 'en'],
    ['en-gb', 'en-GB'],
    ['en-XB', 'en-XB'],
    ['de', 'en'],
    ['en_US', 'en'],
    ['', 'en'],
    ['enx', 'en'],
  ])('%s is served as %s', (wanted, served) => expect(availableLocale(wanted)).toBe(served));

  it('runs the other way in the mirrored test locale', () => {
    expect([direction('en'), direction('en-XB')]).toEqual(['ltr', 'rtl']);
  });
});
