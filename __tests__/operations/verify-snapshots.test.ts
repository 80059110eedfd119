import { describe, expect, test } from 'vitest';
import type { ApiOptions, Fault } from '../../rehearsal/api/api.ts';
import { minute, second } from '../../src/limits.ts';
import { marked } from '../helpers/marked.ts';
import { rehearsed, server } from '../helpers/rehearsed.ts';

const one = { server_id: '12345' };
const lost: Fault = { when: { method: 'POST' }, do: { kind: 'reset', processed: true } };

describe('the last look', () => {
  test('a snapshot that is no more', async () => {
    const step = rehearsed({
      inputs: one,
      faults: [],
      asked: (method, path, self) => {
        const looks = self.moments('GET', '/snapshots/').length;
        const complete = self.api.snapshots().some(({ status }) => status === 'completed');
        if (method === 'GET' && path === '/snapshots/' && complete && looks > 1) {
          if (self.lines.some((line) => line.includes('is complete'))) self.api.removeSnapshot(801);
        }
      },
    });
    await step.run();
    expect(step).toMatchObject({ red: true, result: 'failed', error: { title: 'Snapshot changed' } });
    expect(step.error?.message).toContain('a moment later the list shows it no more.');
    expect(step.outputs.snapshot_id).toBe('801');
    expect(step.summary).not.toContain('Roll back by hand');
  });

  test('a snapshot that turned into something else', async () => {
    const step = rehearsed({
      inputs: one,
      asked: (method, _path, self) => {
        if (method === 'GET' && self.lines.some((line) => line.includes('is complete')))
          self.api.setSnapshotStatus(801, 'error');
      },
    });
    await step.run();
    expect(step.error?.message).toMatch(/the list shows snapshot 801 .+ of server 12345 \(web-1\), error\./);
  });

  test('no list any more', async () => {
    const step = rehearsed({
      inputs: { ...one, timeout_minutes: '10' },
      asked: (method, _path, self) => {
        if (method === 'GET' && self.lines.some((line) => line.includes('is complete')))
          self.api.fail({ when: { method: 'GET' }, do: { kind: 'reset', processed: false } });
      },
    });
    await step.run();
    expect(step).toMatchObject({ red: true, error: { title: 'VPS.org not reached' } });
    expect(step.endedAt).toBeLessThanOrEqual(600_000);
  });
});

describe('two appear', () => {
  const slowLists: ApiOptions = { snapshotListLagMs: 30_000 };

  test('the older is kept and the other deleted', async () => {
    const step = await rehearsed({
      inputs: { server_id: '12345' },
      api: slowLists,
      faults: [lost],
    }).run();
    expect(step.changes).toEqual(['POST /snapshots/', 'POST /snapshots/', 'DELETE /snapshots/802/']);
    expect(step.outputs).toMatchObject({ result: 'created', snapshot_id: '801', deleted_ids: '[802]' });
    expect(step.summary).toContain('server 12345: 1 of 5');
  });

  test('the complete one is kept when the older is not', async () => {
    const step = rehearsed({
      inputs: { server_id: '12345' },
      api: slowLists,
      faults: [lost],
    });
    step.clock.at(60_000, () => step.api.setSnapshotStatus(801, 'weird'));
    await step.run();
    expect(step.changes).toEqual(['POST /snapshots/', 'POST /snapshots/', 'DELETE /snapshots/801/']);
    expect(step.outputs).toMatchObject({ result: 'created', snapshot_id: '802', deleted_ids: '[801]' });
  });

  test('one that cannot be deleted is named', async () => {
    const step = await rehearsed({
      inputs: { server_id: '12345' },
      api: slowLists,
      faults: [lost, { when: { method: 'DELETE' }, do: { kind: 'status', status: 403 } }],
    }).run();
    expect(step).toMatchObject({ red: false, result: 'created' });
    expect(step.warnings).toEqual([
      {
        level: 'warning',
        title: 'One snapshot too many',
        message: expect.stringMatching(
          /^A lost answer led to snapshot 802 \(.+\) beside snapshot 801 \(.+\) of server 12345 \(web-1\)\. It could not be deleted \(VPS\.org answered 403 to DELETE \/snapshots\/802\/: Forbidden\): delete it by hand\.$/,
        ),
      },
    ]);
  });

  test('one that is busy is waited for', async () => {
    const step = await rehearsed({
      inputs: { server_id: '12345' },
      api: slowLists,
      faults: [lost, { when: { method: 'DELETE' }, times: 2, do: { kind: 'status', status: 409 } }],
    }).run();
    expect(step).toMatchObject({ red: false, result: 'created', warnings: [] });
    expect(step.outputs.deleted_ids).toBe('[802]');
  });

  test('an unlisted one is told when the wait fails', async () => {
    const step = rehearsed({ inputs: { server_id: '12345' }, api: slowLists, faults: [lost] });
    step.clock.at(60_000, () => step.api.setSnapshotStatus(802, 'failed'));
    await step.run();
    expect(step).toMatchObject({ red: true, result: 'failed' });
    expect(step.error?.message).toMatch(
      /Snapshot 802 .+ was requested, after a request whose answer was lost: there may be a second one named gha-shop-4711-1-\w{6}\./,
    );
  });

  test('mode: wait finishes what wait: false left', async () => {
    const first = await rehearsed({
      inputs: { server_id: '12345', wait: 'false' },
      api: slowLists,
      faults: [lost],
    }).run();
    expect(first.outputs).toMatchObject({ result: 'requested', snapshot_id: '802' });
    const second = await rehearsed({
      after: first,
      inputs: { mode: 'wait', snapshot_id: first.outputs.snapshot_id ?? '' },
    }).run();
    expect(second.changes).toEqual(['DELETE /snapshots/802/']);
    expect(second.outputs).toMatchObject({ result: 'ready', snapshot_id: '801' });
  });

  test('the twin of another run is named and stays', async () => {
    const step = rehearsed({ inputs: { mode: 'wait', snapshot_id: '901' } });
    const description = marked();
    step.api.addSnapshot({ id: 900, server, name: 'theirs', description });
    step.api.addSnapshot({ id: 901, server, name: 'theirs', description });
    await step.run();
    expect(step.changes).toEqual([]);
    expect(step.outputs).toMatchObject({ result: 'ready', snapshot_id: '900' });
    expect(step.warnings).toMatchObject([
      { message: expect.stringContaining('made by another run; delete it if nobody needs it') },
    ]);
  });
});

test('a twin that cannot be deleted does not hold a good job up', async () => {
  const faults: Fault[] = [
    { when: { method: 'POST' }, do: { kind: 'reset', processed: { afterMs: 25 * second } } },
    { when: { method: 'DELETE' }, times: Number.POSITIVE_INFINITY, do: { kind: 'status', status: 503 } },
  ];
  const step = await rehearsed({ inputs: { server_id: '12345' }, faults }).run();
  expect(step).toMatchObject({ red: false, warnings: [{ title: 'One snapshot too many' }] });
  expect(step.endedAt).toBeLessThan(8 * minute);
});
