import { describe, expect, test } from 'vitest';
import type { Effect, Fault, Form } from '../../../rehearsal/api/api.ts';
import { minute } from '../../../src/limits.ts';
import { endings } from '../../../src/rules/policy.ts';
import type { Standing } from '../../../src/state/saved-state.ts';
import { marked } from '../../helpers/marked.ts';
import { expectNothingDone, type Setting } from '../../helpers/rehearsed.ts';
import {
  expectPromiseKept,
  expectRunning,
  firstRequests,
  killedAtSave,
  postOfStopping,
  powered,
  powerOf,
  shown,
  startOf,
  stopping,
} from '../../helpers/standstills.ts';

const forever = Number.POSITIVE_INFINITY;
const create = /^\/(snapshots\/|servers\/[^/]+\/snapshot\/)$/;
const power = /\/power\/$/;

const onCreate = (effect: Effect, of: Partial<Fault> = {}): Fault => ({
  when: { method: 'POST', path: create },
  do: effect,
  ...of,
});
/** Stops come first: with two running servers the third request to the power is a start. */
const onPower = (effect: Effect, of: Partial<Fault> = {}): Fault => ({
  when: { path: power },
  do: effect,
  ...of,
});
const onStart = (effect: Effect, of: Partial<Fault> = {}): Fault => onPower(effect, { after: 2, ...of });

const refusal: Effect = { kind: 'status', status: 422, json: { detail: 'Not today.' } };
const forbidden: Effect = { kind: 'status', status: 403, json: { detail: 'No permission.' } };
const busy: Effect = { kind: 'status', status: 409, json: { detail: 'Server is busy.' } };

describe.each(powered)('a server that runs, %s', (form) => {
  test('is stopped, snapshotted while it stands still, and started as soon as that is complete', async () => {
    const step = stopping(form, { api: { createMs: (id) => id * 4 * minute } });
    await step.run();
    expect(step).toMatchObject({ red: false, result: 'created', annotations: [] });
    expect(powerOf(step, 1)).toEqual(['stop', 'start']);
    expect(powerOf(step, 2)).toEqual(['stop', 'start']);
    const starts = step.api.state.powerActions.filter(({ action }) => action === 'start');
    expect(starts.map(({ server }) => server)).toEqual([1, 2]);
    expect((starts[1]?.at ?? 0) - (starts[0]?.at ?? 0)).toBeGreaterThan(3 * minute);
    for (const { madeWhile } of step.api.state.snapshots.values()) expect(madeWhile).toBe('stopped');
    await expectRunning(step);
  });

  test('is told of: how long it stood still, in the log, the outputs and the summary', async () => {
    const step = await stopping(form, {}, [1, 3]).run();
    const [stopped, idle] = step.snapshots;
    expect(stopped.stopped_seconds).toBeGreaterThan(300);
    expect(stopped.stopped_seconds).toBeLessThan(400);
    expect(idle.stopped_seconds).toBeNull();
    expect(stopped.remark).toBeNull();
    expect(step.groups).toEqual([
      'Looking',
      'Stopping',
      expect.stringMatching(/^Requesting/),
      'Waiting until complete',
    ]);
    expect(step.lines).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^Going to stop server \S+ \(web-1\) while its snapshot is taken\.$/),
        expect.stringMatching(/^Server \S+ \(web-1\) is asked to stop\.$/),
        expect.stringMatching(/^Server \S+ \(web-1\) stands still\.$/),
        expect.stringMatching(/^Server \S+ \(web-1\) runs again\. It stood still for 5m \d+s\.$/),
      ]),
    );
    expect(step.lines.join('\n')).not.toMatch(/stop server \S+ \(idle\)/);
    expect(step.summary).toMatch(/stood still for 5m \d+s/);
  });

  test('the state names it before the stop is requested, and no more once it runs', async () => {
    let saved: string | undefined;
    const step = stopping(form, {
      asked: (_method, path, at) => {
        if (power.test(path)) saved ??= at.saved.at(-1);
      },
    });
    await step.run();
    expect(JSON.parse(saved ?? '{}').standing).toMatchObject([
      { server: { id: shown(form, 1) }, unclear: true },
    ]);
    expect(JSON.parse(step.saved.at(-1) ?? '{}')).toMatchObject({ succeeded: true, standing: [] });
  });

  test('is only planned for in a dry run', async () => {
    const step = await stopping(form, { inputs: { dry_run: 'true' } }).run();
    expect(step).toMatchObject({ red: false, result: 'planned', changes: [] });
    expect(step.lines).toContainEqual(expect.stringMatching(/^Would stop server \S+ \(web-1\) while/));
  });

  test('has heartbeats while it stops and starts', async () => {
    const step = await stopping(form, { api: { stopTakesMs: 2 * minute, startTakesMs: 2 * minute } }).run();
    expect(step.lines).toContainEqual(expect.stringMatching(/^\[.+\] Server \S+ \(web-1\) is stopping: /));
    expect(step.lines).toContainEqual(expect.stringMatching(/^\[.+\] Server \S+ \(web-1\) is starting: /));
  });
});

describe.each(powered)('refused before anything is asked of a server, %s', (form) => {
  test.each<[string, Setting, string]>([
    ['servers may not be listed', { api: { serversForbidden: true } }, 'Servers not visible'],
    ['the runner is on one of them', { addresses: ['203.0.113.10'] }, 'The runner is on that server'],
    [
      'the same, with force',
      { addresses: ['203.0.113.10'], inputs: { force: 'true' } },
      'The runner is on that server',
    ],
    [
      'one is neither running nor stopped',
      { servers: [{ id: 1 }, { id: 2, status: 'starting' }, { id: 3 }] },
      'Server not stopped',
    ],
    [
      'one is suspended',
      { servers: [{ id: 1 }, { id: 2, status: 'suspended' }, { id: 3 }] },
      'Server suspended',
    ],
    ['one is not there', { servers: [{ id: 1 }, { id: 3 }] }, 'Server not found'],
    ['the state cannot be saved', { stateless: true }, 'State not saved'],
  ])('%s', async (_, setting, title) => {
    const step = await stopping(form, setting).run();
    expectNothingDone(step, title);
    expect(step.api.state.powerActions).toEqual([]);
    expect(step.error?.message).not.toContain('restore');
  });

  test('no free slot', async () => {
    const step = stopping(form, {}, [1]);
    for (let made = 0; made < 5; made += 1) step.api.addSnapshot({ server: 1 });
    await step.run();
    expectNothingDone(step, 'Snapshot limit reached');
  });
});

/** A way in which a step ends, and what it says. */
type Way = [name: string, setting: (form: Form) => Setting, title: string, servers?: number[]];

/** Everything runs when the step is over. */
const recovered: Way[] = [
  ['one create is refused', () => ({ faults: [onCreate(refusal, { after: 1 })] }), 'No snapshot'],
  ['all creates are refused', () => ({ faults: [onCreate(refusal, { times: forever })] }), '3 of 3 failed'],
  [
    'no create is ever clear',
    () => ({ faults: [onCreate({ kind: 'html' }, { times: forever })] }),
    '3 of 3 failed',
  ],
  [
    'one snapshot fails',
    () => ({ api: { createEndsAs: (id) => (id === 2 ? 'failed' : 'completed') } }),
    'Snapshot failed',
  ],
  [
    'a snapshot fails, and starts are refused while another one is being made',
    () => ({
      api: {
        createEndsAs: (id) => (id === 2 ? 'failed' : 'completed'),
        createMs: (id) => (id === 2 ? 1 : 8) * minute,
        startWhileSnapshotting: 'refuse',
      },
    }),
    'Snapshot failed',
  ],
  ['one stop is refused', () => ({ faults: [onPower(forbidden, { after: 1 })] }), 'Server not stopped'],
  [
    'a stop is asked for and its answer lost, and another one refused',
    () => ({
      faults: [onPower({ kind: 'reset', processed: true }), onPower(forbidden)],
    }),
    'Server not stopped',
  ],
  ['no stop has an effect', () => ({ api: { power: 'ineffective' } }), '2 of 2 failed'],
  [
    'a stop never arrived',
    () => ({ faults: [onPower({ kind: 'reset', processed: false })] }),
    'Server did not stop',
  ],
  [
    'a stop takes effect long after it was given up',
    () => ({ faults: [onPower({ kind: 'reset', processed: { afterMs: 302_000 } })] }),
    'Server did not stop',
  ],
  [
    'a snapshot shows up nowhere',
    () => ({
      api: { createAnswer: 'empty', createInList: 'method' },
      faults: [
        {
          when: { method: 'POST', path: create },
          times: forever,
          do: { kind: 'status', status: 201, body: '' },
        },
      ],
    }),
    '3 of 3 failed',
  ],
];

describe.each(powered)('whatever becomes of the step, its servers run in the end, %s', (form) => {
  test.each(recovered)('%s', async (_, setting, title, servers) => {
    const step = await stopping(form, setting(form), servers).run();
    expect(step).toMatchObject({ red: true, result: 'failed', error: { title } });
    const { standing } = JSON.parse(step.saved.at(-1) ?? '{}');
    expect(standing.filter(({ unclear }: Standing) => !unclear)).toEqual([]);
    await expectRunning(step);
  });

  test('a refused stop made nothing, and leaves nothing to look for', async () => {
    for (const offer of ['refused', 'method', 'absent'] as const) {
      const step = await stopping(form, { api: { power: offer } }).run();
      expect(step).toMatchObject({ red: true, result: 'failed' });
      expect(step.error?.message).toContain('Nothing was changed.');
      expect(step.error?.message).toContain('so no snapshot was requested');
      if (offer !== 'refused')
        expect(step.error?.message).toContain('API does not seem to offer to stop servers');
      expect(step.api.snapshots()).toEqual([]);
      const post = await postOfStopping(step, 'failure');
      expect(post).toMatchObject({ red: false, ledger: [], annotations: [] });
      await expectRunning(post);
    }
  });

  test('five minutes without acceptance, for a slot is not freed: started, and nothing made', async () => {
    const step = stopping(form, {
      inputs: { at_limit: 'delete_oldest' },
      github: { livenessOf: async () => ({ is: 'over' }) },
      faults: [{ when: { method: 'DELETE' }, times: forever, do: { kind: 'status', status: 503 } }],
    });
    for (let id = 701; id <= 705; id += 1)
      step.api.addSnapshot({ server: 1, id, [form === 'client' ? 'name' : 'description']: marked() });
    await step.run();
    expect(step).toMatchObject({ red: true, result: 'failed' });
    const [stop] = step.api.state.powerActions;
    const started = step.api.state.powerActions.filter(({ action }) => action === 'start');
    expect(started.map(({ server }) => server).sort()).toEqual([1, 2]);
    for (const { at } of started) expect(at - (stop?.at ?? 0)).toBeLessThan(6 * minute);
    expect(step.api.snapshots()).toHaveLength(5);
    await expectRunning(step);
  });

  test.each<[string, Fault]>([
    ['breaks down', { when: { method: 'GET' }, do: { kind: 'status', status: 503 } }],
    [
      'asks to be left alone',
      { when: { method: 'GET' }, do: { kind: 'status', status: 429, headers: { 'retry-after': '1500' } } },
    ],
  ])('the API %s once a server stands still: started after five minutes', async (_, fault) => {
    const step = stopping(
      form,
      {
        asked: (method, _path, { api, clock }) => {
          const stands = api.servers()[0]?.status === 'stopped' && clock.now() < 5.2 * minute;
          if (method === 'GET' && stands) api.fail(fault);
        },
      },
      [1],
    );
    await step.run();
    expect(step).toMatchObject({ red: true, result: 'failed' });
    const [stop, start] = step.api.state.powerActions;
    expect((start?.at ?? Number.POSITIVE_INFINITY) - (stop?.at ?? 0)).toBeLessThan(6 * minute);
    await expectRunning(step);
  });

  test.each<[string, Effect]>([
    ['are broken', { kind: 'status', status: 503 }],
    ['are not to be asked for', { kind: 'status', status: 429, headers: { 'retry-after': '1500' } }],
  ])('slots %s once a server stands still: started after five minutes', async (_, effect) => {
    const step = stopping(
      form,
      {
        asked: (method, path, { api, clock }) => {
          const stands = api.servers()[0]?.status === 'stopped' && clock.now() < 20 * minute;
          if (method === 'GET' && path === '/snapshots/' && stands)
            api.fail({ when: { method, path }, do: effect });
        },
      },
      [1],
    );
    await step.run();
    expect(step).toMatchObject({ red: true, result: 'failed' });
    const [stop, start] = step.api.state.powerActions;
    expect((start?.at ?? Number.POSITIVE_INFINITY) - (stop?.at ?? 0)).toBeLessThan(6 * minute);
    await expectRunning(step);
  });

  test('a start that is refused at first, unclear or lost is sent until the server runs', async () => {
    for (const [effect, times] of [
      [busy, 3],
      [{ kind: 'reset', processed: false }, 4],
      [{ kind: 'reset', processed: true }, 2],
      [{ kind: 'hang', processed: false }, 1],
      [{ kind: 'html' }, 3],
    ] as [Effect, number][]) {
      const step = await stopping(form, { faults: [onStart(effect, { times })] }).run();
      expect(step).toMatchObject({ red: false, result: 'created' });
      await expectRunning(step);
    }
  });

  test('a start that is accepted and comes to nothing is sent again', async () => {
    const lie: Effect = { kind: 'status', status: 200, json: { status: 'success' } };
    const step = await stopping(form, { faults: [onStart(lie)] }).run();
    expect(step).toMatchObject({ red: false, result: 'created' });
    await expectRunning(step);
  });

  test.each<[string, Effect]>([
    ['403', forbidden],
    ['404', { kind: 'status', status: 404 }],
    ['405', { kind: 'status', status: 405 }],
    ['busy for ever', busy],
  ])(
    'a start that is refused for good is an error with the way by hand, and tried again after the job: %s',
    async (_, effect) => {
      const step = await stopping(
        form,
        { faults: [onPower(effect, { after: 1, times: forever })] },
        [1],
      ).run();
      expect(step).toMatchObject({ red: true, result: 'failed', error: { title: 'Server not started' } });
      expect(step.error?.message).toMatch(startOf(1));
      await expectPromiseKept(step);
      const post = await postOfStopping(step, 'failure');
      expect(firstRequests(post, 1)).toEqual([`POST /servers/${shown(form, 1)}/power/ start`]);
      expect(post.error?.message).toMatch(startOf(1));
    },
  );

  test.each<[string, Fault['when']]>([
    ['the token is revoked', {}],
    ['servers may no longer be listed', { path: '/servers/' }],
    ['snapshots may no longer be listed', { path: '/snapshots/', method: 'GET' }],
  ])('%s while a server stands still: started, or named with the way by hand', async (_, when) => {
    const step = stopping(form, {}, [1]);
    step.clock.at(90_000, () => {
      step.api.fail({ when, times: forever, do: { kind: 'status', status: 401, json: { detail: 'No.' } } });
    });
    await step.run();
    expect(step).toMatchObject({ red: true, result: 'failed' });
    await expectPromiseKept(step);
    if (powerOf(step, 1).length === 1) expect(step.error?.message).toMatch(startOf(1));
  });

  test.each([1, 2, 4, 5.5, 6])(
    'a time-out after %d minutes: what is left is the post step’s',
    async (minutes) => {
      const api = {
        startTakesMs: 3 * minute,
        startWhileSnapshotting: 'refuse',
        createMs: 5 * minute,
      } as const;
      const step = await stopping(form, { api, inputs: { timeout_minutes: String(minutes) } }).run();
      expect(step).toMatchObject({ red: true, result: 'timed_out' });
      expect(step.endedAt).toBeLessThanOrEqual(minutes * minute + 2_000);
      const post = await postOfStopping(step, 'failure');
      await expectRunning(post);
    },
  );
});

describe.each(powered)('a signal, %s', (form) => {
  test.each(Array.from({ length: 60 }, (_, index) => index + 1))('at request %i', async (at) => {
    let requests = 0;
    const step = stopping(form, {
      asked: (_method, _path, running) => {
        requests += 1;
        if (requests === at) running.signal();
      },
    });
    await step.run();
    if (requests < at) return;
    expect(step.endedAt - (step.signalledAt ?? 0)).toBeLessThanOrEqual(2_000);
    const { standing } = JSON.parse(step.saved.at(-1) ?? '{"standing":[]}');
    const post = await postOfStopping(step, 'cancelled');
    if (standing.length > 0)
      expect(firstRequests(post, 1)[0]).toMatch(/^POST \/servers\/\S+\/power\/ start$/);
    expect(post.error).toBeUndefined();
    await expectRunning(post);
  });

  test('comes when a server stands still: it is asked to start at once, and told', async () => {
    const step = stopping(form, {}, [1]);
    step.clock.at(100_000, () => step.signal());
    await step.run();
    expect(step).toMatchObject({ red: true, result: 'cancelled', error: { title: 'Cancelled' } });
    expect(powerOf(step, 1)).toEqual(['stop', 'start']);
    expect(step.endedAt).toBe(100_000);
    expect(step.error?.message).toMatch(
      /was stopped by this step, and was asked to start when this step ended\. If it stands still: /,
    );
    expect(step.error?.message).toMatch(startOf(1));
    await expectRunning(step);
  });

  test('comes, and the start gets no answer: told within 2 s, and the post step sees to it', async () => {
    const step = stopping(form, { faults: [onPower({ kind: 'hang', processed: false }, { after: 1 })] }, [1]);
    step.clock.at(100_000, () => step.signal());
    await step.run();
    expect(step.endedAt).toBeLessThanOrEqual(102_000);
    expect(step.error?.message).toMatch(/and its start was not confirmed: /);
    expect(step.error?.message).toMatch(startOf(1));
    await expectRunning(await postOfStopping(step, 'cancelled'));
  });
});

describe.each(powered)('a main step that is killed, %s', (form) => {
  test.each(endings)(
    'after each of its saves, job %s: the start comes first of all, and everything runs',
    async (ends) => {
      const moments = (await stopping(form).run()).saved.length;
      expect(moments).toBeGreaterThan(10);
      for (let saves = 1; saves <= moments; saves += 1) {
        const main = await killedAtSave(saves, form);
        const { standing } = JSON.parse(main.saved.at(-1) ?? '');
        const post = await postOfStopping(main, ends);
        for (const request of firstRequests(post, standing.length)) expect(request).toMatch(/power\/ start$/);
        await expectRunning(post);
      }
    },
  );
});
