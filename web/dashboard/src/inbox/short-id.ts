/** A conversation's short name on screen: the last five characters of its id, which are the random ones. */
export function shortId(id: string): string {
  return `C-${id.replaceAll('-', '').slice(-5).toUpperCase()}`;
}
