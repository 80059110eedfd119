import { describe, expect, test } from 'vitest';
import { type Custody, custodyVersion, newTarget, readCustody } from '../../src/state/saved-state.ts';
import { id } from '../helpers/ids.ts';

const custody: Custody = {
  version: custodyVersion,
  apiUrl: 'https://admin.vps.org/api/v1',
  made: true,
  nonce: { job: '0a0a0a0a', step: '1b1b1b1b' },
  succeeded: true,
  confirmed: true,
  targets: [newTarget({ id: id(801) })],
};

test('what was saved is read back', () => {
  expect(readCustody(JSON.stringify(custody))).toEqual(custody);
});

describe('what is no custody of this version', () => {
  test.each([
    ['nothing', ''],
    ['no JSON', 'saved'],
    ['cut off', JSON.stringify(custody).slice(0, -5)],
    ['an older version', JSON.stringify({ ...custody, version: 0 })],
    ['a newer version', JSON.stringify({ ...custody, version: custodyVersion + 1 })],
    ['no version', JSON.stringify({ ...custody, version: undefined })],
    ['no targets', JSON.stringify({ ...custody, targets: undefined })],
    ['targets that are no list', JSON.stringify({ ...custody, targets: {} })],
    ['null', 'null'],
    ['a number', '1'],
    ['a list', '[]'],
  ])('%s', (_, text) => expect(readCustody(text)).toBeUndefined());
});

test('a target of which nothing is known yet', () => {
  expect(newTarget({})).toEqual({
    server: null,
    name: null,
    id: null,
    refused: false,
    requestedAt: null,
    completeAt: null,
    slotsUsed: null,
  });
});
