import { expect, test } from 'vitest';
import { InputError } from '../../src/errors.ts';
import { readReporting } from '../../src/inputs/reporting.ts';

const read = (report: string) => readReporting((name) => (name === 'report' ? report : ''));

test.each([
  ['', ['summary']],
  ['summary', ['summary']],
  ['none', []],
  ['comment', ['comment']],
  ['status', ['status']],
  ['summary,comment,status', ['summary', 'comment', 'status']],
  ['status, comment', ['comment', 'status']],
  ['summary\nstatus\n', ['summary', 'status']],
  [' , comment ,', ['comment']],
  ['comment comment', ['comment']],
])('report: %j means %j', (text, words) => {
  expect(read(text)).toEqual({
    summary: words.includes('summary'),
    comment: words.includes('comment'),
    status: words.includes('status'),
  });
});

test.each(['all', 'Summary', 'summary,none', 'none,none', 'none summary', ',', 'summary;status', 'true'])(
  'report: %j is none of them',
  (text) => {
    expect(() => read(text)).toThrow(InputError);
    expect(() => read(text)).toThrow('report');
  },
);
