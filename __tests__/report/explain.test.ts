import { describe, expect, test } from 'vitest';
import { Failure, InputError, TimedOut } from '../../src/errors.ts';
import { explain } from '../../src/report/explain.ts';
import { ApiError, UnreadableAnswer } from '../../src/vps/api-error.ts';
import { NetworkError } from '../../src/vps/network-error.ts';
import { id } from '../helpers/ids.ts';
import { silentJournal } from '../helpers/stories.ts';

describe('explaining', () => {
  const told = { title: 'Title', message: 'What happened.', next: 'What to do.' };

  test.each<[string, unknown, object]>([
    ['a failure', new Failure(told), { title: 'Title', ending: 'failed' }],
    ['a time-out', new TimedOut(told), { title: 'Title', ending: 'timed_out' }],
    ['an input', new InputError('wait', 'Input wait is "x".', 'Allowed: y.'), { title: 'Input wait' }],
    [
      'a 401',
      new ApiError({ endpoint: 'GET /snapshots/' }, { status: 401, words: '' }),
      { title: 'Token not accepted', ending: 'failed' },
    ],
    [
      'a 403',
      new ApiError({ endpoint: 'GET /snapshots/' }, { status: 403, words: '' }),
      { title: 'Not permitted' },
    ],
    [
      'a 500',
      new ApiError({ endpoint: 'GET /x/' }, { status: 500, words: 'oh' }),
      { title: 'VPS.org did not answer as expected' },
    ],
    [
      'no answer',
      new NetworkError({ endpoint: 'GET /x/' }, { code: 'ECONNRESET', neverLeft: false }, 0),
      { title: 'VPS.org not reached' },
    ],
    ['nonsense', new UnreadableAnswer('GET /x/', 'html'), { title: 'VPS.org did not answer as expected' }],
    ['a bug', new TypeError('x is not y'), { title: 'Internal error', ending: 'failed' }],
    ['something thrown', 'a text', { title: 'Internal error' }],
  ])('%s', (_, error, expected) => {
    expect(explain(error, silentJournal())).toMatchObject(expected);
  });

  test('says what happened, that nothing was changed, and what to do', () => {
    expect(explain(new Failure(told), silentJournal()).message).toBe(
      'What happened.\nNothing was changed.\nWhat to do.',
    );
  });

  test('says what was changed, as far as it was not taken back', () => {
    const journal = silentJournal();
    journal.doubt('create', id(12345), 'Snapshot 801 may have been requested.');
    journal.doubt('delete', id(701), 'Never mind.');
    journal.takeBack('delete', id(701));
    journal.settle('create', id(12345), 'Snapshot 801 was requested.');
    const { message } = explain(
      new ApiError({ endpoint: 'GET /snapshots/' }, { status: 403, words: 'No' }),
      journal,
    );
    expect(message).toMatch(
      /^VPS\.org answered 403 to GET \/snapshots\/: No\.\nSnapshot 801 was requested\.\n/,
    );
    expect(message).toMatch(/Check its permissions at https:.*$/);
    expect(message).not.toContain('Nothing was changed');
  });

  test('a bug asks for a report', () => {
    expect(explain('boom', silentJournal()).message).toMatch(/^boom\nNothing was changed\.\nThis is a bug/);
  });
});
