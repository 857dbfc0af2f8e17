import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '..', 'pictures');

/** A drawing as inline SVG; a `{{name}}` in it stands for the inside of another drawing. */
export function picture(name: string): string {
  const svg = readFileSync(join(folder, `${name}.svg`), 'utf8').trim();
  return svg.replaceAll(/\{\{([a-z]+)\}\}/g, (_, inner: string) => inside(picture(inner)));
}

function inside(svg: string): string {
  return svg.slice(svg.indexOf('>') + 1, svg.lastIndexOf('</svg>'));
}

const iconPaths = {
  arrow: 'M4 12h15M13 6l6 6-6 6',
  out: 'M8 8h8v8M16 8l-9 9',
  basket: 'M4 9h16l-1.6 10.2a2 2 0 0 1-2 1.8H7.6a2 2 0 0 1-2-1.8zM8 9l3-6M16 9l-3-6',
  truck: 'M3 6h11v10H3zM14 10h4l3 3v3h-7zM7 19a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM17.5 19a2 2 0 1 0 0-4 2 2 0 0 0 0 4z',
  back: 'M4 8h10a5 5 0 0 1 0 10H8M8 4 4 8l4 4',
  tree: 'M12 22v-8M12 3c4 2 6 5 6 7.5a6 6 0 0 1-12 0C6 8 8 5 12 3zM12 14l3-3',
  chat: 'M21 12a8 8 0 0 1-11.6 7.1L4 20.5l1.4-4.6A8 8 0 1 1 21 12z',
} as const;

export function icon(name: keyof typeof iconPaths): string {
  const mirrored = name === 'arrow' || name === 'out' ? ' icon-directional' : '';
  return `<svg class="icon${mirrored}" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="${iconPaths[name]}"/></svg>`;
}
