import { describe, expect, test } from 'vitest';
import { marked } from '../helpers/marked.ts';
import { afterTheJob, server, stage } from '../helpers/scenario.ts';

describe.concurrent('the guard of mode: wait', () => {
  test('never deletes a snapshot of another server than the step allows', async () => {
    const pair = [{ id: server }, { id: 2 }];
    await using scene = await stage({ servers: pair, snapshots: [{ id: 802, server: 2 }] });
    const policies = { on_failure: 'delete', on_success: 'delete' };
    const main = await scene.uses({ mode: 'wait', snapshot_id: '802', server_id: '12345', ...policies });
    expect(main.exitCode).toBe(1);
    const post = await scene.endsAs('failure');
    expect(post.exitCode).toBe(0);
    expect([scene.ids, scene.changes]).toEqual([[802], []]);
  });

  test('never deletes what no list has shown', async () => {
    await using scene = await stage();
    const policies = { on_failure: 'delete', on_success: 'delete' };
    const inputs = { mode: 'wait', snapshot_id: '802', server_id: '12345', ...policies };
    const main = await scene.uses({ ...inputs, timeout_minutes: '0.05' });
    expect(main.exitCode).toBe(1);
    expect((await scene.endsAs('failure')).exitCode).toBe(0);
    expect(scene.changes).toEqual([]);
  });

  test.each(['success', 'failure'] as const)('after a %s deletes its own and no other', async (ending) => {
    await using scene = await stage({
      servers: [{ id: server }, { id: 2 }],
      snapshots: [
        { id: 700, description: marked({ repository: 'octo-org/web', run: '4242' }) },
        { id: 702, server: 2 },
      ],
    });
    await scene.uses({ server_id: '12345', wait: 'false' }, { id: 'snap' });
    const policies = { on_failure: 'delete', on_success: 'delete' };
    await scene.uses({ mode: 'wait', snapshot_id: '801', ...policies });
    const [waited] = await scene.ends(ending);
    expect(waited).toMatchObject({ exitCode: 0, summary: afterTheJob('deleted') });
    expect(scene.ids.toSorted()).toEqual([700, 702]);
  });
});
