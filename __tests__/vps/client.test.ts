import { describe, expect, test } from 'vitest';
import { type ApiOptions, uuidOf } from '../../rehearsal/api/api.ts';
import { connected, order } from '../helpers/connected.ts';
import { errorOf } from '../helpers/errors.ts';
import { id, ids } from '../helpers/ids.ts';

describe('endpoints', () => {
  test('a snapshot is made, listed, restored and deleted', async () => {
    const { clock, vps, lines } = connected();
    const made = await clock.run(vps.createSnapshot(order));
    expect(made).toEqual({
      ...{ id: id(801), server: { id: id(12345), name: 'web-1' }, name: 'pre', status: 'in_progress' },
      ...{ sizeMb: null, createdAt: '2026-11-20T12:00:00Z', description: order.description },
    });
    await clock.advance(600_000);
    expect(await clock.run(vps.listSnapshots())).toEqual([{ ...made, status: 'completed', sizeMb: 5120 }]);
    expect(await clock.run(vps.restoreSnapshot(id(801)))).toBeUndefined();
    expect((await clock.run(vps.listServers())).map(({ status }) => status)).toEqual(['restoring', 'active']);
    expect(await clock.run(vps.deleteSnapshot(id(801)))).toBe('deleted');
    expect(await clock.run(vps.deleteSnapshot(id(801)))).toBe('absent');
    expect(lines()).toEqual([
      'POST /snapshots/ 201',
      'GET /snapshots/ 200',
      'POST /snapshots/801/restore/ 200',
      'GET /servers/ 200',
      'DELETE /snapshots/801/ 204',
      'DELETE /snapshots/801/ 404',
    ]);
  });
});

describe('what a user calls by another id than the lists do', () => {
  async function asked(api: ApiOptions, act: (all: ReturnType<typeof connected>) => Promise<unknown>) {
    const all = connected({ api });
    all.api.addSnapshot({ server: 12345, id: 801 });
    await all.clock.run(all.vps.listSnapshots());
    const found = await all.clock.run(act(all));
    return { found, lines: all.lines().slice(1) };
  }

  test.each<[string, ApiOptions, string[], string[], number]>([
    ['an integer, as shown', {}, ['12345'], ['12345'], 0],
    ['an integer that nobody shows', {}, ['999'], ['999'], 0],
    ['a UUID, as shown', { form: 'client' }, [uuidOf(12345)], [uuidOf(12345)], 0],
    ['a UUID of a server that shows both', { form: 'both' }, [uuidOf(12345)], ['12345'], 0],
    ['a UUID of one without snapshots', { form: 'both' }, [uuidOf(7)], ['7'], 1],
    ['the same one by both', { form: 'both' }, ['12345', uuidOf(12345)], ['12345'], 0],
    [
      'the same one by both, owners as integers',
      { form: 'both', ownerAs: 'plain' },
      ['12345', uuidOf(12345)],
      ['12345'],
      1,
    ],
    ['a UUID where integers are shown', {}, [uuidOf(12345)], [uuidOf(12345)], 1],
    ['an integer where UUIDs are shown', { form: 'client' }, ['12345'], ['12345'], 1],
    [
      'a UUID, and servers may not be listed',
      { form: 'both', ownerAs: 'plain', serversForbidden: true },
      [uuidOf(12345)],
      [uuidOf(12345)],
      1,
    ],
  ])('is found: a server by %s', async (_, api, named, expected, looks) => {
    const { found, lines } = await asked(api, ({ vps }) => vps.serverIds(ids(...named)));
    expect(found).toEqual(expected);
    expect(lines).toHaveLength(looks);
  });

  test.each<[ApiOptions['form'] & string, string, string]>([
    ['documented', '801', '801'],
    ['client', uuidOf(801), uuidOf(801)],
    ['both', uuidOf(801), '801'],
    ['both', uuidOf(999), uuidOf(999)],
  ])('is found: a snapshot, %s, %s', async (form, named, expected) => {
    const { found } = await asked({ form }, async ({ vps }) => vps.snapshotIds(ids(named, named)));
    expect(found).toEqual([expected]);
  });
});

describe('snapshots that show their server by its UUID only', () => {
  /** As if owners were written by an older part of the API. */
  const byUuid = (answer: unknown) => {
    const { results, ...rest } = answer as { results: { id: number }[] };
    return {
      ...rest,
      results: results.map(({ id }) => ({ id, status: 'completed', server: uuidOf(12345) })),
    };
  };

  test('are brought together with it by one look at the servers', async () => {
    const { api, clock, vps, lines } = connected({ api: { form: 'both' } });
    api.addSnapshot({ server: 12345, id: 801 });
    api.fail({ when: { path: '/snapshots/' }, times: 9, do: { kind: 'echo', of: byUuid } });
    for (let look = 0; look < 3; look += 1)
      expect(await clock.run(vps.listSnapshots())).toMatchObject([{ id: '801', server: { id: '12345' } }]);
    expect(lines().filter((line) => line.startsWith('GET /servers/'))).toHaveLength(1);
  });

  test('keep it where servers may not be listed', async () => {
    const { api, clock, vps } = connected({ api: { form: 'both', serversForbidden: true } });
    api.addSnapshot({ server: 12345, id: 801 });
    api.fail({ when: { path: '/snapshots/' }, times: 9, do: { kind: 'echo', of: byUuid } });
    expect(await clock.run(vps.listSnapshots())).toMatchObject([{ server: { id: uuidOf(12345) } }]);
  });
});

test.each<[ApiOptions['form'] & string, string]>([
  ['documented', 'integers'],
  ['client', 'UUIDs only'],
  ['both', 'integers'],
])('the form that was met is told once in the debug log: %s', async (form, words) => {
  const { clock, vps, log } = connected({ api: { form } });
  await clock.run(vps.listServers());
  await clock.run(vps.listServers());
  await clock.run(vps.listSnapshots());
  expect(log.lines.filter((line) => line.includes('shows ids'))).toEqual([
    `debug This account’s API shows ids as ${words}.`,
  ]);
});

test('a list of snapshots that name no server costs no other request', async () => {
  const { api, clock, vps, lines } = connected({ api: { ownerAs: 'none' } });
  api.addSnapshot({ server: 12345, id: 801 });
  await clock.run(vps.listSnapshots());
  expect(lines()).toEqual(['GET /snapshots/ 200']);
});

describe('the power of a server that was not listed in this step', () => {
  const page = { kind: 'html', status: 404 } as const;

  test('is asked for at once, and after a 404 by the id that the list shows', async () => {
    const { api, clock, vps, lines } = connected({ api: { form: 'both' } });
    api.fail({ when: { path: '/servers/12345/power/' }, do: page });
    await clock.run(vps.power(id(12345), 'stop'));
    expect(lines()).toEqual([
      'POST /servers/12345/power/ 404',
      'GET /servers/ 200',
      `POST /servers/${uuidOf(12345)}/power/ 200`,
    ]);
  });

  test.each<[string, ApiOptions, boolean]>([
    ['has no other id', {}, false],
    ['may not be listed', { form: 'both', serversForbidden: true }, false],
    ['gets a last word, for which there is no time', { form: 'both' }, true],
  ])('is an error when it %s', async (_, options, isLastWord) => {
    const { api, clock, vps } = connected({ api: options });
    api.fail({ when: { path: '/servers/12345/power/' }, do: page });
    const error = await errorOf(clock.run(vps.power(id(12345), 'start', { isLastWord })));
    expect(error).toMatchObject({ status: 404, endpoint: 'POST /servers/12345/power/' });
  });
});
