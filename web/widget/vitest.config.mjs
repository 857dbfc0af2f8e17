import { defineConfig } from 'vitest/config';
import { tokens } from './scripts/tokens.mjs';
import { ownView } from './scripts/view.mjs';

export default defineConfig({
  plugins: [tokens(), ownView()],
  test: { include: ['src/**/*.test.ts', 'scripts/*.test.mjs', 'test/*.test.ts'], testTimeout: 30_000 },
});
