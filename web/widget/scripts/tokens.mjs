// Makes `*.css?inline` of the widget self-contained: puts the design tokens that a stylesheet uses in front of it, on the
// widget's own root instead of the page's, and in em instead of rem (rem is the host page's business).
import { readFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';

const source = readFileSync(fileURLToPath(new URL('../../tokens.css', import.meta.url)), 'utf8');

// No font is loaded into someone else's page.
const own = '--font-system:system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;';

function names(css) {
  return new Set([...css.matchAll(/var\((--[\w-]+)/g)].map((match) => match[1]));
}

/** The tokens that `css` needs, with those that these need in turn. */
export function tokensFor(css) {
  const used = names(css);
  if (!used.has('--surface')) return '';
  return source
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(':root, :host {', `:root, :host {${own}`)
    .replace(/(--[\w-]+)\s*:\s*([^;]*);/g, (whole, name) => (used.has(name) ? whole : ''))
    .replace(/(?<!-)color-scheme:[^;]*;/g, (whole) => (used.has('--text') ? whole : ''))
    .replace(/([\d.]+)rem\b/g, '$1em')
    .replaceAll(':root:not([data-theme="light"]), :host(:not([data-theme="light"]))', '.root:not([data-theme="light"])')
    .replaceAll(':root[data-theme="dark"], :host([data-theme="dark"])', '.root[data-theme="dark"]')
    .replaceAll(':root, :host', '.root');
}

/** Puts the stylesheets that `css` imports in place, since each of them alone would bring its tokens again. */
function together(css, file) {
  return css.replace(/@import "(.+)";/g, (_line, name) => readFileSync(new URL(name, pathToFileURL(file)), 'utf8'));
}

/** The stylesheets of what is imported later: they use the tokens that the panel's has brought. */
const kBorrowers = new Map(
  ['later.css', 'ways-out.css', 'invitation.css'].map((name) => [
    name,
    new URL('../src/panel/panel.css', import.meta.url),
  ]),
);

function borrowed(css, lender) {
  const lending = together(readFileSync(lender, 'utf8'), fileURLToPath(lender));
  const lent = names(tokensFor(lending) + lending);
  const missing = [...names(css)].filter((name) => !lent.has(name));
  if (missing.length > 0) throw new Error(`tokens that nothing else brings: ${missing.join(', ')}`);
  return css;
}

export function tokens() {
  return {
    name: 'parlor-tokens',
    enforce: 'pre',
    transform(css, id) {
      const [file] = id.split('?');
      if (!file.endsWith('.css')) return undefined;
      const lender = kBorrowers.get(file.split('/').at(-1));
      const whole = together(css, file);
      if (lender) return { code: borrowed(whole, lender), map: null };
      return { code: tokensFor(whole) + whole, map: null };
    },
  };
}

/**
 * Gives the tokens of files built together, which nobody outside them reads, names of one or two letters. In the order in
 * which they are defined, since brotli finds more alike then.
 */
export function shortener(codes) {
  const letters = (at) => (at < 26 ? '' : letters(Math.floor(at / 26) - 1)) + String.fromCharCode(97 + (at % 26));
  const all = codes.join('\n');
  const defined = [...names(all)].sort((a, b) => all.indexOf(`${a}:`) - all.indexOf(`${b}:`));
  const short = new Map(defined.map((name, at) => [name, `--${letters(at)}`]));
  return (code) => code.replace(/--[a-z][\w-]*/g, (name) => short.get(name) ?? name);
}

export function shortTokens() {
  return {
    name: 'parlor-short-tokens',
    generateBundle(_options, bundle) {
      const chunks = Object.values(bundle);
      const shortened = shortener(chunks.map(({ code }) => code));
      for (const chunk of chunks) chunk.code = shortened(chunk.code);
    },
  };
}
