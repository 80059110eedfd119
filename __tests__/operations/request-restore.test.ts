import { describe, expect, test } from 'vitest';
import type { ApiOptions, Effect, Fault } from '../../rehearsal/api/api.ts';
import { minute } from '../../src/limits.ts';
import { marked, own } from '../helpers/marked.ts';
import { rehearsed, server } from '../helpers/rehearsed.ts';

const troubles: [string, (processed: boolean) => Effect][] = [
  ['reset', (processed) => ({ kind: 'reset', processed })],
  ['hang', (processed) => ({ kind: 'hang', processed })],
  ['502 page', (processed) => ({ kind: 'html', processed })],
  ...[500, 503, 408].map((status): [string, (processed: boolean) => Effect] => [
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

test.each([400, 403, 404])(
  'a refusal of the second request (%i) does not say that the first one did nothing',
  async (status) => {
    const step = await restoring({
      api: { serverListLagMs: 60 * 60_000 },
      faults: [
        { when: post, do: resetAfter },
        { when: post, times: 99, do: { kind: 'status', status } },
      ],
    }).run();
    expect(step.api.state.restores).toHaveLength(1);
    expect(step).toMatchObject({ red: true, error: { title: 'Restore not certain' } });
    expect(step.error?.message).not.toContain('was not restored');
    expect(step.error?.message).toContain('may have been requested');
  },
);

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

test.each<[string, Effect]>([
  ['403', { kind: 'status', status: 403 }],
  ['404', { kind: 'status', status: 404 }],
  ['422', { kind: 'status', status: 422 }],
  ['400 about the snapshot', { kind: 'status', status: 400, json: { detail: 'Snapshot is damaged.' } }],
  ['400 about the token', { kind: 'status', status: 400, json: { detail: 'Token expired.' } }],
])('%s is told in the API’s words, at once', async (_, effect) => {
  const step = await restoring({ faults: [{ when: post, do: effect }] }).run();
  expect(step).toMatchObject({
    red: true,
    result: 'failed',
    endedAt: 0,
    error: { title: 'Restore refused' },
  });
  expect(step.error?.message).toMatch(
    /^Server 12345 \(web-1\) from snapshot 701 \(one\) was not restored\. VPS\.org answered \d+ to POST \/snapshots\/701\/restore\/: .+\nNothing was changed\./,
  );
});

describe('not now', () => {
  const busy = (status: number, times: number, headers: Record<string, string> = {}): Fault => ({
    when: post,
    times,
    do: { kind: 'status', status, headers },
  });
  const statuses = [400, 409, 423, 425, 429];
  const asked = '/snapshots/701/restore/';

  test.each(statuses)('%i twice, then accepted', async (status) => {
    const step = await restoring({ faults: [busy(status, 2)] }).run();
    expect(step).toMatchObject({ red: false, result: 'restored', annotations: [] });
    expect(step.api.state.restores).toHaveLength(1);
    const [first, second = 0, third = 0, ...more] = step.moments('POST', asked);
    expect([first, more]).toEqual([0, []]);
    expect(second).toBeGreaterThanOrEqual(25_000);
    expect(third - second).toBeGreaterThanOrEqual(30_000);
  });

  test.each([
    ['10 min of the hour', '60', 10 * minute],
    ['a third of the time left', '15', 5 * minute],
  ])('for ever: red after %s, with the API’s words', async (_, timeout, after) => {
    for (const status of statuses) {
      const step = await restoring({
        inputs: { timeout_minutes: timeout },
        faults: [busy(status, Number.POSITIVE_INFINITY)],
      }).run();
      expect(step).toMatchObject({ red: true, result: 'failed', error: { title: 'Restore refused' } });
      expect(step.error?.message).toMatch(
        new RegExp(
          `answered ${status} to POST .+\\nNothing was changed\\.\\nIt was asked for again for \\d+m`,
        ),
      );
      const last = Math.max(...step.moments('POST', asked));
      expect(last).toBeLessThanOrEqual(after + 1_000);
      expect(step.endedAt).toBeGreaterThan(after - 1.5 * minute);
      expect(step.endedAt - last).toBeLessThan(21_000);
      expect(step.api.state.restores).toEqual([]);
    }
  });

  test('for longer than there is time: red at once, naming status and wait', async () => {
    const step = await restoring({ faults: [busy(429, 99, { 'retry-after': '7200' })] }).run();
    expect(step).toMatchObject({ red: true, endedAt: 0, error: { title: 'Restore refused' } });
    expect(step.error?.message).toMatch(/answered 429 .+\n.+\nThe API asks to wait for 2h/);
  });

  test('what is asked for in between is obeyed', async () => {
    const step = await restoring({ faults: [busy(429, 1, { 'retry-after': '120' })] }).run();
    expect(step).toMatchObject({ red: false, result: 'restored' });
    expect(step.moments('POST', asked)[1]).toBeGreaterThanOrEqual(120_000);
  });

  test('somebody restores it meanwhile: waited for, red, and not asked for again', async () => {
    const step = restoring({ faults: [busy(409, 99)] });
    step.clock.at(40_000, () => step.api.startRestore(server));
    await step.run();
    expect(step).toMatchObject({ red: true, error: { title: 'Restored or repaired by someone else' } });
    expect(step.error?.message).toContain('Nothing was changed.');
    expect(step.endedAt).toBeGreaterThanOrEqual(8 * minute);
    const posts = step.moments('POST', asked);
    expect(Math.max(...posts)).toBeLessThan(45_000);
    expect(step.api.servers()[0]?.status).toBe('active');
  });

  test.each<[string, number, boolean]>([
    ['a standstill of two minutes and more is a repair', 150_000, true],
    ['a shorter one is a reboot, and what was waited for', 60_000, false],
  ])('%s', async (_, standsMs, red) => {
    const step = restoring({
      asked: (method, _path, self) => {
        const now = self.clock.now();
        if (method === 'POST' && now < 30_000 + standsMs)
          self.api.fail({ when: post, do: { kind: 'status', status: 409 } });
      },
    });
    step.clock.at(30_000, () => step.api.setServerStatus(server, 'stopped'));
    step.clock.at(30_000 + standsMs, () => step.api.setServerStatus(server, 'active'));
    await step.run();
    expect([step.red, step.api.state.restores.length]).toEqual([red, red ? 0 : 1]);
    if (red) expect(step.error?.title).toBe('Restored or repaired by someone else');
  });

  test('a newer deploy that began meanwhile forbids it: no second request', async () => {
    const step = rehearsed({ inputs: { mode: 'restore', snapshot_id: '701' }, faults: [busy(409, 1)] });
    step.api.addSnapshot({ server, id: 701, name: 'one', description: marked(own) });
    step.clock.at(10_000, () => void step.api.addSnapshot({ server, id: 702, description: marked() }));
    await step.run();
    expect(step).toMatchObject({ red: true, error: { title: 'A newer deploy would be lost' } });
    expect(step.changes).toHaveLength(1);
    expect(step.api.state.restores).toEqual([]);
  });
});

describe('a lost answer, and no list of servers for a while', () => {
  const blindFor = (ms: number, processed: boolean) =>
    restoring({
      asked: (_method, path, self) => {
        const now = self.clock.now();
        if (path === '/servers/' && now > 0 && now < ms)
          self.api.fail({ when: { path: '/servers/' }, do: { kind: 'status', status: 503 } });
      },
      faults: [{ when: post, do: { kind: 'reset', processed } }],
    });

  test('active first seen when a restore could be over proves nothing: red, and no second request', async () => {
    for (const processed of [true, false]) {
      const step = await blindFor(9 * minute, processed).run();
      expect(step).toMatchObject({ red: true, error: { title: 'Restore not certain' } });
      expect(step.error?.message).toMatch(/no list of servers came for 9m .+ may have been requested/s);
      expect(step.changes).toHaveLength(1);
    }
  });

  test('seen sooner it was not restored: asked for again', async () => {
    const step = await blindFor(3 * minute, false).run();
    expect(step).toMatchObject({ red: false, result: 'restored' });
    expect(step.changes).toHaveLength(2);
  });

  test('restoring when it is seen at last: ours', async () => {
    const step = await blindFor(6 * minute, true).run();
    expect(step).toMatchObject({ red: false, result: 'restored' });
    expect(step.changes).toHaveLength(1);
  });
});

test('somebody else’s restore, after a lost answer that came to nothing, is not taken for ours', async () => {
  const step = restoring({
    inputs: { timeout_minutes: '30' },
    faults: [{ when: post, times: 2, do: resetBefore }],
  });
  step.clock.at(45_000, () => step.api.startRestore(server));
  await step.run();
  expect(step).toMatchObject({ red: true, error: { title: 'Restored or repaired by someone else' } });
  expect(step.api.state.restores.filter(({ snapshot }) => snapshot === 701)).toEqual([]);
});

test('what begins after a look that was late enough to show ours is somebody else’s, however long the interval', async () => {
  const step = restoring({
    inputs: { timeout_minutes: '30', poll_interval_seconds: '46' },
    faults: [{ when: post, times: 2, do: resetBefore }],
  });
  step.clock.at(60_000, () => step.api.startRestore(server));
  await step.run();
  expect(step.red).toBe(true);
  expect(step.api.state.restores.filter(({ snapshot }) => snapshot === 701)).toEqual([]);
});

describe('restoring that shows after a lost answer and a refusal for now', () => {
  const asked = '/snapshots/701/restore/';

  test('within twice the settling time is ours', async () => {
    const step = restoring({
      api: { restoreStartsAfterMs: 35_000 },
      faults: [
        { when: post, do: resetAfter },
        { when: post, times: 99, do: { kind: 'status', status: 409 } },
      ],
    });
    await step.run();
    expect(step).toMatchObject({ red: false, result: 'restored' });
    expect(step.moments('POST', asked)).toHaveLength(2);
    expect(step.api.state.restores).toHaveLength(1);
  });

  test('later is somebody else’s: red, and what may have been requested is told', async () => {
    const step = restoring({
      faults: [
        { when: post, do: resetBefore },
        { when: post, times: 99, do: { kind: 'status', status: 409 } },
      ],
    });
    step.clock.at(55_000, () => step.api.startRestore(server));
    await step.run();
    const looking = Math.max(...step.moments('POST', asked));
    expect(looking).toBeGreaterThan(40_000);
    expect(looking).toBeLessThan(55_000);
    expect(step).toMatchObject({ red: true, error: { title: 'Restored or repaired by someone else' } });
    expect(step.error?.message).toContain('may have been requested');
  });
});

describe('a server that stood still before the first refusal', () => {
  const busy: Fault = { when: post, times: 6, do: { kind: 'status', status: 409 } };
  const stopped = [{ id: server, name: 'web-1', status: 'stopped' }];

  test('is nobody’s repair, however long it stands: asked for again', async () => {
    const step = await restoring({ servers: stopped, faults: [busy] }).run();
    expect(Math.max(...step.moments('POST', '/snapshots/701/restore/'))).toBeGreaterThan(2 * minute);
    expect(step).toMatchObject({ red: false, result: 'restored' });
  });

  test('and ran in between: then the next standstill is a repair', async () => {
    const step = restoring({ servers: stopped, faults: [{ ...busy, times: 99 }] });
    step.clock.at(30_000, () => step.api.setServerStatus(server, 'active'));
    step.clock.at(90_000, () => step.api.setServerStatus(server, 'stopped'));
    await step.run();
    expect(step).toMatchObject({ red: true, error: { title: 'Restored or repaired by someone else' } });
    expect(step.api.state.restores).toEqual([]);
  });
});

describe('what is done to another server says nothing', () => {
  const servers = [
    { id: 7, name: 'db-1' },
    { id: server, name: 'web-1' },
  ];
  const busy: Fault = { when: post, times: 4, do: { kind: 'status', status: 409 } };

  test.each<[string, (step: ReturnType<typeof restoring>) => void]>([
    ['restored by somebody', ({ api }) => api.startRestore(7)],
    ['stood still by somebody', ({ api }) => api.setServerStatus(7, 'stopped')],
  ])('while ours is refused for now it is %s: asked for again', async (_, act) => {
    const step = restoring({ servers, faults: [busy] });
    step.clock.at(10_000, () => act(step));
    await step.run();
    expect(step).toMatchObject({ red: false, result: 'restored' });
    expect(step.api.state.restores.filter(({ snapshot }) => snapshot === 701)).toHaveLength(1);
  });

  test('restoring after a lost answer that came to nothing: asked for again', async () => {
    const step = restoring({ servers, faults: [{ when: post, do: resetBefore }] });
    step.clock.at(5_000, () => step.api.startRestore(7));
    await step.run();
    expect(step).toMatchObject({ red: false, result: 'restored' });
    expect(step.moments('POST', '/snapshots/701/restore/')).toHaveLength(2);
  });

  test('somebody’s restore of ours is waited for, and not longer for that of another one', async () => {
    const step = restoring({
      servers,
      api: { restoreMs: (id) => (id === 7 ? 40 : 6) * minute },
      faults: [{ ...busy, times: 99 }],
    });
    step.clock.at(10_000, () => step.api.startRestore(7));
    step.clock.at(12_000, () => step.api.startRestore(server));
    await step.run();
    expect(step).toMatchObject({ red: true, error: { title: 'Restored or repaired by someone else' } });
    expect(step.error?.message).toMatch(
      /Before the restore of server 12345 \(web-1\) from snapshot 701 \(one\) .*[\s\S]*Look at the server at VPS\.org before/,
    );
    expect(step.endedAt).toBeGreaterThan(6 * minute);
    expect(step.endedAt).toBeLessThan(9 * minute);
  });
});

test.each<[string, Parameters<typeof restoring>[0], RegExp]>([
  [
    'the time was over',
    { inputs: { timeout_minutes: '0.25' }, faults: [{ when: post, do: resetAfter }] },
    /was lost, and the time set by timeout_minutes was over .*[\s\S]*Look at the server .* and raise timeout_minutes\.$/,
  ],
  [
    'a second request was refused',
    {
      api: { serverListLagMs: 60 * minute },
      faults: [
        { when: post, do: resetAfter },
        { when: post, times: 99, do: { kind: 'status', status: 403 } },
      ],
    },
    /No clear answer to the request to restore .*[\s\S]*Look at the server at VPS\.org before anything else/,
  ],
])('what is not certain says what to look at: %s', async (_, setting, words) => {
  const api = { serverListLagMs: 60 * minute };
  const step = await restoring({ ...setting, api }).run();
  expect(step).toMatchObject({ red: true, error: { title: 'Restore not certain' } });
  expect(step.error?.message).toMatch(words);
});
