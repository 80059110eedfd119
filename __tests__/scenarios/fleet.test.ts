import { expect, test } from 'vitest';
import { forms } from '../helpers/forms.ts';
import { stage } from '../helpers/scenario.ts';

test.concurrent.each(forms)(
  'a hundred servers in the %s form: one list per look, outputs in order, all rolled back',
  async (form) => {
    const ids = Array.from({ length: 100 }, (_, index) => 100 - index);
    await using scene = await stage({
      servers: ids.map((id) => ({ id, name: `web-${id}` })),
      form,
      api: { createMs: 3_000 },
    });
    const server_id = ids.map((id) => scene.id(id)).join();
    const main = await scene.uses({ server_id, on_failure: 'restore,delete', poll_interval_seconds: '0.5' });
    expect(main).toMatchObject({ exitCode: 0, outputs: { result: 'created', server_id } });
    const taken = main.outputs.snapshot_id?.split(',') ?? [];
    expect(new Set(taken).size).toBe(100);
    const lists = scene.api.ledger.filter(({ method, path }) => method === 'GET' && path === '/snapshots/');
    expect(lists.length).toBeLessThan(25);
    expect(main.summary.length).toBeLessThan(1_000_000);

    const post = await scene.endsAs('failure');
    expect(post.exitCode).toBe(0);
    expect(post.annotations.filter(({ message }) => message.startsWith('Rolled back:'))).toHaveLength(1);
    expect(scene.api.state.restores).toHaveLength(100);
    expect(scene.ids).toEqual([]);
  },
);
