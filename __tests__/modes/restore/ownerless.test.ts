import { expect, test } from 'vitest';
import { rehearsed, server } from '../../helpers/rehearsed.ts';

test('a snapshot that names no server is restored when the user names the server, and the reader is told so', async () => {
  const step = rehearsed({ inputs: { mode: 'restore', snapshot_id: '700' }, api: { ownerAs: 'none' } });
  step.api.addSnapshot({ id: 700, server });
  await step.run();
  expect(step).toMatchObject({ red: true, changes: [] });
  expect(step.error?.message).toContain('server_id');
  expect(step.error?.message).not.toMatch(/server 0|no server\)|right account/);
});
