import { join } from 'node:path';
import manifest from '../../action.yml';
import { acts } from './acts.ts';
import { perform } from './stage.ts';

/**
 * The action as it is committed, on a stand-in for the runner, against the VPS.org API in memory. Nothing leaves this
 * machine. Built to dist/demo/index.js, from where the action's folder is two steps up.
 */
const started = performance.now();
const wrong = await perform({
  acts,
  dist: join(import.meta.dirname, '../..'),
  manifest,
  write: (line) => console.log(line),
  colours: process.stdout.isTTY === true && !process.env.NO_COLOR,
});
for (const line of wrong) console.error(`✗ ${line}`);
if (wrong.length === 0) {
  const seconds = ((performance.now() - started) / 1_000).toFixed(0);
  console.log(
    `\n✓ All as it should be, after ${seconds} s: every job ended as its policy says, and every server is active.`,
  );
}
process.exitCode = wrong.length === 0 ? 0 : 1;
