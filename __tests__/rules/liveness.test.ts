import { describe, expect, test } from 'vitest';
import { day } from '../../src/limits.ts';
import {
  everyRunOver,
  type Liveness,
  neededBy,
  type Runs,
  type RunsKnown,
  runsToAsk,
  youngDeploys,
} from '../../src/rules/liveness.ts';
import type { Snapshot } from '../../src/vps/model.ts';
import { id, ids } from '../helpers/ids.ts';
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

describe('a snapshot of an earlier attempt of this run', () => {
  const third = { ...origin, attempt: '3' };
  const of = (attempt: number, id: number, told: Partial<Snapshot> = {}) => ({
    ...snapshot({ id, description: marked(own).replace('4711.1', `4711.${attempt}`) }),
    ...told,
  });
  const at = (minutes: number) => ({ createdAt: aged(minutes * 60_000) });
  const why = 'an earlier attempt of this run made it';

  test.each<[string, Snapshot[], string | undefined]>([
    ['alone: a job that runs again may name it', [of(1, 1)], why],
    ['not the newest of them', [of(1, 1, at(9)), of(2, 2, at(8))], undefined],
    ['the newest of them, whatever its id', [of(1, 2, at(8)), of(2, 3, at(9))], why],
    [
      'beside a newer one that is not complete',
      [of(1, 1, at(9)), of(2, 2, { ...at(8), status: 'failed' })],
      why,
    ],
    ['beside a newer one of this attempt', [of(1, 1, at(9)), of(3, 2, at(8))], why],
    [
      'beside a newer one of another run',
      [of(1, 1, at(9)), snapshot({ id: 2, description: marked(), ...at(8) })],
      why,
    ],
  ])('%s', (_, list, expected) => {
    const [first] = list;
    if (!first) throw new Error('There is no first one');
    expect(neededBy(first, list, { runs: unasked, origin: third, now: epoch })).toBe(expected);
  });

  test('is none of this attempt, and none of a later one', () => {
    for (const attempt of [3, 4])
      expect(needed(of(attempt, 1), { runs: unasked, origin: third, now: epoch })).toBe('this run made it');
  });
});

describe('another run may still be deploying that', () => {
  const wanted = ids(12345);
  const hours = (count: number) => ({ createdAt: aged(count * 3_600_000) });
  const young = snapshot({ id: 1, description: marked(), ...hours(5) });

  test.each<[string, Partial<Snapshot>, boolean]>([
    ['has made a complete snapshot of this server lately', {}, true],
    ['has made it six hours ago', hours(6), false],
    ['has made it, and the API does not say when', { createdAt: null }, false],
    ['has not made it yet', { status: 'in_progress' }, false],
    ['has made it of another server', { server: { id: id(7), name: '' } }, false],
    ['is of another repository', { description: marked({ repository: 'acme/blog' }) }, false],
    ['is this run', { description: marked(own) }, false],
    ['is nobody’s', { description: 'by hand' }, false],
  ])('%s', (_, told, expected) => {
    const found = youngDeploys([{ ...young, ...told }], { wanted, origin, now: epoch });
    expect(found).toHaveLength(expected ? 1 : 0);
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
