import { describe, expect, test } from 'vitest';
import {
  type Decision,
  decide,
  endings,
  keepsAll,
  policyOf,
  policyWords,
  wordOf,
} from '../../src/rules/policy.ts';

describe('what becomes of one snapshot', () => {
  test.each<[policy: string, confirmed: boolean, complete: boolean, Decision]>([
    ['keep', false, false, 'keep'],
    ['keep', false, true, 'keep'],
    ['keep', true, false, 'keep'],
    ['keep', true, true, 'keep'],
    ['restore', false, false, 'keep'],
    ['restore', false, true, 'keep'],
    ['restore', true, false, 'lost_rollback'],
    ['restore', true, true, 'restore'],
    ['delete', false, false, 'delete'],
    ['delete', false, true, 'delete'],
    ['delete', true, false, 'delete'],
    ['delete', true, true, 'delete'],
    ['restore,delete', false, false, 'delete'],
    ['restore,delete', false, true, 'delete'],
    ['restore,delete', true, false, 'lost_rollback'],
    ['restore,delete', true, true, 'restore_then_delete'],
  ])('%s, confirmed %s, complete %s: %s', (word, confirmed, complete, decision) => {
    const policy = policyOf(word);
    if (!policy) throw new Error('no policy');
    expect(decide(policy, confirmed, complete)).toBe(decision);
  });
});

describe('the words', () => {
  test.each(policyWords)('%s is read and told', (word) => {
    const policy = policyOf(word);
    expect(policy && wordOf(policy)).toBe(word);
  });

  test.each([
    ['keep', { restore: false, delete: false }, true],
    ['restore', { restore: true, delete: false }, false],
    ['delete', { restore: false, delete: true }, false],
    ['restore,delete', { restore: true, delete: true }, false],
    ['restore, delete', { restore: true, delete: true }, false],
    [' restore ,\tdelete\n', { restore: true, delete: true }, false],
    [' keep\n', { restore: false, delete: false }, true],
  ])('%j', (text, policy, keeps) => {
    expect(policyOf(text)).toEqual(policy);
    expect(keepsAll(policy)).toBe(keeps);
  });

  test.each(['', 'Keep', 'RESTORE', 'restored', 'delete,restore', 'keep,delete', 'restore,', 'none', 'true'])(
    '%j is none',
    (text) => expect(policyOf(text)).toBeUndefined(),
  );

  test('the endings are the runner’s', () => expect(endings).toEqual(['success', 'failure', 'cancelled']));
});
