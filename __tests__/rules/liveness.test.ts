import { describe, expect, test } from 'vitest';
import { everyRunOver, type Liveness, neededBy, type Runs, runsToAsk } from '../../src/rules/liveness.ts';
import { marked, snapshot } from '../helpers/snapshots.ts';

const now = Date.parse('2026-11-20T12:00:00Z');
const day = 86_400_000;
const origin = { ...thisRun(), sha: '', actor: '', runUrl: '' };

function thisRun() {
  return {
    repository: 'acme/shop',
    runId: '4711',
    attempt: '1',
    nonce: { job: '0a0a0a0a', step: '1b1b1b1b' },
  };
}

const aged = (ms: number) => new Date(now - ms).toISOString();
const always =
  (answer: Liveness): Runs =>
  () =>
    answer;
const unasked: Runs = (runId) => {
  throw new Error(`Run ${runId} was asked for`);
};

describe('a snapshot is needed', () => {
  const other = snapshot({ id: 1, description: marked('4000') });

  test.each<[string, Liveness, string | undefined]>([
    ['not when its run is over', { is: 'over' }, undefined],
    ['while its run is going on', { is: 'going_on' }, 'run 4000 is going on'],
    [
      'when nobody can tell',
      { is: 'unknown', why: 'GitHub answered 403' },
      'run 4000 may be going on: GitHub answered 403',
    ],
  ])('%s', (_, answer, why) => {
    expect(neededBy(other, always(answer), origin, now)).toBe(why);
  });

  test('by the run that made it, whatever GitHub says and however old it is', () => {
    for (const createdAt of [aged(0), aged(400 * day), null]) {
      for (const description of [marked('4711'), marked('4711', 'Acme/SHOP', 'ffffffff-00000000')]) {
        const own = snapshot({ id: 1, description, createdAt });
        expect(neededBy(own, everyRunOver, origin, now)).toBe('this run made it');
      }
    }
  });

  test('when nobody knows which run made it', () => {
    expect(neededBy(snapshot({ id: 1 }), everyRunOver, origin, now)).toBe('nobody knows which run made it');
  });

  test('by nobody after 35 days, without a question', () => {
    const at = (ms: number) => snapshot({ id: 1, description: marked('4000'), createdAt: aged(ms) });
    expect(neededBy(at(35 * day + 1), unasked, origin, now)).toBeUndefined();
    expect(neededBy(at(35 * day), always({ is: 'going_on' }), origin, now)).toBe('run 4000 is going on');
  });

  test('perhaps, when its age is unknown', () => {
    const ageless = snapshot({ id: 1, description: marked('4000'), createdAt: null });
    expect(neededBy(ageless, always({ is: 'going_on' }), origin, now)).toBe('run 4000 is going on');
  });
});

describe('GitHub is asked', () => {
  const ask = (...descriptions: string[]) =>
    runsToAsk(
      descriptions.map((description, n) => snapshot({ id: n + 1, description })),
      origin,
      now,
    );

  test('once per run, however many snapshots and attempts it has', () => {
    const second = marked('4000').replace('run 4000.1', 'run 4000.2');
    expect(ask(marked('4000'), marked('4001'), second, marked('4000', 'ACME/shop'))).toEqual([
      '4000',
      '4001',
    ]);
  });

  test('neither for this run nor for what has no mark', () => {
    expect(ask(marked('4711'), 'made by hand', '')).toEqual([]);
  });

  test('not for what is older than any run can be', () => {
    const at = (id: number, createdAt: string | null) =>
      snapshot({ id, createdAt, description: marked(String(id)) });
    const list = [at(1, aged(36 * day)), at(2, aged(35 * day)), at(3, null)];
    expect(runsToAsk(list, origin, now)).toEqual(['2', '3']);
  });
});
