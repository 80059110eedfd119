import { type ChildProcess, execFileSync, fork } from 'node:child_process';
import { once } from 'node:events';
import { globSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { expectGone, RehearsedJob } from '../helpers/rehearsal-scenario.ts';

const policies = { on_failure: 'restore,delete', on_success: 'delete', on_cancelled: 'restore' };

describe.concurrent('a job that is rehearsed', () => {
  test.each(['documented', 'client'])('fails and is rolled back, in the %s form', async (form) => {
    await using job = new RehearsedJob();
    const { outputs, masks, exitCode, annotations } = await job.rehearses({ form });
    expect([exitCode, annotations]).toEqual([0, []]);
    expect(outputs).toMatchObject({
      api_url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/api\/v1$/),
      api_token: expect.stringMatching(/^vps_[0-9a-f]{32}$/),
      server_id: form === 'client' ? 'a12b4869-5eed-4afe-9abc-000000012345' : '12345',
      snapshot_id: '',
    });
    expect(masks).toEqual([outputs.api_token]);
    const { outputs: taken } = await job.uses(policies);
    expect(taken.result).toBe('created');
    await fetch(`${outputs.api_url}/${outputs.api_token}/`);
    const { guards, rehearsals } = await job.ends('failure');
    expect(guards).toMatchObject([{ exitCode: 0, annotations: [{ title: 'Rolled back' }] }]);
    const [{ exitCode: code, stdout, stderr, summary } = never()] = rehearsals;
    expect([code, stderr]).toEqual([0, '']);
    const story = `On a real account, server ${outputs.server_id} would have been restored from snapshot ${taken.snapshot_id}, which was taken at `;
    expect(stdout).toContain(story);
    expect(summary).toContain(story);
    expect(summary).toContain('No snapshot is left.');
    expect(summary).toContain(`Restore from snapshot ${taken.snapshot_id}&#58; accepted`);
    expect(summary).toContain('/&#42;&#42;&#42;/');
    expect(summary + stdout).not.toContain(outputs.api_token);
    await expectGone(job, outputs.api_url);
    expect(readdirSync(job.temp).filter((name) => name.startsWith('vps-rehearsal-'))).toEqual([]);
  });

  test('succeeds, and nothing would have been restored', async () => {
    await using job = new RehearsedJob();
    const { outputs } = await job.rehearses();
    await job.uses(policies);
    const { guards, rehearsals } = await job.ends('success');
    await expect(fetch(outputs.api_url ?? ''), 'it ends with its post step').rejects.toThrow('fetch failed');
    expect(guards).toMatchObject([{ exitCode: 0, annotations: [] }]);
    expect(rehearsals[0]?.summary).toContain('On a real account, no server would have been restored.');
    await expectGone(job, outputs.api_url);
  });

  test('is cancelled, and rolled back by its policy for that', async () => {
    await using job = new RehearsedJob();
    const { outputs } = await job.rehearses();
    await job.uses(policies);
    const { guards, rehearsals } = await job.ends('cancelled');
    expect(guards[0]?.outcome).toBe('success');
    expect(rehearsals[0]?.summary).toContain('would have been restored from snapshot 801');
    expect(rehearsals[0]?.summary).toContain('Left&#58; 1 snapshot, 801 of server 12345');
    await expectGone(job, outputs.api_url);
  });

  test('has two rehearsals, each with its own port, token and story', async () => {
    await using job = new RehearsedJob();
    const one = await job.rehearses({ servers: '1' });
    await job.uses({ ...policies, on_failure: 'restore' });
    const other = await job.rehearses({ servers: '2' });
    await job.uses({ mode: 'list' });
    expect(one.outputs.api_url).not.toBe(other.outputs.api_url);
    expect(one.outputs.api_token).not.toBe(other.outputs.api_token);
    const { rehearsals } = await job.ends('failure');
    expect(rehearsals.map(({ summary }) => /server \d+ would|no server would/.exec(summary)?.[0])).toEqual([
      'no server would',
      'server 1 would',
    ]);
    await expectGone(job, one.outputs.api_url, other.outputs.api_url);
  });

  test('asks for nothing, and learns how', async () => {
    await using job = new RehearsedJob();
    await job.rehearses();
    const { rehearsals } = await job.ends('success');
    expect(rehearsals[0]?.stdout).toContain('Nothing was asked of the API. Give the outputs api_url');
  });

  test('meets what goes wrong by name, among snapshots that exist', async () => {
    await using job = new RehearsedJob();
    const inputs = { snapshots: '12345 2d nightly\n12345 40d', faults: 'create_lost' };
    const { outputs, stdout } = await job.rehearses(inputs);
    expect(outputs.snapshot_id).toBe('800,799');
    expect(stdout).toContain('What goes wrong: create_lost.');
    const { outputs: taken } = await job.uses(policies);
    expect(JSON.parse(taken.snapshots ?? '')).toMatchObject([{ snapshot_id: 801, adopted: true }]);
    const { outputs: restored } = await job.uses({ mode: 'restore', snapshot_id: 'latest', force: 'true' });
    expect(restored.snapshot_id).toBe('801');
    const { rehearsals } = await job.ends('success');
    expect(rehearsals[0]?.summary).toContain('the connection was cut, no answer; snapshot 801 began');
  });
});

describe.concurrent('no process is left behind', () => {
  /** As soon as the step has begun, and however far it is. */
  const killSoon = (signal: NodeJS.Signals, temp: string) => async (child: ChildProcess) => {
    while (readdirSync(temp).length === 0 && child.exitCode === null) await sleep(1);
    child.kill(signal);
  };

  test.each(['SIGINT', 'SIGKILL'] as const)(
    'by a step that is ended by %s while it starts',
    async (signal) => {
      await using job = new RehearsedJob();
      const { outputs } = await job.rehearses({}, killSoon(signal, job.temp));
      expect(outputs).toEqual({});
      const { rehearsals } = await job.ends('cancelled');
      expect(rehearsals[0]?.exitCode).toBe(0);
      await expectGone(job);
    },
  );

  test.runIf(process.platform === 'linux')('by a step that is killed while the API comes up', async () => {
    await using job = new RehearsedJob();
    const hasAddress = () => globSync('*/address', { cwd: job.temp }).length > 0;
    await job.rehearses({}, async (child) => {
      while (job.processes.length < 2) await sleep(1);
      // It has time to send what is to be played, and hardly any to hear the answer.
      while (!hasAddress()) {
        child.kill('SIGCONT');
        await sleep(1);
        child.kill('SIGSTOP');
        await sleep(50);
      }
      child.kill('SIGKILL');
    });
    expect(job.processes).toHaveLength(1);
    const { rehearsals } = await job.ends('cancelled');
    expect(rehearsals[0]?.stdout).toContain('Nothing was asked of the API.');
    await expectGone(job);
  });

  test('by a step that dies before it says what is to be played', async () => {
    const child = fork(join(import.meta.dirname, '../../dist/rehearsal/server/index.js'));
    child.disconnect();
    expect(await once(child, 'exit')).toEqual([0, null]);
  });

  test('by a job whose post steps never run, once its folder is emptied', async () => {
    await using job = new RehearsedJob();
    const { outputs } = await job.rehearses();
    if (process.platform === 'linux') expect(job.processes).toHaveLength(1);
    for (const name of readdirSync(job.temp)) rmSync(`${job.temp}/${name}`, { recursive: true });
    await expectGone(job, outputs.api_url);
  });

  test.runIf(process.platform === 'linux')('and one that died before is no reason to fail', async () => {
    await using job = new RehearsedJob();
    await job.rehearses();
    execFileSync('kill', ['-9', ...job.processes]);
    const { rehearsals } = await job.ends('success');
    expect(rehearsals).toMatchObject([
      { exitCode: 0, summary: '', annotations: [{ level: 'warning', title: 'Rehearsal lost' }] },
    ]);
  });
});

describe.concurrent('bad input starts nothing, and says what is allowed', () => {
  test.each([
    [{ faults: 'fire' }, 'Input faults', 'Allowed: one of create_refused, create_fails'],
    [{ servers: 'web' }, 'Input servers', 'Allowed: whole numbers such as 12345'],
    [{ snapshots: '12345' }, 'Input snapshots', 'such as 12345 3d'],
    [{ fautls: 'create_lost' }, 'Input fautls', 'faults is meant'],
  ])('%j', async (inputs, title, text) => {
    await using job = new RehearsedJob();
    const step = await job.rehearses(inputs);
    expect(step).toMatchObject({ exitCode: 1, outputs: {}, stderr: '' });
    expect(step.annotations).toMatchObject([
      { level: 'error', title, message: expect.stringContaining(text) },
    ]);
    const { rehearsals } = await job.ends('failure');
    expect(rehearsals).toMatchObject([{ exitCode: 0, annotations: [], summary: '' }]);
    await expectGone(job);
  });
});

function never(): never {
  throw new Error('There was no post step');
}
