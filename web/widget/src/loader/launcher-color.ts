// The launcher's colour out of the owner's: the panel derives the full set (panel/brand.ts), but its arithmetic is too heavy for
// the loader. Scaling light keeps the hue and never leaves sRGB, the browser does it, and the luminance is known at once. Pure.
import { linear, luminance } from '../color';

/** White on a colour of this luminance has a contrast of 4.5. */
const kLuminanceUnderWhite = 1.05 / 4.5 - 0.05;
/** The luminance of a grey at the OKLCH lightness where the panel changes to near-black. */
const kLightAbove = 0.72 ** 3;

export function launcherPair(color: string): [accent: string, on: string] {
  const light = luminance(linear(color));
  if (light > kLightAbove) return [color, '#111114'];
  // A shade darker than needed, since rounding to 256 steps may go either way.
  const keep = Math.min(100, (kLuminanceUnderWhite * 99) / light);
  return [`color-mix(in srgb-linear,${color} ${keep}%,#000)`, '#ffffff'];
}
