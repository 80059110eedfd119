import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { day, hour } from '../../src/limits.ts';
import { everyRunOver, type Liveness, type Runs } from '../../src/rules/liveness.ts';
import { fatesOf, type Retention } from '../../src/rules/retention.ts';
import { ascending } from '../../src/vps/id.ts';
import type { Snapshot } from '../../src/vps/model.ts';
import { ids } from '../helpers/ids.ts';
import { marked, own } from '../helpers/marked.ts';
import { origin } from '../helpers/origin.ts';
import { snapshot } from '../helpers/snapshots.ts';
import { epoch, hoursAgo } from '../helpers/virtual-clock.ts';

/** Snapshots 1, 2, 3 … that run 4000 completed one, two, three … hours ago. */
function hourly(count: number): Snapshot[] {
  return Array.from({ length: count }, (_, n) =>
    snapshot({ id: count - n, createdAt: hoursAgo(n + 1), description: marked({ run: '4000' }) }),
  );
}

function fates(list: readonly Snapshot[], retention: Partial<Retention>, runs: Runs = everyRunOver) {
  const whole = { keepLast: undefined, keepWithinMs: undefined, ...retention };
  return fatesOf(list, { retention: whole, runs, origin, now: epoch });
}

const kept = (list: readonly Snapshot[], retention: Partial<Retention>, runs?: Runs) =>
  fates(list, retention, runs)
    .filter(({ stays }) => stays)
    .map(({ snapshot }) => snapshot.id);

const why = (one: Snapshot, retention: Partial<Retention> = { keepLast: 1 }, runs?: Runs) =>
  fates([...newer, one], retention, runs).find(({ snapshot }) => snapshot.id === one.id);

/** So that the snapshot in question is not the newest. */
const newer = [snapshot({ id: 99, createdAt: hoursAgo(0), description: marked({ run: '4000' }) })];

describe('of five completed ones, one to five hours old', () => {
  test.each<[Partial<Retention>, number[]]>([
    [{ keepLast: 1 }, [5]],
    [{ keepLast: 3 }, [5, 4, 3]],
    [{ keepLast: 5 }, [5, 4, 3, 2, 1]],
    [{ keepLast: 1_000 }, [5, 4, 3, 2, 1]],
    [{ keepWithinMs: 2 * hour }, [5, 4]],
    [{ keepWithinMs: 2 * hour - 1 }, [5]],
    [{ keepWithinMs: 1 }, [5]],
    [{ keepLast: 3, keepWithinMs: 1 * hour }, [5, 4, 3]],
    [{ keepLast: 1, keepWithinMs: 4 * hour }, [5, 4, 3, 2]],
  ])('%o keeps %o', (retention, expected) => {
    expect(kept(hourly(5), retention)).toEqual(ids(...expected));
  });

  test('each has its reason', () => {
    expect(fates(hourly(5), { keepLast: 2, keepWithinMs: 3 * hour }).map(({ why }) => why)).toEqual([
      'the newest',
      'one of the last 2',
      'younger than keep_within',
      'neither keep_last nor keep_within keeps it',
      'neither keep_last nor keep_within keeps it',
    ]);
  });
});

test('nothing comes of nothing', () => {
  expect(fates([], { keepLast: 1 })).toEqual([]);
});

describe('what is kept whatever the policy', () => {
  const old = { createdAt: hoursAgo(200), description: marked({ run: '4000' }) };

  test.each<[string, Snapshot, string]>([
    ['made by hand', snapshot({ ...old, id: 1, description: '' }), 'not made by acme/shop'],
    [
      'of another repository',
      snapshot({ ...old, id: 1, description: marked({ run: '4000', repository: 'acme/blog' }) }),
      'not made by acme/shop',
    ],
    [
      'failed, and made by hand',
      snapshot({ ...old, id: 1, status: 'failed', description: '' }),
      'not made by acme/shop',
    ],
    ['in progress', snapshot({ ...old, id: 1, status: 'in_progress' }), 'not complete yet'],
    ['of an unknown status', snapshot({ ...old, id: 1, status: 'archived' }), 'not complete yet'],
    ['of unknown age', snapshot({ ...old, id: 1, createdAt: null }), 'of unknown age'],
    ['of this run', snapshot({ ...old, id: 1, description: marked(own) }), 'this run made it'],
    [
      'of this run, failed',
      snapshot({ ...old, id: 1, status: 'failed', description: marked(own) }),
      'this run made it',
    ],
  ])('%s', (_, one, reason) => {
    expect(why(one)).toMatchObject({ stays: true, why: reason });
  });

  test.each<[Liveness, string]>([
    [{ is: 'going_on' }, 'run 4000 is going on'],
    [{ is: 'unknown', why: 'GitHub answered 404' }, 'run 4000 may be going on: GitHub answered 404'],
  ])('complete or failed, of a run of which GitHub says %o', (answer, reason) => {
    for (const status of ['completed', 'failed'])
      expect(why(snapshot({ ...old, id: 1, status }), {}, () => answer)).toMatchObject({
        stays: true,
        why: reason,
      });
  });
});

describe('failed ones', () => {
  const failed = snapshot({
    id: 7,
    status: 'failed',
    createdAt: hoursAgo(0),
    description: marked({ run: '4000' }),
  });

  test('go once their run is over, even the newest and however young', () => {
    const [first] = fates([failed, ...hourly(2)], { keepLast: 5, keepWithinMs: day });
    expect(first).toEqual({ snapshot: failed, stays: false, why: 'failed, and its run is over' });
  });

  test('do not count as the newest, nor as one of the last', () => {
    expect(kept([failed, ...hourly(3)], { keepLast: 2 })).toEqual(ids(3, 2));
  });
});

test('snapshots of others do not count as the newest, nor as one of the last', () => {
  const foreign = snapshot({ id: 9, createdAt: hoursAgo(0) });
  expect(kept([foreign, ...hourly(3)], { keepLast: 2 })).toEqual(ids(9, 3, 2));
});

test('one without a date does not stand in for the newest', () => {
  const [newest, middle] = [hoursAgo(1), hoursAgo(5)];
  const description = marked({ run: '4000' });
  const list = [
    snapshot({ id: 1, createdAt: newest, description }),
    snapshot({ id: 2, createdAt: null, description }),
    snapshot({ id: 3, createdAt: middle, description }),
  ];
  for (const order of [list, list.toReversed()])
    expect(kept(order, { keepLast: 1 }).toSorted()).toEqual(ids(1, 2));
});

describe('for any list and any policy', () => {
  const one = fc.record({
    hours: fc.option(fc.integer({ min: 0, max: 1_000 }), { freq: 8 }),
    status: fc.constantFrom('completed', 'completed', 'failed', 'in_progress', 'archived'),
    description: fc.constantFrom(
      ...[
        '',
        'by hand',
        marked({ run: '4000' }),
        marked({ run: '4001' }),
        marked({ run: '4002' }),
        marked(own),
      ],
      ...[marked({ run: '4000', repository: 'acme/blog' }), marked({ run: '4001', repository: 'ACME/Shop' })],
    ),
  });
  const lists = fc.array(one, { maxLength: 12 }).map((all) =>
    all.map(({ hours, ...rest }, id) => ({
      ...snapshot({ ...rest, id: id + 1 }),
      createdAt: hours === null ? null : hoursAgo(hours),
    })),
  );
  const policies = fc
    .record({
      keepLast: fc.option(fc.integer({ min: 1, max: 6 }), { nil: undefined }),
      keepWithinMs: fc.option(
        fc.integer({ min: 1, max: 1_000 }).map((hours) => hours * hour),
        { nil: undefined },
      ),
    })
    .filter(({ keepLast, keepWithinMs }) => keepLast !== undefined || keepWithinMs !== undefined);
  const runs: Runs = (id) =>
    (({ '4001': { is: 'going_on' }, '4002': { is: 'unknown', why: 'x' } }) as const)[id] ?? { is: 'over' };
  const age = ({ createdAt }: Snapshot) => (createdAt === null ? Number.NaN : epoch - Date.parse(createdAt));
  const isOurs = ({ description }: Snapshot) => /\[gha acme\/shop /i.test(description);

  test('all of them have a fate and a reason, and only those go that may', () => {
    fc.assert(
      fc.property(lists, policies, (list, retention) => {
        const all = fates(list, retention, runs);
        expect(all.map(({ snapshot }) => snapshot.id).toSorted(ascending)).toEqual(list.map(({ id }) => id));
        for (const { why } of all) expect(why).not.toBe('');
        for (const { snapshot } of all.filter(({ stays }) => !stays)) {
          expect(isOurs(snapshot)).toBe(true);
          expect(['completed', 'failed']).toContain(snapshot.status);
          expect(snapshot.description).not.toContain('run 4711.');
          if (age(snapshot) <= 35 * day || snapshot.createdAt === null)
            expect(snapshot.description).toContain('run 4000.');
        }
      }),
    );
  });

  test('the newest stays, and so does what either of the two inputs keeps', () => {
    fc.assert(
      fc.property(lists, policies, (list, retention) => {
        const gone = fates(list, retention, runs).filter(
          ({ stays, snapshot }) => !stays && snapshot.status === 'completed',
        );
        const complete = list.filter((one) => isOurs(one) && one.status === 'completed');
        for (const { snapshot } of gone) {
          expect(snapshot.createdAt).not.toBeNull();
          const younger = complete.filter((other) => age(other) < age(snapshot));
          const noOlder = complete.filter((other) => other !== snapshot && age(other) <= age(snapshot));
          expect(noOlder.length).toBeGreaterThanOrEqual(Math.max(1, retention.keepLast ?? 1));
          expect(noOlder.length).toBeGreaterThanOrEqual(younger.length);
          expect(age(snapshot)).toBeGreaterThan(retention.keepWithinMs ?? 0);
        }
      }),
    );
  });

  test('each input alone keeps no more than both together', () => {
    fc.assert(
      fc.property(
        lists,
        fc.integer({ min: 1, max: 6 }),
        fc.integer({ min: 1, max: 1_000 }),
        (list, n, hours) => {
          const keepWithinMs = hours * hour;
          const both = new Set(kept(list, { keepLast: n, keepWithinMs }, runs));
          const either = [...kept(list, { keepLast: n }, runs), ...kept(list, { keepWithinMs }, runs)];
          expect(new Set(either)).toEqual(both);
        },
      ),
    );
  });

  test('it does not matter in which order they are listed', () => {
    fc.assert(
      fc.property(lists, policies, (list, retention) => {
        const dated = list.filter(({ createdAt }) => createdAt !== null);
        expect(kept(dated.toReversed(), retention, runs)).toEqual(kept(dated, retention, runs));
      }),
    );
  });
});
