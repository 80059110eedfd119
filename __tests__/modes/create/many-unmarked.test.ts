import { expect, test } from 'vitest';
import { idsOf, postOf } from '../../helpers/guarded.ts';
import { rehearsed } from '../../helpers/rehearsed.ts';

const servers = Array.from({ length: 101 }, (_, index) => ({ id: 1000 + index, name: `web-${index}` }));
const inputs = {
  ...{ server_id: servers.map(({ id }) => id).join(','), name: 'pre-deploy' },
  ...{ on_failure: 'delete', timeout_minutes: '2' },
};

test('snapshots of very many servers, all answered, whose marks the API drops, are not lost to the post step', async () => {
  const main = await rehearsed({ inputs, servers, api: { keepDescriptions: false } }).run();
  expect(main.outputs.snapshot_id?.split(',')).toHaveLength(101);
  const post = await postOf(main, { inputs: { ...inputs, timeout_minutes: '60' }, ends: 'failure' });
  expect(post.notices).toEqual([]);
  expect(idsOf(post)).toEqual([]);
});
