import { describe, expect, test } from 'vitest';
import { rehearsed, type Setting, server } from '../helpers/rehearsed.ts';

const servers = [
  { id: server, name: 'web-1' },
  { id: 2, name: 'db-1' },
];
const deletes = { method: 'DELETE' };

function deleting(inputs: Record<string, string>, rest: Parameters<typeof rehearsed>[0] = {}) {
  const step = rehearsed({ servers, ...rest, inputs: { mode: 'delete', ...inputs } });
  if (rest.after) return step;
  const old = { created_at: '2026-11-20T11:00:00Z' };
  step.api.addSnapshot({ server, id: 701, name: 'one', ...old });
  step.api.addSnapshot({ server, id: 702, name: 'two', ...old });
  step.api.addSnapshot({ server: 2, id: 703, name: 'one', ...old });
  return step;
}

describe('by id', () => {
  test('deletes that one', async () => {
    const step = await deleting({ snapshot_id: '701' }).run();
    expect(step).toMatchObject({ red: false, changes: ['DELETE /snapshots/701/'], annotations: [] });
    expect(step.outputs).toMatchObject({
      ...{ result: 'deleted', deleted_ids: '[701]', snapshot_id: '', server_id: '12345' },
    });
    expect(step.lines).toContain('Snapshot 701 (one) of server 12345 (web-1) is deleted.');
    expect(step.summary).toContain('server 12345: 1 of 5');
    expect(step.api.snapshots().map(({ id }) => id)).toEqual([703, 702]);
  });

  test('deletes several', async () => {
    const step = await deleting({ snapshot_id: '703,701', server_id: '12345 2' }).run();
    expect(step.outputs).toMatchObject({ result: 'deleted', deleted_ids: '[703,701]' });
    expect(step.api.snapshots().map(({ id }) => id)).toEqual([702]);
  });

  test('refuses one of another server than server_id, before any of them', async () => {
    const step = await deleting({ snapshot_id: '701,703', server_id: '12345' }).run();
    expect(step).toMatchObject({ red: true, result: 'failed', changes: [] });
    expect(step.error?.message).toMatch(
      /^Snapshot 703 is of server 2, and server_id allows only 12345\.\n- snapshot 70/,
    );
    expect(step.error?.message).toContain('Nothing was changed.');
  });

  test('says in a dry run what it would delete', async () => {
    const step = await deleting({ snapshot_id: '701,999', dry_run: 'true' }).run();
    expect(step).toMatchObject({ red: false, result: 'planned', changes: [] });
    expect(step.lines).toContain('Would delete snapshot 701 (one) of server 12345 (web-1)');
    expect(step.lines).toContain('Would delete snapshot 999, which no list shows');
  });

  test('deletes one that no list shows yet', async () => {
    const first = await rehearsed({
      servers,
      api: { snapshotListLagMs: 60_000 },
      inputs: { server_id: '2', wait: 'false' },
    }).run();
    const step = await deleting({ snapshot_id: '801' }, { after: first }).run();
    expect(step).toMatchObject({ red: false, result: 'deleted', changes: ['DELETE /snapshots/801/'] });
    expect(step.lines).toContain('Snapshot 801 is deleted.');
  });
});

describe('by name', () => {
  test('deletes the one of that name', async () => {
    const step = await deleting({ name: 'one', server_id: '12345' }).run();
    expect(step).toMatchObject({ red: false, result: 'deleted', changes: ['DELETE /snapshots/701/'] });
  });

  test('of each server', async () => {
    const step = await deleting({ name: 'one', server_id: '12345,2' }).run();
    expect(step.outputs).toMatchObject({ result: 'deleted', deleted_ids: '[701,703]' });
  });

  test.each(['on', 'one*', 'ONE', 'none'])('%s matches none: never by pattern', async (name) => {
    const step = await deleting({ name, server_id: '12345' }).run();
    expect(step).toMatchObject({ red: true, result: 'failed', changes: [] });
    if (name === 'one*') return expect(step.error?.title).toBe('Input name');
    expect(step.error?.message.split('\n')).toEqual([
      `Server 12345 has no snapshot named ${name}.`,
      '- snapshot 702 (two), completed, 5.0 GB, 1h 00m old',
      '- snapshot 701 (one), completed, 5.0 GB, 1h 00m old',
      'Nothing was changed.',
      'Name exactly one snapshot per server by its snapshot_id.',
    ]);
  });

  test('two of that name: refused, both are listed', async () => {
    const step = deleting({ name: 'one', server_id: '12345,2' });
    step.api.addSnapshot({ server, id: 704, name: 'one' });
    await step.run();
    expect(step).toMatchObject({ red: true, changes: [] });
    expect(step.error?.message).toMatch(
      /^Server 12345 has 2 snapshots named one\.\n- snapshot 704 .+\n- snapshot 701 /,
    );
  });
});

describe('gone already', () => {
  test('a notice, for the DELETE and the list agree', async () => {
    const step = await deleting({ snapshot_id: '999' }).run();
    expect(step).toMatchObject({ red: false, changes: ['DELETE /snapshots/999/'] });
    expect(step.outputs).toMatchObject({ result: 'already_absent', snapshot_id: '', deleted_ids: '[]' });
    expect(step.annotations).toEqual([
      {
        level: 'notice',
        title: 'Already gone',
        message: 'Snapshot 999 does not exist (any more). Nothing was deleted.',
      },
    ]);
    expect(step.ledger.at(-1)).toMatchObject({ method: 'GET', path: '/snapshots/' });
  });

  test('meanwhile', async () => {
    const step = deleting(
      { snapshot_id: '701' },
      {
        asked: (method, _path, self) => {
          if (method === 'DELETE') self.api.removeSnapshot(701);
        },
      },
    );
    await step.run();
    expect(step.result).toBe('already_absent');
    expect(step.notices[0]?.message).toContain('Snapshot 701 (one) of server 12345 (web-1) does not exist');
  });

  test('one of two', async () => {
    const step = await deleting({ snapshot_id: '999,701' }).run();
    expect(step.outputs).toMatchObject({ result: 'deleted', deleted_ids: '[701]' });
    expect(step.notices).toHaveLength(1);
  });

  test('a list that lags is given time to agree', async () => {
    const step = deleting({ snapshot_id: '701' }, { api: { snapshotListLagMs: 12_000 } });
    step.api.removeSnapshot(701);
    await step.run();
    expect(step).toMatchObject({ red: false, result: 'already_absent', endedAt: 15_000 });
  });

  test('but still listed: red', async () => {
    const step = await deleting(
      { snapshot_id: '701' },
      { faults: [{ when: deletes, do: { kind: 'status', status: 404 } }] },
    ).run();
    expect(step).toMatchObject({ red: true, result: 'failed', endedAt: 20_000 });
    expect(step.error).toEqual({
      level: 'error',
      title: 'Not deleted',
      message: [
        'VPS.org says that it does not know snapshot 701 (one) of server 12345 (web-1), and still lists it.',
        'Nothing was changed.',
        'Look at it at VPS.org, and run again.',
      ].join('\n'),
    });
    expect(step.outputs.snapshot_id).toBe('701');
  });

  test('but still listed: twenty seconds of looks at a fixed interval too', async () => {
    const step = await deleting(
      { snapshot_id: '701', poll_interval_seconds: '3' },
      { faults: [{ when: deletes, do: { kind: 'status', status: 404 } }] },
    ).run();
    expect(step).toMatchObject({ red: true, endedAt: 21_000 });
  });

  test('but there is no time to see whether the list agrees', async () => {
    const step = await deleting(
      { snapshot_id: '701', timeout_minutes: '0.1' },
      { faults: [{ when: deletes, do: { kind: 'status', status: 404 } }] },
    ).run();
    expect(step).toMatchObject({ red: true, result: 'failed' });
    expect(step.endedAt).toBeLessThanOrEqual(6_000);
  });
});

describe('with a server to check', () => {
  test('one that no list shows is not touched, for it cannot be checked', async () => {
    const step = await deleting({ snapshot_id: '999', server_id: '12345' }).run();
    expect(step).toMatchObject({ red: false, result: 'already_absent', changes: [] });
    expect(step.endedAt).toBeGreaterThanOrEqual(20_000);
  });

  test('one that a list shows late is checked', async () => {
    const without = (answer: unknown) => {
      const { results } = answer as { results: { id: number }[] };
      const shown = results.filter(({ id }) => id !== 703);
      return { count: shown.length, next: null, previous: null, results: shown };
    };
    const when = { method: 'GET', path: '/snapshots/' };
    const lagging: Setting = { faults: [{ when, times: 3, do: { kind: 'echo', of: without } }] };
    const late = deleting({ snapshot_id: '703', server_id: '12345' }, lagging);
    await late.run();
    expect(late).toMatchObject({ red: true, changes: [], error: { title: 'Which snapshot?' } });
    const right = deleting({ snapshot_id: '703', server_id: '2' }, lagging);
    await right.run();
    expect(right).toMatchObject({ red: false, result: 'deleted', changes: ['DELETE /snapshots/703/'] });
  });

  test('nor when the time is over first', async () => {
    const step = await deleting({ snapshot_id: '999', server_id: '12345', timeout_minutes: '0.1' }).run();
    expect(step).toMatchObject({ red: true, result: 'timed_out', changes: [] });
    expect(step.error?.message).toMatch(
      /^Not every list shows snapshot 999, so the server cannot be checked/,
    );
    expect(step.endedAt).toBeLessThanOrEqual(6_000);
  });
});

describe('refused by the API', () => {
  test.each([
    [409, 'Conflict', 'The server or snapshot is busy.'],
    [403, 'Forbidden', 'The token is not allowed to do this.'],
    [400, 'Bad Request', 'That is the API’s own reason'],
  ])('%i', async (status, words, next) => {
    const step = await deleting(
      { snapshot_id: '701,702' },
      {
        faults: [
          { when: { ...deletes, path: '/snapshots/701/' }, times: 999, do: { kind: 'status', status } },
        ],
      },
    ).run();
    expect(step).toMatchObject({ red: true, error: { title: 'Not deleted' } });
    expect(step.moments('DELETE', '/snapshots/701/').length > 1).toBe(status === 409);
    expect(step.endedAt).toBeLessThanOrEqual(10 * 60_000);
    expect(step.outputs).toMatchObject({ result: 'failed', deleted_ids: '[702]', snapshot_id: '701' });
    const [what, changed, hint] = step.error?.message.split('\n') ?? [];
    expect(what).toBe(
      `Snapshot 701 (one) of server 12345 (web-1) was not deleted. VPS.org answered ${status} to DELETE /snapshots/701/: ${words}.`,
    );
    expect(changed).toBe('Snapshot 702 (two) of server 12345 (web-1) was deleted.');
    expect(hint).toContain(next);
    expect(step.snapshots).toMatchObject([{ result: 'failed', remark: what }, { result: 'deleted' }]);
  });

  test('in progress', async () => {
    const step = deleting({ snapshot_id: '700' }, { api: { deleteInProgress: 'refuse' } });
    step.api.addSnapshot({ server, id: 700, status: 'in_progress' });
    await step.run();
    expect(step).toMatchObject({ red: true, result: 'failed' });
    expect(step.error?.message).toContain('Nothing was changed.');
  });

  test('all of them', async () => {
    const step = await deleting(
      { snapshot_id: '701,702' },
      { faults: [{ when: deletes, times: 999, do: { kind: 'status', status: 409 } }] },
    ).run();
    expect(step).toMatchObject({ red: true, error: { title: '2 of 2 failed' } });
    expect(step.endedAt).toBeGreaterThan(8 * 60_000);
  });

  test.each([409, 423, 425, 429])('%i twice: asked again, then deleted', async (status) => {
    const step = await deleting(
      { snapshot_id: '701' },
      { faults: [{ when: deletes, times: 2, do: { kind: 'status', status } }] },
    ).run();
    expect(step).toMatchObject({ red: false, result: 'deleted', annotations: [] });
    expect(step.changes).toHaveLength(3);
  });
});

describe('an unclear answer', () => {
  test.each([true, false])('is asked for again, carried out: %s', async (processed) => {
    const step = await deleting(
      { snapshot_id: '701' },
      { faults: [{ when: deletes, times: 2, do: { kind: 'reset', processed } }] },
    ).run();
    expect(step).toMatchObject({ red: false, result: 'deleted', annotations: [] });
    expect(step.changes).toHaveLength(3);
    expect(step.outputs.deleted_ids).toBe('[701]');
  });

  test('until the deadline: red, and it may be gone', async () => {
    const step = await deleting(
      { snapshot_id: '701', timeout_minutes: '1' },
      { faults: [{ when: deletes, times: 99, do: { kind: 'reset', processed: true } }] },
    ).run();
    expect(step).toMatchObject({ red: true, error: { title: 'Deletion not certain' } });
    expect(step.error?.message).toMatch(/^Snapshot 701 .+ may or may not have been deleted\. No answer/);
    expect(step.error?.message).toContain(
      'The deletion of snapshot 701 (one) of server 12345 (web-1) was requested.',
    );
    expect(step.endedAt).toBeLessThanOrEqual(60_000);
  });

  test('and a refusal after it: still unclear', async () => {
    const step = await deleting(
      { snapshot_id: '701' },
      {
        faults: [
          { when: deletes, do: { kind: 'html', processed: true } },
          { when: deletes, do: { kind: 'status', status: 403 } },
        ],
      },
    ).run();
    expect(step).toMatchObject({ red: true, result: 'failed', error: { title: 'Deletion not certain' } });
    expect(step.error?.message).not.toContain('Nothing was changed.');
    expect(step.error?.message).toContain('answered 403');
  });
});
