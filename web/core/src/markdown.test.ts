import { describe, expect, it } from 'vitest';
import { type Block, type Inline, parseInline, parseMarkdown } from './markdown';

/** The tree as words: `b(…)`, `i(…)`, `c(…)`, `a<address>(…)`. */
function shown(nodes: Inline[]): string {
  return nodes
    .map((node) => {
      if (node.kind === 'text') return node.text;
      if (node.kind === 'code') return `c(${node.text})`;
      if (node.kind === 'link') return `a<${node.href}>(${shown(node.children)})`;
      return `${node.kind === 'strong' ? 'b' : 'i'}(${shown(node.children)})`;
    })
    .join('');
}

const inline = (text: string): string => shown(parseInline(text));

const block = (one: Block): string => {
  if (one.kind === 'pre') return `pre{${one.text}}`;
  if (one.kind === 'list') return `${one.ordered ? `ol${one.start}` : 'ul'}{${one.items.map(shown).join('|')}}`;
  return `p{${one.lines.map(shown).join('/')}}`;
};

const blocks = (text: string): string => parseMarkdown(text).map(block).join(' ');

describe('within a line', () => {
  it.each([
    ['**68 cm** door', 'b(68 cm) door'],
    ['*my* and _your_ order', 'i(my) and i(your) order'],
    ['**bold with *both* inside**', 'b(bold with i(both) inside)'],
    ['number `48213`', 'number c(48213)'],
    ['`**not bold**`', 'c(**not bold**)'],
    ['[orders](https://casa.example/o)', 'a<https://casa.example/o>(orders)'],
    ['see https://casa.example/o?x=1.', 'see a<https://casa.example/o?x=1>(https://casa.example/o?x=1).'],
    ['(https://casa.example/a)', '(a<https://casa.example/a>(https://casa.example/a))'],
    ['https://casa.example/a_(b)', 'a<https://casa.example/a_(b)>(https://casa.example/a_(b))'],
  ])('%s', (text, tree) => expect(inline(text)).toBe(tree));

  it.each(['2 * 3 * 4', 'snake_case_name', 'a ** b', '5*3', '[x]', '[x](y)', '`open', '**open', '&lt;b&gt; <b>'])(
    'leaves %s as it was typed',
    (text) => expect(inline(text)).toBe(text),
  );

  it.each([
    '[x](javascript:alert(1))',
    '[x](data:text/html,x)',
    'javascript:alert(1)',
    '[x](//evil.example)',
    'vbscript:x',
    '<https://',
  ])('makes no link of %s', (text) => {
    const kinds = parseInline(text).map((node) => node.kind);
    expect(kinds).not.toContain('link');
    expect(inline(text)).toBe(text);
  });

  it('names the host that a link leads to', () => {
    expect(parseInline('[casa.example](https://evil.example/x)')).toMatchObject([
      { kind: 'link', host: 'evil.example' },
    ]);
  });

  it('loses no character of what it does not know, however deep', () => {
    const deep = '**a *b **c *d **e *f* g** h* i** j* k**';
    const letters = (text: string): string => text.replace(/[^a-k]/g, '');
    const kept = JSON.stringify(parseInline(deep)).replace(/"(kind|children|text)":("(strong|em|text)")?/g, '');
    expect(letters(kept)).toBe(letters(deep));
    expect(inline('x'.repeat(4000))).toHaveLength(4000);
  });

  it('stays quick on text made to be slow', () => {
    const began = performance.now();
    for (const piece of ['*', '_', '**a', '[', '`', '[a](', '*a ', '**a *b '])
      parseMarkdown(piece.repeat(4000 / piece.length));
    expect(performance.now() - began).toBeLessThan(1000);
  });
});

describe('blocks', () => {
  it('keeps lines and paragraphs', () => expect(blocks('a\nb\n\nc')).toBe('p{a/b} p{c}'));
  it('makes lists', () =>
    expect(blocks('Do:\n- one\n* two\n\n3. three\n4. four')).toBe('p{Do:} ul{one|two} ol3{three|four}'));
  it('does not take a year or a dash for a list', () =>
    expect(blocks('2026. was\n-5 degrees')).toBe('p{2026. was/-5 degrees}'));
  it('keeps fenced code as it is', () =>
    expect(blocks('a\n```js\nlet **x**\n\n- y\n```\nb')).toBe('p{a} pre{let **x**\n\n- y} p{b}'));
  it('has nothing to show for nothing', () => expect(blocks(' \n\n ')).toBe(''));
});
