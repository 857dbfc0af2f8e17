import { describe, expect, it } from 'vitest';
import { availableLocale, direction, fill, launcherText, panelText, type Text } from './catalogue';
import { laterText } from './panel/later/words';

const all: [string, Text][] = [launcherText, panelText, laterText].flatMap((texts) => Object.entries(texts));
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
