import { describe, expect, test } from 'vitest';
import { marked } from '../../helpers/marked.ts';
import { expectNothingDone, rehearsed, server, token } from '../../helpers/rehearsed.ts';

const one = { server_id: '12345' };
const three = {
  servers: [
    { id: 1, name: 'a' },
    { id: 2, name: 'b' },
    { id: 3, name: 'c' },
  ],
};

describe('a snapshot', () => {
  test('is requested, named, waited for and looked at once more', async () => {
    const step = await rehearsed({ inputs: one }).run();
    expect(step).toMatchObject({ red: false, annotations: [] });
    expect(step.changes).toEqual(['POST /snapshots/']);
    expect(step.outputs).toEqual({
      result: 'created',
      snapshot_id: '801',
      snapshot_name: expect.stringMatching(/^gha-shop-4711-1-[0-9a-f]{6}$/),
      server_id: '12345',
      status: 'completed',
      size_mb: '5120',
      created_at: '2026-11-20T12:00:00Z',
      snapshots: expect.any(String),
      deleted_ids: '[]',
      duration_seconds: String(Math.round(step.endedAt / 1000)),
    });
    expect(step.snapshots).toEqual([
      {
        ...{ server_id: 12345, server_name: 'web-1', snapshot_id: 801, status: 'completed', size_mb: 5120 },
        snapshot_name: step.outputs.snapshot_name,
        created_at: '2026-11-20T12:00:00Z',
        description:
          'Before abc1234 by olivia https://github.com/acme/shop/actions/runs/4711 [gha acme/shop run 4711.1 0a0a0a0a-1b1b1b1b]',
        ...{ result: 'created', adopted: false, remark: 'taken while the server was running' },
        duration_seconds: expect.any(Number),
        stopped_seconds: null,
      },
    ]);
    expect(step.groups).toEqual(['Looking', 'Requesting the snapshot', 'Waiting until complete']);
    expect(step.lines).toContainEqual(
      expect.stringMatching(/^Going to create snapshot gha-.+ of server 12345/),
    );
    expect(step.lines).toContainEqual(expect.stringMatching(/^\[█+░+\] 0 of 1 complete: .+usually 3–10 min/));
    expect(step.endedAt).toBeLessThan(306_000);
  });

  test('has its id in the outputs before the wait begins', async () => {
    const step = await rehearsed({ inputs: one }).run();
    const [first] = step.told;
    expect(first).toMatchObject({
      at: 0,
      values: { snapshot_id: '801', status: 'in_progress', size_mb: '' },
    });
    expect(first?.values.result).toBeUndefined();
  });

  test('is taken with the given name and description', async () => {
    const step = await rehearsed({
      inputs: { ...one, name: 'pre-deploy_2', description: 'before   v2.0' },
    }).run();
    expect(step.outputs.snapshot_name).toBe('pre-deploy_2');
    expect(step.ledger.find(({ method }) => method === 'POST')?.body).toEqual({
      server_id: 12345,
      name: 'pre-deploy_2',
      description: 'before v2.0 [gha acme/shop run 4711.1 0a0a0a0a-1b1b1b1b]',
    });
  });

  test('has a long description shortened and never its mark', async () => {
    const step = await rehearsed({ inputs: { ...one, description: 'words '.repeat(100) } }).run();
    const [{ description } = { description: '' }] = step.api.snapshots();
    expect(description).toHaveLength(200);
    expect(description).toMatch(/… \[gha acme\/shop run 4711\.1 0a0a0a0a-1b1b1b1b\]$/);
  });

  test('of a server that is not running has no remark', async () => {
    const step = await rehearsed({ servers: [{ id: server, status: 'stopped' }], inputs: one }).run();
    expect(step.snapshots).toMatchObject([{ result: 'created', remark: null }]);
    expect(step.summary).not.toContain('while the server was running');
  });

  test('of a running server says so in the summary, with the way back', async () => {
    const step = await rehearsed({ inputs: one }).run();
    expect(step.summary).toContain('taken while the server was running');
    expect(step.summary).toContain('server 12345: 1 of 5');
    expect(step.summary).toContain('snapshot_id: "801"');
  });

  test('need not be waited for', async () => {
    const step = await rehearsed({ inputs: { ...one, wait: 'false' } }).run();
    expect(step).toMatchObject({ red: false, result: 'requested', endedAt: 0 });
    expect(step.outputs).toMatchObject({ snapshot_id: '801', status: 'in_progress' });
    expect(step.summary).toContain('server 12345: 1 of 5');
    expect(step.summary).not.toContain('Roll back by hand');
  });

  test('is only planned in a dry run', async () => {
    const step = await rehearsed({ inputs: { ...one, dry_run: 'true' } }).run();
    expect(step).toMatchObject({ red: false, result: 'planned', changes: [], endedAt: 0 });
    expect(step.outputs).toMatchObject({ snapshot_id: '', server_id: '12345' });
    expect(step.lines).toContainEqual(
      expect.stringMatching(/^Would create snapshot gha-.+ of server 12345 \(web-1\)$/),
    );
    expect(step.summary).toContain('Nothing was changed. This would be done:');
  });

  test('whose mark the API forgets gets one warning', async () => {
    const step = await rehearsed({
      ...three,
      inputs: { server_id: '1 2 3' },
      api: { keepDescriptions: false },
    }).run();
    expect(step).toMatchObject({ red: false, result: 'created' });
    expect(step.warnings).toEqual([
      {
        level: 'warning',
        title: 'Mark lost',
        message: expect.stringMatching(
          /^VPS\.org did not keep the description of snapshot 801 \(.+\), snapshot 802 \(.+\), snapshot 803 \(.+\), so nothing later can tell/,
        ),
      },
    ]);
  });
});

describe('refused before anything is requested', () => {
  test('the limit: all are listed, with the way to free one', async () => {
    const step = rehearsed({ inputs: one });
    for (let n = 1; n <= 5; n += 1) {
      step.api.addSnapshot({
        ...{ server, name: `old-${n}`, created_at: `2026-11-1${n}T12:00:00Z`, size_mb: n * 1024 },
        status: n === 5 ? 'failed' : 'completed',
      });
    }
    await step.run();
    expectNothingDone(step, 'Snapshot limit reached');
    expect(step.error?.message.split('\n')).toEqual([
      'Server 12345 (web-1) has no free slot: VPS.org keeps at most 5 snapshots per server.',
      '- snapshot 805 (old-5), failed, 5.0 GB, 5d 0h old',
      '- snapshot 804 (old-4), completed, 4.0 GB, 6d 0h old',
      '- snapshot 803 (old-3), completed, 3.0 GB, 7d 0h old',
      '- snapshot 802 (old-2), completed, 2.0 GB, 8d 0h old',
      '- snapshot 801 (old-1), completed, 1.0 GB, 9d 0h old',
      'Nothing was changed.',
      'Delete one that nobody needs any more (mode: delete with its snapshot_id), then run again.',
    ]);
  });

  test('an unknown server', async () => {
    const step = await rehearsed({ inputs: { server_id: '12345 666 667' } }).run();
    expectNothingDone(step, 'Server not found');
    expect(step.error?.message).toContain(
      'Server 666, server 667 is not among the servers that the token can see: server 12345 (web-1).',
    );
  });

  test('an unknown server of an account without servers', async () => {
    const step = await rehearsed({ servers: [], inputs: one }).run();
    expect(step.error?.message).toContain('that the token can see: none.');
  });

  test('a token that is not accepted', async () => {
    const step = await rehearsed({ inputs: { ...one, api_token: 'old' } }).run();
    expectNothingDone(step, 'Token not accepted');
    expect(step.error?.message).toContain('Make a new token');
    expect(step.ledger).toHaveLength(1);
  });

  test.each([
    ['an outage', 502, 20 * 60_000],
    ['an outage', 503, 20 * 60_000],
    ['a page that looks like success', 200, 120_000],
    ['a login page', 401, 120_000],
    ['a bot check', 403, 120_000],
  ] as const)('%s (HTML %i) for ever is sat out until its time is over', async (_, status, ms) => {
    const step = await rehearsed({
      inputs: { ...one, timeout_minutes: '20' },
      faults: [{ when: {}, times: Number.POSITIVE_INFINITY, do: { kind: 'html', status } }],
    }).run();
    expectNothingDone(step, 'VPS.org did not answer as expected');
    expect(step.error?.message).toContain(`${status} `);
    expect(step.endedAt).toBeLessThanOrEqual(ms);
    expect(step.endedAt).toBeGreaterThan(ms - 15_000);
  });
});

describe('servers that may not be listed', () => {
  test('a notice, and on it goes', async () => {
    const step = await rehearsed({ inputs: one, api: { serversForbidden: true } }).run();
    expect(step).toMatchObject({ red: false, result: 'created' });
    expect(step.annotations).toEqual([
      {
        level: 'notice',
        title: 'Servers not visible',
        message: expect.stringContaining('was not checked whether the server exists'),
      },
    ]);
  });

  test('the API’s own words when it refuses', async () => {
    const step = await rehearsed({
      inputs: { server_id: '666' },
      api: { serversForbidden: true },
    }).run();
    expect(step).toMatchObject({ red: true, error: { title: 'No snapshot' } });
    expect(step.error?.message).toContain(
      'No snapshot of server 666. VPS.org answered 404 to POST /snapshots/: Server does not exist.',
    );
    expect(step.error?.message).toContain('Nothing was changed.');
  });
});

test('a refusal although there is room is told in the API’s words', async () => {
  const step = await rehearsed({ inputs: one, api: { limit: 0 } }).run();
  expect(step).toMatchObject({ red: true, result: 'failed' });
  // Once more with the mark alone, and once without a description: our own text may be what it minds.
  expect(step.changes).toEqual(['POST /snapshots/', 'POST /snapshots/', 'POST /snapshots/']);
  expect(step.error?.message).toBe(
    [
      'No snapshot of server 12345 (web-1). VPS.org answered 400 to POST /snapshots/: Invalid parameters or snapshot limit reached.',
      'Nothing was changed.',
      'That is the API’s own reason. If it does not say what to do, ask VPS.org support with these words.',
    ].join('\n'),
  );
});

describe('another run’s snapshot in progress', () => {
  test.each([
    ['of another run', marked({ run: '4000' }), 1],
    ['of another repository', marked({ repository: 'acme/blog', run: '4711' }), 1],
    ['of this run', marked({ run: '4711' }), 0],
    ['unmarked', 'by hand', 0],
  ])('%s', async (_, description, warnings) => {
    const step = rehearsed({ inputs: one });
    step.api.addSnapshot({ server, id: 700, status: 'in_progress', description });
    await step.run();
    expect(step).toMatchObject({ red: false, result: 'created' });
    expect(step.warnings).toHaveLength(warnings);
    if (warnings > 0) {
      expect(step.warnings[0]?.title).toBe('Another deploy is under way');
      expect(step.warnings[0]?.message).toMatch(
        /^Snapshot 700 of server 12345 \(web-1\) is in progress for acme\/\w+ run \d+\. Use concurrency/,
      );
    }
  });

  test('of another server, or complete, is none of our business', async () => {
    const step = rehearsed({ servers: [{ id: server }, { id: 2 }], inputs: one });
    step.api.addSnapshot({ server: 2, status: 'in_progress', description: marked() });
    step.api.addSnapshot({ server, description: marked() });
    expect((await step.run()).annotations).toEqual([]);
  });
});

describe('the journal of requests', () => {
  test('never has the token outside of its header', async () => {
    const step = await rehearsed({ inputs: one }).run();
    expect(step.masked).toEqual([token]);
    expect(step.written).not.toContain(token);
    expect(step.ledger.every(({ headers }) => headers.authorization === `Bearer ${token}`)).toBe(true);
  });
});
