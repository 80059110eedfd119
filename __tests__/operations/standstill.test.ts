import { describe, expect, test } from 'vitest';
import type { Effect, Fault } from '../../rehearsal/api/api.ts';
import { minute, second } from '../../src/limits.ts';
import { marked } from '../helpers/marked.ts';
import type { Rehearsal } from '../helpers/rehearsed.ts';
import { expectRunning, powered, powerOf, stopping } from '../helpers/standstills.ts';

const isOver = { livenessOf: async () => ({ is: 'over' as const }) };

/** When such actions were accepted, in milliseconds after the first of all. */
function momentsOf({ api }: Rehearsal, action: string): number[] {
  const [first] = api.state.powerActions;
  return api.state.powerActions.filter((one) => one.action === action).map(({ at }) => at - (first?.at ?? 0));
}

/** The moments of other requests, counted the same way. */
function changesOf({ api }: Rehearsal, method: string): number[] {
  const [first] = api.state.powerActions;
  return api.ledger
    .filter((one) => one.method === method && !one.path.endsWith('/power/'))
    .map(({ at }) => at - (first?.at ?? 0));
}

describe.each(powered)('servers that are stopped together, %s', (form) => {
  test('are all stopped before the first snapshot is requested, and before anything is deleted', async () => {
    const step = stopping(form, {
      inputs: { at_limit: 'delete_oldest' },
      api: { stopTakesMs: (id) => id * 60 * second },
      github: isOver,
    });
    for (let made = 0; made < 5; made += 1)
      step.api.addSnapshot({ server: 1, [form === 'client' ? 'name' : 'description']: marked() });
    await step.run();
    expect(step).toMatchObject({ red: false, result: 'created' });
    expect(momentsOf(step, 'stop')).toEqual([0, 0]);
    expect(changesOf(step, 'DELETE')).toEqual([expect.toSatisfy((at: number) => at >= 120 * second)]);
    for (const at of changesOf(step, 'POST')) expect(at).toBeGreaterThanOrEqual(120 * second);
    await expectRunning(step);
  });

  test('are planned for anew when they stand still: a slot that was filled meanwhile', async () => {
    const step = stopping(form, {}, [1]);
    for (let made = 0; made < 4; made += 1) step.api.addSnapshot({ server: 1 });
    step.clock.at(10 * second, () => void step.api.addSnapshot({ server: 1 }));
    await step.run();
    expect(step).toMatchObject({ red: true, result: 'failed', error: { title: 'Snapshot limit reached' } });
    expect(changesOf(step, 'POST')).toEqual([]);
    expect(powerOf(step, 1)).toEqual(['stop', 'start']);
    await expectRunning(step);
  });

  test('and a slot that became free', async () => {
    const step = stopping(form, { inputs: { at_limit: 'delete_oldest' }, github: isOver }, [1]);
    for (let id = 701; id <= 705; id += 1)
      step.api.addSnapshot({ server: 1, id, [form === 'client' ? 'name' : 'description']: marked() });
    step.clock.at(10 * second, () => step.api.removeSnapshot(705));
    await step.run();
    expect(step).toMatchObject({ red: false, result: 'created' });
    expect(step.outputs.deleted_ids).toBe('[]');
    await expectRunning(step);
  });

  test('are all started at once when one of them failed', async () => {
    const step = stopping(form, {
      api: {
        createEndsAs: (id) => (id === 2 ? 'failed' : 'completed'),
        createMs: (id) => (id === 2 ? 1 : 9) * minute,
      },
    });
    await step.run();
    expect(step).toMatchObject({ red: true, error: { title: 'Snapshot failed' } });
    for (const at of momentsOf(step, 'start')) expect(at).toBeLessThan(2 * minute);
    await expectRunning(step);
  });

  test.each<[string, Fault, string]>([
    [
      'asks to be left alone for longer',
      {
        when: { method: 'POST', path: /snapshots?\/$/ },
        times: 99,
        do: { kind: 'status', status: 429, headers: { 'retry-after': '400' } },
      },
      'No snapshot',
    ],
    [
      'never answers',
      { when: { method: 'POST', path: /snapshots?\/$/ }, times: 99, do: { kind: 'hang', processed: false } },
      'Snapshot not certain',
    ],
  ])('do not stand still for more than about five minutes while the API %s', async (_, fault, title) => {
    const step = await stopping(form, { faults: [fault] }, [1]).run();
    expect(step).toMatchObject({ red: true, result: 'failed', error: { title } });
    const [start = Number.POSITIVE_INFINITY] = momentsOf(step, 'start');
    expect(start).toBeLessThan(5 * minute + 45 * second);
    await expectRunning(step);
  });

  test.each<[string, Effect]>([
    [
      'asks to be left alone for a quarter of an hour',
      { kind: 'status', status: 429, headers: { 'retry-after': '900' } },
    ],
    ['is busy', { kind: 'status', status: 409 }],
    ['never answers', { kind: 'hang', processed: false }],
    ['accepts a deletion and does not do it', { kind: 'status', status: 202, body: '' }],
  ])('nor while an API that is to make room %s', async (_, effect) => {
    const inputs = { at_limit: 'delete_oldest' };
    const faults: Fault[] = [{ when: { method: 'DELETE' }, times: 99, do: effect }];
    const step = stopping(form, { inputs, faults, github: isOver }, [1]);
    for (let made = 0; made < 5; made += 1)
      step.api.addSnapshot({ server: 1, [form === 'client' ? 'name' : 'description']: marked() });
    await step.run();
    expect(step).toMatchObject({ red: true, result: 'failed', error: { title: 'No room made' } });
    expect(changesOf(step, 'POST')).toEqual([]);
    const [start = Number.POSITIVE_INFINITY] = momentsOf(step, 'start');
    expect(start).toBeLessThan(5 * minute + 45 * second);
    await expectRunning(step);
  });

  test.each<[string, Effect, Effect | undefined]>([
    ['a request that hangs', { kind: 'hang', processed: false }, undefined],
    ['a doubt', { kind: 'reset', processed: false }, undefined],
    [
      'a deletion that does not come',
      { kind: 'status', status: 503 },
      { kind: 'status', status: 202, body: '' },
    ],
  ])('and %s at the end of the five minutes does not prolong them', async (_, effect, deletion) => {
    const setting = { inputs: { at_limit: 'delete_oldest' }, github: isOver };
    const step = stopping(
      form,
      {
        ...setting,
        asked: (method, path, self) => {
          const isEarly = self.clock.now() < 4.9 * minute;
          const fail = (now: Effect) => self.api.fail({ when: { method, path }, do: now });
          if (method === 'DELETE' && isEarly) fail({ kind: 'status', status: 503 });
          else if (method === 'DELETE' && deletion) fail(deletion);
          else if (method === 'POST' && !path.endsWith('/power/')) fail(effect);
        },
      },
      [1],
    );
    for (let made = 0; made < 5; made += 1)
      step.api.addSnapshot({ server: 1, [form === 'client' ? 'name' : 'description']: marked() });
    await step.run();
    expect(step).toMatchObject({ red: true, result: 'failed' });
    const [start = Number.POSITIVE_INFINITY] = momentsOf(step, 'start');
    expect(start).toBeGreaterThan(5 * minute);
    expect(start).toBeLessThan(5 * minute + 30 * second);
    await expectRunning(step);
  });

  test('have the whole of the error when two things went wrong', async () => {
    const step = await stopping(
      form,
      {
        faults: [
          { when: { method: 'POST', path: /snapshots?\/$/ }, times: 9, do: { kind: 'status', status: 422 } },
          { when: { path: /power\/$/ }, after: 1, times: 9, do: { kind: 'status', status: 403 } },
        ],
      },
      [1],
    ).run();
    expect(step.error?.title).toBe('2 of 2 failed');
    expect(step.error?.message).toMatch(/No snapshot of .+\n.+\n.+ stands still and was not started\./);
    expect(step.error?.message).toContain('Start it now, at VPS.org or with a token that may: curl -X POST');
  });
});
