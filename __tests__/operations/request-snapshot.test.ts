import { describe, expect, test } from 'vitest';
import { type ApiOptions, type Effect, type Fault, uuidOf } from '../../rehearsal/api/api.ts';
import { unseenPatienceMs } from '../../src/limits.ts';
import { windowIn } from '../../src/waiting/schedule.ts';
import { idsOf } from '../helpers/guarded.ts';
import { ids } from '../helpers/ids.ts';
import { type Rehearsal, rehearsed, server } from '../helpers/rehearsed.ts';

/** Every way in which the answer to a POST can be lost. */
const troubles: [string, (processed: boolean) => Effect][] = [
  ['reset', (processed) => ({ kind: 'reset', processed })],
  ['hang', (processed) => ({ kind: 'hang', processed })],
  ['502 page', (processed) => ({ kind: 'html', processed })],
  ['cut JSON', (processed) => ({ kind: 'cutJson', processed })],
  ...[500, 503, 408].map((status): [string, (processed: boolean) => Effect] => [
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
  /** A 2xx was accepted, and is never asked for again. */
  const isAcceptance = ({ trouble }: Case) => trouble === 'cut JSON';
  const unclearOnes = cases.filter((one) => !isAcceptance(one));
  const recognisable = unclearOnes.filter(({ named, keeps }) => keeps || !named);
  const anonymous = unclearOnes.filter(({ named, keeps }) => named && !keeps);

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
      const { trouble, processed, lag } = one;
      expect(step).toMatchObject({ red: false, result: 'created' });
      const looksUntil = (trouble === 'hang' ? 30 : 0) + 20;
      if (processed && lag <= looksUntil) {
        expect(step.changes).toEqual(['POST /snapshots/']);
        expect(step.outputs.snapshot_id).toBe('801');
        expect(step.warnings).toMatchObject([
          {
            title: 'Snapshot without our mark',
            message: expect.stringMatching(/^Snapshot 801 \(mine\) is the only new one .+ never deleted/),
          },
          { title: 'Mark lost' },
        ]);
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

  test.each(cases.filter(isAcceptance))(
    '$trouble, processed $processed, lag $lag s, named $named, description kept $keeps, interval $interval: asked for once',
    async (one) => {
      const { processed, lag, named, keeps, interval } = one;
      const step = await unclear(one).run();
      expect(step.changes).toEqual(['POST /snapshots/']);
      const looksForMs = windowIn({ intervalMs: interval && interval * 1000 }, unseenPatienceMs);
      if (!processed || lag * 1000 > looksForMs) {
        expect(step).toMatchObject({ red: true, error: { title: 'Snapshot made, but not found' } });
        expect(step.error?.message).toMatch(
          /accepted the request .+ and no list shows a new one\.\nA snapshot of server 12345 \(web-1\) was requested\. Its name is \S+\nLook at VPS\.org for a snapshot named (mine|gha-\S+) \(or labelled \1 \[gha acme.+\]\)/,
        );
        return;
      }
      expect(step).toMatchObject({ red: false, result: 'created', rollback: ids(801) });
      const lost = [{ title: 'Mark lost' }];
      const doubtful = [{ title: 'Snapshot without our mark' }, ...lost];
      expect(step.warnings).toMatchObject(keeps ? [] : named ? doubtful : lost);
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

  test('and with an interval no shorter, and no longer', async () => {
    const step = await rehearsed({
      inputs: { server_id: '12345', poll_interval_seconds: '7' },
      faults: [lost(resetBefore)],
    }).run();
    expect(step.moments('POST', '/snapshots/')).toEqual([0, 21_000]);
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
        'A snapshot of server 12345 (web-1) may have been requested. Its name is mine.',
        'Look at VPS.org for a snapshot named mine before you run again.\nCheck that the runner can reach api_url, and HTTPS_PROXY and NO_PROXY if it sits behind a proxy.',
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
    expect(new Set(step.changes)).toEqual(new Set(['POST /snapshots/']));
    expect(idsOf(step)).toHaveLength(5);
    expect(step.outputs).toMatchObject({ result: 'created', snapshot_id: '805' });
  });

  test('a refusal with nothing behind it', async () => {
    const step = await rehearsed({
      inputs: { server_id: '12345' },
      faults: [
        lost(resetBefore),
        { when: { method: 'POST' }, times: 3, do: { kind: 'status', status: 400 } },
      ],
    }).run();
    expect(step.changes).toHaveLength(4);
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

describe('a new snapshot that nobody marked, after a lost answer', () => {
  const appearing = (faults: Fault[], names: string[]) => {
    const step = rehearsed({ inputs: { server_id: '12345' }, faults });
    step.clock.at(5_000, () => {
      for (const name of names) step.api.addSnapshot({ server, name });
    });
    return step;
  };

  test('may be ours: nothing is asked for again, it is taken with a warning, and never deleted', async () => {
    const step = await appearing([lost(resetBefore)], ['by hand']).run();
    expect(step).toMatchObject({ red: false, result: 'created' });
    expect(step.changes).toEqual(['POST /snapshots/']);
    expect(step.warnings.map(({ title }) => title)).toEqual(['Snapshot without our mark', 'Mark lost']);
    expect(step.endedAt).toBeGreaterThanOrEqual(140_000);
    const inputs = { server_id: '12345', on_success: 'delete', job_status: 'success' };
    const post = await rehearsed({ postOf: step, inputs }).run();
    expect(post.changes).toEqual([]);
  });

  test('two of them: red, naming both', async () => {
    const step = await appearing([lost(resetBefore)], ['one', 'other']).run();
    expect(step).toMatchObject({ red: true, error: { title: 'Snapshot not certain' } });
    expect(step.error?.message).toMatch(
      /was lost, and the lists show several new ones that may be it: snapshot 801 \(one\), snapshot 802 \(other\)\.\nA snapshot .+ may have been requested/,
    );
    expect(step.changes).toEqual(['POST /snapshots/']);
  });

  test('one that is there when the time is over is called one', async () => {
    const step = rehearsed({
      inputs: { server_id: '12345', timeout_minutes: '1' },
      faults: [lost(resetBefore)],
    });
    step.clock.at(5_000, () => void step.api.addSnapshot({ server, name: 'by hand' }));
    await step.run();
    expect(step).toMatchObject({ red: true, error: { title: 'Snapshot not certain' } });
    expect(step.error?.message).toContain('the lists show a new one that may be it: snapshot 801 (by hand).');
  });

  test('gives way to ours, which shows later', async () => {
    const step = rehearsed({
      inputs: { server_id: '12345' },
      api: { snapshotListLagMs: 60_000 },
      faults: [lost(resetAfter)],
    });
    step.api.addSnapshot({ server, id: 900, name: 'by hand' });
    await step.run();
    expect(step).toMatchObject({ red: false, outputs: { snapshot_id: '901' } });
  });

  test('is somebody else’s when the API said that it did nothing', async () => {
    const refused: Effect = { kind: 'status', status: 409 };
    const step = await appearing([lost(refused)], ['by hand']).run();
    expect(step).toMatchObject({ red: false, result: 'created', warnings: [] });
    expect(step.outputs.snapshot_id).toBe('802');
  });
});

describe('not now', () => {
  const busy = (status: number, times: number, rest: object = {}) =>
    lost({ kind: 'status', status, ...rest }, times);
  const forever = Number.POSITIVE_INFINITY;

  test.each([409, 423, 425, 429])('%i twice, then accepted', async (status) => {
    const step = await rehearsed({ inputs: { server_id: '12345' }, faults: [busy(status, 2)] }).run();
    expect(step).toMatchObject({ red: false, result: 'created', annotations: [] });
    expect(idsOf(step)).toEqual([801]);
    const [first, second = 0, third = 0, ...more] = step.moments('POST', '/snapshots/');
    expect([first, more]).toEqual([0, []]);
    expect(second).toBeGreaterThanOrEqual(25_000);
    expect(third - second).toBeGreaterThanOrEqual(30_000);
  });

  test.each([
    ['10 min of the hour', '60', 600_000],
    ['a third of the time left', '15', 300_000],
  ])('for ever: red after %s, with the API’s words', async (_, timeout, after) => {
    const inputs = { server_id: '12345', timeout_minutes: timeout };
    const step = await rehearsed({ inputs, faults: [busy(423, forever)] }).run();
    expect(step).toMatchObject({ red: true, result: 'failed', error: { title: 'No snapshot' } });
    expect(step.error?.message).toMatch(
      /answered 423 .+: Locked\.\nNothing was changed\.\nIt was asked for again/,
    );
    expect(Math.max(...step.moments('POST', '/snapshots/'))).toBeLessThanOrEqual(after);
    expect(step.endedAt).toBeGreaterThan(after - 90_000);
  });

  test.each<[string, object]>([
    ['a name', { detail: 'A snapshot with this name already exists.' }],
    ['a field', { label: ['Taken.'] }],
    ['a limit', { detail: 'Limit of 5 snapshots reached.' }],
  ])('a 409 about %s is never: red at once', async (_, json) => {
    const step = await rehearsed({
      inputs: { server_id: '12345' },
      faults: [busy(409, forever, { json })],
    }).run();
    expect(step).toMatchObject({ red: true, endedAt: 0, error: { title: 'No snapshot' } });
    expect(step.changes).toHaveLength(1);
  });

  test('for longer than there is time: red at once, naming status and wait', async () => {
    const step = await rehearsed({
      inputs: { server_id: '12345', timeout_minutes: '10' },
      faults: [busy(429, forever, { headers: { 'retry-after': '7200' } })],
    }).run();
    expect(step).toMatchObject({ red: true, endedAt: 0, error: { title: 'No snapshot' } });
    expect(step.error?.message).toMatch(/answered 429 .+\n.+\nThe API asks to wait for 2h/);
  });
});

describe('our own text is a suspect', () => {
  const descriptions = (step: Rehearsal) =>
    step.ledger
      .filter(({ method }) => method === 'POST')
      .map(({ body }) => (body as { description?: string }).description);
  const mark = '[gha acme/shop run 4711.1 0a0a0a0a-1b1b1b1b]';
  const refusal: Effect = { kind: 'status', status: 400, json: { description: ['Too long.'] } };
  const whole = expect.stringMatching(/^Before .+\[gha .+\]$/);

  test.each<[string, Effect]>([
    ['a 400 about it', refusal],
    ['a 400 about nothing in particular', { kind: 'status', status: 400 }],
    ['a 500 that made nothing', { kind: 'status', status: 500 }],
    ['a page with 500 that made nothing', { kind: 'html', status: 500 }],
  ])('%s: asked for once more with the mark alone, and a notice', async (_, effect) => {
    const step = await rehearsed({ inputs: { server_id: '12345' }, faults: [lost(effect)] }).run();
    expect(step).toMatchObject({ red: false, result: 'created', warnings: [] });
    expect(descriptions(step)).toEqual([whole, mark]);
    expect(step.notices).toMatchObject([
      {
        title: 'Description left out',
        message: expect.stringMatching(/made with the mark alone, prune sees it all the same\.$/),
      },
    ]);
  });

  test('refused again: once without any, as the name is generated; and whether prune sees it', async () => {
    const step = await rehearsed({ inputs: { server_id: '12345' }, faults: [lost(refusal, 2)] }).run();
    expect(step).toMatchObject({ red: false, result: 'created' });
    expect(descriptions(step)).toEqual([whole, mark, undefined]);
    expect(step.notices[0]?.message).toMatch(
      /made without one, so prune and other runs’ guards will not see it/,
    );
  });

  const broken: Effect = { kind: 'status', status: 500 };

  test.each<[string, Effect[], RegExp]>([
    [
      'nor after a second 500',
      [broken, broken],
      /^A request for .+ broke down, perhaps over its description/,
    ],
    ['nor after a refusal and a 500', [refusal, broken], /^VPS\.org did not take the description/],
  ])('a 500 is no reason to leave out the mark, %s', async (_, effects, words) => {
    const faults = effects.map((effect) => lost(effect));
    const step = await rehearsed({ inputs: { server_id: '12345' }, faults }).run();
    expect(step).toMatchObject({ red: false, result: 'created' });
    expect(descriptions(step)).toEqual([whole, mark, mark]);
    expect(step.api.snapshots()).toMatchObject([{ description: mark }]);
    expect(step.notices).toMatchObject([{ message: expect.stringMatching(words) }]);
  });

  test.each<[string, string, Effect, number]>([
    ['a name of the user keeps the mark', 'mine', refusal, 2],
    ['with a generated name, three times', '', refusal, 3],
    ['about another field', '', { kind: 'status', status: 400, json: { name: ['Bad.'] } }, 1],
    ['402', '', { kind: 'status', status: 402 }, 1],
  ])('%s: then it is a refusal', async (_, name, effect, requests) => {
    const step = await rehearsed({
      inputs: { server_id: '12345', name },
      faults: [lost(effect, Number.POSITIVE_INFINITY)],
    }).run();
    expect(step).toMatchObject({ red: true, error: { title: 'No snapshot' } });
    expect(descriptions(step)).toHaveLength(requests);
  });

  test('a reset says nothing about text', async () => {
    const step = await rehearsed({ inputs: { server_id: '12345' }, faults: [lost(resetBefore)] }).run();
    expect(descriptions(step)).toEqual([whole, whole]);
    expect(step.notices).toEqual([]);
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

describe('accepted without saying which snapshot it makes', () => {
  const silent = (api: ApiOptions) => ({ form: 'client', createAnswer: 'empty', ...api }) as const;
  const client = uuidOf(server);

  test.each(['id', 'empty', 'message', 'accepted'] as const)(
    '%s: found by its mark, with no warning',
    async (createAnswer) => {
      const step = await rehearsed({ api: silent({ createAnswer }), inputs: { server_id: client } }).run();
      expect(step).toMatchObject({ red: false, result: 'created', warnings: [] });
      expect(step.changes).toEqual([`POST /servers/${client}/snapshot/`]);
      expect(step.snapshots).toMatchObject([
        { server_id: client, snapshot_id: uuidOf(801), status: 'completed', adopted: createAnswer !== 'id' },
      ]);
    },
  );

  test('an id alone, and the list shows that the mark was lost: one warning', async () => {
    const api = silent({ createAnswer: 'id', longestText: 7, longerText: 'cut' });
    const step = await rehearsed({ api, inputs: { server_id: client } }).run();
    expect(step).toMatchObject({ red: false, result: 'created', warnings: [{ title: 'Mark lost' }] });
  });

  test('no mark to find it by, and it is the only new one: taken with a warning, and never deleted', async () => {
    const label = /\[/;
    const inputs = { server_id: client, name: 'nightly', on_failure: 'restore,delete', on_success: 'delete' };
    const main = await rehearsed({ api: silent({ longestText: 7, longerText: 'cut' }), inputs }).run();
    expect(label.test(main.api.snapshots()[0]?.name ?? '')).toBe(false);
    expect(main).toMatchObject({ red: false, result: 'created' });
    expect(main.warnings[0]).toMatchObject({ title: 'Snapshot without our mark' });
    const post = rehearsed({ postOf: main, inputs: { ...inputs, job_status: 'success' } });
    await post.run();
    expect(post.changes).toEqual([]);
    expect(idsOf(post)).toEqual([801]);
  });

  test('several new ones without a mark: red, naming them', async () => {
    const step = rehearsed({
      api: silent({ longestText: 7, longerText: 'cut' }),
      inputs: { server_id: client, name: 'nightly' },
    });
    step.clock.at(1_000, () => void step.api.addSnapshot({ server, id: 900, name: 'by hand' }));
    await step.run();
    expect(step).toMatchObject({ red: true, error: { title: 'Snapshot made, but not found' } });
    expect(step.error?.message).toContain(
      `snapshot ${uuidOf(801)} (nightly), snapshot ${uuidOf(900)} (by hand)`,
    );
    expect(step.error?.message).toContain(
      'Look at VPS.org for a snapshot named nightly (or labelled nightly [gha',
    );
  });
});
