import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ApiOptions, Effect, Fault } from '../../rehearsal/api/api.ts';
import { type Rehearsal, rehearsed, server, token } from '../helpers/rehearsed.ts';

const results = [
  ...['created', 'ready', 'requested', 'restored', 'deleted', 'already_absent', 'listed', 'planned'],
  ...['timed_out', 'failed', 'cancelled'],
];

/** The same weather in every run; raise `numRuns` and drop `seed` to look for more. */
const options = { numRuns: 200, seed: 2026 };

const processed = fc.boolean();
const effect: fc.Arbitrary<Effect> = fc.oneof(
  fc.record({ kind: fc.constant('reset' as const), processed }),
  fc.record({ kind: fc.constant('hang' as const), processed }),
  fc.record({ kind: fc.constant('html' as const), processed }),
  fc.record({ kind: fc.constant('cutJson' as const), processed }),
  fc.record({
    kind: fc.constant('status' as const),
    status: fc.constantFrom(400, 401, 403, 404, 408, 409, 425, 429, 500, 502, 503, 504),
    processed: fc.constant(false),
  }),
  fc.record({
    kind: fc.constant('status' as const),
    status: fc.constantFrom(408, 429, 500, 503),
    processed: fc.constant(true),
    headers: fc.constantFrom({}, { 'retry-after': '7' }, { 'retry-after': 'soon' }),
  }),
  fc.record({ kind: fc.constant('hold' as const), ms: fc.integer({ min: 1, max: 40_000 }) }),
  fc.constant({ kind: 'redirect' as const, to: `https://evil.example/?t=${token}` }),
  fc.constant({ kind: 'status' as const, status: 500, body: `{"detail":"bad token ${token}"}` }),
);

const fault: fc.Arbitrary<Fault> = fc.record({
  when: fc.constantFrom(
    {},
    { method: 'POST' },
    { method: 'GET' },
    { method: 'DELETE' },
    { path: '/servers/' },
  ),
  after: fc.nat({ max: 12 }),
  times: fc.integer({ min: 1, max: 6 }),
  do: effect,
});

/** By the documentation no snapshot is made faster than in three minutes, nor does any list lag for so long. */
const api: fc.Arbitrary<ApiOptions> = fc.record({
  snapshotListLagMs: fc.constantFrom(0, 3_000, 30_000, 60_000),
  createMs: fc.integer({ min: 180_000, max: 900_000 }),
  keepDescriptions: fc.boolean(),
  createEndsAs: fc.constantFrom('completed', 'completed', 'completed', 'failed', 'odd'),
  deleteInProgress: fc.constantFrom('allow' as const, 'refuse' as const),
  listOrder: fc.constantFrom('oldest' as const, 'newest' as const),
  serversForbidden: fc.boolean(),
  clockSkewMs: fc.constantFrom(0, 86_400_000),
  errorBody: fc.constantFrom('detail' as const, 'fields' as const, 'html' as const, 'empty' as const),
});

const weather = fc.record({
  api,
  faults: fc.array(fault, { maxLength: 5 }),
  seed: fc.nat(),
  stopAt: fc.option(fc.integer({ min: 0, max: 400_000 }), { nil: undefined, freq: 4 }),
  inputs: fc.record(
    {
      name: fc.constant('mine'),
      wait: fc.constant('false'),
      timeout_minutes: fc.constantFrom('0.2', '1', '6', '30'),
      poll_interval_seconds: fc.constantFrom('3', '20'),
    },
    { requiredKeys: [] },
  ),
});

/** All that a person reads of a step without opening its log. */
function read(step: Rehearsal): string {
  return [step.outputs.snapshot_id, step.outputs.snapshots, step.summary]
    .concat(step.annotations.map(({ message }) => message))
    .join('\n');
}

/** Snapshots that the step may have made and of which it says nothing at all. */
function unmentioned(step: Rehearsal): number {
  const words = read(step);
  const silent = step.api.snapshots().filter(({ id }) => !words.includes(String(id)));
  const hints =
    /may have been requested|there may be a second one|appears beside it|without saying which it is/.test(
      words,
    );
  return hints ? Math.max(0, silent.length - 2) : silent.length;
}

function expectHonest(step: Rehearsal) {
  expect(results).toContain(step.result);
  expect(step.red).toBe(['timed_out', 'failed', 'cancelled'].includes(step.result ?? ''));
  expect(step.red).toBe(step.error !== undefined);
  expect(step.annotations.filter(({ level }) => level === 'error').length).toBeLessThanOrEqual(1);
  expect(step.written).not.toContain(token);
  expect(step.written).not.toMatch(/undefined|NaN|\[object/);
  expect(step.error?.title).not.toBe('Internal error');
  if (step.signalledAt !== undefined && step.endedAt > step.signalledAt)
    expect(step.endedAt - step.signalledAt).toBeLessThanOrEqual(2_000);
}

test('a create is honest in any weather', async () => {
  await fc.assert(
    fc.asyncProperty(weather, async ({ stopAt, inputs, ...setting }) => {
      const step = rehearsed({ ...setting, inputs: { ...inputs, server_id: String(server) } });
      if (stopAt !== undefined) step.clock.at(stopAt, () => step.signal());
      await step.run();
      expectHonest(step);
      expect(unmentioned(step)).toBe(0);
      const timeoutMs = Number(inputs.timeout_minutes ?? 60) * 60_000;
      expect(step.endedAt).toBeLessThanOrEqual(timeoutMs);
      if (!step.red) {
        const id = Number(step.outputs.snapshot_id);
        const [kept] = step.api.snapshots().filter((snapshot) => snapshot.id === id);
        if (step.result === 'created')
          expect(kept).toMatchObject({ status: 'completed', server: { id: server } });
        else expect([step.result, kept?.server.id]).toEqual(['requested', server]);
      }
    }),
    options,
  );
});

test('a restore is honest in any weather, and happens at most once', async () => {
  await fc.assert(
    fc.asyncProperty(weather, async ({ stopAt, inputs, faults, ...setting }) => {
      const step = rehearsed({
        ...setting,
        faults,
        inputs: { ...inputs, name: '', mode: 'restore', snapshot_id: '701' },
      });
      step.api.addSnapshot({ server, id: 701, created_at: '2026-11-20T11:00:00Z' });
      if (stopAt !== undefined) step.clock.at(stopAt, () => step.signal());
      await step.run();
      expectHonest(step);
      const { restores } = step.api.state;
      expect(restores.length).toBeLessThanOrEqual(1);
      if (restores.length > 0 && step.red) expect(step.error?.message).toContain('requested');
      if (step.result === 'restored') {
        expect(restores).toHaveLength(1);
        expect(step.api.servers()[0]?.status).toBe('active');
      }
      if (step.result === 'requested') expect(restores).toHaveLength(1);
    }),
    options,
  );
});

test('a deletion is honest in any weather', async () => {
  await fc.assert(
    fc.asyncProperty(weather, async ({ stopAt, inputs, ...setting }) => {
      // A 204 is one of the few answers that a cut leaves whole, and an API that lies cannot be seen through.
      fc.pre(
        setting.faults.every(({ do: effect }) => effect.kind !== 'cutJson' || effect.processed === true),
      );
      const step = rehearsed({
        ...setting,
        inputs: { ...inputs, name: '', mode: 'delete', snapshot_id: '701' },
      });
      step.api.addSnapshot({ server, id: 701, created_at: '2026-11-20T11:00:00Z' });
      step.api.addSnapshot({ server, id: 702, created_at: '2026-11-20T11:00:00Z' });
      if (stopAt !== undefined) step.clock.at(stopAt, () => step.signal());
      await step.run();
      expectHonest(step);
      const left = step.api.snapshots().map(({ id }) => id);
      expect(left).toContain(702);
      if (!step.red) expect(left).toEqual([702]);
      if (step.red && !left.includes(701))
        expect(step.error?.message).toMatch(/deletion of snapshot 701 .+ was requested/);
    }),
    options,
  );
});
