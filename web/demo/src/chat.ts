import type { Basket } from './basket.ts';

type Parlor = (...command: unknown[]) => void;

const page: typeof globalThis & { Parlor?: Parlor } = globalThis;

/** The script of the tag comes when it comes, or never: until then calls wait here, and it takes them over. */
function queue(): Parlor {
  const q: unknown[][] = [];
  return Object.assign((...command: unknown[]): void => void q.push(command), { q });
}

/** Whoever answers in the chat, and the rules by which it is given to them, know of the basket; an empty one says nothing. */
export function tellChat(basket: Basket): void {
  page.Parlor ??= queue();
  basket.watch(() =>
    page.Parlor?.('attributes', { basket_items: basket.pieces || null, basket_total: basket.total || null }),
  );
}
