import { catalogue, type Finish, finishNames, type Product } from '../shop/catalogue.ts';

export interface BasketLine {
  product: Product;
  finish: Finish;
  quantity: number;
}

const key = 'casa-basket';

/** What the visitor has chosen. Kept in this browser, or only in memory where storage is refused. */
export class Basket {
  #lines: BasketLine[];
  #openStorage: () => Storage;
  #watchers: (() => void)[] = [];

  constructor(openStorage: () => Storage) {
    this.#openStorage = openStorage;
    this.#lines = this.#load();
  }

  get lines(): readonly BasketLine[] {
    return this.#lines;
  }

  get pieces(): number {
    return this.#lines.reduce((sum, line) => sum + line.quantity, 0);
  }

  get total(): number {
    return this.#lines.reduce((sum, line) => sum + line.quantity * line.product.price, 0);
  }

  add(product: Product, finish: Finish): void {
    const line = this.#lines.find((known) => known.product === product && known.finish === finish);
    if (line) line.quantity += 1;
    else this.#lines = [...this.#lines, { product, finish, quantity: 1 }];
    this.#changed();
  }

  remove(line: BasketLine): void {
    this.#lines = this.#lines.filter((known) => known !== line);
    this.#changed();
  }

  watch(watcher: () => void): void {
    this.#watchers.push(watcher);
    watcher();
  }

  #changed(): void {
    const kept = this.#lines.map(({ product, finish, quantity }) => ({ slug: product.slug, finish, quantity }));
    try {
      this.#openStorage().setItem(key, JSON.stringify(kept));
    } catch {
      // Storage is refused or full: the basket lasts as long as the page.
    }
    for (const watcher of this.#watchers) watcher();
  }

  #load(): BasketLine[] {
    try {
      const kept: unknown = JSON.parse(this.#openStorage().getItem(key) ?? '[]');
      return Array.isArray(kept) ? kept.flatMap(readLine) : [];
    } catch {
      return [];
    }
  }
}

/** Reads one stored line; what the catalogue no longer has falls out. */
function readLine(kept: { slug?: unknown; finish?: unknown; quantity?: unknown }): BasketLine[] {
  const product = catalogue.find((known) => known.slug === kept.slug);
  const { finish, quantity } = kept;
  if (!product || !isFinish(finish) || typeof quantity !== 'number' || !(quantity >= 1)) return [];
  return [{ product, finish, quantity }];
}

export function isFinish(value: unknown): value is Finish {
  return typeof value === 'string' && Object.hasOwn(finishNames, value);
}
