/** The colours that may meet, measured again from tokens.css. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const css = readFileSync(join(import.meta.dirname, '../../tokens.css'), 'utf8');

function blockAfter(selector: string): Map<string, string> {
  const at = css.indexOf(selector);
  const block = css.slice(css.indexOf('{', at), css.indexOf('}', at));
  return new Map(
    [...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6});/g)].map(([, name, colour]) => [name ?? '', colour ?? '']),
  );
}

const themes = {
  light: blockAfter(':root, :host'),
  dark: blockAfter(':root[data-theme="dark"]'),
  device: blockAfter(':root:not([data-theme="light"])'),
};

/** Relative luminance as WCAG 2.2 defines it. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

export function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

const GROUNDS = ['bg', 'surface', 'surface-2'];
const on = (foregrounds: string[], grounds: string[], needs: number) =>
  foregrounds.flatMap((foreground) => grounds.map((ground) => [foreground, ground, needs] as const));

const PAIRS = [
  ...on(['text', 'text-2', 'text-3', 'accent-text', 'success', 'warning', 'danger', 'info', 'ai'], GROUNDS, 4.5),
  ...on(['text-2'], ['surface-3'], 4.5),
  ...on(['on-accent'], ['accent', 'accent-hover', 'accent-press'], 4.5),
  ...on(['accent-text', 'text', 'text-2', 'text-3', 'urg-1', 'urg-2', 'urg-3'], ['accent-soft'], 4.5),
  ...['success', 'warning', 'danger', 'info', 'ai'].map((name) => [name, `${name}-soft`, 4.5] as const),
  ...['success', 'danger', 'ai'].map((name) => [`on-${name}`, name, 4.5] as const),
  ['note-text', 'note-bg', 4.5] as const,
  ...['visitor', 'agent', 'ai'].map((name) => [`bubble-${name}-text`, `bubble-${name}`, 4.5] as const),
  ...on(['text-2'], ['bubble-visitor'], 4.5),
  ...on(['border-strong', 'focus'], GROUNDS, 3),
  ...on(['accent'], ['surface', 'bg'], 3),
  ...on(['online', 'away', 'offline'], ['surface'], 3),
  ...on(['urg-0', 'urg-1', 'urg-2', 'urg-3'], ['surface'], 4.5),
];

describe('contrast', () => {
  it('measures as WCAG does', () => {
    expect(contrast('#ffffff', '#000000')).toBeCloseTo(21);
    expect(contrast('#1a1a1f', '#ffffff')).toBeCloseTo(17.33, 1);
  });

  it('knows all 66 pairs', () => {
    expect(new Set(PAIRS.map((pair) => pair.slice(0, 2).join(' on '))).size).toBe(66);
  });

  it('finds a theme of the device that equals the chosen one', () => {
    expect([...themes.device].filter(([name]) => !name.startsWith('fs'))).toEqual([...themes.dark]);
  });

  for (const [theme, colours] of Object.entries(themes)) {
    it.each(PAIRS)(`${theme}: %s on %s reaches %d`, (foreground, ground, needs) => {
      const [one, other] = [colours.get(foreground), colours.get(ground)];
      if (one === undefined || other === undefined) throw new Error(`no colour for ${foreground} or ${ground}`);
      expect(contrast(one, other)).toBeGreaterThanOrEqual(needs);
    });
  }
});
