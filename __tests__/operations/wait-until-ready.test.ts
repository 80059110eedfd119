import { describe, expect, test } from 'vitest';
import { minute } from '../../src/limits.ts';
import { rehearsed, server } from '../helpers/rehearsed.ts';

const servers = [
  { id: server, name: 'web-1' },
  { id: 2, name: 'db-1' },
  { id: 3, name: 'db-2' },
];
const url = 'https://shop.example/health';

function restoring(inputs: Record<string, string> = {}, rest: Parameters<typeof rehearsed>[0] = {}) {
  const step = rehearsed({ servers, ...rest, inputs: { mode: 'restore', snapshot_id: '701', ...inputs } });
  step.api.addSnapshot({ server, id: 701, name: 'one' });
  step.api.addSnapshot({ server: 2, id: 702, name: 'two' });
  step.api.addSnapshot({ server: 3, id: 703, name: 'three' });
  return step;
}

describe('ready_url after the server list', () => {
  test('is knocked at until it answers', async () => {
    const probes: number[] = [];
    const step = await restoring(
      { ready_url: url },
      {
        probe: (elapsed) => {
          probes.push(elapsed);
          return elapsed > 9 * minute;
        },
      },
    ).run();
    expect(step).toMatchObject({ red: false, result: 'restored' });
    expect(probes[0]).toBeGreaterThanOrEqual(8 * minute);
    expect(probes.at(-1)).toBeGreaterThan(9 * minute);
    expect(step.lines).toContain(`${url} answers.`);
    expect(step.groups).toEqual(['Looking', 'Restoring', 'Waiting for ready_url']);
  });

  test('never answers: timed out, though the restore is done', async () => {
    const step = await restoring({ ready_url: url, timeout_minutes: '12' }).run();
    expect(step).toMatchObject({
      red: true,
      result: 'timed_out',
      error: { title: 'Server up, service not ready' },
    });
    expect(step.error?.message).toMatch(
      /^The restore is done, but https:\/\/shop\.example\/health gave no 2xx in 3m /,
    );
    expect(step.snapshots[0].result).toBe('restored');
    expect(step.endedAt).toBeLessThanOrEqual(12 * minute);
  });

  test('what it answers is told when that changes, and the last of it stands in the error', async () => {
    const step = await restoring({ ready_url: url, timeout_minutes: '12' }).run();
    expect(step.lines.filter((line) => line.includes('Asking again'))).toEqual([
      `${url}: 503. Asking again.`,
    ]);
    expect(step.error?.message).toMatch(/; last: 503\.\n/);
  });

  test('is not knocked at when a restore failed', async () => {
    const step = await restoring(
      { ready_url: url },
      {
        api: { afterRestore: 'failed' },
        probe: () => {
          throw new Error('nobody should knock');
        },
      },
    ).run();
    expect(step.error?.title).toBe('Restore failed');
  });
});
