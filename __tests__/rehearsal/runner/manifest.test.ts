import { expect, test } from 'vitest';
import type { Contexts, Outcome } from '../../../rehearsal/runner/contexts.ts';
import { inputVariables, type Manifest, postRuns } from '../../../rehearsal/runner/manifest.ts';

const contexts = (status: Outcome): Contexts => ({
  job: { status },
  steps: {},
  github: { token: 't' },
  env: {},
});

const manifest = (postIf?: string): Manifest => ({
  name: 'fixture',
  inputs: {
    'job status': { default: '${{ job.status }}' },
    wait: { default: true },
    server_id: { required: true },
    mode: { default: 'create' },
  },
  runs: { using: 'node24', main: 'main.js', post: 'post.js', ...(postIf && { 'post-if': postIf }) },
});

test('inputs are named as @actions/core looks for them, and defaults are evaluated', () => {
  const values = { mode: 'list', extra: (now: Contexts) => `was ${now.job.status}` };
  expect(inputVariables(manifest(), values, contexts('failure'))).toEqual({
    INPUT_JOB_STATUS: 'failure',
    INPUT_WAIT: 'true',
    INPUT_SERVER_ID: '',
    INPUT_MODE: 'list',
    INPUT_EXTRA: 'was failure',
  });
});

test.each<[string | undefined, Outcome, boolean]>([
  [undefined, 'success', true],
  [undefined, 'cancelled', true],
  ['always()', 'failure', true],
  ['success()', 'failure', false],
  ['failure() || cancelled()', 'success', false],
  ['failure() || cancelled()', 'cancelled', true],
])('post-if %s in a job that is %s: %s', (condition, status, runs) => {
  expect(postRuns(manifest(condition), contexts(status))).toBe(runs);
});

test('a post-if beyond this stand-in is refused', () => {
  expect(() => postRuns(manifest('inputs.wait'), contexts('success'))).toThrow('inputs.wait');
});
