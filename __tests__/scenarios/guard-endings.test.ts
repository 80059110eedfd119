import { describe, expect, test } from 'vitest';
import type { Contexts } from '../../rehearsal/runner/contexts.ts';
import { bystander } from '../helpers/bystander.ts';
import { forms } from '../helpers/forms.ts';
import { afterTheJob, expectError, server, stage } from '../helpers/scenario.ts';

describe.concurrent.each(forms)('the job has ended, in the %s form', (form) => {
  test('in failure: the server is back as it was, and the snapshot still there', async () => {
    await using scene = await stage({ form });
    const main = await scene.uses({
      server_id: scene.id(server),
      on_failure: 'restore',
      on_success: 'delete',
    });
    expect(main).toMatchObject({ exitCode: 0, annotations: [], outputs: { snapshot_id: scene.id(801) } });

    const post = await scene.endsAs('failure');
    expect(post).toMatchObject({ exitCode: 0, stderr: '', summary: afterTheJob('restored') });
    expect(post.annotations).toMatchObject([
      {
        level: 'warning',
        title: 'Rolled back',
        message: expect.stringMatching(
          new RegExp(
            `^Rolled back: server ${scene.id(server)} \\(web-1\\) from snapshot ${scene.id(801)} \\(gha-web-4242-1-[0-9a-f]{6}\\); what was written after .+ may be gone\\.$`,
          ),
        ),
      },
    ]);
    expect(scene.afterwards.slice(0, 3).sort()).toEqual([
      'GET /servers/ 200',
      'GET /snapshots/ 200',
      `${scene.paths.restore(801)} 200`,
    ]);
    expect(scene.changes).toEqual([`${scene.paths.create(server)} 201`, `${scene.paths.restore(801)} 200`]);
    expect(scene.api.state.restores).toMatchObject([{ server, snapshot: 801 }]);
    expect(scene.api.servers()).toMatchObject([{ status: 'active' }]);
    expect([scene.ids, scene.job.status]).toEqual([[801], 'failure']);
  });

  test('and the summary tells what was done, why, and the whole story', async () => {
    await using scene = await stage({ form });
    await scene.uses({ server_id: scene.id(server), on_failure: 'restore' });
    const { summary } = await scene.endsAs('failure');
    expect(summary).toMatch(/^### ⚠️ VPS\.org snapshot: after the job – restored in /);
    expect(summary).toContain('The job ended with failure, and on&#95;failure is restore.');
    expect(summary).toContain(' 1 snapshot, confirmed complete before the deploy.');
    const [its, snapshot] = [scene.id(server), scene.id(801)];
    expect(summary).toMatch(
      new RegExp(`\\| ${its} <code>web-1</code> \\| ${snapshot} <code>gha-.*\\| restored \\|`),
    );
    const moments = summary.matchAll(
      new RegExp(`^\\| \\d\\d:\\d\\d:\\d\\d.* \\| ${its} \\| ([a-z ]+) \\|`, 'gm'),
    );
    expect([...moments].map(([, what]) => what)).toEqual([
      'snapshot requested',
      'snapshot complete',
      'job ended',
      'restore requested',
      'server back',
    ]);
    expect(summary).toContain('```mermaid');
  });

  test('in success: the slot is free again, and nobody is told off', async () => {
    await using scene = await stage({ form, snapshots: [{ id: 700 }] });
    await scene.uses({ server_id: scene.id(server), on_failure: 'restore', on_success: 'delete' });
    const post = await scene.endsAs('success');
    expect(post).toMatchObject({ exitCode: 0, annotations: [], summary: afterTheJob('deleted') });
    expect(post.summary).toContain('after the job – deleted');
    expect(scene.afterwards).toEqual([
      'GET /snapshots/ 200',
      'GET /servers/ 200',
      `${scene.paths.remove(801)} 204`,
      'GET /snapshots/ 200',
    ]);
    expect([scene.ids, scene.job.status]).toEqual([[700], 'success']);
  });

  test('by a cancel: the rollback is told as soon as it is accepted, and again when it is done', async () => {
    await using scene = await stage({ form });
    await scene.uses({ server_id: scene.id(server), on_cancelled: 'restore' });
    const post = await scene.endsAs('cancelled');
    expect(post.annotations).toMatchObject([
      {
        level: 'warning',
        title: 'Rollback requested',
        message: expect.stringContaining('not confirmed yet'),
      },
      { level: 'warning', title: 'Rolled back' },
    ]);
    expect(post).toMatchObject({ exitCode: 0, summary: afterTheJob('restored') });
    expect([scene.api.state.restores.length, scene.job.status]).toEqual([1, 'cancelled']);
  });

  test('in failure with restore,delete: first the server is back, then the snapshot goes', async () => {
    await using scene = await stage({ form });
    await scene.uses({ server_id: scene.id(server), on_failure: 'restore,delete' });
    const post = await scene.endsAs('failure');
    expect(post).toMatchObject({ exitCode: 0, summary: afterTheJob('restored') });
    expect(post.summary).toContain('the snapshot was deleted afterwards');
    const changes = [`${scene.paths.restore(801)} 200`, `${scene.paths.remove(801)} 204`];
    expect(scene.changes.slice(1)).toEqual(changes);
    const [asked, gone] = scene.api.ledger.filter(({ method }) => method !== 'GET').slice(1);
    expect((gone?.at ?? 0) - (asked?.at ?? 0)).toBeGreaterThanOrEqual(600);
    expect(scene.ids).toEqual([]);
  });
});

describe.concurrent('the job has ended', () => {
  test.each(['success', 'failure', 'cancelled'] as const)(
    'in %s, and nothing else was asked for: not one request',
    async (ending) => {
      await using scene = await stage();
      await scene.uses({ server_id: '12345' });
      const post = await scene.endsAs(ending);
      expect(post).toMatchObject({ exitCode: 0, stderr: '', annotations: [], summary: '' });
      expect(post.stdout).toMatch(
        /Snapshot 801 .* is kept: on_\w+ is keep\. 1 of 5 slots of the server are used\./,
      );
      expect([scene.afterwards, scene.ids, scene.job.status]).toEqual([[], [801], ending]);
    },
  );

  test.each(['success', 'failure'] as const)('in %s: on_cancelled has no say', async (ending) => {
    await using scene = await stage();
    await scene.uses({ server_id: '12345', on_cancelled: 'restore,delete' });
    expect(await scene.endsAs(ending)).toMatchObject({ exitCode: 0, annotations: [] });
    expect([scene.afterwards, scene.ids]).toEqual([[], [801]]);
  });

  test('by a cancel: neither on_failure nor on_success has a say', async () => {
    await using scene = await stage();
    await scene.uses({ server_id: '12345', on_failure: 'restore', on_success: 'delete' });
    expect(await scene.endsAs('cancelled')).toMatchObject({
      exitCode: 0,
      annotations: [{ level: 'warning', title: 'Perhaps half deployed' }],
    });
    expect([scene.afterwards, scene.ids]).toEqual([[], [801]]);
  });

  test('by a cancel, and the time is too short: the post step ends by itself, and says what is open', async () => {
    await using scene = await stage({ api: { restoreMs: 60_000 } });
    const timeout_minutes = ({ job }: Contexts) => (job.status === 'cancelled' ? '0.04' : '0.25');
    await scene.uses({ server_id: '12345', on_cancelled: 'restore,delete', timeout_minutes });
    const post = await scene.endsAs('cancelled');
    expectError(
      post,
      'Rollback requested, not confirmed',
      'The restore of server 12345 (web-1) from snapshot 801',
      'was requested',
      'Snapshot 801 is kept. If it turns out not to be restored: mode: restore with snapshot_id: 801.',
    );
    expect(post.annotations[0]).toMatchObject({ level: 'warning', title: 'Rollback requested' });
    expect(post.durationMs).toBeLessThan(10_000);
    expect(scene.changes.slice(1)).toEqual(['POST /snapshots/801/restore/ 200']);
    expect(scene.ids).toEqual([801]);
  });

  test('with a deploy whose failure continue-on-error forgives: the job succeeded', async () => {
    await using scene = await stage();
    await scene.uses({ server_id: '12345', on_failure: 'restore', on_success: 'delete' });
    scene.job.run('failure', { id: 'canary', continueOnError: true });
    expect(await scene.endsAs('success')).toMatchObject({ exitCode: 0, summary: afterTheJob('deleted') });
    expect(scene.api.state.restores).toEqual([]);
  });

  test('with a service that must answer: ready_url is waited for, without the token', async () => {
    await using site = await bystander();
    await using scene = await stage();
    await scene.uses({ server_id: '12345', on_failure: 'restore', ready_url: `${site.url}/up` });
    expect(site.requests).toEqual([]);
    expect(await scene.endsAs('failure')).toMatchObject({ exitCode: 0 });
    expect(site.requests).toEqual(['GET /up']);
  });

  test('in a dry run, nothing was taken and nothing is left to do', async () => {
    await using scene = await stage();
    const main = await scene.uses({ server_id: '12345', on_failure: 'restore', dry_run: 'true' });
    expect(main.outputs.result).toBe('planned');
    expect(await scene.endsAs('failure')).toMatchObject({ exitCode: 0, annotations: [], summary: '' });
    expect([scene.changes, scene.afterwards]).toEqual([[], []]);
  });
});

test('GITHUB_OUTPUT, of which nobody hears after the job, stays empty, whatever becomes of the snapshots', async () => {
  await using scene = await stage({ servers: [1, 2, 3, 4].map((id) => ({ id })) });
  for (const [server_id, on_failure] of ['keep', 'delete', 'restore', 'restore'].entries())
    await scene.uses({ server_id: String(server_id + 1), on_failure });
  scene.api.fail({ when: { path: '/snapshots/804/restore/' }, do: { kind: 'status', status: 422 } });
  const posts = await scene.ends('failure');
  expect(posts.map(({ outputs }) => outputs)).toEqual([{}, {}, {}, {}]);
  expect(posts.map(({ summary }) => summary)).toEqual([
    afterTheJob('failed'),
    afterTheJob('restored'),
    afterTheJob('deleted'),
    '',
  ]);
});

describe.concurrent('a policy that depends on one step', () => {
  const on_failure = ({ steps }: Contexts) => (steps.deploy?.outcome === 'failure' ? 'restore' : 'keep');

  test('is obeyed as it is when the job has ended', async () => {
    await using scene = await stage();
    await scene.uses({ server_id: '12345', on_failure });
    expect(await scene.endsAs('failure')).toMatchObject({ exitCode: 0, summary: afterTheJob('restored') });
    expect(scene.api.state.restores).toMatchObject([{ server, snapshot: 801 }]);
  });

  test('leaves the server alone when another step failed', async () => {
    await using scene = await stage();
    await scene.uses({ server_id: '12345', on_failure });
    scene.job.run('failure', { id: 'lint' });
    const post = await scene.endsAs('success');
    expect(scene.job.status).toBe('failure');
    expect(post).toMatchObject({ exitCode: 0, annotations: [], summary: '' });
    expect(scene.afterwards).toEqual([]);
  });
});

describe.concurrent.each(forms)('the guard sits in mode: wait, in the %s form', (form) => {
  const snapshot_id = '${{ steps.snap.outputs.snapshot_id }}';

  test('and the step that only requested the snapshot leaves it to that', async () => {
    await using scene = await stage({ form, api: { createMs: 600 } });
    await scene.uses({ server_id: scene.id(server), wait: 'false' }, { id: 'snap' });
    const main = await scene.uses({ mode: 'wait', snapshot_id, on_failure: 'restore' });
    expect(main.outputs.result).toBe('ready');
    const [waited, requested] = await scene.ends('failure');
    expect(waited).toMatchObject({ exitCode: 0, summary: afterTheJob('restored') });
    expect(requested).toMatchObject({ exitCode: 0, annotations: [], summary: '' });
    expect(scene.changes.slice(1)).toEqual([`${scene.paths.restore(801)} 200`]);
    expect(scene.afterwards.at(-1)).toBe('GET /servers/ 200');
    expect(scene.ids).toEqual([801]);
  });

  test('and frees the slot after a success', async () => {
    await using scene = await stage({ form });
    await scene.uses({ server_id: scene.id(server), wait: 'false' }, { id: 'snap' });
    await scene.uses({ mode: 'wait', snapshot_id, on_success: 'delete' });
    const [waited] = await scene.ends('success');
    expect(waited).toMatchObject({ exitCode: 0, annotations: [], summary: afterTheJob('deleted') });
    expect(scene.ids).toEqual([]);
  });
});

describe.concurrent('the guard sits in mode: wait', () => {
  test('wait: false with a policy that restores is refused before anything is made', async () => {
    await using scene = await stage();
    const main = await scene.uses({ server_id: '12345', wait: 'false', on_failure: 'restore,delete' });
    expectError(main, 'Input wait', 'mode: wait', 'Nothing was changed.');
    expect(await scene.endsAs('failure')).toMatchObject({ exitCode: 0, annotations: [], summary: '' });
    expect(scene.requests).toEqual([]);
  });

  test.each([
    ['restore', { snapshot_id: '802' }],
    ['delete', { snapshot_id: '802' }],
    ['list', {}],
    ['prune', { server_id: '12345', keep_last: '1' }],
  ])('mode: %s guards nothing, and says so instead of letting someone rely on it', async (mode, inputs) => {
    await using scene = await stage({ snapshots: [{ id: 802 }] });
    const main = await scene.uses({ mode, ...inputs, on_failure: 'restore' });
    expectError(
      main,
      'Input on_failure',
      'belongs to mode: create and mode: wait',
      `mode: ${mode} cannot honour it`,
    );
    expect(main.state).toEqual({});
    const post = await scene.endsAs('failure');
    expect(post).toMatchObject({ exitCode: 0, stderr: '', annotations: [], summary: '' });
    expect(scene.requests).toEqual([]);
  });
});
