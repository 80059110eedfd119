import { expect, test } from 'vitest';
import { isFailed, isRestoring, isRunning, isStopped, isSuspended } from '../../src/rules/server-status.ts';

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
