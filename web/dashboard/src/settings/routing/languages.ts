/** The languages that a visitor's browser may name, by the names that the reader knows. Pure. */

import { languageName } from '../../format';
import type { Option } from '../../ui/select-field';

/** Those of ISO 639-1 that people browse in. */
const CODES =
  'af am ar az be bg bn bs ca cs cy da de el en es et eu fa fi fil fr ga gl gu he hi hr hu hy id is it ja ka kk km kn ko ky lo lt lv mk ml mn mr ms my nb ne nl nn pa pl ps pt ro ru si sk sl sq sr sv sw ta te th tr uk ur uz vi zh zu';

/** Sorted by name; `needed` is among them, whatever it is. */
export function languageOptions(needed: string | undefined): Option<string>[] {
  const codes = new Set(CODES.split(' '));
  if (needed !== undefined && needed !== '') codes.add(needed);
  return [...codes]
    .map((value) => ({ value, label: languageName(value) }))
    .sort((one, other) => one.label.localeCompare(other.label));
}
