import { defineConfig } from 'vite';
import { tokens } from '../scripts/tokens.mjs';

export default defineConfig({ root: import.meta.dirname, plugins: [tokens()], build: { outDir: '../dist-gallery' } });
