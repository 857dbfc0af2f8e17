import { defineConfig } from 'vitest/config';
import { tokens } from './scripts/tokens.mjs';

export default defineConfig({
  plugins: [tokens()],
  test: { include: ['src/**/*.test.ts', 'scripts/*.test.mjs', 'test/*.test.ts'], testTimeout: 30_000 },
});
