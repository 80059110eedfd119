import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { yaml } from './scripts/yaml-plugin.ts';

export default defineConfig({
  plugins: [yaml],
  test: {
    environment: 'node',
    include: ['__tests__/**/*.test.ts'],
    // No test's end depends on it: a machine that is busy with other things takes many times as long.
    testTimeout: 90_000,
    // No test mocks a module, so files can share a process; that halves the time of a run.
    isolate: false,
    // Scenes mostly wait for their child processes, so one core is no reason to play one file at a time.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    unstubEnvs: true,
    coverage: {
      provider: 'v8',
      include: ['src/**/*.ts'],
      exclude: ['src/main.ts', 'src/post.ts', 'src/deps.ts'],
      thresholds: { lines: 95, branches: 95, functions: 95, statements: 95 },
    },
  },
});
