import { describe, expect, test } from 'vitest';
import {
  Cancelled,
  Failure,
  failuresOf,
  gathered,
  InputError,
  Refusal,
  SeveralFailures,
  TimedOut,
} from '../src/errors.ts';

const told = { title: 'Title', message: 'What happened.', next: 'What to do.' };

test.each<[string, Failure, string]>([
  ['Failure', new Failure(told), 'failed'],
  ['InputError', new InputError('wait', 'Input wait is "x".', 'Allowed: true or false.'), 'failed'],
  ['Refusal', new Refusal(told), 'failed'],
  ['Refusal', new Refusal(told, 'timed_out'), 'timed_out'],
  ['TimedOut', new TimedOut(told), 'timed_out'],
  ['Cancelled', new Cancelled('SIGTERM'), 'cancelled'],
])('%s ends as it says', (name, failure, ending) => {
  expect(failure).toBeInstanceOf(Failure);
  expect([failure.name, failure.ending]).toEqual([name, ending]);
});

test('the cause is kept, and there is none where none was given', () => {
  const cause = new Error('below');
  expect(new Failure({ ...told, cause }).cause).toBe(cause);
  expect('cause' in new Failure(told)).toBe(false);
});

test('a cancellation names the signal', () => {
  expect(new Cancelled('SIGINT').message).toContain('(SIGINT)');
});

describe('several failures', () => {
  const failed = new Failure({ ...told, message: 'Server 1 failed.', cause: 'why' });
  const late = new TimedOut({ ...told, message: 'Server 2 is late.', next: 'Wait on.' });

  test('are told together, those with the same advice side by side, the last advice after what was changed', () => {
    const all = gathered([failed, late, new Failure({ ...told, message: 'Server 3 failed.' })], 4);
    expect(all).toBeInstanceOf(SeveralFailures);
    expect(all).toMatchObject({
      title: '3 of 4 failed',
      message: 'Server 1 failed.\nServer 3 failed.\nWhat to do.\nServer 2 is late.',
      next: 'Wait on.',
      cause: 'why',
    });
  });

  test('a single one stays as it is', () => {
    expect(gathered([late], 3)).toBe(late);
  });

  test.each<[Failure[], string]>([
    [[late, late], 'timed_out'],
    [[late, failed], 'failed'],
    [[failed, late, new Cancelled('SIGINT')], 'cancelled'],
    [[late, new Cancelled('SIGINT')], 'cancelled'],
  ])('the worst ending counts', (failures, ending) => {
    expect(gathered(failures, 9).ending).toBe(ending);
  });
});

describe('what is kept for a rollback by hand', () => {
  test('is nothing unless the words say so', () => {
    expect(new Failure(told).rollback).toEqual([]);
    expect(new TimedOut({ ...told, rollback: ['801'] }).rollback).toEqual(['801']);
  });

  test('is all of it when several failed', () => {
    const failures = [new Failure({ ...told, rollback: ['801', '802'] }), new TimedOut(told)];
    expect(gathered([...failures, new Failure({ ...told, rollback: ['803'] })], 3).rollback).toEqual([
      ...['801', '802', '803'],
    ]);
  });
});

describe('tasks side by side', () => {
  test('all come to their end, and what failed is told in their order', async () => {
    const [first, second] = [new Failure(told), new TimedOut(told)];
    let ended = false;
    const slow = Promise.resolve().then(() => {
      ended = true;
    });
    expect(await failuresOf([Promise.reject(first), slow, Promise.reject(second)])).toEqual([first, second]);
    expect(ended).toBe(true);
    expect(await failuresOf([])).toEqual([]);
  });

  test('what is no failure is thrown', async () => {
    const bug = new TypeError('x is not y');
    await expect(failuresOf([Promise.reject(new Failure(told)), Promise.reject(bug)])).rejects.toBe(bug);
  });
});
