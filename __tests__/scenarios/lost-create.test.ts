import { describe, expect, test } from 'vitest';
import { expectError, stage } from '../helpers/scenario.ts';
import { arrived, ways } from '../helpers/ways.ts';

describe.concurrent.each([0, 200])('a lost answer to a create, with lists that lag %i ms behind', (lag) => {
  test.each(ways)('%s', async (_, effect) => {
    const faults = [{ when: { method: 'POST' }, do: effect }];
    await using scene = await stage({ api: { snapshotListLagMs: lag }, faults });
    const step = await scene.uses({ server_id: '12345' });
    expect(step).toMatchObject({ exitCode: 0, stderr: '', annotations: [], outputs: { result: 'created' } });
    expect(scene.ids).toEqual([801]);
    expect(step.outputs.snapshot_id).toBe('801');
    expect(JSON.parse(step.outputs.snapshots ?? '')).toMatchObject([{ adopted: arrived(effect) }]);
    expect(scene.changes).toHaveLength(arrived(effect) ? 1 : 2);
  });
});

describe.concurrent('a lost answer to a create', () => {
  test('that is lost every time ends in an error that says how to look', async () => {
    await using scene = await stage({
      faults: [{ when: { method: 'POST' }, times: 9, do: { kind: 'html' } }],
    });
    const step = await scene.uses({ server_id: '12345', name: 'pre' });
    expectError(
      step,
      'Snapshot not certain',
      'may have been requested',
      'Look at VPS.org for a snapshot named pre',
    );
    expect(step.outputs).toMatchObject({ result: 'failed', snapshot_id: '' });
    expect(scene.changes).toHaveLength(3);
  });

  test('of a create that another job’s snapshot with the same name may answer, is not guessed', async () => {
    const lost = { when: { method: 'POST' }, do: { kind: 'reset', processed: false } } as const;
    await using scene = await stage({ faults: [lost] });
    const during = scene.once('POST /snapshots/', () =>
      scene.api.addSnapshot({ server: 12345, name: 'pre' }),
    );
    const step = await scene.uses({ server_id: '12345', name: 'pre' }, { during });
    expectError(step, 'Snapshot not certain', 'without this run’s mark');
    expect(step.outputs).toMatchObject({ result: 'failed', snapshot_id: '' });
    expect(scene.changes).toHaveLength(1);
  });

  test('that never comes ends with timeout_minutes, and is not followed by a second request', async () => {
    const faults = [{ when: { method: 'POST' }, do: { kind: 'hang', processed: true } } as const];
    await using scene = await stage({ faults });
    const step = await scene.uses({ server_id: '12345', timeout_minutes: '0.02' });
    expectError(step, 'Snapshot not certain', 'may have been requested', 'raise timeout_minutes');
    expect(step.outputs.result).toBe('timed_out');
    expect(scene.changes).toEqual(['POST /snapshots/ hang']);
  });
});
