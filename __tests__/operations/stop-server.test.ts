import { describe, expect, test } from 'vitest';
import type { Effect, Fault } from '../../rehearsal/api/api.ts';
import { minute, second } from '../../src/limits.ts';
import type { Rehearsal } from '../helpers/rehearsed.ts';
import { expectRunning, postOfStopping, powered, powerOf, stopping } from '../helpers/standstills.ts';

const onStop = (effect: Effect, of: Partial<Fault> = {}): Fault => ({
  when: { path: /\/power\/$/ },
  do: effect,
  ...of,
});
const stops = (step: Rehearsal) =>
  step.ledger.filter(({ body }) => (body as { action?: string } | undefined)?.action === 'stop').length;

describe.each(powered)('a stop, %s', (form) => {
  test.each(['stopped', 'off', 'shutoff', 'halted', 'powered_off'])(
    'is believed when the list shows the server %s, and the snapshot comes right after',
    async (word) => {
      const step = await stopping(form, { api: { statusWhenStopped: word } }, [1]).run();
      expect(step).toMatchObject({ red: false, result: 'created' });
      const create = step.ledger.find(({ method, path }) => method === 'POST' && !path.endsWith('/power/'));
      const [{ at } = { at: 0 }] = step.api.state.powerActions;
      expect((create?.at ?? 0) - at).toBeGreaterThanOrEqual(20 * second);
      expect((create?.at ?? 0) - at).toBeLessThan(22 * second);
      await expectRunning(step);
    },
  );

  test.each<[string, Effect]>([
    ['a reset', { kind: 'reset', processed: true }],
    ['no answer', { kind: 'hang', processed: true }],
    ['a page', { kind: 'html', processed: true }],
    ['500', { kind: 'status', status: 500, processed: true }],
    ['nothing', { kind: 'status', status: 200, body: '', processed: true }],
  ])('whose answer was %s is looked for, never repeated', async (_, effect) => {
    const step = await stopping(form, { faults: [onStop(effect)] }, [1]).run();
    expect(step).toMatchObject({ red: false, result: 'created' });
    expect([stops(step), powerOf(step, 1)]).toEqual([1, ['stop', 'start']]);
    await expectRunning(step);
  });

  test.each<[string, Effect]>([
    ['was lost before it arrived', { kind: 'reset', processed: false }],
    ['has no effect', { kind: 'status', status: 200, json: { status: 'success' } }],
  ])('that %s is an error after five minutes, and nothing is made', async (_, effect) => {
    const step = await stopping(form, { faults: [onStop(effect)] }, [1]).run();
    expect(step).toMatchObject({ red: true, result: 'failed', error: { title: 'Server did not stop' } });
    expect(step.error?.message).toMatch(
      /did not stand still within 5m 00s, so no snapshot was requested\.\n.+ It runs, and may still stop: curl/,
    );
    expect([stops(step), step.api.snapshots()]).toEqual([1, []]);
    expect(step.endedAt).toBeGreaterThanOrEqual(10 * minute);
    expect(step.endedAt).toBeLessThan(10.5 * minute);
    await expectRunning(step);
  });

  test.each<[number, RegExp]>([
    [400, /No, 400/],
    [403, /The token is not allowed to do this/],
    [404, /This account’s API does not seem to offer to stop servers/],
    [405, /This account’s API does not seem to offer to stop servers/],
  ])('that is refused with %i is an error at once, and nothing was changed', async (status, words) => {
    const effect: Effect = { kind: 'status', status, json: { detail: `No, ${status}.` } };
    const step = await stopping(form, { faults: [onStop(effect, { times: 2 })] }, [1]).run();
    expect(step).toMatchObject({
      red: true,
      result: 'failed',
      endedAt: 0,
      error: { title: 'Server not stopped' },
    });
    expect(step.error?.message).toMatch(words);
    expect(step.error?.message).toContain('Nothing was changed.');
    expect(step.api.state.powerActions).toEqual([]);
    expect(step.api.snapshots()).toEqual([]);
  });

  test.each([409, 423, 425, 429])('that is answered "not now" (%i) is asked for again', async (status) => {
    const effect: Effect = {
      kind: 'status',
      status,
      json: { detail: 'Busy.' },
      headers: { 'retry-after': '3' },
    };
    const step = await stopping(form, { faults: [onStop(effect, { times: 2 })] }, [1]).run();
    expect(step).toMatchObject({ red: false, result: 'created' });
    expect([stops(step), powerOf(step, 1)]).toEqual([3, ['stop', 'start']]);
    await expectRunning(step);
  });

  test.each([undefined, { 'retry-after': '120' }])('that never works is refused in time', async (headers) => {
    const effect: Effect = {
      kind: 'status',
      status: 429,
      json: { detail: 'No.' },
      ...(headers && { headers }),
    };
    const step = await stopping(form, { faults: [onStop(effect, { times: 99 })] }, [1]).run();
    expect(step).toMatchObject({ red: true, error: { title: 'Server not stopped' } });
    expect(step.endedAt).toBeLessThan(2 * minute);
    expect(step.error?.message).toContain('Nothing was changed.');
  });

  test('that lands after it was given up: started again, and the post step watches too', async () => {
    const step = stopping(form, { faults: [onStop({ kind: 'reset', processed: false })] }, [1]);
    step.clock.at(5.3 * minute, () => step.api.stopServer(1));
    step.clock.at(12 * minute, () => step.api.stopServer(1));
    await step.run();
    expect(powerOf(step, 1)).toEqual(['start']);
    const post = await postOfStopping(step, 'failure');
    expect(powerOf(post, 1)).toEqual(['start', 'start']);
    await expectRunning(post);
  });

  test('is neither hard nor a restart, and never asked of a server that stands still', async () => {
    const step = await stopping(form).run();
    expect(new Set(step.api.state.powerActions.map(({ action }) => action))).toEqual(
      new Set(['stop', 'start']),
    );
    expect(powerOf(step, 3)).toEqual([]);
  });
});
