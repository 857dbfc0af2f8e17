import { join } from 'node:path';
import { defineConfig } from 'vite';
import { writePages } from './shop/write-pages.ts';

const pagesRoot = join(import.meta.dirname, '../../build/demo-pages');
const parlor = process.env.PARLOR_URL ?? 'http://127.0.0.1:8080';

export default defineConfig({
  root: pagesRoot,
  base: '/demo/',
  publicDir: join(import.meta.dirname, 'public'),
  build: {
    outDir: join(import.meta.dirname, 'dist'),
    emptyOutDir: true,
    // A data: address would need an exception in the content security policy.
    assetsInlineLimit: 0,
    modulePreload: false,
    rolldownOptions: { input: writePages(pagesRoot) },
  },
  server: {
    proxy: {
      '/w.js': parlor,
      '/widget': parlor,
      '/api': parlor,
      '/realtime': { target: parlor, ws: true },
    },
  },
});
