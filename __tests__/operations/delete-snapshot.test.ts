import { describe, expect, test } from 'vitest';
import type { ApiOptions, Effect, Fault } from '../../rehearsal/api/api.ts';
import { minute, second } from '../../src/limits.ts';
import { marked, own } from '../helpers/marked.ts';
import { rehearsed, server } from '../helpers/rehearsed.ts';

const forever = Number.POSITIVE_INFINITY;
const onDelete = (effect: Effect, times = forever): Fault => ({
  when: { method: 'DELETE' },
  times,
  do: effect,
});
const accepted: Effect = { kind: 'status', status: 202, body: '' };

function deleting(setting: Parameters<typeof rehearsed>[0] = {}, status = 'completed') {
  const step = rehearsed({ ...setting, inputs: { mode: 'delete', snapshot_id: '701', ...setting.inputs } });
  step.api.addSnapshot({ server, id: 701, name: 'one', description: marked(own), status });
  return step;
}

describe('a deletion that takes a while', () => {
  test('is done when a whole list no longer shows the snapshot', async () => {
    const step = deleting({ faults: [onDelete(accepted)] });
    step.clock.at(90 * second, () => step.api.removeSnapshot(701));
    await step.run();
    expect(step).toMatchObject({ red: false, result: 'deleted' });
    expect(step.changes).toHaveLength(1);
    expect(step.endedAt).toBeGreaterThanOrEqual(90 * second);
    expect(step.endedAt).toBeLessThan(100 * second);
  });

  test.each(['deleted', 'deleting'])('or when a list shows it as %s', async (word) => {
    const step = deleting({ faults: [onDelete(accepted)] });
    step.clock.at(30 * second, () => step.api.setSnapshotStatus(701, word));
    await step.run();
    expect(step).toMatchObject({ red: false, result: 'deleted' });
    expect(step.endedAt).toBeLessThan(40 * second);
  });

  test('a list that is not whole is no proof', async () => {
    const shortened: Effect = { kind: 'echo', of: () => ({ count: 1, results: [] }) };
    const looks: Fault = { when: { method: 'GET', path: '/snapshots/' }, after: 1, times: 12, do: shortened };
    const step = deleting({ faults: [onDelete(accepted), looks] });
    await step.run();
    expect(step).toMatchObject({ red: true, error: { title: 'Deletion accepted, not gone' } });
  });

  test('is red after two minutes: accepted, not gone', async () => {
    const step = await deleting({ faults: [onDelete(accepted)] }).run();
    expect(step).toMatchObject({
      red: true,
      result: 'failed',
      error: { title: 'Deletion accepted, not gone' },
    });
    expect(step.error?.message).toMatch(
      /^The deletion of snapshot 701 \(one\) .*was accepted, and the lists still show it after 2m 00s\.\nThe deletion of .+ was requested\.\nIt takes a slot/,
    );
    expect(step.endedAt).toBeGreaterThanOrEqual(2 * minute);
    expect(step.endedAt).toBeLessThan(2.2 * minute);
  });

  test('is a warning of a guard, and not red', async () => {
    const main = await rehearsed({ inputs: { server_id: '12345', on_success: 'delete' } }).run();
    const inputs = { server_id: '12345', on_success: 'delete', job_status: 'success' };
    const post = await rehearsed({ postOf: main, inputs, faults: [onDelete(accepted)] }).run();
    expect(post.red).toBe(false);
    expect(post.warnings.map(({ message }) => message).join()).toContain('the lists still show it');
  });

  test('makes no room, so nothing is requested', async () => {
    const step = rehearsed({
      inputs: { server_id: '12345', at_limit: 'delete_oldest' },
      github: { livenessOf: async () => ({ is: 'over' }) },
      faults: [onDelete(accepted)],
    });
    for (let id = 701; id <= 705; id += 1) step.api.addSnapshot({ server, id, description: marked() });
    await step.run();
    expect(step).toMatchObject({ red: true, error: { title: 'No room made' } });
    expect(step.changes).toEqual(['DELETE /snapshots/701/']);
  });

  test('and a slot that becomes free late is used', async () => {
    const step = rehearsed({
      inputs: { server_id: '12345', at_limit: 'delete_oldest' },
      github: { livenessOf: async () => ({ is: 'over' }) },
      faults: [onDelete(accepted)],
    });
    for (let id = 701; id <= 705; id += 1) step.api.addSnapshot({ server, id, description: marked() });
    step.clock.at(90 * second, () => step.api.removeSnapshot(701));
    await step.run();
    expect(step).toMatchObject({ red: false, result: 'created' });
    expect(step.moments('POST', '/snapshots/')[0]).toBeGreaterThanOrEqual(90 * second);
  });
});

describe('a snapshot that is busy', () => {
  test.each([409, 423, 425, 429])('%i twice, then deleted', async (status) => {
    const step = await deleting({ faults: [onDelete({ kind: 'status', status }, 2)] }).run();
    expect(step).toMatchObject({ red: false, result: 'deleted' });
    expect(step.changes).toHaveLength(3);
  });

  test('for ever: red with the API’s words, after a third of the time', async () => {
    const busy: Effect = { kind: 'status', status: 409, json: { detail: 'Snapshot is in use.' } };
    const inputs = { timeout_minutes: '9' };
    const step = await deleting({ inputs, faults: [onDelete(busy)] }).run();
    expect(step).toMatchObject({ red: true, error: { title: 'Not deleted' } });
    expect(step.error?.message).toMatch(
      /answered 409 to DELETE .+: Snapshot is in use\.\nNothing was changed/,
    );
    expect(step.endedAt).toBeGreaterThan(minute);
    expect(step.endedAt).toBeLessThanOrEqual(3 * minute);
  });

  test('with itself is deleted as soon as it is complete', async () => {
    const busy = onDelete({ kind: 'status', status: 409 }, 1);
    const step = deleting({ faults: [busy] }, 'in_progress');
    step.clock.at(4 * minute, () => step.api.setSnapshotStatus(701, 'completed'));
    await step.run();
    expect(step).toMatchObject({ red: false, result: 'deleted' });
    const [, second_ = 0] = step.moments('DELETE', '/snapshots/701/');
    expect(second_).toBeGreaterThanOrEqual(4 * minute);
    expect(second_).toBeLessThan(4.2 * minute);
  });

  test('a wait that is longer than there is time for is red at once', async () => {
    const step = await deleting({
      faults: [onDelete({ kind: 'status', status: 423, headers: { 'retry-after': '7200' } })],
    }).run();
    expect(step).toMatchObject({ red: true, endedAt: 0, error: { title: 'Not deleted' } });
  });
});

describe('an id of nineteen digits', () => {
  const long = '9007199254740993123';
  const api: ApiOptions = {};

  test('keeps its digits from the input to the path, and from the list to the output', async () => {
    const list: Effect = {
      kind: 'status',
      status: 200,
      body: `{"count":1,"next":null,"results":[{"id":${long},"server":{"id":12345},"name":"one","status":"completed"}]}`,
    };
    const gone: Effect = { kind: 'status', status: 200, body: '{"count":0,"next":null,"results":[]}' };
    const step = await rehearsed({
      api,
      inputs: { mode: 'delete', snapshot_id: long },
      faults: [
        { when: { method: 'GET', path: '/snapshots/' }, do: list },
        { when: { method: 'DELETE' }, do: { kind: 'status', status: 204, body: '' } },
        { when: { method: 'GET', path: '/snapshots/' }, times: 9, do: gone },
      ],
    }).run();
    expect(step).toMatchObject({ red: false, result: 'deleted', outputs: { deleted_ids: `["${long}"]` } });
    expect(step.changes).toEqual([`DELETE /snapshots/${long}/`]);
  });
});

test('one that is refused as busy is not held up by another that is in progress', async () => {
  const step = rehearsed({
    inputs: { mode: 'delete', snapshot_id: '701' },
    faults: [{ when: { method: 'DELETE' }, do: { kind: 'status', status: 409 } }],
  });
  step.api.addSnapshot({ server, id: 701 });
  step.api.addSnapshot({ server, id: 702, status: 'in_progress' });
  await step.run();
  expect(step).toMatchObject({ red: false, result: 'deleted' });
  expect(step.endedAt).toBeLessThan(30_000);
});

test('one that is refused as busy while no list can be had is asked for again all the same', async () => {
  const step = rehearsed({
    inputs: { mode: 'delete', snapshot_id: '701' },
    faults: [
      { when: { method: 'DELETE' }, do: { kind: 'status', status: 409 } },
      { when: { method: 'GET', path: '/snapshots/' }, after: 1, times: 9, do: { kind: 'html', status: 503 } },
    ],
  });
  step.api.addSnapshot({ server, id: 701 });
  await step.run();
  expect(step).toMatchObject({ red: false, result: 'deleted' });
  expect(step.changes).toEqual(['DELETE /snapshots/701/', 'DELETE /snapshots/701/']);
});
