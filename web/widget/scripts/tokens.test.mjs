import { expect, it } from 'vitest';
import { shortener, tokensFor } from './tokens.mjs';

const css = tokensFor('.a { color: var(--text); font-size: var(--fs-15); background: var(--surface) }');

it('brings the tokens that are used, and no others', () => {
  expect(css).toContain('--text:');
  expect(css).not.toContain('--note-bg');
});

it('turns rem into em and the page into the widget', () => {
  expect(css).toContain('--fs-15: .9375em');
  expect(css).not.toMatch(/\drem|:root|:host/);
  expect(css.match(/--surface:/g)).toHaveLength(3);
});

it('leaves media conditions alone', () => expect(css).toContain('@media (prefers-color-scheme: dark) {'));

it('adds nothing to a stylesheet without tokens', () => expect(tokensFor('.a { color: red }')).toBe(''));

it('shortens the names that are used as tokens, in styles and in code, and nothing else', () => {
  const code = '.a{--text:red;--text-2:red;color:var(--text-2,var(--text))}n={"--text":1};for(;;)--n;--texts';
  expect(shortener([code])(code)).toBe('.a{--a:red;--b:red;color:var(--b,var(--a))}n={"--a":1};for(;;)--n;--texts');
});

it('gives a token the same short name in every file', () => {
  const shortened = shortener(['.a{color:var(--text);top:var(--x)}', '.b{top:var(--x)}']);
  expect(shortened('.b{top:var(--x)}')).toBe('.b{top:var(--b)}');
});
