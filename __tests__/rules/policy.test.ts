import { describe, expect, test } from 'vitest';
import {
  type Decision,
  decide,
  endings,
  isActing,
  type JobEnding,
  keepsAll,
  policyOf,
  policyWords,
  promiseOf,
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
    ['restore ,  delete', { restore: true, delete: true }, false],
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

describe('the policies of a job', () => {
  const of = (success: string, failure: string, cancelled: string) => {
    const read = (word: string) => policyOf(word) ?? { restore: false, delete: false };
    return { success: read(success), failure: read(failure), cancelled: read(cancelled) } satisfies Record<
      JobEnding,
      unknown
    >;
  };
  const caveat = 'After a cancel nothing is deleted: there is no time to confirm.';

  test.each([
    [
      of('delete', 'restore', 'keep'),
      'success → delete, failure → restore, cancelled (also the job’s own time limit) → keep.',
      false,
    ],
    [of('keep', 'keep', 'restore'), 'cancelled (also the job’s own time limit) → restore.', false],
    [of('keep', 'restore,delete', 'delete'), 'failure → restore,delete, cancelled', false],
    [
      of('keep', 'keep', 'restore,delete'),
      'cancelled (also the job’s own time limit) → restore,delete.',
      true,
    ],
  ])('%j are told before the deploy', (policies, words, isCaveat) => {
    const promise = promiseOf(policies);
    expect(promise).toContain(words);
    expect(promise.endsWith(caveat)).toBe(isCaveat);
    if (!isCaveat) expect(promise).toMatch(/ → [a-z,]+\.$/);
  });

  test.each<[Parameters<typeof of>, boolean]>([
    [['keep', 'keep', 'keep'], false],
    [['delete', 'keep', 'keep'], true],
    [['keep', 'restore', 'keep'], true],
    [['keep', 'keep', 'restore,delete'], true],
    [['delete', 'restore', 'restore'], true],
  ])('%j act: %s', (words, expected) => expect(isActing(of(...words))).toBe(expected));
});
