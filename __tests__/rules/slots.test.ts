import { describe, expect, test } from 'vitest';
import { isFull, slotsUsed } from '../../src/rules/slots.ts';
import { id, ids } from '../helpers/ids.ts';
import { snapshot } from '../helpers/snapshots.ts';

describe('quota', () => {
  const list = [
    ...[1, 2, 3].map((id) => snapshot({ id })),
    snapshot({ id: 4, status: 'in_progress' }),
    ...[6, 7].map((id) => snapshot({ id, server: 7 })),
  ];

  test('every status takes a slot, of its own server only', () => {
    expect(ids(12345, 7, 8).map((server) => slotsUsed(server, list))).toEqual([4, 2, 0]);
  });

  test('is full with five', () => {
    expect(isFull(id(12345), list)).toBe(false);
    expect(isFull(id(12345), [...list, snapshot({ id: 5, status: 'failed' })])).toBe(true);
  });
});
