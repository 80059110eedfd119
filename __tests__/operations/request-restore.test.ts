import { describe, expect, test } from 'vitest';
import type { ApiOptions, Effect } from '../../rehearsal/api/api.ts';
import { rehearsed, server } from '../helpers/rehearsed.ts';

const troubles: [string, (processed: boolean) => Effect][] = [
  ['reset', (processed) => ({ kind: 'reset', processed })],
  ['hang', (processed) => ({ kind: 'hang', processed })],
  ['502 page', (processed) => ({ kind: 'html', processed })],
  ...[500, 503, 429, 408].map((status): [string, (processed: boolean) => Effect] => [
    String(status),
    (processed) => ({ kind: 'status', status, processed }),
  ]),
];

const cases = troubles.flatMap(([trouble, effect]) =>
  [true, false].flatMap((processed) =>
    [0, 5, 30].flatMap((lag) =>
      [0, 10].flatMap((delay) =>
        [undefined, 15].map((interval) => ({
          ...{ trouble, effect: effect(processed), processed, lag, delay, interval },
        })),
      ),
    ),
  ),
);

const post = { method: 'POST' };
const resetAfter: Effect = { kind: 'reset', processed: true };
const resetBefore: Effect = { kind: 'reset', processed: false };

function restoring(rest: Parameters<typeof rehearsed>[0]) {
  const step = rehearsed({ ...rest, inputs: { mode: 'restore', snapshot_id: '701', ...rest?.inputs } });
  step.api.addSnapshot({ server, id: 701, name: 'one' });
  return step;
}

test.each(cases)(
  '$trouble, processed $processed, lag $lag s, begins after $delay s, interval $interval: one restore, never two',
  async ({ effect, lag, delay, interval }) => {
    const api: ApiOptions = { serverListLagMs: lag * 1000, restoreStartsAfterMs: delay * 1000 };
    const step = await restoring({
      api,
      inputs: interval ? { poll_interval_seconds: String(interval) } : {},
      faults: [{ when: post, do: effect }],
    }).run();
    expect(step.api.state.restores).toMatchObject([{ server, snapshot: 701 }]);
    expect(step).toMatchObject({ red: false, result: 'restored' });
  },
);

test('an answer that cannot be read says that it was accepted', async () => {
  const step = await restoring({ faults: [{ when: post, do: { kind: 'cutJson' } }] }).run();
  expect(step).toMatchObject({ red: false, result: 'restored' });
  expect(step.api.state.restores).toHaveLength(1);
});

test('a lost answer is settled by the server’s status', async () => {
  const step = await restoring({ faults: [{ when: post, do: resetAfter }] }).run();
  expect(step).toMatchObject({ red: false, result: 'restored' });
  expect(step.changes).toHaveLength(1);
  expect(step.lines).toContain(
    'Restore of server 12345 (web-1) from snapshot 701 (one): the server is being restored.',
  );
});

test('a lost request is made again after 20 s', async () => {
  const step = await restoring({ faults: [{ when: post, do: resetBefore }] }).run();
  const [first, second, ...more] = step.moments('POST', '/snapshots/701/restore/');
  expect([first, more]).toEqual([0, []]);
  expect(second).toBeGreaterThanOrEqual(20_000);
  expect(second).toBeLessThan(25_000);
});

test('no clear answer to ten requests: red, and what may be going on', async () => {
  const step = await restoring({ faults: [{ when: post, times: 10, do: resetBefore }] }).run();
  expect(step).toMatchObject({ red: true, result: 'failed', error: { title: 'Restore not certain' } });
  expect(step.error?.message).toContain('may have been requested');
  expect(step.changes).toHaveLength(10);
});

test('a refusal of the second request does not say that the first one did nothing', async () => {
  const step = await restoring({
    api: { serverListLagMs: 5 * 60_000 },
    faults: [{ when: post, do: resetAfter }],
  }).run();
  expect(step.api.state.restores).toHaveLength(1);
  expect(step).toMatchObject({ red: true, error: { title: 'Restore not certain' } });
  expect(step.error?.message).not.toContain('was not restored');
  expect(step.error?.message).toContain('may have been requested');
});

test('the deadline cuts the settling short: no second request', async () => {
  const step = await restoring({
    inputs: { timeout_minutes: '0.25' },
    api: { serverListLagMs: 60_000 },
    faults: [{ when: post, do: resetAfter }],
  }).run();
  expect(step).toMatchObject({ red: true, result: 'timed_out', error: { title: 'Restore not certain' } });
  expect(step.changes).toHaveLength(1);
  expect(step.endedAt).toBeLessThanOrEqual(15_000);
});

describe('surely never left', () => {
  test.each(['ECONNREFUSED', 'ENOTFOUND'])('%s: sent again soon', async (code) => {
    let left = 2;
    const step = await restoring({
      network: (method) => (method === 'POST' && left-- > 0 ? code : undefined),
    }).run();
    expect(step).toMatchObject({ red: false, result: 'restored' });
    expect(step.moments('POST', '/snapshots/701/restore/')).toEqual([1_500]);
  });

  test('for long: red, and nothing was changed', async () => {
    const step = await restoring({
      network: (method) => (method === 'POST' ? 'ENOTFOUND' : undefined),
    }).run();
    expect(step).toMatchObject({ red: true, error: { title: 'Restore refused' }, changes: [] });
    expect(step.error?.message).toContain('Nothing was changed.');
  });
});

test.each([400, 403, 404, 409])('%i is told in the API’s words', async (status) => {
  const step = await restoring({ faults: [{ when: post, do: { kind: 'status', status } }] }).run();
  expect(step).toMatchObject({
    red: true,
    result: 'failed',
    endedAt: 0,
    error: { title: 'Restore refused' },
  });
  expect(step.error?.message).toMatch(
    new RegExp(
      `^Server 12345 \\(web-1\\) from snapshot 701 \\(one\\) was not restored\\. VPS\\.org answered ${status} to POST /snapshots/701/restore/: .+\\nNothing was changed\\.`,
    ),
  );
});
