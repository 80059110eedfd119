import { describe, expect, test } from 'vitest';
import {
  agreeingMs,
  longerThanRebootMs,
  longestRestoreMs,
  minute,
  second,
  shortestRestoreMs,
  standstillMs,
} from '../../src/limits.ts';
import { noTrace, type Proof, proofOf, trace } from '../../src/rules/restore-progress.ts';

const limits = {
  shortest: shortestRestoreMs,
  standstill: standstillMs,
  longerThanReboot: longerThanRebootMs,
  longest: longestRestoreMs,
  agreeing: agreeingMs,
};

/** A look: when, in milliseconds after the request, and what it showed; `-` for a list without the server. */
type Look = [elapsed: number, word: string];

/** What a row of looks at the server proves in the end. */
function lastOf(looks: Look[], ran?: boolean): Proof {
  let seen = { ...noTrace, ran };
  let proof: Proof = 'waiting';
  for (const [elapsed, word] of looks) {
    const look = { status: word === '-' ? undefined : word, elapsed };
    seen = { ...trace(seen, look), ran };
    proof = proofOf(look, seen, limits);
  }
  return proof;
}

describe('restoring was seen', () => {
  test.each<[string, Look[], Proof]>([
    ['it goes on', [[1, 'restoring']], 'going_on'],
    [
      'one look that shows it running',
      [
        [0, 'restoring'],
        [minute, 'active'],
      ],
      'waiting',
    ],
    [
      'two looks less than five seconds apart',
      [
        [0, 'restoring'],
        [minute, 'active'],
        [minute + agreeingMs - 1, 'active'],
      ],
      'waiting',
    ],
    [
      'two looks that agree',
      [
        [0, 'restoring'],
        [minute, 'active'],
        [minute + agreeingMs, 'active'],
      ],
      'back',
    ],
    [
      'two looks in two words for running',
      [
        [0, 'restoring'],
        [minute, 'online'],
        [minute + agreeingMs, 'running'],
      ],
      'back',
    ],
    [
      'a stale look between them',
      [
        [0, 'restoring'],
        [minute, 'active'],
        [minute + 1, 'restoring'],
        [minute + agreeingMs, 'active'],
      ],
      'waiting',
    ],
    [
      'a list without it between them says nothing',
      [
        [0, 'restoring'],
        [minute, 'active'],
        [minute + 1, '-'],
        [minute + agreeingMs, 'active'],
      ],
      'back',
    ],
    [
      'active before it too',
      [
        [0, 'active'],
        [2, 'restoring'],
        [9, 'active'],
        [5_009, 'active'],
      ],
      'back',
    ],
    [
      'a list without it',
      [
        [0, 'restoring'],
        [999_999, '-'],
      ],
      'waiting',
    ],
    [
      'a word of failure',
      [
        [0, 'restoring'],
        [9, 'error'],
      ],
      'failed',
    ],
    [
      'another one',
      [
        [0, 'restoring'],
        [9, 'failed'],
      ],
      'failed',
    ],
    [
      'a word of nobody',
      [
        [0, 'restoring'],
        [9, 'rebooting'],
      ],
      'unfamiliar',
    ],
  ])('%s', (_, looks, expected) => {
    expect(lastOf(looks)).toBe(expected);
  });

  const restarted: Look[] = [
    [0, 'restoring'],
    [minute, 'stopped'],
    [200_000, 'restoring'],
  ];

  test.each<[string, Look[], Proof]>([
    [
      'three minutes',
      [
        [0, 'restoring'],
        [130_000, 'stopped'],
        [309_999, 'stopped'],
      ],
      'waiting',
    ],
    [
      'three minutes',
      [
        [0, 'restoring'],
        [130_000, 'stopped'],
        [310_000, 'off'],
      ],
      'back_stopped',
    ],
    [
      'five minutes',
      [
        [0, 'restoring'],
        [10_000, 'stopped'],
        [299_999, 'stopped'],
      ],
      'waiting',
    ],
    [
      'five minutes',
      [
        [0, 'restoring'],
        [10_000, 'stopped'],
        [300_000, 'halted'],
      ],
      'back_stopped',
    ],
    ['without a break', [...restarted, [250_000, 'stopped'], [429_999, 'stopped']], 'waiting'],
    ['without a break', [...restarted, [250_000, 'stopped'], [430_000, 'stopped']], 'back_stopped'],
  ])('a standstill is the end after %s only: %j', (_, looks, expected) => {
    expect(lastOf(looks)).toBe(expected);
  });
});

describe('restoring was never seen', () => {
  test.each<[string, Look[], Proof]>([
    ['active at once', [[0, 'active']], 'waiting'],
    ['active for five minutes', [[299_999, 'active']], 'waiting'],
    [
      'active for longer, in however many looks',
      [
        [250_000, 'active'],
        [300_000, 'active'],
      ],
      'unproven',
    ],
    [
      'active first seen late',
      [
        [7 * minute, 'active'],
        [8 * minute, 'active'],
      ],
      'unproven',
    ],
    ['not in the list', [[299_999, '-']], 'waiting'],
    ['not in the list for longer', [[300_000, '-']], 'unproven'],
    ['a word of failure from before', [[0, 'error']], 'waiting'],
    ['a word of failure for five minutes', [[300_000, 'error']], 'unproven'],
    ['a word of nobody', [[999_999, 'rebooting']], 'unfamiliar'],
    ['suspended', [[9, 'suspended']], 'unfamiliar'],
    ['it stands still for five minutes: that may be the restore', [[300_000, 'stopped']], 'waiting'],
    [
      'for less than twenty',
      [
        [0, 'stopped'],
        [longestRestoreMs - 1, 'off'],
      ],
      'waiting',
    ],
    [
      'for twenty',
      [
        [0, 'stopped'],
        [longestRestoreMs, 'off'],
      ],
      'unproven_standing',
    ],
  ])('%s', (_, looks, expected) => {
    for (const ran of [true, false, undefined]) expect(lastOf(looks, ran)).toBe(expected);
  });

  const stood = (ms: number): Look[] => [
    [second, 'active'],
    [20 * second, 'stopped'],
    [20 * second + ms, 'stopped'],
    [25 * second + ms, 'active'],
    [30 * second + ms, 'active'],
  ];

  test.each<[string, Look[], boolean | undefined, Proof]>([
    ['for two minutes, and it ran before', stood(longerThanRebootMs), true, 'back_by_standstill'],
    ['for less: a reboot proves nothing', stood(longerThanRebootMs - 1), true, 'waiting'],
    ['for two minutes, and it stood still before too', stood(longerThanRebootMs), false, 'waiting'],
    [
      'for two minutes, and nobody saw whether it ran before',
      stood(longerThanRebootMs),
      undefined,
      'waiting',
    ],
    [
      'for two minutes, and one look shows it running',
      stood(longerThanRebootMs).slice(0, -1),
      true,
      'waiting',
    ],
    [
      'twice for a minute',
      [
        ...stood(minute),
        [3 * minute, 'stopped'],
        [4 * minute, 'stopped'],
        [4.1 * minute, 'active'],
        [4.5 * minute, 'active'],
      ],
      true,
      'waiting',
    ],
    [
      'for two minutes, seen in two words',
      [
        [1, 'active'],
        [minute, 'stopped'],
        [3 * minute, 'off'],
        [4 * minute, 'on'],
        [5 * minute, 'active'],
      ],
      true,
      'back_by_standstill',
    ],
    [
      'in one look only, however late the next is',
      [
        [1, 'active'],
        [minute, 'stopped'],
        [4 * minute, 'active'],
        [4.5 * minute, 'active'],
      ],
      true,
      'waiting',
    ],
    [
      'and restoring in the end is a restore all the same',
      [...stood(minute), [2 * minute, 'restoring'], [3 * minute, 'active'], [4 * minute, 'active']],
      true,
      'back',
    ],
  ])('it stood still %s', (_, looks, ran, expected) => {
    expect(lastOf(looks, ran)).toBe(expected);
  });
});

/** What an account showed: looks every 10 s, with the times at which the words changed. */
describe('real times', () => {
  const lookedAt = (changes: Look[], until: number): Look[] =>
    Array.from({ length: until / (10 * second) + 1 }, (_, look) => {
      const at = look * 10 * second;
      return [at, changes.findLast(([since]) => since <= at)?.[1] ?? 'active'];
    });

  test.each<[string, Look[], number, Proof]>([
    [
      'active, restoring, active',
      [
        [20 * second, 'restoring'],
        [8 * minute, 'active'],
      ],
      8 * minute,
      'waiting',
    ],
    [
      'a look later',
      [
        [20 * second, 'restoring'],
        [8 * minute, 'active'],
      ],
      8.2 * minute,
      'back',
    ],
    [
      'active, restoring, stopped, active',
      [
        [20 * second, 'restoring'],
        [7 * minute, 'stopped'],
        [8 * minute, 'active'],
      ],
      8.2 * minute,
      'back',
    ],
    [
      'active, stopped, active: a reboot',
      [
        [20 * second, 'stopped'],
        [80 * second, 'active'],
      ],
      4 * minute,
      'waiting',
    ],
    [
      'a reboot to the end',
      [
        [20 * second, 'stopped'],
        [80 * second, 'active'],
      ],
      5 * minute,
      'unproven',
    ],
    [
      'active, stopped for six minutes, active',
      [
        [20 * second, 'stopped'],
        [6.5 * minute, 'active'],
      ],
      7 * minute,
      'back_by_standstill',
    ],
  ])('%s', (_, changes, until, expected) => {
    expect(lastOf(lookedAt(changes, until), true)).toBe(expected);
  });
});
