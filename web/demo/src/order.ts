import { catalogue } from '../shop/catalogue.ts';
import { type Basket, isFinish } from './basket.ts';

/** Puts the product of this page into the basket when its form is sent. */
export function takeOrders(basket: Basket): void {
  const form = document.querySelector<HTMLFormElement>('form[data-order]');
  const status = document.querySelector<HTMLElement>('[data-order-status]');
  const product = catalogue.find(({ slug }) => slug === form?.dataset.order);
  if (!form || !status || !product) return;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const finish = new FormData(form).get('finish');
    if (!isFinish(finish)) return;
    basket.add(product, finish);
    const link = document.createElement('a');
    link.href = `${import.meta.env.BASE_URL}basket/`;
    link.textContent = 'See your basket';
    status.replaceChildren(`${product.name} is in your basket. `, link);
  });
}
