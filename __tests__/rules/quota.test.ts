import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { everyRunOver, type Runs } from '../../src/rules/liveness.ts';
import { candidates, freeing } from '../../src/rules/quota.ts';
import type { Snapshot } from '../../src/vps/model.ts';
import { ids } from '../helpers/ids.ts';
import { marked, own } from '../helpers/marked.ts';
import { origin } from '../helpers/origin.ts';
import { snapshot } from '../helpers/snapshots.ts';
import { epoch, hoursAgo } from '../helpers/virtual-clock.ts';

/** Older ones have lower ids; made by run 4000. */
function ours(id: number, of: Partial<Snapshot> = {}): Snapshot {
  return { ...snapshot({ id, createdAt: hoursAgo(100 - id), description: marked({ run: '4000' }) }), ...of };
}

function freed(list: readonly Snapshot[], runs: Runs = everyRunOver) {
  const { doomed, enough, spared } = freeing(list, { runs, origin, now: epoch });
  return {
    doomed: doomed.map(({ id }) => id),
    enough,
    spared: Object.fromEntries(spared.map(({ snapshot, why }) => [snapshot.id, why])),
  };
}

describe('room for one more', () => {
  test.each<[number, number[]]>([
    [0, []],
    [4, []],
    [5, [1]],
    [6, [1, 2]],
    [7, [1, 2, 3]],
  ])('with %i of 5 slots used takes exactly %o', (used, doomed) => {
    const list = Array.from({ length: used }, (_, n) => ours(n + 1)).toReversed();
    expect(freed(list)).toEqual({ doomed: ids(...doomed), enough: true, spared: {} });
  });

  test('failed ones go first, the oldest of them before the others', () => {
    const failed = { status: 'failed' };
    const list = [ours(1), ours(2), ours(3), ours(4, failed), ours(5, failed), ours(6)];
    expect(freed(list).doomed).toEqual(ids(4, 5));
    expect(freed([...list, ours(7)]).doomed).toEqual(ids(4, 5, 1));
  });

  test('age decides, not the order of ids', () => {
    const list = [1, 2, 3, 4].map((id) => ours(id));
    expect(freed([...list, ours(5, { createdAt: hoursAgo(500) })]).doomed).toEqual(ids(5));
  });

  test('none of unknown age goes, but for one that failed', () => {
    const ageless = { createdAt: null };
    const list = [
      ours(1, ageless),
      ours(2, { ...ageless, status: 'failed' }),
      ours(3),
      ours(4),
      ours(5),
      ours(6),
    ];
    expect(freed(list).doomed).toEqual(ids(2, 3));
    expect(
      freed([ours(1, ageless)].concat(Array.from({ length: 4 }, (_, n) => ours(n + 2, ageless)))),
    ).toMatchObject({
      doomed: [],
      enough: false,
      spared: { 1: 'of unknown age' },
    });
  });

  test('is not to be had when too few may go', () => {
    const list = [ours(1), ours(2), ...[3, 4, 5, 6, 7].map((id) => snapshot({ id }))];
    const { doomed, enough } = freed(list);
    expect({ doomed, enough }).toEqual({ doomed: ids(1, 2), enough: false });
  });

  test('each one that must stay has its reason', () => {
    const runs: Runs = (id) =>
      id === '4001' ? { is: 'going_on' } : { is: 'unknown', why: 'GitHub answered 403' };
    const list = [
      snapshot({ id: 1 }),
      ours(2, { description: marked({ run: '4001', repository: 'acme/blog' }) }),
      ours(3, { status: 'in_progress' }),
      ours(4, { status: 'archived' }),
      ours(5, { description: marked(own) }),
      ours(6, { description: marked({ run: '4001' }) }),
      ours(7, { status: 'failed' }),
    ];
    expect(freed(list, runs)).toEqual({
      doomed: [],
      enough: false,
      spared: {
        1: 'not made by acme/shop',
        2: 'not made by acme/shop',
        3: 'not complete yet',
        4: 'not complete yet',
        5: 'this run made it',
        6: 'run 4001 is going on',
        7: 'run 4000 may be going on: GitHub answered 403',
      },
    });
  });
});

test('for any list: no more than needed, none in doubt, failed ones first, then the oldest', () => {
  const one = fc.record({
    hours: fc.integer({ min: 0, max: 1_000 }),
    status: fc.constantFrom('completed', 'completed', 'failed', 'in_progress'),
    run: fc.constantFrom('4000', '4001', '4711', ''),
  });
  const runs: Runs = (id) => (id === '4000' ? { is: 'over' } : { is: 'going_on' });
  fc.assert(
    fc.property(fc.array(one, { maxLength: 9 }), (all) => {
      const list = all.map(({ hours, status, run }, n) =>
        snapshot({ id: n + 1, status, createdAt: hoursAgo(hours), description: run && marked({ run }) }),
      );
      const situation = { runs, origin, now: epoch };
      const { doomed, enough, spared } = freeing(list, situation);
      const mayGo = candidates(list, situation);
      const needed = Math.max(0, list.length - 4);
      expect(doomed).toHaveLength(Math.min(needed, mayGo.length));
      expect(enough).toBe(mayGo.length >= needed);
      expect(mayGo.length + spared.length).toBe(list.length);
      for (const gone of doomed) {
        expect(gone.description).toMatch(/run 400[01]\./);
        for (const left of mayGo.filter((other) => !doomed.includes(other))) {
          if (gone.status === left.status)
            expect(gone.createdAt && left.createdAt && gone.createdAt <= left.createdAt).toBe(true);
          else expect(gone.status).toBe('failed');
        }
      }
    }),
  );
});
