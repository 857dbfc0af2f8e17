import { layout, root } from './layout.ts';

export function basketPage(): string {
  return layout({
    title: 'Your basket · Casa & Co',
    description: 'What you have chosen so far.',
    current: 'basket',
    main: `<section class="prose basket" data-basket aria-labelledby="basket-title">
<h1 id="basket-title">Your basket</h1>
<ul class="basket-list" data-basket-list></ul>
<p class="basket-total" data-basket-total hidden></p>
<p class="basket-note" data-basket-note hidden>This shop is a demo, so it ends here. In a real one you would pay now; the chat stays with you until the parcel is home.</p>
<p class="basket-empty" data-basket-empty>Nothing in it yet. <a href="${root}#collection">See the collection</a></p>
</section>`,
  });
}
