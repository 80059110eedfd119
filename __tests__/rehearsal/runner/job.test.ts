import type { ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { cancelStep } from '../../../rehearsal/runner/cancel.ts';
import { ExpressionError } from '../../../rehearsal/runner/contexts.ts';
import { Job, type JobOptions } from '../../../rehearsal/runner/job.ts';
import type { Manifest } from '../../../rehearsal/runner/manifest.ts';

const manifest: Manifest = {
  name: 'fixture',
  inputs: {
    mode: { default: 'create' },
    policy: {},
    job_status: { default: '${{ job.status }}' },
    github_token: { default: '${{ github.token }}' },
  },
  runs: { using: 'node24', main: 'main.js', post: 'post.js' },
};

const tell = `
  const { appendFileSync } = require('node:fs');
  const { env } = process;
  const output = (pair) => appendFileSync(env.GITHUB_OUTPUT, pair + '\\n');
  const state = (pair) => appendFileSync(env.GITHUB_STATE, pair + '\\n');
`;
const report = 'console.log(JSON.stringify(env));';

let dist: string;
beforeEach(() => {
  dist = mkdtempSync(join(tmpdir(), 'action-'));
});
afterEach(() => rmSync(dist, { recursive: true }));

function jobWith(scripts: { main?: string; post?: string }, options: Partial<JobOptions> = {}): Job {
  writeFileSync(join(dist, 'main.js'), tell + (scripts.main ?? ''));
  writeFileSync(join(dist, 'post.js'), tell + (scripts.post ?? report));
  return new Job({ dist, manifest, ...options });
}

const environment = (stdout: string): Record<string, string> => JSON.parse(stdout);

test('the step sees inputs, defaults and the run, and nothing of this process', async () => {
  for (const name of ['INPUT_LEAK', 'GITHUB_LEAK', 'HTTPS_PROXY']) vi.stubEnv(name, 'leak');
  const job = jobWith(
    { main: report },
    { repository: 'a/b', runId: 9, attempt: 2, debug: true, token: 'ghs_9' },
  );
  const { stdout, outcome } = await job.uses({ id: 'snap', with: { policy: 'keep' }, env: { EXTRA: '1' } });
  await job.end();
  expect(outcome).toBe('success');
  expect(stdout).not.toContain('leak');
  expect(environment(stdout)).toMatchObject({
    INPUT_MODE: 'create',
    INPUT_POLICY: 'keep',
    INPUT_JOB_STATUS: 'success',
    INPUT_GITHUB_TOKEN: 'ghs_9',
    GITHUB_REPOSITORY: 'a/b',
    GITHUB_RUN_ID: '9',
    GITHUB_RUN_ATTEMPT: '2',
    GITHUB_ACTION: 'snap',
    RUNNER_DEBUG: '1',
    CI: 'true',
    EXTRA: '1',
  });
});

test('outputs, state, annotations, masks, groups, debug lines and the summary are read', async () => {
  const job = jobWith({
    main: `
      output('id<<X\\n802\\n803\\nX'); state('nonce=1a2b');
      appendFileSync(env.GITHUB_STEP_SUMMARY, '# Done');
      console.log('::add-mask::s3cret\\n::group::G\\n::debug::d\\n::set-output name=old::1');
      console.error('::error title=T::m');
    `,
  });
  const result = await job.uses();
  await job.end();
  expect(result).toMatchObject({
    exitCode: 0,
    signal: null,
    outputs: { id: '802\n803', old: '1' },
    state: { nonce: '1a2b' },
    summary: '# Done',
    annotations: [{ level: 'error', title: 'T', message: 'm' }],
    masks: ['s3cret'],
    groups: ['G'],
    debug: ['d'],
  });
});

test('a line counts as one, in however many pieces it comes, and the last one needs no end', async () => {
  const main = `process.stdout.write('::err'); setTimeout(() => process.stdout.write('or::a\\nb'), 50)`;
  const job = jobWith({ main, post: '' });
  const lines: string[] = [];
  const { annotations, stdout } = await job.uses({ onLine: (line) => lines.push(line) });
  await job.end();
  expect(annotations).toEqual([{ level: 'error', message: 'a' }]);
  expect([stdout, lines]).toEqual(['::error::a\nb', ['::error::a', 'b']]);
});

test('the post phase gets the state, its inputs evaluated again, and no outputs reach anyone', async () => {
  const job = jobWith({ main: `state('nonce=1a2b'); output('id=802')`, post: `${report} output('id=803')` });
  const policy = '${{ steps.deploy.outcome }}';
  await job.uses({ id: 'snap', with: { policy, mode: ({ steps }) => steps.snap?.outputs.id ?? 'none' } });
  job.run('failure', { id: 'deploy' });
  expect(job.status).toBe('failure');
  const [post] = await job.end();
  expect(environment(post?.stdout.split('\n')[0] ?? '')).toMatchObject({
    STATE_nonce: '1a2b',
    INPUT_POLICY: 'failure',
    INPUT_MODE: '802',
    INPUT_JOB_STATUS: 'failure',
  });
});

test('post phases run last registered first, also after a failed main phase, and their exit codes count', async () => {
  const job = jobWith({
    main: `state('of=' + env.GITHUB_ACTION); process.exitCode = env.GITHUB_ACTION === 'b' ? 1 : 0`,
    post: `console.log(env.STATE_of, env.INPUT_JOB_STATUS); process.exitCode = 3`,
  });
  await job.uses({ id: 'a' });
  const { outcome } = await job.uses({ id: 'b', continueOnError: true });
  expect([outcome, job.status]).toEqual(['failure', 'success']);
  const posts = await job.end();
  expect(posts.map(({ stdout }) => stdout.trim())).toEqual(['b success', 'a success']);
  expect(job.status).toBe('failure');
});

test('post phases can be run again by hand, and the end of the job runs them only if nobody did', async () => {
  const job = jobWith({ main: `state('nonce=1')`, post: report });
  await job.uses({ id: 'a' });
  const posts = [await job.post(), await job.post()].flat();
  expect(posts.map(({ stdout }) => environment(stdout).STATE_nonce)).toEqual(['1', '1']);
  expect([await job.end(), await job.end()]).toEqual([[], []]);
});

test('GITHUB_ENV reaches later steps, RUNNER_TEMP lasts as long as the job', async () => {
  const job = jobWith({ main: `appendFileSync(env.GITHUB_ENV, 'A=1\\n'); console.log(JSON.stringify(env))` });
  const first = environment((await job.uses()).stdout);
  const second = environment((await job.uses({ with: { policy: '${{ env.A }}' } })).stdout);
  expect(first).not.toHaveProperty('A');
  expect(first).not.toHaveProperty('RUNNER_DEBUG');
  expect(second).toMatchObject({ A: '1', INPUT_POLICY: '1', RUNNER_TEMP: first.RUNNER_TEMP });
  expect(second.GITHUB_OUTPUT).not.toBe(first.GITHUB_OUTPUT);
  expect(existsSync(first.RUNNER_TEMP ?? '')).toBe(true);
  await job.end();
  expect(existsSync(first.RUNNER_TEMP ?? '')).toBe(false);
});

test('what was written before a SIGKILL survives, and the post phase still runs', async () => {
  const job = jobWith({
    main: `state('nonce=1'); output('id=802'); console.log('ready'); setInterval(() => {}, 1e3)`,
  });
  const seen: string[] = [];
  const result = await job.uses({
    during: (child) => {
      child.stdout?.once('data', () => child.kill('SIGKILL'));
    },
    onLine: (line) => seen.push(line),
  });
  expect(result).toMatchObject({
    exitCode: null,
    signal: 'SIGKILL',
    outcome: 'failure',
    outputs: { id: '802' },
  });
  expect(seen).toEqual(['ready']);
  const [post] = await job.end();
  expect(environment(post?.stdout ?? '').STATE_nonce).toBe('1');
});

test('a broken command file fails the step', async () => {
  const job = jobWith({ main: `output('a=1'); output('broken')` });
  const result = await job.uses();
  await job.end();
  expect(result).toMatchObject({ exitCode: 0, outcome: 'failure', outputs: { a: '1' } });
  expect(result.annotations[0]?.message).toContain("file command 'output'");
});

test('a step that runs when the job is cancelled is cancelled, even if it ends well', async () => {
  const main = `process.once('SIGINT', () => process.exit(0)); console.log('ready'); setInterval(() => {}, 1e3)`;
  const job = jobWith({ main });
  const { outcome, exitCode } = await job.uses({
    during: (child) => {
      child.stdout?.once('data', () => {
        job.cancel();
        void cancelStep(child);
      });
    },
  });
  expect({ outcome, exitCode, job: job.status }).toEqual({
    outcome: 'cancelled',
    exitCode: 0,
    job: 'cancelled',
  });
  job.run('failure');
  expect(job.status).toBe('cancelled');
  const [post] = await job.end();
  expect(post?.outcome).toBe('success');
  expect(environment(post?.stdout ?? '').INPUT_JOB_STATUS).toBe('cancelled');
});

test.each([
  ['ignores SIGINT', `process.on('SIGINT', () => {});`, 'SIGTERM'],
  ['ignores both', `process.on('SIGINT', () => {}).on('SIGTERM', () => {});`, 'SIGKILL'],
  ['ignores none', '', 'SIGINT'],
])('a step that %s is ended all the same', async (_, listen, signal) => {
  const job = jobWith({ main: `${listen} console.log('ready'); setInterval(() => {}, 1e3)` });
  const result = await job.uses({
    during: (child) => {
      child.stdout?.once('data', () => void cancelStep(child, { interrupt: 100, terminate: 100 }));
    },
  });
  await job.end();
  expect(result).toMatchObject({ signal, outcome: 'failure' });
});

test('a step that has ended needs no patience', async () => {
  const job = jobWith({});
  let ended: ChildProcess | undefined;
  await job.uses({
    during: (child) => {
      ended = child;
    },
  });
  await job.end();
  const started = performance.now();
  if (ended) await cancelStep(ended, { interrupt: 60_000, terminate: 60_000 });
  expect(ended?.exitCode).toBe(0);
  expect(performance.now() - started).toBeLessThan(10_000);
});

test('a manifest without post has no post phase', async () => {
  const { post: _, ...runs } = manifest.runs;
  const job = jobWith({}, { manifest: { ...manifest, runs } });
  await job.uses();
  expect(await job.end()).toEqual([]);
});

test('a step that cannot be started is an error and has no post phase', async () => {
  const job = jobWith({}, { node: join(dist, 'no-node') });
  await expect(job.uses()).rejects.toThrow('ENOENT');
  expect(await job.end()).toEqual([]);
});

test('a step may use another action than its job, and its post phase is that of the same one', async () => {
  const job = jobWith({ main: '', post: `console.log('ours')` });
  const other = mkdtempSync(join(tmpdir(), 'other-'));
  writeFileSync(join(other, 'main.js'), `console.log('main of another')`);
  writeFileSync(join(other, 'post.js'), `console.log('post of another')`);
  await job.uses({ name: 'first' });
  const main = await job.uses({ name: 'second', action: { dist: other, manifest } });
  const posts = await job.end();
  rmSync(other, { recursive: true });
  expect([main, ...posts].map(({ name, stdout }) => [name, stdout.trim()])).toEqual([
    ['second', 'main of another'],
    ['second', 'post of another'],
    ['first', 'ours'],
  ]);
});

test('a value that cannot be evaluated fails its step before the program has begun', async () => {
  const job = jobWith({ main: `console.log('begun')` });
  const cannot = () => {
    throw new ExpressionError('no such thing');
  };
  const result = await job.uses({ with: { policy: cannot } });
  expect(result).toMatchObject({
    outcome: 'failure',
    exitCode: null,
    stdout: '',
    annotations: [{ level: 'error', message: 'no such thing' }],
  });
  expect(job.status).toBe('failure');
  await job.end();
});

describe.skipIf(process.platform === 'win32')('a script', () => {
  test('runs in the workspace, sees the job, and leaves outputs and variables', async () => {
    const job = jobWith({}, { env: { A: '1' } });
    const script = 'echo "id=$A$B" >> "$GITHUB_OUTPUT"; echo "C=3" >> "$GITHUB_ENV"; pwd';
    const first = await job.script({ id: 's', script, env: { B: () => '2' } });
    const second = await job.script({ script: ({ steps }) => `echo "${steps.s?.outputs.id} $C"` });
    expect([first.stdout.trim(), second.stdout.trim()]).toEqual([job.workspace, '12 3']);
    await job.end();
  });

  test.each<[string, 'bash' | undefined, string]>([
    ['false; true', undefined, 'failure'],
    ['false | true', undefined, 'success'],
    ['false | true', 'bash', 'failure'],
  ])('%s in shell %s is a %s', async (script, shell, outcome) => {
    const job = jobWith({});
    expect(await job.script({ script, shell })).toMatchObject({ outcome });
    expect(job.status).toBe(outcome);
    await job.end();
  });

  test('is not waited for longer than its streams are listened to, and leaves nothing running', async () => {
    const job = jobWith({}, { lingerMs: 50 });
    const file = join(dist, 'alive');
    const script = `while :; do echo >> '${file}'; sleep 0.01; done &`;
    expect(await job.script({ script })).toMatchObject({ outcome: 'success' });
    await vi.waitFor(() => expect(existsSync(file)).toBe(true));
    await job.end();
    const size = statSync(file).size;
    await sleep(100);
    expect(statSync(file).size - size).toBeLessThanOrEqual(1);
  });
});
