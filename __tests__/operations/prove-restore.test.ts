import { describe, expect, test } from 'vitest';
import { type ApiOptions, uuidOf } from '../../rehearsal/api/api.ts';
import { minute } from '../../src/limits.ts';
import { type Rehearsal, rehearsed, server } from '../helpers/rehearsed.ts';
import { startOf } from '../helpers/standstills.ts';

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

function expectUnconfirmed(step: Rehearsal, why: RegExp | string) {
  expect(step).toMatchObject({ red: true, result: 'failed' });
  expect(step.error?.title).toBe('Restore accepted, not confirmed');
  expect(step.error?.message).toMatch(why);
  expect(step.error?.message).toMatch(
    /\nThe restore of server 12345 \(web-1\) from snapshot 701 \(one\) was requested\.\nWhether it was restored is not known\. Look at it at VPS\.org before you rely on it, and before you restore it again\.$/,
  );
  expect(step.outputs.snapshot_id).toBe('701');
}

describe('by the server list', () => {
  test('restoring was seen, then active', async () => {
    const step = await restoring().run();
    expect(step).toMatchObject({ red: false, result: 'restored', annotations: [] });
    expect(step.endedAt).toBeGreaterThanOrEqual(8 * minute);
    expect(step.endedAt).toBeLessThan(8.3 * minute);
    expect(step.lines).toEqual(
      expect.arrayContaining([
        'Restore of server 12345 (web-1) from snapshot 701 (one): accepted.',
        'Server 12345 (web-1) is restoring.',
        'Server 12345 (web-1) is active again, restored from snapshot 701 (one).',
        expect.stringMatching(/^\[█+░+\] Server 12345 \(web-1\) is restoring: .+usually 5–15 min/),
      ]),
    );
    const [restored] = step.snapshots;
    expect(restored).toMatchObject({ server_id: server, snapshot_id: 701, result: 'restored', remark: null });
    expect(restored.duration_seconds).toBeGreaterThanOrEqual(480);
  });

  test.each<[string, ApiOptions]>([
    ['begins late', { restoreStartsAfterMs: 40_000 }],
    ['the list lags', { serverListLagMs: 40_000 }],
    ['both', { restoreStartsAfterMs: 90_000, serverListLagMs: 90_000 }],
    ['begins at the last moment', { restoreStartsAfterMs: 4.5 * minute }],
  ])('active is not believed before restoring was seen: %s', async (_, api) => {
    const step = await restoring({}, { api }).run();
    expect(step).toMatchObject({ red: false, result: 'restored' });
    const late = (api.restoreStartsAfterMs ?? 0) + (api.serverListLagMs ?? 0);
    expect(step.endedAt).toBeGreaterThanOrEqual(8 * minute + late);
    expect(step.lines).toContain('Server 12345 (web-1) is active.');
  });

  test('a restore of seconds is seen by the early looks, and believed when two agree', async () => {
    const step = await restoring({}, { api: { restoreMs: 3_000 } }).run();
    expect(step).toMatchObject({ red: false, result: 'restored', endedAt: 10_000 });
    expect(step.moments('GET', '/servers/')).toEqual([0, 500, 2_000, 5_000, 10_000]);
  });

  test('never seen restoring: accepted, not confirmed, after five minutes', async () => {
    const step = await restoring({}, { api: { restoreMs: 100 } }).run();
    expectUnconfirmed(
      step,
      /^Server 12345 \(web-1\): .+ not confirmed, for it was not seen restoring within 5m/,
    );
    expect(step.endedAt).toBeGreaterThanOrEqual(5 * minute);
    expect(step.endedAt).toBeLessThan(5.2 * minute);
  });

  test('never seen restoring: an interval makes the five minutes no shorter', async () => {
    const step = await restoring({ poll_interval_seconds: '3' }, { api: { restoreMs: 100 } }).run();
    expectUnconfirmed(step, 'not seen restoring within 5m 00s');
    expect(step.endedAt).toBe(5 * minute);
  });

  const standing = [{ id: server, name: 'web-1', status: 'stopped' }, ...servers.slice(1)];

  test.each(['stopped', 'off', 'shutoff'])(
    '%s afterwards as before: left so, with a warning that it must be started',
    async (word) => {
      const step = await restoring(
        {},
        { servers: standing, api: { form: 'both', afterRestore: word } },
      ).run();
      expect(step.changes).toEqual(['POST /snapshots/701/restore/']);
      expect(step).toMatchObject({ red: false, result: 'restored' });
      expect(step.annotations).toEqual([
        {
          level: 'warning',
          title: 'Server stopped',
          message: `Server 12345 (web-1) is restored, but ${word}: start it by hand at VPS.org.`,
        },
      ]);
      expect(step.snapshots[0].remark).toContain('start it by hand');
    },
  );

  test('stopped afterwards as before, and ready_url: red, for nothing will answer', async () => {
    const step = await restoring(
      { ready_url: url },
      { servers: standing, api: { afterRestore: 'stopped' } },
    ).run();
    expect(step).toMatchObject({ red: true, result: 'failed', error: { title: 'Server stopped' } });
    expect(step.error?.message).toMatch(
      /start it by hand at VPS\.org\.\nThe restore .+ was requested\.\nready_url cannot answer/,
    );
  });

  test.each(['client', 'both'] as const)(
    'stopped afterwards, and it ran before: started, once, %s',
    async (form) => {
      const inputs = { snapshot_id: form === 'client' ? uuidOf(701) : '701' };
      const step = await restoring(inputs, { api: { form, afterRestore: 'stopped' } }).run();
      expect(step).toMatchObject({ red: false, result: 'restored', annotations: [] });
      const { powerActions, restores } = step.api.state;
      expect(powerActions).toMatchObject([{ server, action: 'start' }]);
      expect((powerActions[0]?.at ?? 0) - (restores[0]?.at ?? 0)).toBeGreaterThanOrEqual(
        8 * minute + 3 * minute,
      );
      expect(step.api.servers()[0]?.status).toBe('active');
    },
  );

  test('stopped soon afterwards: started when five minutes have passed since the request', async () => {
    const api = { form: 'both', restoreMs: 30_000, afterRestore: 'stopped' } as const;
    const step = await restoring({}, { api }).run();
    expect(step).toMatchObject({ red: false, result: 'restored' });
    const [start] = step.moments('POST', `/servers/${uuidOf(server)}/power/`);
    expect(start).toBeGreaterThanOrEqual(5 * minute);
    expect(start).toBeLessThan(5.3 * minute);
  });

  test.each<[string, ApiOptions, RegExp]>([
    ['not offered', { power: 'absent' }, /answered 404/],
    ['not permitted', { power: 'refused' }, /answered 403/],
  ])('stopped afterwards, and a start is %s: a warning with the way by hand', async (_, api, words) => {
    const step = await restoring({}, { api: { form: 'both', afterRestore: 'stopped', ...api } }).run();
    expect(step).toMatchObject({ red: false, result: 'restored', warnings: [{ title: 'Server stopped' }] });
    expect(step.warnings[0]?.message).toMatch(words);
    expect(step.warnings[0]?.message).toMatch(startOf(server));
    expect(step.snapshots[0].remark).toContain('start it by hand');
  });

  test('never seen restoring, and stopped: nothing is started', async () => {
    const api: ApiOptions = { form: 'both', restoreStages: [{ status: 'stopped', ms: 30 * minute }] };
    const step = await restoring({}, { api }).run();
    expect(step).toMatchObject({ red: true, error: { title: 'Restore accepted, not confirmed' } });
    expect(step.api.state.powerActions).toEqual([]);
  });

  test('never seen restoring, and stopped for longer than a reboot takes: restored, by that alone', async () => {
    const api: ApiOptions = { restoreStages: [{ status: 'stopped', ms: 6 * minute }] };
    const step = await restoring({}, { api }).run();
    expect(step).toMatchObject({ red: false, result: 'restored' });
    expect(step.endedAt).toBeGreaterThanOrEqual(6 * minute);
  });

  test('never seen restoring, and stopped for less: a reboot proves nothing', async () => {
    const api: ApiOptions = { restoreStages: [{ status: 'stopped', ms: minute }] };
    const step = await restoring({}, { api }).run();
    expectUnconfirmed(step, 'not seen restoring within 5m');
  });

  test('never seen restoring, and stopped for twenty minutes: red, with the way by hand', async () => {
    const api: ApiOptions = { restoreStages: [{ status: 'stopped', ms: 30 * minute }] };
    const step = await restoring({}, { api }).run();
    expect(step).toMatchObject({ red: true, error: { title: 'Restore accepted, not confirmed' } });
    expect(step.error?.message).toMatch(/it is stopped for 20m \d\ds and was never seen restoring\./);
    expect(step.error?.message).toMatch(startOf(server));
    expect(step.endedAt).toBeGreaterThanOrEqual(20 * minute);
    expect(step.endedAt).toBeLessThan(21 * minute);
  });

  test('one look that shows it running again does not end a restore', async () => {
    const step = restoring();
    const stale = () => ({ results: [{ id: server, name: 'web-1', status: 'active' }] });
    step.clock.at(4 * minute, () =>
      step.api.fail({ when: { path: '/servers/' }, do: { kind: 'echo', of: stale } }),
    );
    await step.run();
    expect(step).toMatchObject({ red: false, result: 'restored' });
    expect(step.endedAt).toBeGreaterThanOrEqual(8 * minute);
  });

  test('a word that nobody documented at the deadline: the word, and not that it goes on', async () => {
    const step = await restoring({ timeout_minutes: '20' }, { api: { afterRestore: 'rebooting' } }).run();
    expect(step).toMatchObject({ red: true, result: 'timed_out' });
    expect(step.error?.message).toMatch(/its status is rebooting\..+look at the server at VPS\.org/s);
    expect(step.error?.message).not.toContain('goes on');
  });

  test('another address afterwards is named, old and new', async () => {
    const step = restoring(
      {},
      { servers: [{ id: server, name: 'web-1', ip_address: '203.0.113.10' }, ...servers.slice(1)] },
    );
    const moved = (json: unknown) => JSON.parse(JSON.stringify(json).replace('203.0.113.10', '203.0.113.99'));
    step.clock.at(5 * minute, () =>
      step.api.fail({ when: { path: '/servers/' }, times: 999, do: { kind: 'echo', of: moved } }),
    );
    await step.run();
    expect(step).toMatchObject({ red: false, result: 'restored', warnings: [{ title: 'Address changed' }] });
    expect(step.warnings[0]?.message).toContain('203.0.113.99 instead of 203.0.113.10');
  });

  test('stopped only for a moment', async () => {
    const step = restoring({ poll_interval_seconds: '10' }, { api: { afterRestore: 'stopped' } });
    step.clock.at(8 * minute + 15_000, () => step.api.setServerStatus(server, 'active'));
    await step.run();
    expect(step).toMatchObject({ red: false, result: 'restored', annotations: [] });
  });

  test('words that are not documented are waited out, and told once', async () => {
    const step = restoring({}, { api: { afterRestore: 'rebooting' } });
    step.clock.at(12 * minute, () => step.api.setServerStatus(server, 'active'));
    await step.run();
    expect(step).toMatchObject({ red: false, result: 'restored' });
    expect(step.endedAt).toBeGreaterThanOrEqual(12 * minute);
    expect(step.lines.filter((line) => line.includes('rebooting'))).toContain(
      'Server 12345 (web-1) is "rebooting", which is not documented. Waiting on.',
    );
  });

  test('a server that is missing from the list for a while is waited for', async () => {
    const step = await restoring(
      {},
      {
        faults: [
          {
            when: { path: '/servers/' },
            ...{ after: 4, times: 2 },
            do: { kind: 'echo', of: () => ({ results: [] }) },
          },
        ],
      },
    ).run();
    expect(step).toMatchObject({ red: false, result: 'restored' });
    expect(step.lines).toContain('Server 12345 (web-1) is not in the list.');
  });

  test.each(['failed', 'error'])('%s afterwards: red, and the way to try again', async (word) => {
    const step = await restoring({}, { api: { afterRestore: word } }).run();
    expect(step).toMatchObject({ red: true, result: 'failed', error: { title: 'Restore failed' } });
    expect(step.error?.message).toBe(
      [
        `Server 12345 (web-1) is "${word}" after the restore.`,
        'The restore of server 12345 (web-1) from snapshot 701 (one) was requested.',
        'Look at the server at VPS.org. The snapshot is still there: mode: restore with snapshot_id: 701 tries again.',
      ].join('\n'),
    );
    expect(step.snapshots[0]).toMatchObject({ result: 'failed', remark: expect.stringContaining(word) });
  });

  test('a word of failure from before the restore does not count', async () => {
    const step = restoring({}, { api: { serverListLagMs: 30_000 } });
    step.api.setServerStatus(server, 'error');
    await step.run();
    expect(step).toMatchObject({ red: false, result: 'restored' });
  });

  test('not done in time', async () => {
    const step = await restoring({ timeout_minutes: '7' }).run();
    expect(step).toMatchObject({
      red: true,
      result: 'timed_out',
      error: { title: 'Restore not done in time' },
    });
    expect(step.error?.message).toMatch(
      /^Server 12345 \(web-1\) was not back after 6m 59s; its status is restoring\.\nThe restore .+ was requested\.\nThe restore goes on/,
    );
    expect(step.endedAt).toBeLessThanOrEqual(7 * minute);
  });

  test('no time for a single look', async () => {
    const step = await restoring(
      { timeout_minutes: '0.5' },
      {
        faults: [
          { when: { path: '/servers/' }, after: 1, times: 99, do: { kind: 'reset', processed: true } },
        ],
      },
    ).run();
    expect(step).toMatchObject({ red: true, result: 'timed_out' });
    expect(step.error?.message).toContain('its status is unknown.');
  });

  test('need not be waited for', async () => {
    const step = await restoring({ wait: 'false', ready_url: url }).run();
    expect(step).toMatchObject({ red: false, result: 'requested', endedAt: 0, annotations: [] });
    expect(step.outputs.snapshot_id).toBe('701');
  });

  test('401 ends the proof at once', async () => {
    const step = await restoring(
      {},
      { faults: [{ when: { path: '/servers/' }, after: 2, do: { kind: 'status', status: 401 } }] },
    ).run();
    expect(step).toMatchObject({
      red: true,
      result: 'failed',
      error: { title: 'Restore accepted, not confirmed' },
      endedAt: 2_000,
      snapshots: [{ result: 'failed' }],
    });
    expect(step.error?.message).toContain('VPS.org answered 401 to GET /servers/');
    expect(step.error?.message).toContain('was requested.');
  });
});

describe('several servers', () => {
  test('one list serves all of them', async () => {
    const step = await restoring({ snapshot_id: '701,702,703' }).run();
    expect(step).toMatchObject({ red: false, result: 'restored' });
    const looks = step.moments('GET', '/servers/');
    expect(new Set(looks).size).toBeGreaterThanOrEqual(looks.length - 2);
  });

  test('one is refused, the others go on', async () => {
    const step = await restoring(
      { snapshot_id: '701,702,703' },
      {
        faults: [{ when: { path: '/snapshots/702/restore/' }, do: { kind: 'status', status: 404 } }],
      },
    ).run();
    expect(step).toMatchObject({ red: true, result: 'failed', error: { title: 'Restore refused' } });
    expect(step.snapshots.map(({ result }) => result)).toEqual(['restored', 'failed', 'restored']);
    expect(step.error?.message).toMatch(
      /^Server 2 \(db-1\) from snapshot 702 \(two\) was not restored\. VPS\.org answered 404 .+\nServer 12345 .+ was restored from .+\nServer 3 .+ was restored from /,
    );
    expect(step.endedAt).toBeGreaterThanOrEqual(8 * minute);
  });

  test('each fails in its own way', async () => {
    const step = restoring(
      { snapshot_id: '701,702,703', timeout_minutes: '9' },
      { api: { restoreMs: (id) => (id === 2 ? 20 * minute : 8 * minute) } },
    );
    step.clock.at(3 * minute, () => step.api.setServerStatus(3, 'failed'));
    await step.run();
    expect(step.snapshots.map(({ result }) => result)).toEqual(['restored', 'timed_out', 'failed']);
    expect(step).toMatchObject({ red: true, result: 'failed', error: { title: '2 of 3 failed' } });
  });

  test('all of them late: timed out', async () => {
    const step = await restoring({ snapshot_id: '701,702', timeout_minutes: '5' }).run();
    expect(step).toMatchObject({ red: true, result: 'timed_out', error: { title: '2 of 2 failed' } });
  });
});

describe('servers that may not be listed', () => {
  const api: ApiOptions = { serversForbidden: true };

  test('without ready_url: red, not confirmed', async () => {
    const step = await restoring({}, { api }).run();
    expectUnconfirmed(step, /the token may not list servers, and there is no ready_url\./);
    expect(step.notices).toEqual([
      {
        level: 'notice',
        title: 'Servers not visible',
        message: 'The token may not list servers, so the restore cannot be confirmed without ready_url.',
      },
    ]);
    expect(step.changes).toEqual(['POST /snapshots/701/restore/']);
  });

  test('without ready_url and without a wait: requested', async () => {
    const step = await restoring({ wait: 'false' }, { api }).run();
    expect(step).toMatchObject({ red: false, result: 'requested' });
  });

  test('ready_url must fail once and then answer three times in a row', async () => {
    const pattern = [true, true, true, true, false, true, true, false, true, true, true];
    let probes = 0;
    const step = await restoring({ ready_url: url }, { api, probe: () => pattern[probes++] ?? true }).run();
    expect(step).toMatchObject({ red: false, result: 'restored' });
    expect(probes).toBe(pattern.length);
    expect(step.notices[0]?.message).toContain('ready_url will have to prove the restore');
  });

  test('ready_url that never fails proves nothing', async () => {
    const step = await restoring({ ready_url: url, timeout_minutes: '10' }, { api, probe: () => true }).run();
    expectUnconfirmed(step, 'did not fail and then answer steadily in the time allowed');
    expect(step.endedAt).toBeLessThanOrEqual(10 * minute);
  });

  test('one ready_url proves no two restores', async () => {
    const step = await restoring(
      { ready_url: url, snapshot_id: '701,702' },
      { api, probe: () => true },
    ).run();
    expect(step).toMatchObject({ red: true, result: 'failed', error: { title: '2 of 2 failed' } });
    expect(step.error?.message).toContain('one ready_url cannot prove several restores');
    expect(step.api.state.restores).toHaveLength(2);
  });

  test('one ready_url proves the one server of a name', async () => {
    let probes = 0;
    const step = await restoring(
      { ready_url: url, snapshot_id: '', name: 'one', server_id: '12345' },
      { api, probe: () => probes++ > 0 },
    ).run();
    expect(step).toMatchObject({ red: false, result: 'restored' });
  });

  test('a lost answer cannot be settled: red, and no second request', async () => {
    const step = await restoring(
      { ready_url: url },
      { api, faults: [{ when: { method: 'POST' }, do: { kind: 'reset', processed: true } }] },
    ).run();
    expect(step).toMatchObject({ red: true, result: 'failed', error: { title: 'Restore not certain' } });
    expect(step.error?.message).toMatch(
      /^No clear answer to the request to restore server 12345 .+\nThe restore of server 12345 .+ may have been requested\.\nLook at the server at VPS\.org before anything else is done to it\./,
    );
    expect(step.changes).toHaveLength(1);
  });
});

describe('the address after a restore', () => {
  const changed = async (before: string, after: string) => {
    const step = rehearsed({
      servers: [{ id: server, name: 'web-1', ip_address: before }],
      api: { addressAfterRestore: after },
      inputs: { mode: 'restore', snapshot_id: '701' },
    });
    step.api.addSnapshot({ server, id: 701 });
    await step.run();
    expect(step).toMatchObject({ red: false, result: 'restored' });
    return step.warnings.filter(({ title }) => title === 'Address changed').map(({ message }) => message);
  };

  test('that is another one is told, old and new', async () => {
    expect(await changed('203.0.113.10', '203.0.113.99')).toEqual([
      'Server 12345 (web-1) has another address after the restore: 203.0.113.99 instead of 203.0.113.10.',
    ]);
  });

  test('that is the same, or that nobody had seen before, is not', async () => {
    expect(await changed('203.0.113.10', '203.0.113.10')).toEqual([]);
    expect(await changed('', '203.0.113.99')).toEqual([]);
  });
});
