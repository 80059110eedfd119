import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Manifest } from '../../../rehearsal/runner/manifest.ts';
import { type Ending, hanging, Programs } from '../../../rehearsal/workflow/programs.ts';
import type { Stage } from '../../../rehearsal/workflow/stage.ts';
import { runWorkflow } from '../../../rehearsal/workflow/workflow-run.ts';

const manifest: Manifest = {
  name: 'fixture',
  inputs: { policy: { default: 'keep' }, job_status: { default: '${{ job.status }}' }, fail: {} },
  runs: { using: 'node24', main: 'main.js', post: 'post.js' },
};

/** It notes what each of its phases was told. */
const script = (phase: string) => `
  const { appendFileSync } = require('node:fs');
  const { env } = process;
  appendFileSync(env.GITHUB_OUTPUT, 'id=802\\n');
  console.log('::notice title=${phase}::' + [env.INPUT_POLICY, env.INPUT_JOB_STATUS, env.SERVER].join(' '));
  if (env.INPUT_FAIL === '${phase}') process.exitCode = 1;
`;

let dist: string;
beforeEach(() => {
  dist = mkdtempSync(join(tmpdir(), 'action-'));
  for (const phase of ['main', 'post']) writeFileSync(join(dist, `${phase}.js`), script(phase));
});
afterEach(() => rmSync(dist, { recursive: true }));

interface Options {
  endings?: Record<string, Ending>;
  inputs?: Record<string, unknown>;
  run?: Partial<Stage['run']>;
  /** What is called, by its name. */
  called?: Record<string, string>;
}

/** Runs the jobs of a workflow that is started by a push, unless its text says more. */
async function run(yaml: string, { endings = {}, inputs = {}, run: facts, called = {} }: Options = {}) {
  const scripts = [...new Set(yaml.match(/\.\/\w+\.sh/g))];
  const programs = new Programs({ programs: ['ssh'], scripts, endings });
  const cancel = new AbortController();
  try {
    const text = /^on:/m.test(yaml) ? yaml : `on: push\njobs:\n${yaml}`;
    const stage: Stage = {
      run: { token: 'ghs_1', ...facts },
      secrets: { TOKEN: 's3cret' },
      vars: { SERVER: '12345' },
      programs,
      actionOf: (reference) => (reference === 'own/action@v1' ? { dist, manifest } : undefined),
      workflowOf: (reference) => ({ file: reference, text: called[reference] ?? '' }),
      signal: cancel.signal,
      patience: { interrupt: 50, terminate: 2_000 },
      lingerMs: 50,
      onLine: (line) => {
        if (line === hanging) cancel.abort();
      },
    };
    const { jobs, ...rest } = await runWorkflow({ file: 'a.yml', text }, stage, inputs);
    return {
      ...rest,
      jobs: Object.fromEntries(jobs.map(({ name, result }) => [name, result])),
      steps: jobs.flatMap(({ steps }) => steps.map(({ name, outcome }) => `${name}: ${outcome}`)),
      told: jobs.flatMap(({ steps }) =>
        steps.flatMap(({ annotations }) =>
          annotations.map(({ title = '', message }) => `${title}: ${message}`),
        ),
      ),
      calls: programs.calls,
    };
  } finally {
    programs.clear();
  }
}

const checkout = '- uses: actions/checkout@v6';
const job = (id: string, rest: string, steps: string[]) =>
  `  ${id}:\n    runs-on: x\n${rest && `    ${rest}\n`}    steps:\n${steps.map((one) => `      ${one}\n`).join('')}`;

test('inputs are evaluated for the main step, and again after the last one', async () => {
  const { told, steps, jobs } = await run(
    job('a', '', [
      checkout,
      "- { uses: own/action@v1, with: { policy: \"${{ steps.deploy.outcome == 'failure' && 'restore' || 'keep' }}\" } }",
      '- { id: deploy, run: ./deploy.sh }',
      '- { run: ./never.sh }',
    ]),
    { endings: { './deploy.sh': 'fails' } },
  );
  expect(told).toEqual(['main: keep success ', 'post: restore failure ']);
  expect(steps).toEqual([
    'actions/checkout@v6: success',
    'own/action@v1: success',
    'Run ./deploy.sh: failure',
    'Run ./never.sh: skipped',
    'Post own/action@v1: success',
  ]);
  expect(jobs).toEqual({ a: 'failure' });
});

test('an expression that cannot be evaluated in the post phase ends it before it has begun', async () => {
  const { told, jobs } = await run(
    job('a', '', [
      "- { uses: own/action@v1, with: { policy: \"${{ fromJSON(steps.last.outcome == 'success' && '{' || '1') }}\" } }",
      '- { id: last, run: ssh web }',
    ]),
  );
  expect(told).toEqual(['main: 1 success ', expect.stringContaining('The template is not valid')]);
  expect(jobs).toEqual({ a: 'failure' });
});

test('env comes from workflow, job and step, the nearest one counts, and the post phase has it too', async () => {
  const { told, calls } = await run(
    [
      'on: push',
      'env: { SERVER: 1, TOLD: "${{ vars.SERVER }}" }',
      'jobs:',
      job('a', 'env: { SERVER: "2 ${{ vars.SERVER }}" }', [
        '- { uses: own/action@v1, env: { SERVER: 3 }, with: { policy: "of ${{ env.SERVER }}" } }',
        '- { run: \'ssh "$SERVER" "$TOLD" ${{ env.SERVER }}\' }',
        `- { run: 'echo "LATER=4" >> "$GITHUB_ENV"' }`,
        '- { run: \'ssh "$LATER" ${{ env.LATER }}\' }',
      ]),
    ].join('\n'),
  );
  expect(told).toEqual(['main: of 3 success 3', 'post: of 3 success 3']);
  expect(calls).toEqual(['ssh 2 12345 12345 2 12345', 'ssh 4 4']);
});

test.each<[string, string, Ending, string[]]>([
  ['nothing', '', 'fails', []],
  ['if: failure()', 'if: failure()', 'fails', ['ssh later']],
  ['if: failure()', 'if: failure()', 'succeeds', []],
  ['if: always()', 'if: always()', 'fails', ['ssh later']],
  ["if: steps.first.outcome == 'failure'", "if: steps.first.outcome == 'failure'", 'fails', []],
])('after a step that ends, one with %s runs or not (%#)', async (_, condition, ending, calls) => {
  const later = `- { run: ssh later, ${condition || 'name: later'} }`;
  const steps = [checkout, '- { id: first, run: ./first.sh }', later];
  const seen = await run(job('a', '', steps), { endings: { './first.sh': ending } });
  expect(seen.calls.slice(1)).toEqual(ending === 'succeeds' && condition === '' ? ['ssh later'] : calls);
});

test('continue-on-error leaves the job a success, and the outcome can be read', async () => {
  const { calls, jobs } = await run(
    job('a', '', [
      checkout,
      '- { id: deploy, run: ./deploy.sh, continue-on-error: true }',
      '- { run: "ssh ${{ steps.deploy.outcome }} ${{ steps.deploy.conclusion }}" }',
    ]),
    { endings: { './deploy.sh': 'fails' } },
  );
  expect([calls[1], jobs]).toEqual(['ssh failure success', { a: 'success' }]);
});

test('scripts are there once they were checked out, and not before', async () => {
  const { jobs } = await run(job('a', '', ['- { uses: some/thing@v1 }', '- { run: ./deploy.sh }']));
  expect(jobs).toEqual({ a: 'failure' });
});

test.each([
  ['', 'false | true; ssh on', ['ssh on']],
  ['shell: bash', 'false | true; ssh on', []],
  ['working-directory: sub', 'ssh "${PWD##*/}"', ['ssh sub']],
])('a script with "%s" runs as on the runner', async (setting, line, calls) => {
  const steps = ['- { run: mkdir sub }', `- { run: '${line}', ${setting || 'name: x'} }`];
  expect((await run(job('a', '', steps))).calls).toEqual(calls);
});

test('outputs go from step to job to the jobs that need it, but for those with a secret in them', async () => {
  const { calls, told } = await run(
    job('a', 'outputs: { id: "${{ steps.x.outputs.id }}", bad: "${{ steps.x.outputs.bad }}" }', [
      `- { id: x, run: 'printf "id=7\\nbad=my-s3cret\\n" >> "$GITHUB_OUTPUT"' }`,
    ]) +
      job('b', 'needs: a', [
        '- { run: "ssh ${{ needs.a.outputs.id }} ${{ needs.a.outputs.bad }} ${{ needs.a.result }}" }',
      ]),
  );
  expect(calls).toEqual(['ssh 7 success']);
  expect(told).toEqual([": Skip output 'bad' since it may contain secret."]);
});

const first = job('a', '', [checkout, '- { run: ./a.sh }']);

test.each<[string, Ending, string]>([
  ['needs: b', 'fails', 'skipped'],
  ['{ needs: b, if: failure() }', 'fails', 'success'],
  ['{ needs: b, if: always() }', 'fails', 'success'],
  ["{ needs: [a, b], if: always() && needs.a.result == 'success' }", 'fails', 'skipped'],
  ['{ needs: b, if: failure() }', 'succeeds', 'skipped'],
  ['{ needs: b, if: failure() }', 'hangs', 'skipped'],
  ['{ needs: b, if: cancelled() }', 'hangs', 'success'],
  ['{ needs: b, if: always() }', 'hangs', 'success'],
])('a job with %s, two after one that %s, is %s', async (rest, ending, result) => {
  const last = `${rest.startsWith('{') ? rest.slice(2, -2).replace(', if:', '\n    if:') : rest}`;
  const yaml = first + job('b', 'needs: a', ['- { run: ssh b }']) + job('c', last, ['- { run: ssh c }']);
  const { jobs } = await run(yaml, { endings: { './a.sh': ending } });
  expect(jobs.c).toBe(result);
});

test('a cancel ends the step that runs and skips what follows but for always(); post phases run', async () => {
  const { steps, told, jobs } = await run(
    job('a', '', [
      checkout,
      '- { uses: own/action@v1 }',
      '- { run: ./deploy.sh }',
      '- { run: ssh never }',
      '- { run: ssh always, if: always() }',
    ]),
    { endings: { './deploy.sh': 'hangs' } },
  );
  expect(steps.slice(2)).toEqual([
    'Run ./deploy.sh: cancelled',
    'Run ssh never: skipped',
    'Run ssh always: success',
    'Post own/action@v1: success',
  ]);
  expect(told[1]).toBe('post: keep cancelled ');
  expect(jobs).toEqual({ a: 'cancelled' });
});

const fleet = (strategy: string) =>
  job('a', `strategy: { ${strategy}, matrix: { server: [1, 2, 3] } }`, [
    checkout,
    '- { run: "./deploy.sh ${{ matrix.server }} of ${{ strategy.job-total }}" }',
  ]);

test.each<[string, Record<string, string>]>([
  ['max-parallel: 1', { 'a (1)': 'success', 'a (2)': 'failure', 'a (3)': 'cancelled' }],
  ['max-parallel: 1, fail-fast: false', { 'a (1)': 'success', 'a (2)': 'failure', 'a (3)': 'success' }],
])('legs with %s, of which the second fails', async (strategy, jobs) => {
  const seen = await run(fleet(strategy) + job('b', 'needs: a', ['- { run: ssh b }']), {
    endings: { './deploy.sh 2 of 3': 'fails' },
  });
  expect(seen.jobs).toEqual({ ...jobs, b: 'skipped' });
});

test('legs run side by side, and the first failure cancels those that run', async () => {
  const { jobs, calls } = await run(
    job('a', 'strategy: { matrix: { server: [1, 2] } }', [
      checkout,
      // The first waits for the second, so the two have to run at once.
      `- { run: './go.sh; until [ -e "$RUNNER_TEMP/../../go" ]; do sleep 0.05; done', if: matrix.server == 1 }`,
      `- { run: './fail.sh', if: matrix.server == 2 }`,
    ]),
    { endings: { './fail.sh': 'fails' } },
  );
  expect(jobs).toEqual({ 'a (1)': 'cancelled', 'a (2)': 'failure' });
  expect(calls.sort()).toEqual(['./fail.sh', './go.sh']);
});

const called = [
  'on:',
  '  workflow_call:',
  '    inputs:',
  '      server: { type: string, required: true }',
  '      minutes: { type: number, default: 15 }',
  '    secrets: { KEY: { required: true } }',
  '    outputs: { id: { value: "${{ jobs.x.outputs.id }}" } }',
  'jobs:',
  job('x', 'outputs: { id: "${{ steps.y.outputs.id }}" }', [
    '- id: y',
    '  env: { KEY: "${{ secrets.KEY }}", OTHER: "${{ secrets.TOKEN }}" }',
    '  run: \'ssh ${{ inputs.server }} ${{ inputs.minutes }} "${#KEY}" "${#OTHER}"; echo id=9 >> "$GITHUB_OUTPUT"\'',
  ]),
].join('\n');

test('a called workflow gets its inputs and secrets, and gives its outputs', async () => {
  const { jobs, calls } = await run(
    [
      '  a:',
      '    uses: ./.github/workflows/called.yml',
      '    with: { server: "${{ vars.SERVER }}" }',
      '    secrets: { KEY: "${{ secrets.TOKEN }}" }',
      job('b', 'needs: a', ['- { run: "ssh ${{ needs.a.outputs.id }}" }']),
    ].join('\n'),
    { called: { './.github/workflows/called.yml': called } },
  );
  expect(jobs).toEqual({ 'a / x': 'success', b: 'success' });
  expect(calls).toEqual(['ssh 12345 15 6 0', 'ssh 9']);
});

test('secrets: inherit hands all of them on', async () => {
  const caller = '  a:\n    uses: ./called.yml\n    with: { server: "1" }\n    secrets: inherit\n';
  const { calls } = await run(caller, { called: { './called.yml': called } });
  expect(calls).toEqual(['ssh 1 15 0 6']);
});

const button = (events: string) =>
  `on: ${events}\njobs:\n${job('a', '', ['- { run: "ssh ${{ inputs.id }} ${{ github.event_name }}" }'])}`;
const dispatch = 'workflow_dispatch: { inputs: { id: { default: latest } } }';

test.each([
  ['workflow_dispatch', {}, 'ssh latest workflow_dispatch'],
  ['workflow_dispatch', { id: '802' }, 'ssh 802 workflow_dispatch'],
  ['push', {}, 'ssh push'],
])('inputs of a workflow that is started by %s (%#)', async (eventName, inputs, call) => {
  const { calls } = await run(button(`{ push: , ${dispatch} }`), { inputs, run: { eventName } });
  expect(calls).toEqual([call]);
});

test('what cannot be played is refused', async () => {
  await expect(run(button(`{ ${dispatch} }`))).rejects.toThrow('a.yml does not run on push');
  await expect(run(job('a', 'container: node:24', ['- { run: ssh x }']))).rejects.toThrow(
    'job a has container',
  );
  await expect(run(job('a', '', ['- { run: x, shell: pwsh }']))).rejects.toThrow('the shell pwsh');
});
