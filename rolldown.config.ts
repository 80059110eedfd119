import type { InputOptions } from 'rolldown';
import { yaml } from './scripts/yaml-plugin.ts';

/**
 * How sources become a bundle. `@actions/core` imports undici and tunnel for a client that is never called here; as
 * imports may have side effects, nothing but this promise lets the bundler drop them.
 */
export default {
  cwd: import.meta.dirname,
  platform: 'node',
  treeshake: {
    moduleSideEffects: [{ test: /node_modules[\\/](undici|tunnel|@actions)[\\/]/, sideEffects: false }],
  },
  optimization: { inlineConst: { mode: 'all' } },
  preserveEntrySignatures: 'strict',
  plugins: [yaml],
} satisfies InputOptions;
