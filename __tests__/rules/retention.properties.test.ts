import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Runs } from '../../src/rules/liveness.ts';
import { fatesOf, type Retention } from '../../src/rules/retention.ts';
import type { Snapshot } from '../../src/vps/model.ts';
import { cases, hostile } from '../helpers/fuzz.ts';
import { marked, own } from '../helpers/marked.ts';
import { origin } from '../helpers/origin.ts';
import { snapshot } from '../helpers/snapshots.ts';
import { epoch, hoursAgo } from '../helpers/virtual-clock.ts';

const hour = 3_600_000;
const runs: Runs = (id) => ({ is: id === '4001' ? 'going_on' : 'over' });

const one = fc.record({
  hours: fc.option(fc.integer({ min: -5, max: 1_000 }), { freq: 8 }),
  status: fc.constantFrom('completed', 'completed', 'completed', 'failed', 'in_progress', 'archived', ''),
  description: fc.oneof(
    fc.constantFrom(
      marked(),
      marked(),
      marked({ run: '4001' }),
      marked(own),
      marked({ repository: 'acme/blog' }),
    ),
    hostile,
    hostile.map((text) => `${text} ${marked()}`),
    hostile.map((text) => `${marked()} ${text}`),
  ),
  name: hostile,
});
const lists = fc.array(one, { maxLength: 12 }).map((all) =>
  all.map(({ hours, ...rest }, index) => ({
    ...snapshot({ ...rest, id: index + 1 }),
    createdAt: hours === null ? null : hoursAgo(hours),
  })),
);
const retentions: fc.Arbitrary<Retention> = fc
  .record({
    keepLast: fc.option(fc.integer({ min: 1, max: 6 }), { nil: undefined }),
    keepWithinMs: fc.option(fc.constantFrom(hour, 24 * hour, 500 * hour, Infinity), { nil: undefined }),
  })
  .filter(({ keepLast, keepWithinMs }) => keepLast !== undefined || keepWithinMs !== undefined);

function kept(list: readonly Snapshot[], retention: Retention): Snapshot[] {
  return fatesOf(list, { retention, origin, now: epoch, runs })
    .filter(({ stays }) => stays)
    .map((fate) => fate.snapshot);
}

/** Made by this repository, by the last words of its description. */
const isOurs = ({ description }: Snapshot) => {
  const last = description.trimEnd().split('[gha ').at(-1) ?? '';
  return /^acme\/shop run \d+\.\d+ [0-9a-f]{8}-[0-9a-f]{8}\]$/i.test(last);
};

test('of every server the newest good one stays, as many as were asked for, and all that is young', () => {
  fc.assert(
    fc.property(lists, retentions, (list, retention) => {
      const left = kept(list, retention);
      const good = list
        .filter((each) => isOurs(each) && each.status === 'completed' && each.createdAt !== null)
        .toSorted((a, b) => Date.parse(b.createdAt ?? '') - Date.parse(a.createdAt ?? ''));
      const stay = (each: Snapshot) => left.includes(each);
      if (good.length > 0) expect(good.some(stay)).toBe(true);
      expect(good.filter(stay).length).toBeGreaterThanOrEqual(Math.min(good.length, retention.keepLast ?? 1));
      const youngest = good.filter((each) => each.createdAt === good[0]?.createdAt);
      if (good.length > 0) expect(youngest.some(stay)).toBe(true);
      for (const each of good)
        if (epoch - Date.parse(each.createdAt ?? '') <= (retention.keepWithinMs ?? -Infinity))
          expect(left).toContain(each);
    }),
    cases(500),
  );
});

test('what is not ours, not known or not done stays, whatever it calls itself', () => {
  fc.assert(
    fc.property(lists, retentions, (list, retention) => {
      const left = kept(list, retention);
      for (const each of list) {
        const isDone = each.status === 'completed' || each.status === 'failed';
        const isAgeless = each.status === 'completed' && each.createdAt === null;
        if (!isOurs(each) || !isDone || isAgeless) expect(left).toContain(each);
      }
    }),
    cases(500),
  );
});

test('what stays once stays when it is looked at again, with or without what is not ours', () => {
  fc.assert(
    fc.property(lists, retentions, (list, retention) => {
      const left = kept(list, retention);
      expect(new Set(kept(left, retention))).toEqual(new Set(left));
      expect(new Set(kept(list.filter(isOurs), retention))).toEqual(new Set(left.filter(isOurs)));
    }),
    cases(500),
  );
});
