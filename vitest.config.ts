import { defineConfig } from 'vitest/config';
import { yaml } from './scripts/yaml-plugin.ts';

export default defineConfig({
  plugins: [yaml],
  test: {
    environment: 'node',
    include: ['__tests__/**/*.test.ts'],
    testTimeout: 20_000,
    // No test mocks a module, so files can share a process; that halves the time of a run.
    isolate: false,
    unstubEnvs: true,
    coverage: {
      provider: 'v8',
      include: ['src/**/*.ts'],
      exclude: ['src/main.ts', 'src/post.ts', 'src/deps.ts'],
      thresholds: { lines: 95, branches: 93, functions: 95, statements: 95 },
    },
  },
});
