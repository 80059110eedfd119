import { expect, test } from 'vitest';
import {
  isFailed,
  isRestoring,
  isRunning,
  isStopped,
  isSuspended,
  runsBy,
} from '../../src/rules/server-status.ts';
import { id } from '../helpers/ids.ts';

const meanings = { isRunning, isRestoring, isStopped, isSuspended, isFailed };

test('suspended is a word of its own', () => {
  expect(['suspended', 'stopped', 'active'].map(isSuspended)).toEqual([true, false, false]);
});

test.each<[keyof typeof meanings | 'nothing', string[]]>([
  ['isRunning', ['active', 'running', 'online', 'on', 'started']],
  ['isRestoring', ['restoring']],
  ['isSuspended', ['suspended']],
  ['isStopped', ['stopped', 'off', 'shutoff', 'shut_off', 'halted', 'inactive', 'powered_off', 'poweroff']],
  ['isFailed', ['failed', 'failure', 'error', 'errored']],
  ['nothing', ['', 'unknown', 'rebooting', 'starting', 'active ', 'deactivated']],
])('%s is what %j say, and nothing else', (meaning, words) => {
  for (const word of words)
    for (const [name, is] of Object.entries(meanings))
      expect(is(word), `${name} ${word}`).toBe(name === meaning);
});

test.each<[string, Parameters<typeof runsBy>, boolean | undefined]>([
  ['it runs', [[{ id: id(7), status: 'active' }], id(7)], true],
  ['it stands still', [[{ id: id(7), status: 'stopped' }], id(7)], false],
  [
    'it comes second',
    [
      [
        { id: id(8), status: 'stopped' },
        { id: id(7), status: 'on' },
      ],
      id(7),
    ],
    true,
  ],
  ['it is not listed', [[{ id: id(8), status: 'active' }], id(7)], undefined],
  ['servers may not be listed', [undefined, id(7)], undefined],
  ['nobody knows which it is', [[{ id: id(8), status: 'active' }], undefined], undefined],
])('whether a server runs by a list: %s', (_, [servers, server], expected) => {
  expect(runsBy(servers, server)).toBe(expected);
});
