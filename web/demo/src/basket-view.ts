import { euros, finishNames, productPath } from '../shop/catalogue.ts';
import type { Basket, BasketLine } from './basket.ts';

/** Keeps the count in the header and, on the basket's page, the list in step with the basket. */
export function showBasket(basket: Basket): void {
  basket.watch(() => showCount(basket));
  const page = document.querySelector<HTMLElement>('[data-basket]');
  if (page) basket.watch(() => showLines(page, basket));
}

function showCount(basket: Basket): void {
  const count = document.querySelector<HTMLElement>('[data-basket-count]');
  if (!count) return;
  count.hidden = basket.pieces === 0;
  count.textContent = String(basket.pieces);
}

function showLines(page: HTMLElement, basket: Basket): void {
  const empty = basket.pieces === 0;
  part(page, 'empty').hidden = !empty;
  part(page, 'note').hidden = empty;
  const total = part(page, 'total');
  total.hidden = empty;
  total.textContent = `Together ${euros(basket.total)}, delivery included`;
  part(page, 'list').replaceChildren(...basket.lines.map((line) => lineItem(basket, line)));
}

function part(page: HTMLElement, name: string): HTMLElement {
  const element = page.querySelector<HTMLElement>(`[data-basket-${name}]`);
  if (!element) throw new Error(`the basket page has no ${name}`);
  return element;
}

function lineItem(basket: Basket, line: BasketLine): HTMLElement {
  const { product, finish, quantity } = line;
  const item = document.createElement('li');
  const link = document.createElement('a');
  link.href = `${import.meta.env.BASE_URL}${productPath(product)}`;
  link.textContent = product.title;
  const detail = document.createElement('span');
  detail.textContent = `${finishNames[finish]} · ${quantity} × ${euros(product.price)}`;
  const remove = document.createElement('button');
  remove.type = 'button';
  remove.className = 'plain';
  remove.textContent = 'Remove';
  remove.setAttribute('aria-label', `Remove ${product.title} in ${finishNames[finish]}`);
  remove.addEventListener('click', () => basket.remove(line));
  item.append(link, detail, remove);
  return item;
}
