import { describe, expect, test } from 'vitest';
import { bystander } from '../helpers/bystander.ts';
import { expectError, stage } from '../helpers/scenario.ts';

describe.concurrent('the time is over', () => {
  test('a wait ends, and what goes on is named', async () => {
    await using scene = await stage({ api: { createMs: 60_000 } });
    const step = await scene.uses({ server_id: '12345', timeout_minutes: '0.05' });
    expectError(step, 'Snapshot not complete in time', 'snapshot_id: 801', 'was requested');
    expect(step.outputs).toMatchObject({ result: 'timed_out', snapshot_id: '801', status: 'in_progress' });
  });

  test('an API that is not there is not waited for any longer', async () => {
    const gone = await bystander();
    await gone[Symbol.asyncDispose]();
    await using scene = await stage();
    const step = await scene.uses({ api_url: gone.url, server_id: '12345', timeout_minutes: '0.05' });
    expectError(step, 'VPS.org not reached', 'ECONNREFUSED', 'Nothing was changed.', 'Check that the runner');
  });
});
