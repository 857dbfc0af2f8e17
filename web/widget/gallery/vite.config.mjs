import { defineConfig } from 'vite';
import { tokens } from '../scripts/tokens.mjs';
import { ownView } from '../scripts/view.mjs';

export default defineConfig({
  root: import.meta.dirname,
  plugins: [tokens(), ownView()],
  build: { outDir: '../dist-gallery' },
});
