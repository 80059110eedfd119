import { describe, expect, test } from 'vitest';
import { Failure } from '../../src/errors.ts';
import {
  fullName,
  idOf,
  listed,
  type Step,
  type Subject,
  sentenceOf,
  subjectIn,
} from '../../src/rules/steps.ts';
import { id } from '../helpers/ids.ts';
import { snapshot } from '../helpers/snapshots.ts';

const pre = snapshot({ id: 802, name: 'pre' });

describe('a subject', () => {
  test('that a list shows is that snapshot', () => {
    const subject = subjectIn([snapshot({ id: 801 }), pre], id(802));
    expect(subject).toEqual({ listed: pre });
    expect([idOf(subject), listed(subject)]).toEqual([id(802), pre]);
    expect(fullName(subject)).toBe('snapshot 802 (pre) of server 12345 (web-12345)');
  });

  test('that no list shows is its id', () => {
    const subject = subjectIn([pre], id(999));
    expect(subject).toEqual({ unlisted: id(999) });
    expect([idOf(subject), listed(subject)]).toEqual([id(999), undefined]);
    expect(fullName(subject)).toBe('snapshot 999');
  });
});

describe('a step as a sentence', () => {
  const shown: Subject = { listed: pre };
  const unseen: Subject = { unlisted: id(999) };
  const failure = new Failure({ title: 'Title', message: 'What happened.', next: 'What to do.' });

  test.each<[Step, string]>([
    [
      { do: 'create', server: { id: id(7), name: 'web' }, name: 'pre', description: '', label: '' },
      'create snapshot pre of server 7 (web)',
    ],
    [{ do: 'stop', server: { id: id(7), name: 'web' } }, 'stop server 7 (web) while its snapshot is taken'],
    [{ do: 'wait', subject: shown }, 'wait for snapshot 802 (pre) of server 12345 (web-12345)'],
    [{ do: 'wait', subject: unseen }, 'wait for snapshot 999, which no list shows'],
    [
      { do: 'restore', snapshot: pre, thenDelete: false },
      'restore server 12345 (web-12345) from snapshot 802 (pre)',
    ],
    [
      { do: 'restore', snapshot: pre, thenDelete: true },
      'restore server 12345 (web-12345) from snapshot 802 (pre), then delete that',
    ],
    [{ do: 'delete', subject: unseen }, 'delete snapshot 999, which no list shows'],
    [
      { do: 'delete', subject: shown, why: 'the oldest' },
      'delete snapshot 802 (pre) of server 12345 (web-12345) (the oldest)',
    ],
    [
      { do: 'keep', subject: shown, why: 'the newest' },
      'keep snapshot 802 (pre) of server 12345 (web-12345) (the newest)',
    ],
    [
      { do: 'give_up', subject: unseen, why: 'it is gone', failure },
      'keep snapshot 999, which no list shows (it is gone)',
    ],
    [{ do: 'show', snapshot: pre }, 'show snapshot 802 (pre)'],
  ])('%j', (step, sentence) => {
    expect(sentenceOf(step)).toBe(sentence);
  });
});
