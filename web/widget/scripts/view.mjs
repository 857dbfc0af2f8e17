// Puts src/panel/view.ts in the place of Preact, against which the panel is written and type-checked.
import { fileURLToPath } from 'node:url';

const view = fileURLToPath(new URL('../src/panel/view.ts', import.meta.url));

export function ownView() {
  return {
    name: 'parlor-view',
    config: () => ({ resolve: { alias: [{ find: /^preact(\/.*)?$/, replacement: view }] } }),
  };
}

/** Vite's way of importing looks after stylesheets and hints that the panel has not: here import() is all there is to it. */
export function plainImport() {
  return {
    name: 'parlor-plain-import',
    enforce: 'pre',
    load: (id) => (id === '\0vite/preload-helper.js' ? 'export const __vitePreload = (bring) => bring();' : undefined),
  };
}
