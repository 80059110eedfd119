import { describe, expect, test } from 'vitest';
import type { Effect, Fault } from '../../rehearsal/api/api.ts';
import { idsOf } from '../helpers/guarded.ts';
import { ids } from '../helpers/ids.ts';
import { type Rehearsal, rehearsed, server } from '../helpers/rehearsed.ts';

/** Every way in which the answer to a POST can be lost. */
const troubles: [string, (processed: boolean) => Effect][] = [
  ['reset', (processed) => ({ kind: 'reset', processed })],
  ['hang', (processed) => ({ kind: 'hang', processed })],
  ['502 page', (processed) => ({ kind: 'html', processed })],
  ['cut JSON', (processed) => ({ kind: 'cutJson', processed })],
  ...[500, 503, 429, 408].map((status): [string, (processed: boolean) => Effect] => [
    String(status),
    (processed) => ({ kind: 'status', status, processed }),
  ]),
];

const lost = (effect: Effect, times = 1): Fault => ({ when: { method: 'POST' }, times, do: effect });
const resetAfter: Effect = { kind: 'reset', processed: true };
const resetBefore: Effect = { kind: 'reset', processed: false };

interface Case {
  trouble: string;
  effect: Effect;
  processed: boolean;
  lag: number;
  named: boolean;
  keeps: boolean;
  interval: number | undefined;
}

const cases: Case[] = troubles.flatMap(([trouble, effect]) =>
  [true, false].flatMap((processed) =>
    [0, 5, 30].flatMap((lag) =>
      [true, false].flatMap((named) =>
        [true, false].flatMap((keeps) =>
          [undefined, 1].map((interval) => ({
            ...{ trouble, effect: effect(processed), processed, lag, named, keeps, interval },
          })),
        ),
      ),
    ),
  ),
);

function unclear({ effect, lag, named, keeps, interval }: Case, inputs: Record<string, string> = {}) {
  return rehearsed({
    inputs: {
      server_id: String(server),
      ...(named && { name: 'mine' }),
      ...(interval && { poll_interval_seconds: String(interval) }),
      ...inputs,
    },
    api: { snapshotListLagMs: lag * 1000, keepDescriptions: keeps },
    faults: [lost(effect)],
  });
}

function unmentioned(step: Rehearsal): number[] {
  const told = [step.outputs.snapshot_id, ...step.annotations.map(({ message }) => message)].join('\n');
  return idsOf(step).filter((id) => !told.includes(String(id)));
}

describe('one answer is lost', () => {
  const recognisable = cases.filter(({ named, keeps }) => keeps || !named);
  const anonymous = cases.filter(({ named, keeps }) => named && !keeps);

  test.each(recognisable)(
    '$trouble, processed $processed, lag $lag s, named $named, description kept $keeps, interval $interval: one snapshot, and its id',
    async (one) => {
      const step = await unclear(one).run();
      expect(step).toMatchObject({ red: false, result: 'created' });
      expect(step.api.snapshots()).toMatchObject([{ id: 801, status: 'completed' }]);
      expect(step.outputs.snapshot_id).toBe('801');
      expect(step.rollback).toEqual(ids(801));
    },
  );

  test.each(anonymous)(
    '$trouble, processed $processed, lag $lag s, interval $interval, a name that anybody may use and no description: none unnoticed',
    async (one) => {
      const step = await unclear(one).run();
      const { trouble, processed, lag, interval } = one;
      const looksUntil = (trouble === 'hang' ? 30 : 0) + (interval === undefined ? 20 : 10 * interval);
      expect(step.red).toBe(processed && lag <= looksUntil);
      if (step.red) {
        expect(step.error).toMatchObject({ title: 'Snapshot not certain' });
        expect(step.error?.message).toContain('Snapshot 801 (mine) appeared meanwhile');
        expect(step.error?.message).toContain('may have been requested');
        expect(step.changes).toEqual(['POST /snapshots/']);
        return;
      }
      expect(step.outputs.snapshot_id).toBe(processed ? '802' : '801');
      expect(idsOf(step)).toHaveLength(processed ? 2 : 1);
      expect(step.warnings).toMatchObject([
        { title: 'Mark lost' },
        {
          title: 'Perhaps one snapshot too many',
          message: expect.stringContaining('If another one named mine appears beside it'),
        },
      ]);
    },
  );

  test.each(cases.filter(({ interval }) => interval === undefined))(
    '$trouble, processed $processed, lag $lag s, named $named, description kept $keeps, wait: false: none unnoticed',
    async (one) => {
      const step = await unclear(one, { wait: 'false' }).run();
      if (!step.red) expect(step.result).toBe('requested');
      if (idsOf(step).length > 1) {
        expect(step.warnings.at(-1)?.title).toBe('Perhaps one snapshot too many');
      } else expect(unmentioned(step)).toEqual([]);
    },
  );

  test('the list is looked at for 20 s before the request is made again', async () => {
    const step = await rehearsed({ inputs: { server_id: '12345' }, faults: [lost(resetBefore)] }).run();
    expect(step.moments('POST', '/snapshots/')).toEqual([0, 20_000]);
    const looks = step.moments('GET', '/snapshots/').filter((at) => at > 0 && at <= 20_000);
    expect(looks).toEqual([500, 1_500, 3_000, 6_000, 10_000, 15_000, 20_000]);
  });

  test('ten intervals when the user fixed them', async () => {
    const step = await rehearsed({
      inputs: { server_id: '12345', poll_interval_seconds: '7' },
      faults: [lost(resetBefore)],
    }).run();
    expect(step.moments('POST', '/snapshots/')).toEqual([0, 70_000]);
  });

  test('a snapshot that was found says so', async () => {
    const step = await rehearsed({ inputs: { server_id: '12345' }, faults: [lost(resetAfter)] }).run();
    expect(step.snapshots).toMatchObject([{ snapshot_id: 801, adopted: true }]);
    expect(step.lines).toContainEqual(
      expect.stringMatching(
        /^Snapshot 801 \(gha-shop-4711-1-\w{6}\) of server 12345 \(web-1\): found in the list after its answer was lost\.$/,
      ),
    );
    expect(step.summary).toContain('found after a lost answer');
  });
});

test('what was there before is not what was asked for', async () => {
  const step = rehearsed({ inputs: { server_id: '12345', name: 'mine' }, faults: [lost(resetBefore)] });
  step.api.addSnapshot({ server, id: 700, name: 'mine' });
  await step.run();
  expect(step).toMatchObject({ red: false, result: 'created' });
  expect(step.changes).toEqual(['POST /snapshots/', 'POST /snapshots/']);
  expect(step.outputs.snapshot_id).toBe('801');
});

describe('several answers are lost', () => {
  test('adopts the first of two that were made', async () => {
    const step = await rehearsed({
      inputs: { server_id: '12345' },
      api: { snapshotListLagMs: 30_000 },
      faults: [lost(resetAfter, 2)],
    }).run();
    expect(step.outputs).toMatchObject({ result: 'created', snapshot_id: '801', deleted_ids: '[802]' });
    expect(idsOf(step)).toEqual([801]);
  });

  test('gives up after three requests, and says what may be there', async () => {
    const step = await rehearsed({
      inputs: { server_id: '12345', name: 'mine' },
      faults: [lost(resetBefore, 3)],
    }).run();
    expect(step.changes).toHaveLength(3);
    expect(step).toMatchObject({ red: true, result: 'failed' });
    expect(step.error).toEqual({
      level: 'error',
      title: 'Snapshot not certain',
      message: [
        'No clear answer to 3 requests for a snapshot of server 12345 (web-1), and none of them shows in the list. No answer from VPS.org to POST /snapshots/ (ECONNRESET).',
        'A snapshot of server 12345 (web-1) may have been requested.',
        'Look at VPS.org for a snapshot named mine before you run again. Check that the runner can reach api_url, and HTTPS_PROXY and NO_PROXY if it sits behind a proxy.',
      ].join('\n'),
    });
  });

  test('a refusal of the second request may be due to the first one, which shows late', async () => {
    const step = rehearsed({
      inputs: { server_id: '12345' },
      api: { snapshotListLagMs: 60_000 },
      faults: [lost(resetAfter)],
    });
    for (let n = 0; n < 4; n += 1) step.api.addSnapshot({ server, created_at: '2026-11-01T00:00:00Z' });
    await step.run();
    expect(step.changes).toEqual(['POST /snapshots/', 'POST /snapshots/']);
    expect(step.outputs).toMatchObject({ result: 'created', snapshot_id: '805' });
  });

  test('a refusal with nothing behind it', async () => {
    const step = await rehearsed({
      inputs: { server_id: '12345' },
      faults: [lost(resetBefore), { when: { method: 'POST' }, do: { kind: 'status', status: 400 } }],
    }).run();
    expect(step.changes).toHaveLength(2);
    expect(step.error).toMatchObject({ title: 'No snapshot' });
    expect(step.error?.message).toContain('answered 400');
    expect(step.error?.message).toContain('may have been requested');
    expect(step.endedAt).toBeGreaterThanOrEqual(140_000);
  });

  test('a token that is no longer accepted ends the settling', async () => {
    const step = await rehearsed({
      inputs: { server_id: '12345' },
      faults: [
        lost(resetAfter),
        {
          when: { path: '/snapshots/', method: 'GET' },
          after: 1,
          times: 99,
          do: { kind: 'status', status: 401 },
        },
      ],
    }).run();
    expect(step).toMatchObject({ red: true, result: 'failed', error: { title: 'Token not accepted' } });
    expect(step.error?.message).toContain('A snapshot of server 12345 (web-1) may have been requested.');
    expect(step.changes).toEqual(['POST /snapshots/']);
  });
});

test.each([
  ['without an interval', {}],
  ['with an interval', { poll_interval_seconds: '2' }],
])('the deadline cuts the settling short: no second request, %s', async (_, inputs) => {
  const step = await rehearsed({
    inputs: { server_id: '12345', timeout_minutes: '0.25', ...inputs },
    api: { snapshotListLagMs: 60_000 },
    faults: [lost(resetAfter)],
  }).run();
  expect(step.changes).toEqual(['POST /snapshots/']);
  expect(step).toMatchObject({ red: true, result: 'timed_out', error: { title: 'Snapshot not certain' } });
  expect(step.error?.message).toContain('may have been requested');
  expect(step.endedAt).toBeLessThanOrEqual(15_000);
});

describe('surely never left', () => {
  test.each(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT'])(
    '%s: sent again soon, with no look at the list between',
    async (code) => {
      let left = 3;
      const step = await rehearsed({
        inputs: { server_id: '12345' },
        network: (method) => (method === 'POST' && left-- > 0 ? code : undefined),
      }).run();
      expect(step).toMatchObject({ red: false, result: 'created' });
      expect(step.changes).toEqual(['POST /snapshots/']);
      expect(step.moments('POST', '/snapshots/')).toEqual([3_500]);
      expect(step.moments('GET', '/snapshots/').filter((at) => at < 3_500)).toEqual([0]);
      expect(step.lines).toContain(
        `No answer from VPS.org to POST /snapshots/ (${code}). It was not sent; trying again soon.`,
      );
    },
  );

  test('for long: red, and nothing was changed', async () => {
    const step = await rehearsed({
      inputs: { server_id: '12345' },
      network: (method) => (method === 'POST' ? 'ECONNREFUSED' : undefined),
    }).run();
    expect(step).toMatchObject({ red: true, result: 'failed', error: { title: 'No snapshot' } });
    expect(step.error?.message).toContain('Nothing was changed.');
    expect(step.changes).toEqual([]);
    expect(step.endedAt).toBeLessThanOrEqual(120_000);
  });

  test('a certificate that is not accepted: at once', async () => {
    const step = await rehearsed({
      inputs: { server_id: '12345' },
      network: (method) => (method === 'POST' ? 'SELF_SIGNED_CERT_IN_CHAIN' : undefined),
    }).run();
    expect(step.error?.message).toContain('NODE_EXTRA_CA_CERTS');
    expect(step.endedAt).toBe(0);
  });
});

test('of several servers only the unclear one is asked for again', async () => {
  const step = await rehearsed({
    servers: [{ id: 1 }, { id: 2 }, { id: 3 }],
    inputs: { server_id: '1,2,3' },
    faults: [{ when: { method: 'POST' }, after: 1, do: resetBefore }],
  }).run();
  expect(step.ledger.filter(({ method }) => method === 'POST')).toMatchObject([
    { body: { server_id: 1 } },
    { body: { server_id: 2 } },
    { body: { server_id: 3 } },
    { body: { server_id: 2 } },
  ]);
  expect(step.outputs).toMatchObject({ result: 'created', snapshot_id: '801,803,802', server_id: '1,2,3' });
});

test('an answer about another server is red, and names both', async () => {
  const step = await rehearsed({
    servers: [
      { id: server, name: 'web-1' },
      { id: 2, name: 'db-1' },
    ],
    inputs: { server_id: '12345' },
    faults: [
      {
        when: { method: 'POST' },
        do: { kind: 'echo', of: (answer) => ({ ...(answer as object), server: { id: 2, name: 'db-1' } }) },
      },
    ],
  }).run();
  expect(step).toMatchObject({ red: true, result: 'failed', error: { title: 'Wrong server' } });
  expect(step.error?.message).toMatch(
    /^VPS\.org was asked for a snapshot of server 12345 \(web-1\) and answered with snapshot 801 \(.+\) of server 2 \(db-1\)\.\nSnapshot 801 .+ was requested\.\nDo not deploy\./,
  );
});
