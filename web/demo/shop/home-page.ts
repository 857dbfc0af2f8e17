import { catalogue, euros, type Product, productPath } from './catalogue.ts';
import { layout, root } from './layout.ts';
import { icon, picture } from './pictures.ts';

export function homePage(): string {
  return layout({
    title: 'Casa & Co: furniture for homes that are lived in',
    description:
      'Sofas, chairs, tables, shelves and lamps, made in small workshops and delivered to the room you choose.',
    current: 'home',
    main: [hero(), promises(), collection(), story(), workshop(), talk()].join('\n'),
  });
}

function hero(): string {
  return `<section class="hero">
<div class="hero-text">
<p class="eyebrow">The autumn collection</p>
<h1>Come in.<br><em>Sit down.</em></h1>
<p class="lead">Furniture for homes that are lived in: made to be leaned on, slept on, spilled on and handed down.</p>
<p class="actions"><a class="button" href="#collection">See the collection</a> <a class="link" href="${root}sofa/ninna/">Meet Ninna, the sofa ${icon('arrow')}</a></p>
</div>
<div class="hero-picture">${picture('room')}</div>
</section>`;
}

function promises(): string {
  return `<ul class="promises" aria-label="What we promise">
<li>${icon('truck')}<div><strong>To the room you choose</strong><span>Two people carry it in, and take the box away</span></div></li>
<li>${icon('back')}<div><strong>100 days to decide</strong><span>Not right? We collect it at our cost</span></div></li>
<li>${icon('tree')}<div><strong>15 years on every frame</strong><span>Wood from forests we have walked in</span></div></li>
</ul>`;
}

export function card(product: Product): string {
  return `<li class="card finish-${product.finishes[0]}">
<a href="${root}${productPath(product)}">
<span class="card-picture tint-${product.tint}">${picture(product.kind)}</span>
<span class="card-text"><span class="card-name">${product.title}</span> <span class="card-price">${euros(product.price)}</span></span>
<span class="card-line">${product.line}</span>
</a>
</li>`;
}

function collection(): string {
  return `<section class="collection" id="collection" aria-labelledby="collection-title">
<div class="section-head"><h2 id="collection-title">The collection</h2><p>Six pieces. We make few things and keep them for long.</p></div>
<ul class="grid">
${catalogue.map(card).join('\n')}
</ul>
</section>`;
}

function story(): string {
  return `<section class="story" aria-labelledby="story-title">
<div class="story-picture tint-sage finish-moss">${picture('armchair')}</div>
<div class="story-text">
<p class="eyebrow">Orso, the armchair</p>
<h2 id="story-title">There is no wrong way to sit in it</h2>
<p>Sideways with a book. Cross-legged with a laptop. Two children and a dog. We drew the shell around all of them, then padded it once more.</p>
<p><a class="link" href="${root}armchair/orso/">Look at Orso ${icon('arrow')}</a></p>
</div>
</section>`;
}

function workshop(): string {
  return `<section class="workshop" id="workshop" aria-labelledby="workshop-title">
<div class="section-head"><h2 id="workshop-title">How it is made</h2><p>Eleven people, three workshops, no hurry.</p></div>
<ol class="steps">
<li><h3>One tree at a time</h3><p>A table’s planks come from one trunk. You get its number and may visit where it stood.</p></li>
<li><h3>Joints, not screws</h3><p>Dowels, wedges and glue hold what will be moved a few times in its life, and lived on every day.</p></li>
<li><h3>Covers that come off</h3><p>Every fabric has a zip and a wash label. Worn through? We sew the same one again.</p></li>
</ol>
</section>`;
}

function talk(): string {
  return `<section class="talk" aria-labelledby="talk-title">
${icon('chat')}
<h2 id="talk-title">Will it fit through your door?</h2>
<p>Ask Ada or Ben. They have carried most of these up most kinds of stairs. The chat is in the corner; a person answers.</p>
</section>`;
}
