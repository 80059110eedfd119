import { describe, expect, test } from 'vitest';
import { hour, minute } from '../../src/limits.ts';
import { neededAsEvidence, olderDeploys } from '../../src/rules/evidence.ts';
import type { Liveness } from '../../src/rules/liveness.ts';
import type { Snapshot } from '../../src/vps/model.ts';
import { ids } from '../helpers/ids.ts';
import { marked, own } from '../helpers/marked.ts';
import { origin } from '../helpers/origin.ts';
import { snapshot } from '../helpers/snapshots.ts';
import { epoch } from '../helpers/virtual-clock.ts';

type Told = Parameters<typeof snapshot>[0];

/** A snapshot that was made so many milliseconds ago; run 4000's, unless told otherwise. */
const aged = (ms: number, of: Told): Snapshot =>
  snapshot({ description: marked(), createdAt: new Date(epoch - ms).toISOString(), ...of });

const ours = aged(5 * minute, { id: 810, description: marked(own) });
const theirs = aged(10 * minute, { id: 801 });

describe('older deploys', () => {
  test.each<[string, Snapshot, number[]]>([
    ['another run’s', theirs, [801]],
    ['another repository’s', aged(hour, { id: 801, description: marked({ repository: 'acme/api' }) }), [801]],
    ['one of this run', aged(hour, { id: 801, description: marked(own) }), []],
    ['one that nobody marked', aged(hour, { id: 801, description: 'by hand' }), []],
    ['another server’s', aged(hour, { id: 801, server: 7 }), []],
    ['a newer one', aged(minute, { id: 801 }), []],
  ])('%s', (_, other, expected) => {
    const found = olderDeploys(ours, [ours, other], { origin });
    expect(found.map((one) => one.snapshot.id)).toEqual(ids(...expected));
  });
});

test('no snapshot is older than itself, whoever made it', () => {
  expect(olderDeploys(theirs, [theirs], { origin })).toEqual([]);
});

test('a snapshot that was waited for, of a run that is over, is no other evidence than itself', () => {
  const waited = aged(5 * minute, { id: 810, description: marked({ run: '4001' }) });
  const runs = (runId: string): Liveness => ({ is: runId === '4001' ? 'over' : 'going_on' });
  expect(neededAsEvidence(waited, [waited, theirs], { runs, origin, now: epoch })).toMatch(/run 4000/);
});

describe('a snapshot is kept as evidence', () => {
  const live: Liveness = { is: 'going_on' };
  const over: Liveness = { is: 'over' };
  const mute: Liveness = { is: 'unknown', why: 'GitHub answered 403' };
  const approval: Liveness = { is: 'going_on', onlyApprovals: true };
  const of = (run: string, ms: number, rest: object = {}) =>
    aged(ms, { id: 800, description: marked({ run }), ...rest });
  const unmarked = (count: number) =>
    Array.from({ length: count }, (_, index) => aged(2 * hour, { id: 820 + index, description: '' }));

  test.each<[string, Snapshot[], Record<string, Liveness>, boolean]>([
    ['alone', [], {}, false],
    ['while the older one’s run goes on', [of('4000', hour * 9)], { 4000: live }, true],
    ['not when it is over', [of('4000', minute * 9)], { 4000: over }, false],
    ['not when only approvals are outstanding', [of('4000', minute * 9)], { 4000: approval }, false],
    ['without a word: while it is young', [of('4000', hour - 1)], { 4000: mute }, true],
    ['without a word: not when it is old', [of('4000', hour)], { 4000: mute }, false],
    ['without a word: with two slots free', [of('4000', minute * 9), ...unmarked(1)], { 4000: mute }, true],
    [
      'without a word: not with one slot free',
      [of('4000', minute * 9), ...unmarked(2)],
      { 4000: mute },
      false,
    ],
    ['with a word however few slots are free', [of('4000', hour), ...unmarked(3)], { 4000: live }, true],
    [
      'another repository’s is never asked for: while it is young',
      [aged(minute * 9, { id: 800, description: marked({ repository: 'acme/api' }) })],
      { 4000: over },
      true,
    ],
    [
      'another repository’s: not when it is old',
      [aged(2 * hour, { id: 800, description: marked({ repository: 'acme/api' }) })],
      { 4000: live },
      false,
    ],
    [
      'not when a newer one of a run that is over stands there too',
      [of('4000', hour), of('4001', minute, { id: 811 })],
      { 4000: live, 4001: over },
      false,
    ],
    [
      'not when that one is newer than the older one only',
      [of('4000', hour), of('4001', 8 * minute, { id: 805 })],
      { 4000: live, 4001: over },
      false,
    ],
    [
      'when that one is another repository’s, of which nobody here can tell whether its run is over',
      [
        of('4000', hour),
        aged(minute, { id: 811, description: marked({ repository: 'acme/api', run: '4001' }) }),
      ],
      { 4000: live, 4001: over },
      true,
    ],
    [
      'when that one is older still',
      [of('4000', hour), of('4001', 2 * hour, { id: 790 })],
      { 4000: live, 4001: over },
      true,
    ],
    [
      'when that one’s run goes on too',
      [of('4000', hour), of('4001', minute, { id: 811 })],
      { 4000: live, 4001: live },
      true,
    ],
    [
      'when the other newer one is this run’s own, which goes away too',
      [
        of('4000', hour),
        aged(minute, { id: 811, description: marked({ ...own, nonce: '0a0a0a0a-2c2c2c2c' }) }),
      ],
      { 4000: live, 4711: over },
      true,
    ],
  ])('%s', (_, others, runs, expected) => {
    const known = {
      runs: (runId: string) => {
        const run = runs[runId];
        if (!run) throw new Error(`Run ${runId} was asked for`);
        return run;
      },
      origin,
      now: epoch,
    };
    const why = neededAsEvidence(ours, [ours, ...others], known);
    if (!expected) expect(why).toBeUndefined();
    else
      expect(why).toMatch(
        /^acme\/(shop|api) run 4000 may still roll back to snapshot 800, and sees by this one that a newer deploy came$/,
      );
  });
});
