import { icon } from './pictures.ts';

export const root = '/demo/';

interface Page {
  title: string;
  description: string;
  /** Which link of the navigation is this page. */
  current: 'home' | 'delivery' | 'basket' | 'product';
  main: string;
}

/** The frame that every page shares. The tag at the end of the head is the one a site owner copies. */
export function layout(page: Page): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="color-scheme" content="light dark">
<meta name="description" content="${page.description}">
<title>${page.title}</title>
<link rel="icon" href="${root}icon.svg" type="image/svg+xml">
<script type="module" src="/@fs${import.meta.dirname}/../src/shop.ts"></script>
<script async src="/w.js" data-site="demo" vite-ignore></script>
</head>
<body>
<a class="skip" href="#main">Skip to content</a>
${hint()}
${header(page.current)}
<main id="main" tabindex="-1">
${page.main}
</main>
${footer()}
</body>
</html>
`;
}

function hint(): string {
  return `<aside class="hint" aria-label="About this demo">
<p><strong>This is a demo shop.</strong> Write in the chat, then answer as Ada in the <a href="/" target="_blank" rel="noopener">dashboard${icon('out')}</a></p>
<p class="hint-login"><span class="visually-hidden">Sign in with </span><bdi><code>ada@casa.example</code></bdi> <span aria-hidden="true">/</span><span class="visually-hidden"> and the password </span> <bdi><code>casa-demo</code></bdi></p>
</aside>`;
}

function header(current: Page['current']): string {
  const here = (name: Page['current']) => (current === name ? ' aria-current="page"' : '');
  return `<header class="top">
<a class="brand" href="${root}"${here('home')}>Casa <span>&amp;</span> Co</a>
<nav aria-label="Shop">
<a href="${root}#collection">Furniture</a>
<a href="${root}#workshop">Workshop</a>
<a href="${root}delivery/"${here('delivery')}>Delivery</a>
</nav>
<a class="basket-link" href="${root}basket/"${here('basket')}>${icon('basket')}<span class="basket-word">Basket</span><span class="basket-count" data-basket-count hidden></span></a>
</header>`;
}

function footer(): string {
  return `<footer class="bottom">
<div class="bottom-inner">
<div>
<p class="brand">Casa <span>&amp;</span> Co</p>
<p>Furniture for homes that are lived in. Made in small workshops between Udine and Prato.</p>
</div>
<div>
<h2>Shop</h2>
<ul><li><a href="${root}#collection">All furniture</a></li><li><a href="${root}sofa/ninna/">The Ninna sofa</a></li><li><a href="${root}basket/">Basket</a></li></ul>
</div>
<div>
<h2>Good to know</h2>
<ul><li><a href="${root}delivery/">Delivery</a></li><li><a href="${root}delivery/#returns">Returns</a></li><li><a href="${root}delivery/#questions">Questions</a></li></ul>
</div>
<div>
<h2>Showroom</h2>
<p>12 Mill Lane, by the river<br>Tuesday to Saturday, 10 to 18</p>
</div>
</div>
<p class="fine">An invented shop, drawn by hand, to show Parlor’s chat on a real page. Nothing is sold here.</p>
</footer>`;
}
