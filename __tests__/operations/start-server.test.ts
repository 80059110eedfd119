import { describe, expect, test } from 'vitest';
import type { Effect, Fault } from '../../rehearsal/api/api.ts';
import { glanceMs, minute, second } from '../../src/limits.ts';
import type { Rehearsal } from '../helpers/rehearsed.ts';
import { afterKilled, powerOf, startOf } from '../helpers/standstills.ts';
import { epoch } from '../helpers/virtual-clock.ts';

const forever = Number.POSITIVE_INFINITY;
const onPower = (effect: Effect, times = forever): Fault => ({
  when: { path: /\/power\/$/ },
  times,
  do: effect,
});
const refused = (status: number): Effect => ({ kind: 'status', status, json: { detail: `No, ${status}.` } });

const starts = (step: Rehearsal) =>
  step.ledger.filter(({ path }) => path.endsWith('/power/')).map(({ at }) => at - epoch);
const looks = (step: Rehearsal) => step.moments('GET', '/servers/');
const statusOf = (step: Rehearsal) => step.api.servers()[0]?.status;

function expectStarted(step: Rehearsal) {
  expect(step).toMatchObject({ red: false, error: undefined });
  expect(step.notices).toContainEqual({
    level: 'notice',
    title: 'Server started again',
    message: expect.stringMatching(
      /^Server 1 \(web-1\) had been stopped by the main step for its snapshot and runs again, \S+( \S+)? later\.$/,
    ),
  });
  expect(statusOf(step)).toBe('active');
}

function expectByHand(step: Rehearsal, title: string, message: RegExp) {
  expect(step).toMatchObject({ red: true, error: { title } });
  expect(step.error?.message).toMatch(message);
  expect(step.error?.message).toMatch(startOf(1));
}

describe('a server that stands still', () => {
  test('is asked to start, and believed when two looks agree', async () => {
    const step = await afterKilled().run();
    expectStarted(step);
    expect(starts(step)).toEqual([0]);
    const runs = looks(step).filter((at) => at >= 40 * second);
    expect(runs).toHaveLength(2);
  });

  test('that runs already is not asked again', async () => {
    const step = await afterKilled({ servers: [{ id: 1, name: 'web-1' }] }).run();
    expectStarted(step);
    expect(powerOf(step, 1)).toEqual([]);
    expect(starts(step)).toEqual([0]);
    expect(looks(step)).toEqual([second, 3 * second].map((at) => at + glanceMs));
  });

  test('is not believed by one look', async () => {
    const step = afterKilled();
    step.clock.at(2 * second, () => step.api.setServerStatus(1, 'active'));
    step.clock.at(4 * second, () => step.api.setServerStatus(1, 'stopped'));
    await step.run();
    expectStarted(step);
    expect(starts(step)[1]).toBeGreaterThanOrEqual(2 * minute);
  });

  test('whose accepted start shows nothing for two minutes is asked again', async () => {
    const lie: Effect = { kind: 'status', status: 202, body: '' };
    const step = await afterKilled({ post: { faults: [onPower(lie, 1)] } }).run();
    expectStarted(step);
    const [first, again, ...more] = starts(step);
    expect([first, more]).toEqual([0, []]);
    expect(again).toBeGreaterThanOrEqual(2 * minute);
    expect(again).toBeLessThan(2.2 * minute);
  });

  test('that takes long to start is waited for', async () => {
    const step = await afterKilled({ api: { startTakesMs: 30 * minute } }).run();
    expectStarted(step);
    expect(powerOf(step, 1)).toEqual(['start']);
    expect(step.endedAt).toBeGreaterThanOrEqual(30 * minute);
  });

  test.each<[string, Effect, number?]>([
    ['a reset before', { kind: 'reset', processed: false }],
    ['a page', { kind: 'html' }],
    ['500', refused(500)],
    ['429', refused(429), glanceMs],
  ])('is asked again after each look that does not show it running: %s', async (_, effect, laterMs = 0) => {
    const step = await afterKilled({ post: { faults: [onPower(effect, 4)] } }).run();
    expectStarted(step);
    expect(starts(step)).toEqual([0, 1, 3, 6, 10].map((n, index) => n * second + index * laterMs));
  });

  test('whose start was carried out although its answer was lost is asked until it shows', async () => {
    const step = await afterKilled({
      api: { powerStartsAfterMs: 2_500, repeatedPower: 'allow' },
      post: { faults: [onPower({ kind: 'reset', processed: true }, 1)] },
    }).run();
    expectStarted(step);
  });

  test('that is being restored is left to that', async () => {
    const step = afterKilled();
    step.api.startRestore(1);
    await step.run();
    expectStarted(step);
    expect(powerOf(step, 1)).toEqual([]);
  });

  test.each([401, 403, 404, 405])(
    'whose start is refused with %i is an error with the way by hand',
    async (status) => {
      const step = await afterKilled({ post: { faults: [onPower(refused(status))] } }).run();
      expectByHand(step, 'Server not started', /stands still and was not started\..* No, 40\d\./);
      expect(new Set(starts(step))).toEqual(new Set([0]));
    },
  );
});

describe('a server that is busy', () => {
  test('with its snapshot is started when that is complete', async () => {
    const step = afterKilled({ api: { startWhileSnapshotting: 'refuse' } });
    step.api.addSnapshot({ server: 1, id: 801, status: 'in_progress' });
    step.clock.at(4 * minute, () => step.api.setSnapshotStatus(801, 'completed'));
    await step.run();
    expectStarted(step);
    expect(step.api.state.powerActions).toHaveLength(1);
    expect(starts(step).at(-1)).toBeLessThan(4.2 * minute);
  });

  test('two minutes after its snapshot has ended is an error', async () => {
    const step = afterKilled({ post: { faults: [onPower(refused(409))] } });
    step.api.addSnapshot({ server: 1, id: 801, status: 'in_progress' });
    step.clock.at(4 * minute, () => step.api.setSnapshotStatus(801, 'completed'));
    await step.run();
    expectByHand(step, 'Server not started', /No, 409\./);
    expect(starts(step).at(-1)).toBeGreaterThanOrEqual(6 * minute);
    expect(starts(step).at(-1)).toBeLessThan(6.3 * minute);
  });

  test('without a snapshot is asked for two minutes', async () => {
    const step = await afterKilled({ post: { faults: [onPower(refused(423))] } }).run();
    expectByHand(step, 'Server not started', /No, 423\./);
    expect(starts(step).at(-1)).toBeGreaterThanOrEqual(2 * minute);
    expect(starts(step).at(-1)).toBeLessThan(2.3 * minute);
  });

  test('is asked on although the list of snapshots may not be read', async () => {
    const list: Fault = { when: { path: '/snapshots/' }, times: forever, do: refused(403) };
    const step = await afterKilled({ post: { faults: [onPower(refused(409), 3), list] } }).run();
    expectStarted(step);
    expect(starts(step).at(-1)).toBeLessThan(minute);
  });

  test('is asked on for as long as the list of snapshots fails for the moment', async () => {
    const list: Fault = { when: { path: '/snapshots/' }, times: forever, do: refused(503) };
    const step = await afterKilled({ post: { faults: [onPower(refused(409), 20), list] } }).run();
    expectStarted(step);
    expect(starts(step).at(-1)).toBeGreaterThan(3 * minute);
  });
});

describe('the list of servers', () => {
  test('that fails for a while is read again', async () => {
    const step = await afterKilled({
      post: { faults: [{ when: { path: '/servers/' }, times: 9, do: { kind: 'html' } }] },
    }).run();
    expectStarted(step);
  });

  test.each([401, 403])('that may not be read (%i): the error has the way by hand', async (status) => {
    const step = await afterKilled({
      post: { faults: [{ when: { path: '/servers/' }, times: forever, do: refused(status) }] },
    }).run();
    expectByHand(
      step,
      'Server not started',
      /was asked to start, and nobody can see whether it runs\..* No, 40\d\./,
    );
    expect(powerOf(step, 1)).toEqual(['start']);
  });
});

describe('a stop that may still come', () => {
  function expectWatched(step: Rehearsal) {
    expect(step).toMatchObject({ red: false, notices: [{ title: 'Server may still stop' }] });
    expect(step.notices[0]?.message).toMatch(startOf(1));
  }

  const running = { servers: [{ id: 1, name: 'web-1' }], standing: { unclear: true } };

  test('is watched for five minutes from when it was given up', async () => {
    const step = await afterKilled(running).run();
    expectWatched(step);
    expect(step.endedAt).toBeGreaterThanOrEqual(5 * minute);
    expect(step.endedAt).toBeLessThan(5.3 * minute);
    expect(powerOf(step, 1)).toEqual([]);
  });

  test('and comes: the server is started again', async () => {
    const step = afterKilled(running);
    step.clock.at(3.5 * minute, () => step.api.stopServer(1));
    await step.run();
    expectWatched(step);
    expect(powerOf(step, 1)).toEqual(['start']);
    expect(step.endedAt).toBeGreaterThanOrEqual(5 * minute);
  });

  test('after a cancel is watched for as long as there is time', async () => {
    const step = await afterKilled({ ...running, ends: 'cancelled' }).run();
    expect(step.red).toBe(false);
    expect(step.endedAt).toBeGreaterThan(170 * second);
    expect(step.endedAt).toBeLessThanOrEqual(180 * second);
  });
});

describe('no time left', () => {
  test('after a cancel: the error has the way by hand', async () => {
    const step = await afterKilled({ ends: 'cancelled', api: { startTakesMs: 10 * minute } }).run();
    expectByHand(step, 'Server not started', /was not seen running again; its status is starting\./);
    expect(step.endedAt).toBeLessThanOrEqual(180 * second);
  });

  test('a signal: asked once more, and named with the way by hand', async () => {
    const step = afterKilled({ api: { startTakesMs: 10 * minute } });
    step.clock.at(minute, () => step.signal());
    await step.run();
    expectByHand(
      step,
      'Cancelled',
      /was stopped by the main step, and its start was not confirmed: .+ already running\. If it/,
    );
    expect(step.endedAt).toBeLessThanOrEqual(minute + 2 * second);
    expect(starts(step)).toEqual([0, minute]);
  });
});
