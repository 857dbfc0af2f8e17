import { describe, expect, it } from 'vitest';
import { cones, hex, isColor, lightness, linear, type Triple } from '../color';
import { launcherPair } from '../loader/launcher-color';
import { brandRules, contrast, deriveBrand, type Theme } from './brand';

const surface = { light: '#ffffff', dark: '#17171b' };
const colors = ['#000000', '#ffffff', '#808080', '#0000ff', '#ff0000', '#00ff00', '#ffff00', '#ff00ff', '#00ffff'];
// Every sixth of the way round the circle at several strengths, and brands as they are.
for (let n = 0; n < 216; n += 1) {
  const step = (value: number): string => (value * 51).toString(16).padStart(2, '0');
  colors.push(`#${step(n % 6)}${step(Math.floor(n / 6) % 6)}${step(Math.floor(n / 36))}`);
}
colors.push('#4a45d9', '#f97316', '#ff69b4', '#00c2a8', '#4caf50', '#0b1f4d', '#ffd60a');

describe.each<Theme>(['light', 'dark'])('in the %s theme', (theme) => {
  it.each(colors)('%s becomes a set that can be read', (color) => {
    const set = deriveBrand(color, theme);
    expect(contrast(set['--on-accent'], set['--accent'])).toBeGreaterThanOrEqual(4.5);
    expect(contrast(set['--on-accent'], set['--accent-hover'])).toBeGreaterThanOrEqual(4.5);
    expect(contrast(set['--on-accent'], set['--accent-press'])).toBeGreaterThanOrEqual(4.5);
    expect(contrast(set['--bubble-agent-text'], set['--bubble-agent'])).toBeGreaterThanOrEqual(4.5);
    expect(contrast(set['--accent-text'], surface[theme])).toBeGreaterThanOrEqual(4.5);
    expect(contrast(set['--accent-text'], set['--accent-soft'])).toBeGreaterThanOrEqual(4.5);
    expect(contrast(set['--focus'], surface[theme])).toBeGreaterThanOrEqual(3);
    if (theme === 'dark') expect(contrast(set['--accent'], surface.dark)).toBeGreaterThanOrEqual(3);
  });
});

const hue = (color: string): number => {
  const [l, m, s] = cones(linear(color));
  return Math.atan2(0.0259 * l + 0.78277 * m - 0.80868 * s, 1.978 * l - 2.42859 * m + 0.45059 * s);
};

describe('what is corrected', () => {
  it('leaves a colour that passes as it is', () => expect(deriveBrand('#4a45d9', 'light')['--accent']).toBe('#4a45d9'));

  it.each(['#f97316', '#e53935', '#1e88e5', '#43a047'])('%s is darkened and keeps its hue', (color) => {
    const accent = deriveBrand(color, 'light')['--accent'];
    expect(lightness(cones(linear(accent)))).toBeLessThan(lightness(cones(linear(color))));
    expect(Math.abs(hue(accent) - hue(color))).toBeLessThan(0.06);
  });

  it('writes near-black on a light colour instead of darkening it', () => {
    expect(deriveBrand('#ffd60a', 'light')).toMatchObject({ '--accent': '#ffd60a', '--on-accent': '#111114' });
  });

  it('lifts a dark colour on the dark surface', () => {
    const { '--accent': accent } = deriveBrand('#0b1f4d', 'dark');
    expect(lightness(cones(linear(accent)))).toBeGreaterThan(lightness(cones(linear('#0b1f4d'))));
  });
});

/** What a browser makes of the launcher's colour, in 256 steps. */
function mixed(accent: string): string {
  const [, color, percent] = /^color-mix\(in srgb-linear,(#\w{6}) ([\d.]+)%,#000\)$/.exec(accent) ?? [];
  return color ? hex(linear(color).map((light) => (light * Number(percent)) / 100) as Triple) : accent;
}

it.each(colors)('the launcher in %s can be read', (color) => {
  const [accent, on] = launcherPair(color);
  expect(isColor(mixed(accent))).toBe(true);
  expect(contrast(on, mixed(accent))).toBeGreaterThanOrEqual(4.5);
});

it('leaves the launcher the owner’s colour where that can be read', () => {
  expect(mixed(launcherPair('#4a45d9')[0])).toBe('#4a45d9');
  expect(launcherPair('#ffd60a')).toEqual(['#ffd60a', '#111114']);
});

it('takes six-digit colours only, so that nothing else can come into a stylesheet', () => {
  expect(['#4a45d9', '#ABCDEF'].every(isColor)).toBe(true);
  expect(['red', '#fff', '#4a45d9;}', '', undefined, 'url(x)'].some(isColor)).toBe(false);
});

it('writes one rule for each theme', () => {
  expect(brandRules('#4a45d9').match(/--accent:/g)).toHaveLength(3);
});
