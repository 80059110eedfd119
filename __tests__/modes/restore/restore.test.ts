import { describe, expect, test } from 'vitest';
import { marked } from '../../helpers/marked.ts';
import { type Rehearsal, rehearsed, server } from '../../helpers/rehearsed.ts';

const servers = [
  { id: server, name: 'web-1', ip_address: '203.0.113.10' },
  { id: 2, name: 'db-1', ip_address: '2001:db8::2' },
];
const ours = marked({ run: '4711', nonce: '0a0a0a0a-1b1b1b1b' });
const ago = (hours: number) => new Date(Date.UTC(2026, 10, 20, 12 - hours)).toISOString();

function restoring(inputs: Record<string, string>, rest: Parameters<typeof rehearsed>[0] = {}) {
  const step = rehearsed({ servers, ...rest, inputs: { mode: 'restore', ...inputs } });
  step.api.addSnapshot({ server, id: 701, name: 'one', description: ours, created_at: ago(3) });
  step.api.addSnapshot({ server: 2, id: 702, name: 'two', description: ours, created_at: ago(2) });
  return step;
}

/** What one list lacks is looked for in more, and refused after that. */
function expectMissed(step: Rehearsal, title: string, ...lines: (string | RegExp)[]) {
  expect(step.endedAt).toBe(20_000);
  expectRefusal(step, title, ...lines);
}

function expectRefused(step: Rehearsal, title: string, ...lines: (string | RegExp)[]) {
  expect(step.endedAt).toBe(0);
  expectRefusal(step, title, ...lines);
}

function expectRefusal(step: Rehearsal, title: string, ...lines: (string | RegExp)[]) {
  expect(step).toMatchObject({ red: true, result: 'failed', changes: [], error: { title } });
  expect(step.api.state.restores).toEqual([]);
  expect(step.error?.message).toContain('Nothing was changed.');
  for (const line of lines) expect(step.error?.message).toMatch(line);
}

describe('by id', () => {
  test('one', async () => {
    const step = await restoring({ snapshot_id: '701' }).run();
    expect(step).toMatchObject({ red: false, changes: ['POST /snapshots/701/restore/'], annotations: [] });
    expect(step.outputs).toMatchObject({ result: 'restored', snapshot_id: '701', server_id: '12345' });
    expect(step.api.state.restores).toMatchObject([{ server, snapshot: 701 }]);
  });

  test('several, in the order of snapshot_id', async () => {
    const step = await restoring({ snapshot_id: '702 701', server_id: '12345,2' }).run();
    expect(step).toMatchObject({ red: false });
    expect(step.outputs).toMatchObject({ result: 'restored', snapshot_id: '702,701', server_id: '2,12345' });
  });

  test('that does not exist', async () => {
    const step = await restoring({ snapshot_id: '701,999' }).run();
    expectMissed(
      step,
      'Snapshot not found',
      /^Snapshot 999 does not exist, or the token cannot see it\./,
      /\nThe token sees snapshot 702 \(two\), snapshot 701 \(one\)\. mode: list shows them with their servers\./,
    );
  });

  test('that does not exist, beside many: the newest five are named, and how many more there are', async () => {
    const step = restoring({ snapshot_id: '999' });
    for (const id of [711, 712, 713, 714, 715]) step.api.addSnapshot({ server: 2, id, created_at: ago(0) });
    await step.run();
    expectMissed(
      step,
      'Snapshot not found',
      /sees snapshot 715 .*, snapshot 711 \(snapshot-711\) and 2 more\./,
    );
  });

  test('that does not exist, where there is none', async () => {
    const step = await rehearsed({ servers, inputs: { mode: 'restore', snapshot_id: '999' } }).run();
    expectMissed(step, 'Snapshot not found', /\nThe token sees no snapshot\. /);
  });

  test('that is not in a list which is not whole: nobody knows whether it exists', async () => {
    const step = await restoring({ snapshot_id: '999' }, { api: { countAhead: 2 } }).run();
    expect(step).toMatchObject({ red: true, changes: [], error: { title: 'List not whole' } });
    expect(step.error?.message).toMatch(
      /So it is not certain which snapshot is meant\.\nNothing was changed\.\nRun again\./,
    );
  });

  test('that is in a list which is not whole: restored, and what could not be ruled out is told', async () => {
    const step = await restoring({ snapshot_id: '701' }, { api: { countAhead: 2 } }).run();
    expect(step).toMatchObject({ red: false, result: 'restored' });
    expect(step.warnings).toMatchObject([
      { title: 'List not whole', message: expect.stringContaining('a newer deploy could not be ruled out') },
    ]);
  });

  test('of another server than server_id', async () => {
    const step = await restoring({ snapshot_id: '702', server_id: '12345' }).run();
    expectMissed(
      step,
      'Which snapshot?',
      /^Snapshot 702 is of server 2, and server_id allows only 12345\.\n- snapshot 701 /,
    );
  });

  test.each(['in_progress', 'failed', 'weird'])('that is %s', async (status) => {
    const step = restoring({ snapshot_id: '700' });
    step.api.addSnapshot({ server, id: 700, status });
    await step.run();
    expectRefused(
      step,
      'Snapshot not complete',
      `Snapshot 700 of server 12345 (web-1) has the status "${status}"; only a completed one can be restored.`,
      /mode: wait and snapshot_id: 700\./,
    );
  });

  test('two of one server', async () => {
    const step = restoring({ snapshot_id: '701,703' });
    step.api.addSnapshot({ server, id: 703 });
    await step.run();
    expectRefused(
      step,
      'Two snapshots of one server',
      'More than one of the snapshots is of server 12345 (web-1)',
      /\nName one snapshot per server\.$/,
    );
  });

  test('several reasons at once', async () => {
    const step = restoring({ snapshot_id: '700,998,999' });
    step.api.addSnapshot({ server, id: 700, status: 'failed' });
    await step.run();
    expectMissed(step, 'Restore refused', /^Snapshot 998 .+\nSnapshot 999 .+\nSnapshot 700 /);
  });
});

describe('latest', () => {
  test('is the newest completed one that this repository made, whatever its letter case', async () => {
    const step = restoring({ snapshot_id: 'latest', server_id: '12345' });
    const description = marked({ repository: 'ACME/Shop', run: '4000' });
    step.api.addSnapshot({ server, id: 710, description, created_at: ago(1) });
    step.api.addSnapshot({ server, id: 711, description, created_at: ago(4) });
    step.api.addSnapshot({ server, id: 712, description, status: 'in_progress', created_at: ago(0) });
    step.api.addSnapshot({ server, id: 713, created_at: ago(0) });
    step.api.addSnapshot({
      server,
      id: 714,
      description: marked({ repository: 'acme/shop-2' }),
      created_at: ago(0),
    });
    await step.run();
    expect(step).toMatchObject({ red: false, result: 'restored', changes: ['POST /snapshots/710/restore/'] });
  });

  test('of each server', async () => {
    const step = await restoring({ snapshot_id: 'latest', server_id: '2 12345' }).run();
    expect(step.outputs).toMatchObject({ result: 'restored', snapshot_id: '702,701' });
  });

  test('of a server that has none: refused, the others are listed', async () => {
    const step = rehearsed({
      servers,
      inputs: { mode: 'restore', snapshot_id: 'latest', server_id: '12345' },
    });
    step.api.addSnapshot({ server, id: 700, name: 'by-hand', created_at: ago(1) });
    await step.run();
    expectMissed(
      step,
      'Which snapshot?',
      /^Server 12345 has no snapshot completed and made by acme\/shop\.\n- snapshot 700 \(by-hand\), completed, 5\.0 GB, 1h 00m old\n/,
    );
  });
});

describe('by name', () => {
  test('the one of that name', async () => {
    const step = await restoring({ name: 'one', server_id: '12345' }).run();
    expect(step).toMatchObject({ red: false, result: 'restored', changes: ['POST /snapshots/701/restore/'] });
  });

  test('none: the candidates are listed', async () => {
    const step = await restoring({ name: 'two', server_id: '12345' }).run();
    expectMissed(
      step,
      'Which snapshot?',
      /^Server 12345 has no snapshot named two\.\n- snapshot 701 \(one\), completed, 5\.0 GB, 3h 00m old\n/,
    );
  });

  test('two: both are listed', async () => {
    const step = restoring({ name: 'one', server_id: '12345' });
    step.api.addSnapshot({ server, id: 705, name: 'one' });
    await step.run();
    expectMissed(
      step,
      'Which snapshot?',
      /^Server 12345 has 2 snapshots named one\.\n- snapshot 705 .+\n- snapshot 701 /,
    );
  });
});

describe('max_age', () => {
  test.each([
    ['older', '2h', undefined, true],
    ['exactly so old', '3h', undefined, false],
    ['younger', '4h', undefined, false],
    ['the API’s clock is a day ahead', '4h', 24 * 3_600_000, false],
    ['the API’s clock is a day behind', '2h', -24 * 3_600_000, true],
  ])('%s', async (_, max_age, clockSkewMs = 0, refused) => {
    const step = await restoring(
      { snapshot_id: '701', max_age, wait: 'false' },
      { api: { clockSkewMs } },
    ).run();
    if (!refused) return expect(step).toMatchObject({ red: false, result: 'requested' });
    expectRefused(
      step,
      'Snapshot too old',
      'Snapshot 701 of server 12345 (web-1) is 3h 00m old; max_age allows 2h 00m.',
      /raise max_age if losing that much is meant\.$/,
    );
  });

  test('an age that the API does not tell', async () => {
    const step = restoring(
      { snapshot_id: '701', max_age: '2h' },
      {
        faults: [
          {
            when: { path: '/snapshots/' },
            do: {
              kind: 'echo',
              of: (answer) => JSON.parse(JSON.stringify(answer).replaceAll('created_at', 'made')),
            },
          },
        ],
      },
    );
    expectRefused(await step.run(), 'Snapshot too old', 'is of unknown age; max_age allows 2h 00m');
  });
});

describe('the runner is on that server', () => {
  test.each([
    ['IPv4', '701', ['10.0.0.1', '203.0.113.10'], true],
    ['IPv6, written in another way', '702', ['2001:0DB8:0::2'], true],
    ['IPv6 with a zone', '702', ['2001:db8::2%eth0'], true],
    ['other addresses', '701', ['203.0.113.11', 'fe80::1'], false],
    ['the other server’s', '701', ['2001:db8::2'], false],
  ])('%s', async (_, snapshot_id, addresses, refused) => {
    const step = await restoring({ snapshot_id, wait: 'false' }, { addresses }).run();
    if (!refused) return expect(step).toMatchObject({ red: false, result: 'requested' });
    expectRefused(
      step,
      'The runner is on that server',
      /^This job runs on server \d+ \(.+\) itself \(.+\)\. The restore would stop the server/,
      /Run the restore on another runner/,
    );
  });

  test('force restores all the same, for an address may only look alike', async () => {
    const step = await restoring(
      { snapshot_id: '701', force: 'true' },
      { addresses: ['203.0.113.10'] },
    ).run();
    expect(step).toMatchObject({ red: false, result: 'restored' });
  });

  test('a server without an address', async () => {
    const step = await restoring(
      { snapshot_id: '701', wait: 'false' },
      { servers: [{ id: server, ip_address: '' }, { id: 2 }], addresses: [''] },
    ).run();
    expect(step).toMatchObject({ red: false, result: 'requested' });
  });
});

describe('a newer deploy', () => {
  test('of another run: refused, with its run', async () => {
    const step = restoring({ snapshot_id: '701' });
    step.api.addSnapshot({ server, id: 709, name: 'newer', description: marked({ run: '4712' }) });
    await step.run();
    expectRefused(
      step,
      'A newer deploy would be lost',
      /^Snapshot 701 of server 12345 \(web-1\) is older than snapshot 709 \(newer\), which acme\/shop run 4712 took before its own deploy\. Restoring would wipe that deploy\./,
      /force: true restores all the same\. Give all workflows .+ the same concurrency group\.$/,
    );
  });

  test('of the same second: refused, for nobody knows which came first', async () => {
    const step = restoring({ snapshot_id: '701' });
    step.api.addSnapshot({ server, id: 709, name: 'newer', description: marked(), created_at: ago(3) });
    expectRefused(
      await step.run(),
      'A newer deploy would be lost',
      /^Snapshot 701 of server 12345 \(web-1\) is no newer than snapshot 709/,
    );
  });

  test('whose mark was lost: named by its run', async () => {
    const step = restoring({ snapshot_id: '701' });
    step.api.addSnapshot({ server, id: 709, name: 'gha-shop-4712-1-abcdef' });
    expectRefused(await step.run(), 'A newer deploy would be lost', /, which run 4712 took before/);
  });

  test('of nobody knows whom, where our own mark was lost: somebody’s', async () => {
    const step = restoring({ snapshot_id: '705' });
    step.api.addSnapshot({ server, id: 705, name: 'gha-shop-4711-1-abcdef', created_at: ago(1) });
    step.api.addSnapshot({ server, id: 709, name: 'by-hand' });
    expectRefused(await step.run(), 'A newer deploy would be lost', /, which somebody took before/);
  });

  test.each([
    ['of another repository', '701', { description: marked({ repository: 'acme/blog' }) }, {}, true],
    ['force', '701', { description: marked({ run: '4712' }) }, { force: 'true' }, false],
    ['in progress', '701', { description: marked({ run: '4712' }), status: 'in_progress' }, {}, true],
    ['unmarked', '701', { description: 'by hand' }, {}, false],
    ['of this run', '701', { description: marked({ run: '4711', nonce: '11111111-22222222' }) }, {}, false],
    ['of another server', '701', { server: 2, description: marked({ run: '4712' }) }, {}, false],
    ['older', '701', { description: marked({ run: '4712' }), created_at: ago(9) }, {}, false],
    ['an older run’s snapshot, named by hand', '699', { description: marked({ run: '4712' }) }, {}, false],
  ])('%s', async (_, snapshot_id, newer, inputs, refused) => {
    const step = restoring({ snapshot_id, wait: 'false', ...inputs });
    step.api.addSnapshot({ server, id: 699, description: marked({ run: '3999' }), created_at: ago(5) });
    step.api.addSnapshot({ server, id: 709, ...newer });
    await step.run();
    if (refused) expectRefused(step, 'A newer deploy would be lost');
    else expect(step).toMatchObject({ red: false, result: 'requested' });
  });
});

describe('a snapshot of an earlier attempt of this run', () => {
  test.each<[string, number, Record<string, string>, string, boolean]>([
    ['older than an hour', 2, {}, '2', true],
    ['an hour old', 1, {}, '2', false],
    ['older than an hour, with force', 2, { force: 'true' }, '2', false],
    ['older than an hour, but of this attempt', 2, {}, '1', false],
  ])('%s', async (_, hours, inputs, attempt, refused) => {
    const step = restoring({ snapshot_id: '705', wait: 'false', ...inputs }, { origin: { attempt } });
    step.api.addSnapshot({ server, id: 705, description: ours, created_at: ago(hours) });
    await step.run();
    if (!refused) return expect(step).toMatchObject({ red: false, result: 'requested' });
    expectRefused(
      step,
      'From an earlier attempt',
      /^Snapshot 705 of server 12345 \(web-1\) was taken by attempt 1 of this run, more than 1h 00m ago\./,
      /Re-run all jobs/,
    );
  });
});

describe('a snapshot of this run that lost its mark', () => {
  const generated = 'gha-shop-4711-1-abcdef';

  test.each<[string, object, boolean]>([
    ['a newer one of nobody knows whom, for that may have lost its mark too', { name: 'by-hand' }, true],
    ['a newer one of another run, by its name', { name: 'gha-shop-4712-1-abcdef' }, true],
    ['a newer one of another run, by its mark', { description: marked({ run: '4712' }) }, true],
    ['a newer one of this run, by its name', { name: 'gha-shop-4711-1-fedcba' }, false],
    ['an older one of nobody knows whom', { name: 'by-hand', created_at: ago(9) }, false],
  ])('beside %s', async (_, other, refused) => {
    const step = restoring({ snapshot_id: '705', wait: 'false' });
    step.api.addSnapshot({ server, id: 705, name: generated, created_at: ago(1) });
    step.api.addSnapshot({ server, id: 709, created_at: ago(0), ...other });
    await step.run();
    if (refused) expectRefused(step, 'A newer deploy would be lost');
    else expect(step).toMatchObject({ red: false, result: 'requested' });
  });

  test('and beside one by hand, when its own mark is there: restored', async () => {
    const step = restoring({ snapshot_id: '705', wait: 'false' });
    step.api.addSnapshot({ server, id: 705, name: generated, description: ours, created_at: ago(1) });
    step.api.addSnapshot({ server, id: 709, name: 'by-hand', created_at: ago(0) });
    expect(await step.run()).toMatchObject({ red: false, result: 'requested' });
  });
});

describe('snapshots without an owner', () => {
  const api = { ownerAs: 'none' } as const;

  test('are of the one server that is named beside them', async () => {
    const step = await restoring({ snapshot_id: '701', server_id: '12345' }, { api }).run();
    expect(step).toMatchObject({ red: false, result: 'restored' });
    expect(step.outputs).toMatchObject({ snapshot_id: '701', server_id: '12345' });
    expect(step.api.state.restores).toMatchObject([{ server, snapshot: 701 }]);
  });

  test.each<[string, Record<string, string>]>([
    ['of two servers nobody knows which', { server_id: '12345,2' }],
    ['without a server_id neither', {}],
  ])('%s: refused', async (_, inputs) => {
    const step = await restoring({ snapshot_id: '701', ...inputs }, { api }).run();
    expect(step).toMatchObject({ red: true, changes: [] });
  });

  test('newer ones are in the way of one that this run made, for they may be of its server', async () => {
    const step = restoring({ snapshot_id: '701', server_id: '12345' }, { api });
    step.api.addSnapshot({ server, id: 709, name: 'by-hand', created_at: ago(0) });
    expectRefused(await step.run(), 'A newer deploy would be lost');
  });
});

describe('the server', () => {
  test('is being restored already', async () => {
    const step = restoring({ snapshot_id: '701' });
    step.api.startRestore(server);
    await step.run();
    expect(step).toMatchObject({ red: true, result: 'failed', changes: [], error: { title: 'Server busy' } });
    expect(step.error?.message).toMatch(
      /^Snapshot 701 of server 12345 \(web-1\) cannot be restored: the server is being restored already.+\nNothing was changed\.\n.+force: true waits for it and restores over it\.$/,
    );
  });

  test('is being restored already, and force waits for that', async () => {
    const step = restoring({ snapshot_id: '701', force: 'true' });
    step.api.startRestore(server);
    await step.run();
    expect(step).toMatchObject({ red: false, result: 'restored', changes: ['POST /snapshots/701/restore/'] });
    expect(step.moments('POST', '/snapshots/701/restore/')[0]).toBeGreaterThanOrEqual(480_000);
    expect(step.api.state.restores).toHaveLength(2);
  });

  test('is being restored for longer than force has time to wait', async () => {
    const step = restoring({ snapshot_id: '701', force: 'true', timeout_minutes: '5' });
    step.api.startRestore(server);
    await step.run();
    expect(step).toMatchObject({
      red: true,
      result: 'timed_out',
      changes: [],
      error: { title: 'Server busy' },
    });
  });

  test.each([{}, { force: 'true' }])('is suspended, %o', async (inputs) => {
    const step = restoring({ snapshot_id: '701', ...inputs });
    step.api.setServerStatus(server, 'suspended');
    expectRefused(
      await step.run(),
      'Server suspended',
      'cannot be restored while the server is suspended',
      /Have it released at VPS\.org/,
    );
  });

  const without = { kind: 'echo', of: () => ({ results: [{ id: 2 }] }) } as const;

  test('is not among those that the token can see', async () => {
    const step = restoring(
      { snapshot_id: '701' },
      {
        faults: [{ when: { path: '/servers/' }, times: 999, do: without }],
      },
    );
    expectMissed(
      await step.run(),
      'Server not found',
      'belongs to a server that is not among those',
      /token belongs to the right account/,
    );
  });

  test('is missing in one list only: restored', async () => {
    const step = restoring(
      { snapshot_id: '701' },
      { faults: [{ when: { path: '/servers/' }, do: without }] },
    );
    expect(await step.run()).toMatchObject({ red: false, result: 'restored' });
  });

  test('list that does not come is an error before anything is requested', async () => {
    const step = await restoring(
      { snapshot_id: '701' },
      { faults: [{ when: { path: '/servers/' }, times: 999, do: { kind: 'html', status: 503 } }] },
    ).run();
    expect(step).toMatchObject({ red: true, changes: [] });
    expect(step.error?.message).toContain('Nothing was changed.');
  });
});

test.each([
  [{}, 'so the restore cannot be confirmed without ready_url.'],
  [{ ready_url: 'https://shop.example/up' }, 'so ready_url will have to prove the restore.'],
])('servers that may not be listed are told before the restore: %j', async (inputs, words) => {
  const api = { serversForbidden: true };
  const step = await restoring({ snapshot_id: '701', wait: 'false', ...inputs }, { api }).run();
  expect(step).toMatchObject({ red: false, result: 'requested' });
  expect(step.notices).toContainEqual(
    expect.objectContaining({ title: 'Servers not visible', message: expect.stringContaining(words) }),
  );
});

test('a dry run says what it would do', async () => {
  const step = await restoring({ snapshot_id: '701', dry_run: 'true' }).run();
  expect(step).toMatchObject({ red: false, result: 'planned', changes: [], endedAt: 0 });
  expect(step.lines).toContain('Would restore server 12345 (web-1) from snapshot 701 (one)');
  expect(step.outputs.snapshot_id).toBe('701');
});

test('a dry run refuses as the real one would', async () => {
  const step = await restoring({ snapshot_id: '999', dry_run: 'true' }).run();
  expectMissed(step, 'Snapshot not found');
});
