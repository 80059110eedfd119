import { describe, expect, test } from 'vitest';
import { newTarget, readSavedState, type SavedState, stateVersion } from '../../src/state/saved-state.ts';
import { id } from '../helpers/ids.ts';

const nothing = { restore: false, delete: false };

const state: SavedState = {
  version: stateVersion,
  apiUrl: 'https://admin.vps.org/api/v1',
  made: true,
  nonce: { job: '0a0a0a0a', step: '1b1b1b1b' },
  policies: { success: nothing, failure: nothing, cancelled: nothing },
  succeeded: true,
  confirmed: true,
  targets: [newTarget({ request: { id: id(801) }, ran: true })],
  standing: [
    { server: { id: id(12345) }, stoppedAt: '2026-11-20T12:00:00.000Z', unclear: true, byHand: 'curl' },
  ],
};

test('what was saved is read back', () => {
  expect(readSavedState(JSON.stringify(state))).toEqual(state);
});

describe('what is no state of this version', () => {
  test.each([
    ['nothing', ''],
    ['no JSON', 'saved'],
    ['cut off', JSON.stringify(state).slice(0, -5)],
    ['an older version', JSON.stringify({ ...state, version: 0 })],
    ['a newer version', JSON.stringify({ ...state, version: stateVersion + 1 })],
    ['no version', JSON.stringify({ ...state, version: undefined })],
    ['no targets', JSON.stringify({ ...state, targets: undefined })],
    ['no standing servers', JSON.stringify({ ...state, standing: undefined })],
    ['standing servers that are no list', JSON.stringify({ ...state, standing: {} })],
    ['targets that are no list', JSON.stringify({ ...state, targets: {} })],
    ['null', 'null'],
    ['a number', '1'],
    ['a list', '[]'],
  ])('%s', (_, text) => expect(readSavedState(text)).toBeUndefined());
});

test('a target of which nothing is known yet', () => {
  expect(newTarget({})).toEqual({
    server: null,
    name: null,
    request: 'open',
    ran: null,
    requestedAt: null,
    completeAt: null,
    sizeMb: null,
    createdAt: null,
    slotsUsed: null,
  });
});
