import { describe, expect, test } from 'vitest';
import { type Rehearsal, rehearsed, server } from '../helpers/rehearsed.ts';

const create = { server_id: '12345' };
const restore = { mode: 'restore', snapshot_id: '701' };

/** What every step owes its user after a signal. */
function expectCancelled(step: Rehearsal) {
  expect(step).toMatchObject({ red: true, result: 'cancelled', error: { title: 'Cancelled' } });
  expect(step.error?.message).toContain('The runner stopped this step (SIGTERM).');
  expect(step.endedAt - (step.signalledAt ?? Number.NaN)).toBeLessThanOrEqual(2_000);
  expect(step.summary).toContain('cancelled');
}

/** A signal as soon as such a request is on its way. */
function signalledAt(method: string, path: string, after = 0) {
  let passes = after;
  return (actualMethod: string, actualPath: string, step: Rehearsal) => {
    if (actualMethod === method && actualPath === path && passes-- === 0) step.signal();
  };
}

function withSnapshot(setting: Parameters<typeof rehearsed>[0]) {
  const step = rehearsed(setting);
  step.api.addSnapshot({ server, id: 701, name: 'one' });
  return step;
}

describe('while looking', () => {
  test.each([
    ['create', create, '/servers/'],
    ['create', create, '/snapshots/'],
    ['restore', restore, '/servers/'],
    ['delete', { mode: 'delete', snapshot_id: '701' }, '/snapshots/'],
    ['wait', { mode: 'wait', snapshot_id: '701' }, '/snapshots/'],
    ['list', { mode: 'list' }, '/snapshots/'],
  ])('mode: %s (%j), at GET %s', async (_, inputs, path) => {
    const step = await withSnapshot({
      inputs,
      asked: signalledAt('GET', path),
      faults: [{ when: { path }, do: { kind: 'hang', processed: true } }],
    }).run();
    expectCancelled(step);
    expect(step.endedAt).toBe(0);
    expect(step.changes).toEqual([]);
    expect(step.error?.message).toContain('Nothing was changed.');
  });

  test('while pausing between two tries', async () => {
    const step = rehearsed({ inputs: create, faults: [{ when: {}, times: 99, do: { kind: 'html' } }] });
    step.clock.at(30_000, () => step.signal());
    expectCancelled(await step.run());
  });

  test('while a server is being restored', async () => {
    const step = rehearsed({ inputs: create });
    step.api.startRestore(server);
    step.clock.at(90_000, () => step.signal());
    expectCancelled(await step.run());
    expect(step.endedAt).toBe(90_000);
    expect(step.changes).toEqual([]);
  });
});

describe('while a create is on its way', () => {
  test('the answer comes within 1.5 s: its id is in the outputs', async () => {
    const step = await rehearsed({
      inputs: create,
      asked: signalledAt('POST', '/snapshots/'),
      faults: [{ when: { method: 'POST' }, do: { kind: 'hold', ms: 1_400 } }],
    }).run();
    expectCancelled(step);
    expect(step.endedAt).toBe(1_400);
    expect(step.outputs.snapshot_id).toBe('801');
    expect(step.error?.message).toMatch(
      /\nSnapshot 801 \(gha-.+\) of server 12345 \(web-1\) was requested\.\n/,
    );
  });

  test('the answer comes later: the doubt is told', async () => {
    const step = await rehearsed({
      inputs: create,
      asked: signalledAt('POST', '/snapshots/'),
      faults: [{ when: { method: 'POST' }, do: { kind: 'hold', ms: 1_600 } }],
    }).run();
    expectCancelled(step);
    expect(step.endedAt).toBe(1_500);
    expect(step.outputs.snapshot_id).toBe('');
    expect(step.error?.message).toContain(
      '\nA snapshot of server 12345 (web-1) may have been requested. Its name is gha-shop-4711-1-e38068.\n',
    );
    expect(step.snapshots).toMatchObject([{ server_id: server, result: 'cancelled' }]);
  });

  test('and it is not waited for: cancelled all the same, for what follows relies on it', async () => {
    const step = await rehearsed({
      inputs: { ...create, wait: 'false' },
      asked: signalledAt('POST', '/snapshots/'),
      faults: [{ when: { method: 'POST' }, do: { kind: 'hold', ms: 1_000 } }],
    }).run();
    expect(step).toMatchObject({ red: true, result: 'cancelled', endedAt: 1_000 });
    expect(JSON.parse(step.saved.at(-1) ?? '')).toMatchObject({ succeeded: false });
    expect(step.outputs.snapshot_id).toBe('801');
  });

  test('of many servers those in the queue are not sent any more', async () => {
    const servers = Array.from({ length: 20 }, (_, n) => ({ id: n + 1 }));
    const step = await rehearsed({
      servers,
      inputs: { server_id: servers.map(({ id }) => id).join() },
      asked: signalledAt('POST', '/snapshots/', 7),
      faults: [{ when: { method: 'POST' }, times: 20, do: { kind: 'hold', ms: 1_000 } }],
    }).run();
    expect(step).toMatchObject({ red: true, result: 'cancelled' });
    expect(step.endedAt - (step.signalledAt ?? Number.NaN)).toBeLessThanOrEqual(2_000);
    expect(step.changes).toHaveLength(8);
    expect(step.outputs.snapshot_id).toBe('801,802,803,804,805,806,807,808');
    expect(step.error?.message.match(/was requested\./g)).toHaveLength(8);
  });

  test('before it could leave', async () => {
    const step = rehearsed({
      inputs: create,
      network: (method) => (method === 'POST' ? 'ECONNREFUSED' : undefined),
    });
    step.clock.at(5_000, () => step.signal());
    expectCancelled(await step.run());
    expect(step.error?.message).toContain('Nothing was changed.');
  });

  test('while its lost answer is looked for', async () => {
    const step = rehearsed({
      inputs: create,
      faults: [{ when: { method: 'POST' }, do: { kind: 'reset', processed: false } }],
    });
    step.clock.at(5_000, () => step.signal());
    expectCancelled(await step.run());
    expect(step.endedAt).toBe(5_000);
    expect(step.error?.message).toContain('may have been requested');
  });
});

describe('while waiting', () => {
  test.each([1_000, 100_000, 299_000])('for a snapshot, after %i ms', async (at) => {
    const step = rehearsed({ inputs: create });
    step.clock.at(at, () => step.signal());
    expectCancelled(await step.run());
    expect(step.endedAt).toBe(at);
    expect(step.outputs).toMatchObject({ snapshot_id: '801', status: 'in_progress' });
    expect(step.error?.message).toMatch(
      /Snapshot 801 .+ was requested\.\nWhat was requested goes on at VPS\.org\. mode: list/,
    );
  });

  test('for a look that hangs', async () => {
    const step = rehearsed({
      inputs: create,
      faults: [{ when: { method: 'GET' }, after: 3, times: 99, do: { kind: 'hang', processed: true } }],
    });
    step.clock.at(20_000, () => step.signal());
    expectCancelled(await step.run());
    expect(step.endedAt).toBe(20_000);
  });

  test('for a restore', async () => {
    const step = withSnapshot({ inputs: restore });
    step.clock.at(60_000, () => step.signal());
    expectCancelled(await step.run());
    expect(step.outputs.snapshot_id).toBe('701');
    expect(step.error?.message).toContain(
      'The restore of server 12345 (web-1) from snapshot 701 (one) was requested.',
    );
    expect(step.snapshots).toMatchObject([{ result: 'cancelled' }]);
  });

  test('for ready_url', async () => {
    const step = withSnapshot({ inputs: { ...restore, ready_url: 'https://shop.example/' } });
    step.clock.at(10 * 60_000, () => step.signal());
    expectCancelled(await step.run());
    expect(step.endedAt).toBe(10 * 60_000);
  });

  test('for ready_url as the only proof', async () => {
    const step = withSnapshot({
      inputs: { ...restore, ready_url: 'https://shop.example/' },
      api: { serversForbidden: true },
    });
    step.clock.at(60_000, () => step.signal());
    expectCancelled(await step.run());
  });

  test('with mode: wait', async () => {
    const step = rehearsed({ inputs: { mode: 'wait', snapshot_id: '999' } });
    step.clock.at(60_000, () => step.signal());
    expectCancelled(await step.run());
    expect(step.error?.message).toContain('Nothing was changed.');
  });
});

describe('while a restore is on its way', () => {
  test.each([
    [1_400, 'The restore of server 12345 (web-1) from snapshot 701 (one) was requested.'],
    [1_600, 'The restore of server 12345 (web-1) from snapshot 701 (one) may have been requested.'],
  ])('the answer takes %i ms', async (ms, told) => {
    const step = await withSnapshot({
      inputs: restore,
      asked: signalledAt('POST', '/snapshots/701/restore/'),
      faults: [{ when: { method: 'POST' }, do: { kind: 'hold', ms } }],
    }).run();
    expectCancelled(step);
    expect(step.error?.message).toContain(told);
  });
});

describe('while a deletion is on its way', () => {
  test('the doubt is told', async () => {
    const step = await withSnapshot({
      inputs: { mode: 'delete', snapshot_id: '701' },
      asked: signalledAt('DELETE', '/snapshots/701/'),
      faults: [{ when: { method: 'DELETE' }, do: { kind: 'hang', processed: true } }],
    }).run();
    expectCancelled(step);
    expect(step.error?.message).toContain(
      'The deletion of snapshot 701 (one) of server 12345 (web-1) was requested.',
    );
    expect(step.snapshots).toMatchObject([{ result: 'cancelled' }]);
  });

  test('of a snapshot too many', async () => {
    const step = await rehearsed({
      inputs: create,
      api: { snapshotListLagMs: 30_000 },
      asked: signalledAt('DELETE', '/snapshots/802/'),
      faults: [
        { when: { method: 'POST' }, do: { kind: 'reset', processed: true } },
        { when: { method: 'DELETE' }, do: { kind: 'hang', processed: true } },
      ],
    }).run();
    expectCancelled(step);
    expect(step.error?.message).toMatch(/The deletion of snapshot 802 .+ was requested\./);
  });
});

test('before the first request', async () => {
  const step = rehearsed({ inputs: create });
  step.signal();
  expectCancelled(await step.run());
  expect(step.ledger).toEqual([]);
});
