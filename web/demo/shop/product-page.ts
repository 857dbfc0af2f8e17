import { catalogue, euros, type Finish, finishNames, type Product } from './catalogue.ts';
import { card } from './home-page.ts';
import { layout, root } from './layout.ts';
import { icon, picture } from './pictures.ts';

export function productPage(product: Product): string {
  return layout({
    title: `${product.title} · Casa & Co`,
    description: `${product.line} ${euros(product.price)}.`,
    current: 'product',
    main: `<nav class="crumbs" aria-label="Where you are"><a href="${root}">Home</a> <span aria-hidden="true">/</span> <a href="${root}#collection">Furniture</a> <span aria-hidden="true">/</span> <span aria-current="page">${product.name}</span></nav>
<article class="product finish-${product.finishes[0]}">
<div class="product-picture tint-${product.tint}">${picture(product.kind)}</div>
<div class="product-text">
<h1>${product.title}</h1>
<p class="lead">${product.line}</p>
<p class="price">${euros(product.price)} <span>delivery included</span></p>
${order(product)}
<p class="lead-time">${icon('truck')}${product.leadTime}</p>
</div>
</article>
${details(product)}
${others(product)}`,
  });
}

function order(product: Product): string {
  return `<form class="order" data-order="${product.slug}">
<fieldset>
<legend>${product.finishLabel}</legend>
<div class="finishes">
${product.finishes.map((finish, index) => finishChoice(finish, index === 0)).join('\n')}
</div>
</fieldset>
<button class="button" type="submit">Add to basket</button>
<p class="order-status" role="status" data-order-status></p>
</form>`;
}

function finishChoice(finish: Finish, checked: boolean): string {
  return `<label class="finish"><input type="radio" name="finish" value="${finish}"${checked ? ' checked' : ''}><span class="dot finish-${finish}"></span>${finishNames[finish]}</label>`;
}

function details(product: Product): string {
  const facts = product.facts.map(([label, value]) => `<div><dt>${label}</dt><dd>${value}</dd></div>`).join('\n');
  return `<section class="details" aria-labelledby="details-title">
<div><h2 id="details-title">About ${product.name}</h2>
${product.about.map((paragraph) => `<p>${paragraph}</p>`).join('\n')}
</div>
<dl class="facts">
${facts}
</dl>
</section>`;
}

function others(product: Product): string {
  const index = catalogue.indexOf(product);
  const near = [1, 2, 3]
    .map((step) => catalogue[(index + step) % catalogue.length])
    .filter((other) => other !== undefined);
  return `<section class="collection" aria-labelledby="others-title">
<div class="section-head"><h2 id="others-title">Goes well with</h2></div>
<ul class="grid">
${near.map(card).join('\n')}
</ul>
</section>`;
}
