import { layout } from './layout.ts';

const questions: [question: string, answer: string][] = [
  [
    'Can you deliver in the evening?',
    'Yes, until 21:00 from Monday to Friday. Pick the evening slot when we write to you.',
  ],
  [
    'I live on the fourth floor without a lift.',
    'So do we. Two people carry everything up to the fifth floor at no extra cost; above that, ask us in the chat.',
  ],
  [
    'Can I send you a photo of my stairs?',
    'Please do. Write in the chat first, and we will tell you which corner we need to see.',
  ],
  ['What happens to the packaging?', 'We take it back with us. Boxes are used about six times.'],
  [
    'My sofa arrived with a mark on it.',
    'We are sorry. Write to us within 14 days and we bring another cover, or another sofa.',
  ],
];

export function deliveryPage(): string {
  return layout({
    title: 'Delivery and returns · Casa & Co',
    description: 'What delivery costs, how long it takes, and how to send a piece back.',
    current: 'delivery',
    main: `<article class="prose">
<p class="eyebrow">Delivery and returns</p>
<h1>Carried in, not dropped off</h1>
<p class="lead">Furniture is heavy and stairs are narrow. Two of us bring it to the room you choose, put it together and take the box away.</p>
${prices()}
${returns()}
${answers()}
</article>`,
  });
}

function prices(): string {
  return `<section aria-labelledby="prices-title">
<h2 id="prices-title">What it costs</h2>
<table>
<thead><tr><th scope="col">Way</th><th scope="col">For</th><th scope="col">Time</th><th scope="col">Price</th></tr></thead>
<tbody>
<tr><th scope="row">To your room</th><td>Sofas, tables, shelves</td><td>4 to 6 days</td><td>Included</td></tr>
<tr><th scope="row">Parcel</th><td>Lamps and single chairs</td><td>2 to 3 days</td><td>Included</td></tr>
<tr><th scope="row">A day you choose</th><td>Anything in stock</td><td>From tomorrow</td><td>€39</td></tr>
<tr><th scope="row">Collect it</th><td>Our showroom</td><td>Same day</td><td>Free, with coffee</td></tr>
</tbody>
</table>
</section>`;
}

function returns(): string {
  return `<section id="returns" aria-labelledby="returns-title">
<h2 id="returns-title">100 days to decide</h2>
<ol class="steps">
<li><h3>Live with it</h3><p>Sit, sleep, invite people. We expect it to look used.</p></li>
<li><h3>Tell us in the chat</h3><p>No form, no box to find. We agree on a day.</p></li>
<li><h3>We collect it</h3><p>The money is back on your card when it is on our van.</p></li>
</ol>
</section>`;
}

function answers(): string {
  const list = questions
    .map(([question, answer]) => `<details><summary>${question}</summary><p>${answer}</p></details>`)
    .join('\n');
  return `<section id="questions" aria-labelledby="questions-title">
<h2 id="questions-title">Asked often</h2>
${list}
</section>`;
}
