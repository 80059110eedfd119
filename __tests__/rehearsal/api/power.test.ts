import { describe, expect, test } from 'vitest';
import { type ApiOptions, type Form, uuidOf } from '../../../rehearsal/api/api.ts';
import { minute, rehearse, start } from './calls.ts';

const second = 1_000;

function powered(options: ApiOptions = {}) {
  const rehearsal = rehearse({ form: 'client', ...options });
  const id = rehearsal.api.shownId(12345);
  return {
    ...rehearsal,
    power: (action: unknown) => rehearsal.call(`POST /servers/${id}/power/`, { body: { action } }),
    status: () => rehearsal.api.servers()[0]?.status,
  };
}

describe('what an action does', () => {
  test.each<[string, string, [number, string][]]>([
    [
      'stop',
      'active',
      [
        [0, 'stopping'],
        [20, 'stopped'],
      ],
    ],
    ['hard_stop', 'active', [[0, 'stopped']]],
    [
      'start',
      'stopped',
      [
        [0, 'starting'],
        [40, 'active'],
      ],
    ],
    [
      'restart',
      'active',
      [
        [0, 'stopping'],
        [20, 'starting'],
        [60, 'active'],
      ],
    ],
  ])('%s', async (action, before, stages) => {
    const { api, power, status, pass, results } = powered();
    api.setServerStatus(12345, before);
    expect(await power(action)).toMatchObject({ status: 200, json: { status: 'success' } });
    let passed = 0;
    for (const [seconds, expected] of stages) {
      pass((seconds - passed) * second);
      passed = seconds;
      expect(status()).toBe(expected);
      expect(await results('/servers/')).toMatchObject([{ status: expected }]);
    }
    expect(api.state.powerActions).toEqual([{ at: start, server: 12345, action }]);
  });

  test('how long it takes and which words it shows are options', async () => {
    const { power, status, pass } = powered({
      powerStartsAfterMs: 5 * second,
      stopTakesMs: (id) => id,
      startTakesMs: 7 * second,
      statusWhileStopping: 'going',
      statusWhenStopped: 'off',
      statusWhileStarting: 'coming',
      statusWhenStarted: 'running',
    });
    const seen: (string | undefined)[] = [];
    const look = (ms: number) => {
      pass(ms);
      seen.push(status());
    };
    await power('stop');
    for (const ms of [5 * second - 1, 1, 12_344, 1]) look(ms);
    await power('start');
    for (const ms of [5 * second, 7 * second]) look(ms);
    expect(seen).toEqual(['active', 'going', 'going', 'off', 'coming', 'running']);
  });

  test('a start overtakes a stop', async () => {
    const { power, status, pass } = powered();
    await power('stop');
    await power('start');
    expect(status()).toBe('starting');
    pass(40 * second);
    expect(status()).toBe('active');
  });
});

describe('power', () => {
  test.each<[ApiOptions, number, string]>([
    [{ power: 'offered' }, 200, 'stopping'],
    [{ power: 'refused' }, 403, 'active'],
    [{ power: 'method' }, 405, 'active'],
    [{ power: 'absent' }, 404, 'active'],
    [{ power: 'ineffective' }, 200, 'active'],
    [{ form: 'documented' }, 404, 'active'],
    [{ form: 'documented', power: 'offered' }, 200, 'stopping'],
    [{ form: 'both' }, 200, 'stopping'],
  ])('%o: %i', async (options, expected, after) => {
    const { api, power, status } = powered(options);
    const answer = await power('stop');
    expect(answer.status).toBe(expected);
    expect(answer.headers['content-type']).toBe(expected === 404 ? 'text/html' : 'application/json');
    expect(status()).toBe(after);
    expect(api.state.powerActions).toHaveLength(expected === 200 ? 1 : 0);
  });

  test.each<[Form, string, number]>([
    ['client', '12345', 404],
    ['client', uuidOf(12345), 200],
    ['both', '12345', 200],
    ['both', uuidOf(12345), 200],
  ])('%s by %s: %i', async (form, id, status) => {
    const { call } = powered({ form });
    expect(await call(`POST /servers/${id}/power/`, { body: { action: 'stop' } })).toMatchObject({ status });
  });

  test.each<[ApiOptions['powerAnswer'] & string, number, unknown]>([
    ['message', 200, { status: 'success', message: 'Power action "stop" initiated.' }],
    ['accepted', 202, { status: 'success', message: 'Power action "stop" initiated.' }],
    ['empty', 204, undefined],
  ])('powerAnswer: %s', async (powerAnswer, status, json) => {
    const { power } = powered({ powerAnswer });
    expect(await power('stop')).toMatchObject({ status, json });
  });
});

describe('what is refused', () => {
  test.each<[unknown, string]>([
    ['reboot', '"reboot" is not a valid choice.'],
    [undefined, 'This field is required.'],
    [1, '"1" is not a valid choice.'],
  ])('the action %j', async (action, text) => {
    const { power } = powered();
    expect(await power(action)).toMatchObject({ status: 400, json: { action: [text] } });
  });

  test('what is no JSON', async () => {
    const { call } = powered();
    const answer = await call(`POST /servers/${uuidOf(12345)}/power/`, { body: 'stop' });
    expect(answer).toMatchObject({
      status: 400,
      json: { detail: expect.stringContaining('JSON parse error') },
    });
  });

  test('a server that is not there', async () => {
    const { call } = powered();
    const answer = await call(`POST /servers/${uuidOf(1)}/power/`, { body: { action: 'stop' } });
    expect(answer).toMatchObject({ status: 404, json: { detail: 'No Server matches the given query.' } });
  });

  test.each([
    ['start', 'active', 400, 'Server is already running.'],
    ['stop', 'stopped', 400, 'Server is already stopped.'],
    ['start', 'suspended', 403, 'Server is suspended.'],
    ['stop', 'restoring', 409, 'Server is being restored.'],
  ])('to %s a server that is %s', async (action, before, status, detail) => {
    const { api, power } = powered();
    api.setServerStatus(12345, before);
    expect(await power(action)).toMatchObject({ status, json: { detail } });
    expect(api.state.powerActions).toEqual([]);
    expect(api.servers()).toMatchObject([{ status: before }]);
  });

  test('repeatedPower', async () => {
    const { api, power, status } = powered({ repeatedPower: 'allow' });
    expect([(await power('start')).status, status()]).toEqual([200, 'active']);
    expect(api.state.powerActions).toMatchObject([{ action: 'start' }]);
  });

  test.each<[ApiOptions['startWhileSnapshotting'] & string, number]>([
    ['allow', 200],
    ['refuse', 409],
  ])('startWhileSnapshotting: %s', async (startWhileSnapshotting, expected) => {
    const { api, call, power, pass } = powered({ startWhileSnapshotting });
    api.setServerStatus(12345, 'stopped');
    await call(`POST /servers/${uuidOf(12345)}/snapshot/`);
    expect(await power('start')).toMatchObject({ status: expected });
    api.setServerStatus(12345, 'stopped');
    pass(5 * minute);
    expect(await power('start')).toMatchObject({ status: 200 });
  });

  test('a restore while the server is stopping', async () => {
    const { api, call, power } = powered();
    api.addSnapshot({ server: 12345 });
    await power('stop');
    expect(await call(`POST /snapshots/${uuidOf(801)}/restore/`)).toMatchObject({ status: 400 });
  });
});

describe('what others do', () => {
  test('stopServer and startServer take their time and are no requests', () => {
    const { api, status, pass } = powered();
    api.stopServer(12345);
    expect(status()).toBe('stopping');
    pass(20 * second);
    expect(status()).toBe('stopped');
    api.startServer(12345);
    pass(40 * second);
    expect(status()).toBe('active');
    expect([api.state.powerActions, api.ledger]).toEqual([[], []]);
  });

  test('restartServer goes through a standstill', () => {
    const { api, status, pass } = powered();
    api.restartServer(12345);
    expect(status()).toBe('stopping');
    pass(20 * second);
    expect(status()).toBe('starting');
    pass(40 * second);
    expect(status()).toBe('active');
    expect(api.state.powerActions).toEqual([]);
  });
});

test('a snapshot remembers how its server stood when it was begun', async () => {
  const { api, call, power, pass } = powered();
  const create = () => call(`POST /servers/${uuidOf(12345)}/snapshot/`);
  await create();
  await power('stop');
  pass(20 * second);
  await create();
  expect([...api.state.snapshots.values()].map(({ madeWhile }) => madeWhile)).toEqual(['active', 'stopped']);
});
