import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from './build.ts';

/**
 * Every property with more cases than in `npm test`, and with others each time:
 * `npm run fuzz -- --runs 20000 vps/client` for those of one file. A failure prints its seed; `--seed` takes it again.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { runs: { type: 'string', default: '20000' }, seed: { type: 'string' } },
});
if (!/^[1-9]\d*$/.test(values.runs)) throw new Error('--runs is a number');

const files =
  positionals.length > 0 ? positionals.map((name) => `${name}.properties`) : ['.properties.test.ts'];
const vitest = join(root, 'node_modules/vitest/vitest.mjs');
const { status } = spawnSync(process.execPath, [vitest, 'run', '--testTimeout=0', ...files], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, FUZZ_RUNS: values.runs, ...(values.seed && { FUZZ_SEED: values.seed }) },
});
process.exitCode = status ?? 1;
