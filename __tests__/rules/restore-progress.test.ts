import { describe, expect, test } from 'vitest';
import { shortestRestoreMs, standstillMs } from '../../src/limits.ts';
import { noTrace, type Proof, proofOf, trace } from '../../src/rules/restore-progress.ts';

/** What a row of looks at the server proves in the end; `-` for a list without it. */
function after(looks: string[], elapsed: number): Proof {
  const words = looks.map((word) => (word === '-' ? undefined : word));
  const seen = words.reduce((before, status, elapsed) => trace(before, { status, elapsed }), noTrace);
  return proofOf({ status: words.at(-1), elapsed }, seen, {
    shortest: shortestRestoreMs,
    standstill: standstillMs,
  });
}

describe('a restore', () => {
  test.each<[string[], number, Proof]>([
    [['restoring'], 1, 'going_on'],
    [['restoring', 'active'], 2, 'back'],
    [['active', 'restoring', 'active'], 2, 'back'],
    [['active'], 0, 'waiting'],
    [['active'], 299_999, 'waiting'],
    [['active'], 300_000, 'unproven'],
    [['-'], 299_999, 'waiting'],
    [['-'], 300_000, 'unproven'],
    [['stopped'], 299_999, 'waiting'],
    [['stopped'], 300_000, 'unproven'],
    [['error'], 0, 'waiting'],
    [['restoring', '-'], 999_999, 'waiting'],
    [['restoring', '-', 'active'], 9, 'back'],
    [['restoring', 'stopped'], 9, 'waiting'],
    [['restoring', 'stopped', 'stopped'], 9, 'waiting'],
    [['restoring', 'stopped', 'off', 'halted'], 180_000, 'waiting'],
    [['restoring', 'stopped', 'off', 'halted'], 180_001, 'back_stopped'],
    [['restoring', 'stopped', 'restoring', 'stopped'], 180_002, 'waiting'],
    [['restoring', 'stopped', 'stopped', 'restoring', 'stopped'], 9, 'waiting'],
    [['restoring', 'stopped', 'stopped', 'active'], 9, 'back'],
    [['stopped', 'stopped', 'stopped', 'restoring', 'stopped'], 9, 'waiting'],
    [['restoring', 'error'], 9, 'failed'],
    [['restoring', 'failed'], 9, 'failed'],
    [['restoring', 'rebooting'], 9, 'unfamiliar'],
    [['rebooting'], 999_999, 'unfamiliar'],
    [['suspended'], 9, 'unfamiliar'],
  ])('%j after %i ms is %s', (looks, elapsed, expected) => {
    expect(after(looks, elapsed)).toBe(expected);
  });
});
