// One colour of the site's owner becomes a whole set of tokens that keeps its contrast in both themes (WCAG 2.2 AA): never
// refused, always corrected. In OKLCH: hue and chroma stay, lightness moves until the pair passes. Pure.
import { cones, hex, isLight, lightness, linear, luminance, type Triple } from '../color';

export type Theme = 'light' | 'dark';

export type BrandSet = Record<
  | '--accent'
  | '--accent-hover'
  | '--accent-press'
  | '--accent-soft'
  | '--accent-text'
  | '--on-accent'
  | '--bubble-agent'
  | '--bubble-agent-text'
  | '--focus',
  string
>;

const kTextRatio = 4.5;
const kEdgeRatio = 3;
const kStep = 0.01;
/** What shapes and words must stand out from: the token `surface`. */
const kSurface = { light: '#ffffff', dark: '#17171b' };

function oklab(color: string): Triple {
  const [l, m, s] = cones(linear(color));
  return [lightness([l, m, s]), 1.978 * l - 2.42859 * m + 0.45059 * s, 0.0259 * l + 0.78277 * m - 0.80868 * s];
}

function fromOklab([lightness, a, b]: Triple): Triple {
  const l = (lightness + 0.39634 * a + 0.2158 * b) ** 3;
  const m = (lightness - 0.10556 * a - 0.06385 * b) ** 3;
  const s = (lightness - 0.08948 * a - 1.29149 * b) ** 3;
  return [
    4.07674 * l - 3.30771 * m + 0.23097 * s,
    -1.26844 * l + 2.60976 * m - 0.34132 * s,
    -0.0042 * l - 0.70342 * m + 1.70761 * s,
  ];
}

/** The same hue at another lightness; chroma gives way only where sRGB ends. */
function atLightness([, a, b]: Triple, lightness: number): string {
  for (let keep = 1; keep > 0; keep -= 0.05) {
    const rgb = fromOklab([lightness, a * keep, b * keep]);
    if (rgb.every((v) => v > -0.001 && v < 1.001)) return hex(rgb);
  }
  return hex(fromOklab([lightness, 0, 0]));
}

/** WCAG 2 contrast ratio, 1 to 21. */
export function contrast(one: string, other: string): number {
  const [a, b] = [luminance(linear(one)) + 0.05, luminance(linear(other)) + 0.05];
  return a > b ? a / b : b / a;
}

/** Steps the lightness of `color` until it reaches `ratio` against `other`, at most to white or black. */
function move(color: string, step: number, other: string, ratio: number): string {
  const lab = oklab(color);
  let moved = color;
  for (let l = lab[0] + step; contrast(moved, other) < ratio && l > 0 && l < 1; l += step) moved = atLightness(lab, l);
  return moved;
}

function mix(color: string, base: string, share: number): string {
  const channel = (at: number): string => {
    const [mine, theirs] = [color, base].map((value) => Number.parseInt(value.slice(at, at + 2), 16)) as [
      number,
      number,
    ];
    return Math.round(mine * share + theirs * (1 - share))
      .toString(16)
      .padStart(2, '0');
  };
  return `#${channel(1)}${channel(3)}${channel(5)}`;
}

export function deriveBrand(color: string, theme: Theme): BrandSet {
  const surface = kSurface[theme];
  // On the dark surface a dark brand first rises until its shapes can be seen at all.
  const seen = theme === 'dark' ? move(color, kStep, surface, kEdgeRatio) : color;
  const light = isLight(linear(seen));
  const on = light ? '#111114' : '#ffffff';
  const accent = move(seen, light ? kStep : -kStep, on, kTextRatio);
  const lab = oklab(accent);
  // Away from what is written on it, so that hovering never costs contrast.
  const shade = (change: number): string =>
    atLightness(lab, Math.min(1, Math.max(0, lab[0] + (light ? change : -change))));
  const soft = mix(accent, surface, 0.1);
  const towards = theme === 'dark' ? kStep : -kStep;
  const text = move(move(accent, towards, surface, kTextRatio), towards, soft, kTextRatio);
  return {
    '--accent': accent,
    '--accent-hover': shade(0.04),
    '--accent-press': shade(0.08),
    '--accent-soft': soft,
    '--accent-text': text,
    '--on-accent': on,
    '--bubble-agent': accent,
    '--bubble-agent-text': on,
    '--focus': text,
  };
}

/** The rules that lay a brand over the panel's tokens in either theme. */
export function brandRules(color: string): string {
  const body = (theme: Theme): string =>
    Object.entries(deriveBrand(color, theme))
      .map(([name, value]) => `${name}:${value}`)
      .join(';');
  const dark = body('dark');
  return (
    `.slot{${body('light')}}.root[data-theme=dark] .slot{${dark}}` +
    `@media (prefers-color-scheme:dark){.root:not([data-theme=light]) .slot{${dark}}}`
  );
}
