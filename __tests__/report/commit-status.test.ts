import { describe, expect, test } from 'vitest';
import type { Ending } from '../../src/errors.ts';
import { statusesOf } from '../../src/report/commit-status.ts';
import type { Story } from '../../src/report/summary.ts';
import { ids } from '../helpers/ids.ts';
import { facts, failed, hostile, story, type Written } from '../helpers/stories.ts';

const ended = (ending: Ending) => failed('x', 'x', ending);

function told(of: Partial<Story>, entries: Written[] = [], servers = [7]) {
  const one = story(of);
  for (const entry of entries) one.journal.enter(facts(entry));
  return statusesOf(one, ids(...servers));
}

describe('the status', () => {
  test.each<[string, Partial<Story>, Written, string, string]>([
    ['made', {}, { id: 801, result: 'created' }, 'success', 'snapshot 801 taken'],
    [
      'made, and may be needed yet',
      { pending: true },
      { id: 801, result: 'created' },
      'pending',
      'snapshot 801 taken; pending until the job ends',
    ],
    [
      'kept after a job that failed',
      { jobFailed: true },
      { id: 801, result: 'kept' },
      'failure',
      'kept (snapshot 801)',
    ],
    [
      'requested',
      { result: 'requested' },
      { id: 801, result: 'requested' },
      'pending',
      'requested (snapshot 801)',
    ],
    [
      'failed',
      { result: 'failed', failure: ended('failed') },
      { id: 801, result: 'failed', remark: 'ended as "failed"' },
      'failure',
      'failed (snapshot 801): ended as "failed"',
    ],
    [
      'late',
      { result: 'timed_out', failure: ended('timed_out') },
      { id: 801, result: 'timed_out' },
      'failure',
      'timed out (snapshot 801)',
    ],
    ['cancelled', { result: 'cancelled', failure: ended('cancelled') }, {}, 'error', 'cancelled'],
    [
      'gone',
      { result: 'already_absent' },
      { id: 801, result: 'already_absent' },
      'success',
      'already absent (snapshot 801)',
    ],
    ['pruned', { result: 'pruned' }, {}, 'success', 'pruned'],
  ])('of a server whose snapshot was %s', (_, of, entry, state, description) => {
    expect(told(of, [{ server: { id: 7 }, ...entry }])).toEqual([
      { context: 'vps-snapshot/7', state, description },
    ]);
  });

  test('is no success after a rollback of a failed job, only after one that was asked for', () => {
    const one = story({ mode: 'after the job', result: 'restored' });
    one.journal.enter(facts({ server: { id: 7 }, id: 801, result: 'restored' }));
    expect(statusesOf(one, ids(7))).toMatchObject([{ state: 'success' }]);
    one.jobFailed = true;
    expect(statusesOf(one, ids(7))).toMatchObject([
      { state: 'failure', description: 'restored (snapshot 801)' },
    ]);
  });

  test('is set for each server, with what became of its own snapshot last', () => {
    const entries: Written[] = [
      { server: { id: 7 }, id: 1, result: 'kept' },
      { server: { id: 8 }, id: 2, result: 'created' },
      { server: { id: 7 }, id: 3, result: 'deleted' },
      { id: 4, result: 'deleted' },
    ];
    expect(told({ result: 'pruned' }, entries, [8, 7, 9])).toMatchObject([
      { context: 'vps-snapshot/8', description: 'snapshot 2 taken' },
      { context: 'vps-snapshot/7', description: 'deleted (snapshot 3)' },
      { context: 'vps-snapshot/9', description: 'pruned' },
    ]);
    expect(told({}, entries, [])).toEqual([]);
  });

  test('is one line of at most 140 characters, whatever the API says', () => {
    for (const remark of [hostile, '😀'.repeat(500), 'x'.repeat(141)]) {
      const [one] = told({}, [{ server: { id: 7 }, id: 1, result: 'failed', remark }]);
      expect(one?.description.length).toBeLessThanOrEqual(140);
      expect(one?.description).not.toMatch(/[\n\u202e]|##\[/);
      expect(one?.description.isWellFormed()).toBe(true);
    }
  });
});
