import { describe, expect, test } from 'vitest';
import { guarded, idsOf, killedAfter, mainOf, postOf, restores } from '../../helpers/guarded.ts';
import { afterKilled } from '../../helpers/standstills.ts';

const guarding = { on_failure: 'restore', on_success: 'delete' };

describe('a policy that the main step read and that is empty now', () => {
  test.each([
    ['failure', 'restore', {}],
    ['success', 'delete', {}],
    ['failure', 'restore', { api_token: '', server_id: '', on_success: '' }],
    ['failure', 'restore', { on_failure: '  ' }],
  ] as const)(
    '%s (%s) with %j: a warning that names the snapshot, and nothing is touched',
    async (ends, was, inputs) => {
      const lost = { [`on_${ends}`]: '', ...inputs };
      const post = await guarded({ ends, inputs: guarding, post: { inputs: lost } });
      expect(post).toMatchObject({ red: false, ledger: [], told: [] });
      expect(post.annotations).toEqual([
        {
          level: 'warning',
          title: 'Nothing done, the policy was lost',
          message: expect.stringContaining(`on_${ends} was ${was} in the main step and is empty now`),
        },
      ]);
      expect(post.annotations[0]?.message).toContain(
        'Kept: snapshot 801 of server 12345 (web-1). By hand: mode: restore with snapshot_id: 801',
      );
      expect(post.summary).toContain('snapshot 801');
      expect(idsOf(post)).toEqual([801]);
      expect(restores(post)).toEqual([]);
    },
  );

  test('is none that was keep, or that says keep now', async () => {
    const kept = await guarded({ ends: 'success', inputs: { on_success: '' } });
    expect(kept).toMatchObject({ red: false, result: 'kept', annotations: [] });
    const changed = await guarded({
      ends: 'failure',
      inputs: guarding,
      post: { inputs: { on_failure: 'keep' } },
    });
    expect(changed).toMatchObject({ red: false, result: 'kept', annotations: [] });
  });

  test('names what there is to delete where the snapshot was never complete', async () => {
    const inputs = { wait: 'false', on_failure: 'delete' };
    const post = await guarded({ ends: 'failure', inputs, post: { inputs: { on_failure: '' } } });
    expect(post).toMatchObject({ red: false, ledger: [] });
    expect(post.annotations[0]?.message).toMatch(
      /Kept: snapshot 801 of server 12345 \(web-1\)\. By hand: mode: delete with snapshot_id: 801\./,
    );
  });

  test('says so where the main step learnt of no snapshot', async () => {
    const main = killedAfter(1, await mainOf({ ends: 'failure', inputs: guarding }));
    const post = await postOf(main, {
      ends: 'failure',
      inputs: guarding,
      post: { inputs: { on_failure: '' } },
    });
    expect(post).toMatchObject({ red: false, ledger: [] });
    expect(post.annotations[0]?.message).toMatch(/The main step learnt of no snapshot\./);
  });

  test('does not keep a server from being started', async () => {
    const restoring = { restore: true, delete: false };
    const policies = { success: restoring, failure: restoring, cancelled: restoring };
    const post = await afterKilled({
      api: { power: 'offered' },
      state: { policies },
      post: { inputs: { on_failure: '' } },
    }).run();
    expect(post).toMatchObject({ red: true, error: { title: 'Nothing done, the policy was lost' } });
    expect(post.api.servers()[0]?.status).toBe('active');
  });
});

test('an api_token that got lost while a policy acts: red, with the snapshot, its server and the way by hand', async () => {
  const post = await guarded({ ends: 'failure', inputs: guarding, post: { inputs: { api_token: '' } } });
  expect(post).toMatchObject({ red: true, ledger: [] });
  expect(post.error?.message).toMatch(/nested composite actions/);
  expect(post.error?.message).toContain('snapshot 801 of server 12345 (web-1). By hand: mode: restore');
});

describe('a job that was cancelled, with a rollback for failures only', () => {
  test('may be half deployed: a warning with the way by hand', async () => {
    const post = await guarded({ ends: 'cancelled', inputs: guarding });
    expect(post).toMatchObject({ red: false, result: 'kept', ledger: [] });
    expect(post.annotations).toMatchObject([{ level: 'warning', title: 'Perhaps half deployed' }]);
    expect(post.annotations[0]?.message).toMatch(
      /server 12345 \(web-1\) may be half deployed\. By hand: mode: restore with snapshot_id: 801\..*on_cancelled: restore/,
    );
  });

  test.each([
    ['nothing for failures either', { on_success: 'delete' }],
    ['something for a cancel', { ...guarding, on_cancelled: 'delete' }],
    ['a rollback of one step only, which has not failed', { on_failure: 'keep' }],
  ])('%s: no such warning', async (_, inputs) => {
    const post = await guarded({ ends: 'cancelled', inputs });
    expect(post.annotations.map(({ title }) => title)).not.toContain('Perhaps half deployed');
  });

  test('nothing was deployed where the snapshot was never complete', async () => {
    const main = await mainOf({
      ends: 'cancelled',
      inputs: guarding,
      main: { api: { createEndsAs: 'failed' } },
    });
    const post = await postOf(main, { ends: 'cancelled', inputs: guarding });
    expect(post.annotations.map(({ title }) => title)).not.toContain('Perhaps half deployed');
  });
});
