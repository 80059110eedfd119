import { describe, expect, test } from 'vitest';
import { marked, type Rehearsal, rehearsed, server, token } from '../../helpers/rehearsed.ts';

const one = { server_id: '12345' };
const three = {
  servers: [
    { id: 1, name: 'a' },
    { id: 2, name: 'b' },
    { id: 3, name: 'c' },
  ],
};

function expectNothingDone(step: Rehearsal, title: string) {
  expect(step).toMatchObject({ red: true, changes: [], error: { title } });
  expect(step.error?.message).toContain('Nothing was changed.');
  expect(step.outputs.snapshot_id).toBe('');
}

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

describe('several servers', () => {
  test('are one unit, in the order of server_id', async () => {
    const step = await rehearsed({
      ...three,
      inputs: { server_id: '3, 1, 2' },
      api: { createMs: (id) => id * 240_000 },
    }).run();
    expect(step.outputs).toMatchObject({
      ...{ result: 'created', server_id: '3,1,2', snapshot_id: '801,802,803' },
      status: 'completed,completed,completed',
      size_mb: '5120,5120,5120',
    });
    expect(step.outputs.snapshot_name?.split(',').map((name) => name.length)).toEqual([22, 22, 22]);
    expect(new Set(step.outputs.snapshot_name?.split(',')).size).toBe(3);
    const took = step.snapshots.map(({ duration_seconds }) => duration_seconds);
    expect(took[1]).toBeLessThan(took[2]);
    expect(took[2]).toBeLessThan(took[0]);
    expect(step.groups).toContain('Requesting 3 snapshots');
  });

  test('one refused: the others are named, and nothing is waited for', async () => {
    const step = await rehearsed({
      ...three,
      inputs: { server_id: '1,2,3' },
      faults: [{ when: { method: 'POST' }, after: 1, do: { kind: 'status', status: 400 } }],
    }).run();
    expect(step).toMatchObject({ red: true, result: 'failed', endedAt: 0 });
    expect(step.outputs).toMatchObject({ snapshot_id: '801,802', server_id: '1,3' });
    expect(step.error).toMatchObject({
      title: 'No snapshot',
      message: expect.stringMatching(
        /^No snapshot of server 2 \(b\)\. VPS\.org answered 400 .+\nSnapshot 801 .+ of server 1 \(a\) was requested\.\nSnapshot 802 .+ of server 3 \(c\) was requested\.\n/,
      ),
    });
    expect(step.snapshots).toMatchObject([
      { result: null },
      { result: 'failed', remark: expect.stringContaining('answered 400') },
      { result: null },
    ]);
  });

  test('two refused: both are told', async () => {
    const step = await rehearsed({
      ...three,
      inputs: { server_id: '1,2,3' },
      faults: [{ when: { method: 'POST' }, times: 2, do: { kind: 'status', status: 404 } }],
    }).run();
    expect(step.error).toMatchObject({ title: '2 of 3 failed' });
    expect(step.error?.message).toMatch(/No snapshot of server 1 .+\nNo snapshot of server 2 /);
    expect(step.outputs.snapshot_id).toBe('801');
  });

  test('one that cannot be served stops all', async () => {
    const step = await rehearsed({
      servers: [{ id: 1 }, { id: 2, status: 'suspended', name: 'b' }],
      inputs: { server_id: '1,2' },
    }).run();
    expectNothingDone(step, 'Server suspended');
    expect(step.error?.message).toContain('Server 2 (b) is suspended.');
  });

  test('one that fails ends the wait', async () => {
    const step = await rehearsed({
      ...three,
      inputs: { server_id: '1,2,3' },
      api: { createMs: (id) => id * 60_000, createEndsAs: (id) => (id === 1 ? 'failed' : 'completed') },
    }).run();
    expect(step).toMatchObject({ red: true, result: 'failed', error: { title: 'Snapshot not complete' } });
    expect(step.endedAt).toBeLessThan(70_000);
    expect(step.outputs.snapshot_id).toBe('801,802,803');
    expect(step.outputs.status).toBe('failed,in_progress,in_progress');
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

  test('an API that does not answer, after two minutes', async () => {
    const step = await rehearsed({
      inputs: one,
      faults: [{ when: {}, times: Number.POSITIVE_INFINITY, do: { kind: 'html' } }],
    }).run();
    expectNothingDone(step, 'VPS.org did not answer as expected');
    expect(step.error?.message).toContain('502 Bad Gateway');
    expect(step.endedAt).toBeLessThanOrEqual(120_000);
    expect(step.endedAt).toBeGreaterThan(105_000);
  });
});

describe('a server that is being restored', () => {
  test('is waited for', async () => {
    const step = rehearsed({ inputs: one });
    step.api.startRestore(server);
    await step.run();
    expect(step).toMatchObject({ red: false, result: 'created' });
    expect(step.moments('POST', '/snapshots/')[0]).toBeGreaterThanOrEqual(480_000);
    expect(step.moments('POST', '/snapshots/')[0]).toBeLessThan(495_000);
    expect(step.lines).toContain('Server 12345 (web-1) is being restored. Waiting for that to end first.');
  });

  test('is not waited for longer than timeout_minutes', async () => {
    const step = rehearsed({ inputs: { ...one, timeout_minutes: '5' } });
    step.api.startRestore(server);
    await step.run();
    expectNothingDone(step, 'Server busy');
    expect(step.result).toBe('timed_out');
    expect(step.error?.message).toMatch(/was still being restored after 4m 59s\./);
  });

  test('is no reason to wait in a dry run, nor when it is another one', async () => {
    const dry = rehearsed({ inputs: { ...one, dry_run: 'true' } });
    dry.api.startRestore(server);
    const other = rehearsed({ servers: [{ id: server }, { id: 2 }], inputs: { ...one, wait: 'false' } });
    other.api.startRestore(2);
    expect(await dry.run()).toMatchObject({ result: 'planned', endedAt: 0 });
    expect(await other.run()).toMatchObject({ result: 'requested', endedAt: 0 });
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
  expect(step).toMatchObject({ red: true, result: 'failed', changes: ['POST /snapshots/'] });
  expect(step.error?.message).toBe(
    [
      'No snapshot of server 12345 (web-1). VPS.org answered 400 to POST /snapshots/: Invalid parameters or snapshot limit reached.',
      'Nothing was changed.',
      'The request was understood and refused; the words above are the API’s own.',
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

describe('the wait', () => {
  test.each(['failed', 'error', 'Errored', 'aborted'])('ends at once with "%s"', async (word) => {
    const step = await rehearsed({ inputs: one, api: { createMs: 4_000, createEndsAs: word } }).run();
    expect(step).toMatchObject({ red: true, result: 'failed', error: { title: 'Snapshot not complete' } });
    expect(step.error?.message).toMatch(
      new RegExp(
        `^Snapshot 801 .+ of server 12345 .+ ended as "${word.toLowerCase()}" at VPS\\.org\\.\\nSnapshot 801 .+ was requested\\.\\nIt cannot be restored from\\. Delete it \\(mode: delete, snapshot_id: 801\\)`,
      ),
    );
    expect(step.endedAt).toBe(5_000);
    expect(step.snapshots).toMatchObject([{ result: 'failed', snapshot_id: 801 }]);
    expect(step.journal?.rollback).toEqual([]);
  });

  test('says once that a word is not documented, and goes on', async () => {
    const step = await rehearsed({
      inputs: one,
      api: { statusWhileCreating: 'snap##[warning]pending' },
    }).run();
    expect(step).toMatchObject({ red: false, result: 'created' });
    expect(step.lines.filter((line) => line.includes('not documented'))).toEqual([
      'Snapshot 801 has the status "snap## [warning]pending", which is not documented. Waiting on.',
    ]);
  });

  test('ends when the snapshot is lost: never listed for two minutes', async () => {
    const step = await rehearsed({ inputs: one, api: { snapshotListLagMs: 10 * 60_000 } }).run();
    expect(step).toMatchObject({ red: true, result: 'failed' });
    expect(step.error?.message).toMatch(/^Snapshot 801 .+ was never seen in the list of snapshots\./);
    expect(step.endedAt).toBeGreaterThanOrEqual(120_000);
    expect(step.endedAt).toBeLessThan(140_000);
    expect(step.outputs.snapshot_id).toBe('801');
  });

  test('ends when someone else deletes the snapshot: three lists without it', async () => {
    const step = rehearsed({ inputs: { ...one, poll_interval_seconds: '10' } });
    step.clock.at(95_000, () => step.api.removeSnapshot(801));
    await step.run();
    expect(step).toMatchObject({ red: true, result: 'failed', endedAt: 120_000 });
    expect(step.error?.message).toMatch(
      /^Snapshot 801 .+ was deleted by someone else while this step waited for it\.\nSnapshot 801 .+ was requested\.\nLet one deploy at a time run/,
    );
  });

  test('is not upset by one list without it', async () => {
    const step = await rehearsed({
      inputs: one,
      faults: [
        {
          when: { method: 'GET', path: '/snapshots/' },
          ...{ after: 3, times: 2 },
          do: { kind: 'echo', of: () => ({ count: 0, results: [] }) },
        },
      ],
    }).run();
    expect(step).toMatchObject({ red: false, result: 'created' });
  });

  test('is not upset by bad polls', async () => {
    const step = await rehearsed({
      inputs: one,
      faults: [
        { when: { method: 'GET', path: '/snapshots/' }, after: 2, do: { kind: 'hang', processed: false } },
        { when: { method: 'GET', path: '/snapshots/' }, after: 3, times: 9, do: { kind: 'html' } },
        { when: { method: 'GET', path: '/snapshots/' }, after: 4, do: { kind: 'cutJson' } },
      ],
    }).run();
    expect(step).toMatchObject({ red: false, result: 'created' });
    expect(step.lines).toContainEqual(expect.stringMatching(/Looking again soon\.$/));
  });

  test.each([401, 403])('ends with %i', async (status) => {
    const step = await rehearsed({
      inputs: one,
      faults: [{ when: { path: '/snapshots/', method: 'GET' }, after: 2, do: { kind: 'status', status } }],
    }).run();
    expect(step).toMatchObject({ red: true, result: 'failed', endedAt: 5_000 });
    expect(step.error?.message).toMatch(/Snapshot 801 .+ was requested\./);
    expect(step.outputs.snapshot_id).toBe('801');
  });

  test('ends at the deadline: what goes on, and how to look', async () => {
    const step = await rehearsed({ inputs: { ...one, timeout_minutes: '2.5' } }).run();
    expect(step).toMatchObject({ red: true, result: 'timed_out' });
    expect(step.error).toMatchObject({ title: 'Snapshot not complete in time' });
    expect(step.error?.message).toMatch(
      /^Snapshot 801 .+ of server 12345 \(web-1\) was not complete after 2m 29s; its status is in_progress\.\n/,
    );
    expect(step.error?.message).toMatch(
      /was requested\.\nIt goes on at VPS\.org\. Wait on with mode: wait and snapshot_id: 801, look with mode: list, or raise timeout_minutes\.$/,
    );
    expect(step.outputs).toMatchObject({ snapshot_id: '801', status: 'in_progress' });
    expect(step.endedAt).toBeLessThanOrEqual(150_000);
  });

  test('at the deadline names those that are late, and what it knows of them', async () => {
    const step = await rehearsed({
      ...three,
      inputs: { server_id: '1,2,3', timeout_minutes: '1.5' },
      api: { createMs: (id) => (id === 2 ? 30_000 : 600_000) },
    }).run();
    expect(step).toMatchObject({ red: true, result: 'timed_out', error: { title: '2 of 3 failed' } });
    expect(step.error?.message).not.toContain('snapshot_id: 802');
    expect(step.outputs.status).toBe('in_progress,completed,in_progress');
  });

  test('obeys a deadline shorter than its first look', async () => {
    const step = await rehearsed({ inputs: { ...one, timeout_minutes: '0.01' } }).run();
    expect(step).toMatchObject({ red: true, result: 'timed_out' });
    expect(step.endedAt).toBeLessThanOrEqual(600);
  });

  test('looks at exactly the interval that was set', async () => {
    const step = await rehearsed({ inputs: { ...one, poll_interval_seconds: '45' } }).run();
    expect(step.moments('GET', '/snapshots/')).toEqual([
      ...[0, 45_000, 90_000, 135_000, 180_000, 225_000, 270_000, 315_000, 315_000],
    ]);
  });
});

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

test('an answer about another server is red, and names both', async () => {
  const step = await rehearsed({
    servers: [
      { id: server, name: 'web-1' },
      { id: 2, name: 'db-1' },
    ],
    inputs: one,
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

describe('the journal of requests', () => {
  test('never has the token outside of its header', async () => {
    const step = await rehearsed({ inputs: one }).run();
    expect(step.masked).toEqual([token]);
    expect(step.written).not.toContain(token);
    expect(step.ledger.every(({ headers }) => headers.authorization === `Bearer ${token}`)).toBe(true);
  });
});
