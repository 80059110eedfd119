import { describe, expect, test } from 'vitest';
import type { Api } from '../../rehearsal/api/api.ts';
import { alter, type Behaviour, client, minute, without } from './interviewed.ts';
import { lines, onStage, type Started, started, statusOf } from './started.ts';

type Before = NonNullable<Started['before']>;

const walk = (behaviour: Behaviour, before?: Before) =>
  started(behaviour, { argv: onStage, ...(before && { before }) });
const power = (api: Api) => api.state.powerActions.map(({ action }) => action);
const create = { method: 'POST', path: /\/snapshot\/$/ };
const switching = { method: 'POST', path: /\/power\/$/ };

/** Interrupts before the first request after the second snapshot was begun: the server stands still. */
const whileItStands: Before = once(
  (_, api) => api.snapshots().length === 26 && api.state.powerActions.length === 1,
);

function once(isMoment: (line: string, api: Api) => boolean): Before {
  const met = new WeakSet<Api>();
  return (line, { api, interrupt }) => {
    if (met.has(api) || !isMoment(line, api)) return;
    met.add(api);
    interrupt();
  };
}

describe('whoever stops a server starts it', () => {
  test.each<[string, Behaviour, Before?]>([
    ['interrupted while it stands still', client, whileItStands],
    [
      'interrupted, and busy with the snapshot',
      { ...client, startWhileSnapshotting: 'refuse' },
      whileItStands,
    ],
    [
      'interrupted before the stop has begun',
      { ...client, powerStartsAfterMs: minute },
      once((line, api) => line.startsWith('GET') && api.state.powerActions.length === 1),
    ],
    ['interrupted while the stop is on its way', client, once((line) => line.includes('"stop"'))],
    ['its snapshot refused', { ...client, limit: 1 }],
    [
      'the answer to the stop lost',
      { ...client, given: (api) => api.fail({ when: switching, do: { kind: 'reset', processed: true } }) },
    ],
    [
      'the answer to the start lost',
      {
        ...client,
        given: (api) => api.fail({ when: switching, after: 1, do: { kind: 'reset', processed: false } }),
      },
    ],
    [
      'the stop carried out when nobody expects it',
      {
        ...client,
        given: (api) =>
          api.fail({ when: switching, do: { kind: 'html', processed: { afterMs: 2 * minute } } }),
      },
    ],
    ['the stop without effect at first', { ...client, powerStartsAfterMs: 5.5 * minute }],
    ['the snapshot never complete', { ...client, createMs: () => (creates++ === 0 ? minute : 600 * minute) }],
  ])('%s', async (_, behaviour, before) => {
    creates = 0;
    const { api, clock } = await walk(behaviour, before);
    expect(power(api)).toContain('stop');
    expect(statusOf(api)).toBe('active');
    await clock.sleep(30 * minute, new AbortController().signal);
    expect(statusOf(api)).toBe('active');
  });

  let creates = 0;

  test('interrupted twice, it says what is left to do', async () => {
    const hurries = once((line, met) => {
      const isStart = line.includes('"start"');
      if (isStart) met.fail({ when: switching, do: { kind: 'reset', processed: false } });
      return isStart;
    });
    const { api, code, said } = await walk(client, (line, at) => {
      whileItStands(line, at);
      hurries(line, at);
    });
    expect(code).toBe(130);
    expect(statusOf(api)).toBe('stopped');
    expect(said).toMatch(
      /Left behind: The server was stopped by this kit.*curl .*-d '{"action":"start"}' https:\S+\/power\//,
    );
  });

  test('a server that nobody here stopped is left alone', async () => {
    const { api, code, said } = await walk(
      client,
      once((_, met) => met.snapshots().length === 25),
    );
    expect(code).toBe(130);
    expect(power(api)).toEqual([]);
    expect(said).toMatch(
      /Left behind: Snapshot \S+ \(conformance-\S+-running\)\. Delete it: curl .* -X DELETE \S+/,
    );
  });

  test('a server that is stopped after its restore is started once', async () => {
    const { api, code } = await walk({ ...client, afterRestore: 'stopped' });
    expect(code).toBe(0);
    expect(power(api)).toEqual(['stop', 'start', 'start']);
    expect(statusOf(api)).toBe('active');
  });

  test('where power is not offered it is named', async () => {
    const { said } = await walk({ ...client, afterRestore: 'stopped', power: 'absent' });
    expect(said).toContain('Left behind: The server stands still after its restore');
  });
});

describe('what is left behind is named', () => {
  test('a snapshot that no list shows', async () => {
    const { code, said } = await walk({ ...client, createAnswer: 'empty', snapshotListLagMs: 60 * minute });
    expect(code).toBe(1);
    expect(said).toMatch(/Left behind: A snapshot conformance-\S+-running may exist whose id is not known/);
  });

  test('a restore whose end was not seen', async () => {
    const { code, said } = await walk(
      client,
      once((_, api) => api.state.restores.length > 0),
    );
    expect(code).toBe(130);
    expect(said).toContain('Left behind: A restore of the server was asked for');
  });

  test('a snapshot, where the API asks to wait for longer than the kit does', async () => {
    const headers = { 'retry-after': '3600' };
    const { code, said } = await walk({
      ...client,
      given: (api) =>
        api.fail({ when: { method: 'POST', path: /restore/ }, do: { kind: 'status', status: 429, headers } }),
    });
    expect(code).toBe(1);
    expect(said).toContain('0 contradicts');
    expect(said).toMatch(/asks to wait 60 m 00 s[\s\S]*Left behind: Snapshot \S+ \(conformance-\S+-running/);
  });

  test('a snapshot that shows no id, for nothing is asked without one', async () => {
    const { api, code, said } = await walk({
      ...client,
      createAnswer: 'empty',
      given: (one) => alter(one, '/snapshots/', without('uuid')),
    });
    expect(code).toBe(1);
    expect(said).toMatch(/shows no id[\s\S]*may exist whose id is not known/);
    expect(lines(api)).toHaveLength(1);
  });

  test('nothing when the first request is refused', async () => {
    const { api, code, said } = await walk({ ...client, limit: 0 });
    expect(code).toBe(1);
    expect(api.ledger.filter(({ method, path }) => method === 'POST' && create.path.test(path)).length).toBe(
      2,
    );
    expect(said).not.toContain('Left behind');
  });
});

test('a request that changes something is let finish: its outcome would be unknown', async () => {
  const { api, said } = await walk(
    client,
    once((line) => line.includes('"label"')),
  );
  const [made] = api.snapshots().filter(({ name }) => name.startsWith('conformance'));
  expect(made).toBeDefined();
  expect(said).toContain(`Left behind: Snapshot ${api.shownId(made?.id ?? 0)} (`);
});
