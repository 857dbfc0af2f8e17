// Puts src/panel/view.ts in the place of Preact, against which the panel is written and type-checked.
import { fileURLToPath } from 'node:url';

const view = fileURLToPath(new URL('../src/panel/view.ts', import.meta.url));

export function ownView() {
  return {
    name: 'parlor-view',
    config: () => ({ resolve: { alias: [{ find: /^preact(\/.*)?$/, replacement: view }] } }),
  };
}
