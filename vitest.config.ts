import { defineConfig } from 'vitest/config';

// One run over every workspace, and over the build's own scripts.
export default defineConfig({
  test: {
    projects: [
      'web/core',
      'web/widget',
      'web/dashboard',
      'web/demo',
      'protocol',
      { test: { name: 'tools', include: ['bin/**/*.test.mjs', 'cmake/**/*.test.mjs'] } },
    ],
  },
});
