// The launcher's colour out of the owner's: the panel derives the full set (panel/brand.ts), but its arithmetic is too heavy for
// the loader. Scaling light keeps the hue and never leaves sRGB, and the luminance it needs is known at once. Pure.
import { hex, linear, luminance, type Triple } from '../color';

/** White on a colour of this luminance has a contrast of 4.5. */
const kLuminanceUnderWhite = 1.05 / 4.5 - 0.05;
/** The luminance of a grey at the OKLCH lightness where the panel changes to near-black. */
const kLightAbove = 0.72 ** 3;

export function launcherPair(color: string): [accent: string, on: string] {
  const rgb = linear(color);
  const light = luminance(rgb);
  if (light > kLightAbove) return [color, '#111114'];
  // A shade darker than needed, since rounding to 256 steps may go either way.
  const keep = Math.min(1, (kLuminanceUnderWhite * 0.99) / light);
  return [hex(rgb.map((part) => part * keep) as Triple), '#ffffff'];
}
