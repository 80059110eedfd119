import { describe, expect, test } from 'vitest';
import type { Effect } from '../../rehearsal/api/api.ts';
import { modes, servers, snapshots } from '../helpers/calls.ts';
import { afterTheJob, expectError, server, stage } from '../helpers/scenario.ts';

/** Looks as close as they may be: what the API only asks to wait for takes a share of them. */
const quick = { poll_interval_seconds: '0.02' };
const forever = Number.POSITIVE_INFINITY;

describe.concurrent('a list that does not show what is there', () => {
  const short: Effect = {
    kind: 'echo',
    of: (answer) => ({ ...(answer as object), results: [] }),
  };

  test('three times, to mode: restore, proves nothing', async () => {
    await using scene = await stage({ snapshots: [{ id: 802 }] });
    scene.api.fail({ when: snapshots, times: 3, do: short });
    const step = await scene.uses({ ...modes.restore.inputs, ...quick });
    expect(step).toMatchObject({ exitCode: 0, annotations: [], outputs: { result: 'restored' } });
  });

  test('three times, to the guard, proves nothing', async () => {
    await using scene = await stage();
    await scene.uses({ server_id: '12345', on_failure: 'restore,delete', ...quick });
    for (const when of [snapshots, servers]) scene.api.fail({ when, times: 3, do: short });
    expect(await scene.endsAs('failure')).toMatchObject({ exitCode: 0, summary: afterTheJob('restored') });
    expect(scene.ids).toEqual([]);
  });

  test('for ever, and says itself that it is not whole: not restored, and how much came is said', async () => {
    const faults = [{ when: snapshots, times: forever, do: short }];
    await using scene = await stage({ snapshots: [{ id: 802 }], faults });
    const step = await scene.uses({ ...modes.restore.inputs, ...quick });
    expectError(step, 'List not whole', '0 of 1', 'Nothing was changed.');
    expect(scene.changes).toEqual([]);
  });

  test('of which a later page has gone is read again', async () => {
    const all = Array.from({ length: 45 }, (_, index) => ({ id: index + 1, server }));
    const faults = [
      { when: { ...snapshots, query: /page=2/ }, do: { kind: 'status', status: 404 } as const },
    ];
    await using scene = await stage({
      form: 'client',
      api: { largestPage: 20 },
      snapshots: all,
      faults,
    });
    const step = await scene.uses({ mode: 'list' });
    expect(step).toMatchObject({ exitCode: 0, annotations: [] });
    expect(JSON.parse(step.outputs.snapshots ?? '')).toHaveLength(45);
  });

  test.each([
    ['links to an address of the proxy’s own', { nextOrigin: 'http://10.0.0.5:9000' }],
    ['no links, and a count that is larger than the page', { nextMissing: true }],
  ] as const)('at once, but in pages with %s', async (_, api) => {
    const all = Array.from({ length: 31 }, (__, index) => ({ id: index + 1, server }));
    await using scene = await stage({ form: 'client', api, snapshots: all });
    const step = await scene.uses({ mode: 'list' });
    expect(step).toMatchObject({ exitCode: 0, annotations: [] });
    expect(JSON.parse(step.outputs.snapshots ?? '')).toHaveLength(31);
  });
});
