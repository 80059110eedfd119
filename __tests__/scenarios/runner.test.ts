import { describe, expect, test } from 'vitest';
import { expectError, stage, token } from '../helpers/scenario.ts';

/** A job on a runner that has not set one of its variables. */
const without = (variable: string) => ({
  NODE_OPTIONS: `--import=data:text/javascript,delete%20process.env.${variable}`,
});

/** A job on a runner where one of its files is a folder. */
const unwritable = (variable: string) => ({
  NODE_OPTIONS: `--import=data:text/javascript,process.env.${variable}=process.cwd()`,
});

describe.concurrent('debug logging', () => {
  test('shows each request with its status and duration, and nothing of its content', async () => {
    const faults = [{ when: { path: '/servers/' }, do: { kind: 'reset', processed: false } } as const];
    await using scene = await stage({ faults, job: { debug: true } });
    const step = await scene.uses({ server_id: '12345' });
    const requests = step.debug.filter((line) => / \d+ ms$/.test(line));
    expect(requests.map((line) => line.replace(/ in \d+ ms$/, ''))).toEqual([
      'GET /servers/ → no answer',
      ...scene.requests.slice(1).map((line) => line.replace(/ (\d+)$/, ' → $1')),
    ]);
    expect(step.debug.join('\n')).not.toMatch(new RegExp(`${token}|authorization|Bearer`, 'i'));
  });

  test('shows where an error comes from', async () => {
    await using scene = await stage({ job: { debug: true } });
    const step = await scene.uses({ mode: 'restore', snapshot_id: '802' });
    expectError(step, 'Snapshot not found');
    expect(step.debug.join('\n')).toMatch(/^Refusal: .*\n\s+at /m);
  });

  test('is off unless asked for, and then nobody sees a stack', async () => {
    await using scene = await stage();
    const step = await scene.uses({ mode: 'restore', snapshot_id: '802' });
    expectError(step, 'Snapshot not found');
    expect(step.debug).toEqual([]);
    expect(step.stdout + step.summary).not.toMatch(/^\s+at |\.js:\d+|GET \//m);
  });
});

describe.concurrent('a runner that lacks', () => {
  test.each(['GITHUB_OUTPUT', 'GITHUB_STEP_SUMMARY', 'GITHUB_STATE', 'RUNNER_TEMP', 'GITHUB_EVENT_PATH'])(
    '%s is good enough',
    async (variable) => {
      await using scene = await stage();
      const step = await scene.uses({ server_id: '12345' }, { env: without(variable) });
      expect(step).toMatchObject({ exitCode: 0, stderr: '', annotations: [] });
      expect(step.outputs.result).toBe(variable === 'GITHUB_OUTPUT' ? undefined : 'created');
      expect(step.summary === '').toBe(variable === 'GITHUB_STEP_SUMMARY');
      expect(scene.ids).toEqual([801]);
    },
  );

  test.each(['GITHUB_OUTPUT', 'GITHUB_STEP_SUMMARY'])('a writable %s gets a warning', async (variable) => {
    await using scene = await stage();
    const step = await scene.uses({ mode: 'list' }, { env: unwritable(variable) });
    expect(step.exitCode).toBe(0);
    for (const { level, message } of step.annotations) {
      expect([level, message]).toEqual([
        'warning',
        expect.stringContaining(`${variable} could not be written`),
      ]);
    }
    expect(step.annotations).not.toEqual([]);
  });

  test('a writable GITHUB_OUTPUT makes no snapshot that no later step could name', async () => {
    await using scene = await stage();
    const step = await scene.uses({ server_id: '12345' }, { env: unwritable('GITHUB_OUTPUT') });
    expectError(step, 'Outputs not written', 'GITHUB_OUTPUT cannot be written', 'Nothing was changed.');
    expect(scene.requests).toEqual([]);
  });

  test('a writable GITHUB_OUTPUT rolls back all the same', async () => {
    await using scene = await stage({ snapshots: [{ id: 802 }] });
    const inputs = { mode: 'restore', snapshot_id: '802' };
    const step = await scene.uses(inputs, { env: unwritable('GITHUB_OUTPUT') });
    expect(step.exitCode).toBe(0);
    expect(new Set(step.annotations.map(({ level }) => level))).toEqual(new Set(['warning']));
    expect(scene.api.state.restores).toMatchObject([{ snapshot: 802 }]);
  });
});

describe.concurrent('the step keeps to itself', () => {
  test('uses of one job share its half of the mark, and have a half of their own', async () => {
    await using scene = await stage();
    await scene.uses({ server_id: '12345' });
    await scene.uses({ server_id: '12345' });
    const marks = scene.api
      .snapshots()
      .map(({ description }) => /([0-9a-f]{8})-([0-9a-f]{8})\]$/.exec(description));
    const [[, job, step] = [], [, sameJob, otherStep] = []] = marks.map((mark) => mark ?? []);
    expect(job).toMatch(/^[0-9a-f]{8}$/);
    expect(sameJob).toBe(job);
    expect(otherStep).not.toBe(step);
  });

  test('nothing is printed that the runner would have to parse, but commands it knows', async () => {
    await using scene = await stage();
    const step = await scene.uses({ server_id: '12345' });
    const commands = step.stdout.split('\n').filter((line) => line.startsWith('::'));
    expect([...new Set(commands.map((line) => /^::([a-z-]+)/.exec(line)?.[1]))]).toEqual([
      'add-mask',
      'group',
      'endgroup',
    ]);
    expect(step.stdout.split('\n')[0]).toBe(`::add-mask::${token}`);
  });
});
