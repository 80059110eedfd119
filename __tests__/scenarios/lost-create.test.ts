import { describe, expect, test } from 'vitest';
import { expectError, server, stage } from '../helpers/scenario.ts';
import { arrived, broke, brokenPromise, ways } from '../helpers/ways.ts';

/** Only what was carried out has to be found, by a mark that each form keeps in a place of its own. */
const carriedOut = ways.filter(([, effect]) => arrived(effect));

describe.concurrent.each([
  { form: 'documented', lag: 200, lost: ways },
  { form: 'client', lag: 200, lost: carriedOut },
] as const)(
  'a lost answer to a create in the $form form, with lists that lag $lag ms behind',
  ({ form, lag, lost }) => {
    test.each(lost)('%s', async (_, effect) => {
      const faults = [{ when: { method: 'POST' }, do: effect }];
      await using scene = await stage({ form, api: { snapshotListLagMs: lag }, faults });
      const step = await scene.uses({ server_id: scene.id(server) });
      expect(step).toMatchObject({
        exitCode: 0,
        stderr: '',
        // A text of ours may be what it broke down over, so the next request has less of it.
        annotations: broke(effect) ? [{ level: 'notice', title: 'Description left out' }] : [],
        outputs: { result: 'created' },
      });
      expect(scene.ids).toEqual([801]);
      expect(step.outputs.snapshot_id).toBe(scene.id(801));
      expect(JSON.parse(step.outputs.snapshots ?? '')).toMatchObject([{ adopted: arrived(effect) }]);
      expect(scene.changes).toHaveLength(arrived(effect) ? 1 : 2);
      if (broke(effect))
        expect(scene.api.snapshots()[0]?.description).toMatch(/^\[gha octo-org\/web run 4242\.1 \S+\]$/);
    });
  },
);

describe.concurrent('a lost answer to a create', () => {
  test('of the API that nothing came of is not followed by a second request', async () => {
    const faults = [{ when: { method: 'POST' }, do: brokenPromise }];
    await using scene = await stage({ faults });
    const step = await scene.uses({ server_id: '12345', name: 'pre' });
    expectError(step, 'Snapshot made, but not found', 'no list shows a new one', 'a snapshot named pre');
    expect(step.outputs).toMatchObject({ result: 'failed', snapshot_id: '' });
    expect(scene.changes).toEqual(['POST /snapshots/ 201']);
  });

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

  test('of a create that another job’s snapshot with the same name may answer, is taken for accepted, with a warning', async () => {
    const lost = { when: { method: 'POST' }, do: { kind: 'reset', processed: false } } as const;
    await using scene = await stage({ faults: [lost] });
    const during = scene.once('POST /snapshots/', () =>
      scene.api.addSnapshot({ server: 12345, name: 'pre' }),
    );
    const step = await scene.uses({ server_id: '12345', name: 'pre' }, { during });
    expect(step).toMatchObject({ exitCode: 0, outputs: { result: 'created' } });
    expect(step.annotations.map(({ title }) => title)).toContain('Snapshot without our mark');
    expect(scene.changes).toHaveLength(1);
  });

  test('that never comes ends with timeout_minutes, and is not followed by a second request', async () => {
    const faults = [{ when: { method: 'POST' }, do: { kind: 'hang', processed: true } } as const];
    await using scene = await stage({ faults });
    const step = await scene.uses({ server_id: '12345', timeout_minutes: '0.05' });
    expectError(step, 'Snapshot not certain', 'may have been requested', 'raise timeout_minutes');
    expect(step.outputs.result).toBe('timed_out');
    expect(scene.changes).toEqual(['POST /snapshots/ hang']);
  });
});
