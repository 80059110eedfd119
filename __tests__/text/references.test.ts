import { describe, expect, test } from 'vitest';
import { capitalised, serverName, snapshotName } from '../../src/text/references.ts';

describe('names', () => {
  test.each([
    [{ id: '7', name: 'web-1' }, 'server 7 (web-1)'],
    [{ id: '7', name: 'server 7' }, 'server 7'],
    [{ id: '7', name: ' \n' }, 'server 7'],
    [{ id: '7' }, 'server 7'],
    [{ id: '7', name: 'a\n##[error]b' }, 'server 7 (a ## [error]b)'],
  ])('%j', (server, expected) => {
    expect(serverName(server)).toBe(expected);
  });

  test.each([
    [{ id: '8', name: 'pre' }, 'snapshot 8 (pre)'],
    [{ id: '8', name: '' }, 'snapshot 8'],
    [{ id: '8', name: 'x'.repeat(500) }, `snapshot 8 (${'x'.repeat(79)}…)`],
  ])('%j', (of, expected) => {
    expect(snapshotName(of)).toBe(expected);
  });

  test('at the beginning of a sentence', () => {
    expect(capitalised('server 7')).toBe('Server 7');
    expect(capitalised('')).toBe('');
  });
});
