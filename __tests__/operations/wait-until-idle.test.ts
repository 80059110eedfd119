import { describe, expect, test } from 'vitest';
import { expectNothingDone, rehearsed, server } from '../helpers/rehearsed.ts';

const one = { server_id: '12345' };

describe('a server that is being restored', () => {
  test('is waited for', async () => {
    const step = rehearsed({ inputs: one });
    step.api.startRestore(server);
    await step.run();
    expect(step).toMatchObject({ red: false, result: 'created' });
    expect(step.moments('POST', '/snapshots/')[0]).toBeGreaterThanOrEqual(480_000);
    expect(step.moments('POST', '/snapshots/')[0]).toBeLessThan(495_000);
    expect(step.lines).toContain('Server 12345 (web-1) is being restored. Waiting for that to end first.');
  });

  test('is not waited for longer than timeout_minutes', async () => {
    const step = rehearsed({ inputs: { ...one, timeout_minutes: '5' } });
    step.api.startRestore(server);
    await step.run();
    expectNothingDone(step, 'Server busy');
    expect(step.result).toBe('timed_out');
    expect(step.error?.message).toMatch(/was still being restored after 4m 59s\./);
  });

  test('is no reason to wait in a dry run, nor when it is another one', async () => {
    const dry = rehearsed({ inputs: { ...one, dry_run: 'true' } });
    dry.api.startRestore(server);
    const other = rehearsed({ servers: [{ id: server }, { id: 2 }], inputs: { ...one, wait: 'false' } });
    other.api.startRestore(2);
    expect(await dry.run()).toMatchObject({ result: 'planned', endedAt: 0 });
    expect(await other.run()).toMatchObject({ result: 'requested', endedAt: 0 });
  });
});
