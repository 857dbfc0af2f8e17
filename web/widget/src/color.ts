// The colour arithmetic that loader and panel share: sRGB as light, OKLCH lightness, luminance. Pure.

export type Triple = [number, number, number];

const product = (rows: Triple[], [x, y, z]: Triple): Triple => rows.map(([a, b, c]) => a * x + b * y + c * z) as Triple;

/** sRGB as light, 0 to 1. */
export const linear = (color: string): Triple =>
  [1, 3, 5].map((at) => {
    const v = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return v > 0.04045 ? ((v + 0.055) / 1.055) ** 2.4 : v / 12.92;
  }) as Triple;

export const hex = (rgb: Triple): string =>
  `#${rgb
    .map((light) => {
      const v = Math.min(1, Math.max(0, light));
      const encoded = v > 0.0031308 ? 1.055 * v ** (1 / 2.4) - 0.055 : v * 12.92;
      return (256 + Math.round(encoded * 255)).toString(16).slice(1);
    })
    .join('')}`;

/** The cube roots of the eye's responses, from which OKLab is made. */
export const cones = (rgb: Triple): Triple =>
  product(
    [
      [0.41222, 0.53633, 0.05145],
      [0.2119, 0.6807, 0.1074],
      [0.0883, 0.28172, 0.62998],
    ],
    rgb,
  ).map(Math.cbrt) as Triple;

export const lightness = ([l, m, s]: Triple): number => 0.21045 * l + 0.79362 * m - 0.00407 * s;

/** WCAG 2 relative luminance. */
export const luminance = ([r, g, b]: Triple): number => 0.2126 * r + 0.7152 * g + 0.0722 * b;

/** White is written on a brand colour up to this OKLCH lightness, near-black above it. */
export const isLight = (rgb: Triple): boolean => lightness(cones(rgb)) > 0.72;

export const isColor = (text: string | undefined): text is string => /^#[0-9a-f]{6}$/i.test(text ?? '');
