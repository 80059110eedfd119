import { describe, expect, test } from 'vitest';
import { day } from '../../src/limits.ts';
import {
  everyRunOver,
  type Liveness,
  neededBy,
  type Runs,
  type RunsKnown,
  runsToAsk,
} from '../../src/rules/liveness.ts';
import type { Snapshot } from '../../src/vps/model.ts';
import { marked, own } from '../helpers/marked.ts';
import { origin } from '../helpers/origin.ts';
import { snapshot } from '../helpers/snapshots.ts';
import { epoch } from '../helpers/virtual-clock.ts';

const aged = (ms: number) => new Date(epoch - ms).toISOString();
const always =
  (answer: Liveness): Runs =>
  () =>
    answer;
/** Alone on its server. */
const needed = (one: Snapshot, known: RunsKnown) => neededBy(one, [one], known);
const unasked: Runs = (runId) => {
  throw new Error(`Run ${runId} was asked for`);
};

describe('a snapshot is needed', () => {
  const other = snapshot({ id: 1, description: marked({ run: '4000' }) });

  test.each<[string, Liveness, string | undefined]>([
    ['not when its run is over', { is: 'over' }, undefined],
    ['while its run is going on', { is: 'going_on' }, 'run 4000 is going on'],
    [
      'when nobody can tell',
      { is: 'unknown', why: 'GitHub answered 403' },
      'run 4000 may be going on: GitHub answered 403',
    ],
  ])('%s', (_, answer, why) => {
    expect(needed(other, { runs: always(answer), origin, now: epoch })).toBe(why);
  });

  test('by the run that made it, whatever GitHub says and however old it is', () => {
    for (const createdAt of [aged(0), aged(400 * day), null]) {
      for (const description of [
        marked(own),
        marked({ run: '4711', repository: 'Acme/SHOP', nonce: 'ffffffff-00000000' }),
      ]) {
        const own = snapshot({ id: 1, description, createdAt });
        expect(needed(own, { runs: everyRunOver, origin, now: epoch })).toBe('this run made it');
      }
    }
  });

  test('when nobody knows which run made it', () => {
    expect(needed(snapshot({ id: 1 }), { runs: everyRunOver, origin, now: epoch })).toBe(
      'nobody knows which run made it',
    );
  });

  test('by nobody after 35 days, without a question', () => {
    const at = (ms: number) => snapshot({ id: 1, description: marked({ run: '4000' }), createdAt: aged(ms) });
    expect(needed(at(35 * day + 1), { runs: unasked, origin, now: epoch })).toBeUndefined();
    expect(needed(at(35 * day), { runs: always({ is: 'going_on' }), origin, now: epoch })).toBe(
      'run 4000 is going on',
    );
  });

  test('perhaps, when its age is unknown', () => {
    const ageless = snapshot({ id: 1, description: marked({ run: '4000' }), createdAt: null });
    expect(needed(ageless, { runs: always({ is: 'going_on' }), origin, now: epoch })).toBe(
      'run 4000 is going on',
    );
  });
});

describe('GitHub is asked', () => {
  const ask = (...descriptions: string[]) =>
    runsToAsk(
      descriptions.map((description, n) => snapshot({ id: n + 1, description })),
      origin,
      epoch,
    );

  test('once per run, however many snapshots and attempts it has', () => {
    const second = marked({ run: '4000' }).replace('run 4000.1', 'run 4000.2');
    expect(
      ask(
        marked({ run: '4000' }),
        marked({ run: '4001' }),
        second,
        marked({ run: '4000', repository: 'ACME/shop' }),
      ),
    ).toEqual(['4000', '4001']);
  });

  test('neither for this run nor for what has no mark', () => {
    expect(ask(marked(own), 'made by hand', '')).toEqual([]);
  });

  test('not for what is older than any run can be', () => {
    const at = (id: number, createdAt: string | null) =>
      snapshot({ id, createdAt, description: marked({ run: String(id) }) });
    const list = [at(1, aged(36 * day)), at(2, aged(35 * day)), at(3, null)];
    expect(runsToAsk(list, origin, epoch)).toEqual(['2', '3']);
  });
});
