/** Words after a number, as English counts. */

const plural = new Intl.PluralRules('en');

export function count(n: number, one: string, other: string): string {
  return `${n} ${plural.select(n) === 'one' ? one : other}`;
}
