import { describe, expect, test } from 'vitest';
import { modes } from '../../../src/inputs/common.ts';
import { endings } from '../../../src/rules/policy.ts';
import { guarded, idsOf, type Job, mainOf, postOf } from '../../helpers/guarded.ts';
import { type Rehearsal, rehearsed, server } from '../../helpers/rehearsed.ts';

const restoring: Job = { ends: 'failure', inputs: { on_failure: 'restore' } };

function expectNothingDone(post: Rehearsal, title: string) {
  expect(post).toMatchObject({ red: true, result: 'failed', ledger: [], error: { title } });
  expect(post.error?.message).toContain(
    'Nothing was done after the job. Kept: snapshot 801 of server 12345 (web-1). By hand: mode: restore with snapshot_id: 801, or mode: delete.',
  );
  expect(post.error?.message).toContain('Nothing was changed.');
  expect(post.summary).toContain('snapshot_id: "801"');
  expect(idsOf(post)).toEqual([801]);
}

describe('inputs that are others than in the main step', () => {
  test('the policy of the post step counts', async () => {
    const post = await guarded({ ends: 'failure', post: { inputs: { on_failure: 'restore' } } });
    expect(post).toMatchObject({ red: false, result: 'restored' });
    const kept = await guarded({ ...restoring, post: { inputs: { on_failure: 'keep' } } });
    expect(kept).toMatchObject({ red: false, result: 'kept', ledger: [] });
  });

  test.each(['7', '', 'web-1'])('server_id %j: what was saved counts', async (server_id) => {
    const post = await guarded({
      ...restoring,
      main: { servers: [{ id: server }, { id: 7 }] },
      post: { inputs: { server_id, name: 'other', snapshot_id: '999', mode: 'delete' } },
    });
    expect(post).toMatchObject({ red: false, result: 'restored' });
    expect(post.api.state.restores).toMatchObject([{ server, snapshot: 801 }]);
  });

  test('api_url: an error, and no request', async () => {
    const post = await guarded({ ...restoring, post: { inputs: { api_url: 'https://other.example.com' } } });
    expectNothingDone(post, 'Another api_url');
  });

  test('api_url with a slash more is the same', async () => {
    const api_url = 'https://admin.vps.org/api/v1/';
    expect(await guarded({ ...restoring, post: { inputs: { api_url } } })).toMatchObject({ red: false });
  });

  test.each([
    ['on_failure', { on_failure: 'rollback' }],
    ['job_status', { job_status: 'skipped' }],
    ['api_token', { api_token: '' }],
    ['timeout_minutes', { timeout_minutes: '0' }],
    ['ready_url', { ready_url: 'web' }],
    ['force', { force: 'perhaps' }],
  ])('%s that cannot be used: nothing is done', async (input, inputs) => {
    expectNothingDone(await guarded({ ...restoring, post: { inputs } }), `Input ${input}`);
  });

  test('before the id was learnt there is none to name', async () => {
    const main = await mainOf(restoring);
    main.saved.length = 1;
    const post = await postOf(main, { ...restoring, post: { inputs: { on_failure: 'rollback' } } });
    expect(post).toMatchObject({ red: true, ledger: [] });
    expect(post.error?.message).not.toContain('Kept:');
    expect(post.summary).not.toContain('Roll back by hand');
  });

  test.each([
    ['another version', (text: string) => text.replace('"version":2', '"version":3')],
    ['cut off', (text: string) => text.slice(0, -1)],
  ])('state that is %s', async (_, change) => {
    const main = await mainOf(restoring);
    main.saved.push(change(main.saved.at(-1) ?? ''));
    const post = await postOf(main, restoring);
    expect(post).toMatchObject({ red: true, ledger: [], error: { title: 'State not readable' } });
    expect(post.error?.message).toContain('log and summary name the snapshot');
    expect(idsOf(post)).toEqual([801]);
  });
});

describe('a policy where it would not be obeyed is refused before the job begins', () => {
  const guarding = new Set<string>(['create', 'wait']);
  test.each(modes.filter((mode) => !guarding.has(mode)))('mode: %s', async (mode) => {
    for (const ending of endings) {
      const named = mode === 'restore' || mode === 'delete' ? { snapshot_id: '801' } : {};
      const inputs = {
        ...{ mode, server_id: '12345', ...named },
        ...(mode === 'prune' && { keep_last: '1' }),
        [`on_${ending}`]: 'restore',
      };
      const step = await rehearsed({ inputs }).run();
      expect(step).toMatchObject({
        red: true,
        ledger: [],
        saved: [],
        error: { title: `Input on_${ending}` },
      });
    }
  });

  test.each([
    ['a typo', { on_cancelled: 'restroe' }, 'on_cancelled'],
    ['wait: false', { on_failure: 'restore', wait: 'false' }, 'wait'],
    ['a runner that does not tell', { on_failure: 'restore', job_status: '' }, 'job_status'],
  ])('%s', async (_, inputs, input) => {
    const step = await mainOf({ ends: 'failure', inputs });
    expect(step).toMatchObject({ red: true, ledger: [], saved: [], error: { title: `Input ${input}` } });
  });
});
