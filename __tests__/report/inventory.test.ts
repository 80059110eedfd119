import { expect, test } from 'vitest';
import { inventoryLine } from '../../src/report/inventory.ts';
import { snapshot } from '../helpers/snapshots.ts';
import { epoch } from '../helpers/virtual-clock.ts';

test.each([
  [snapshot({ id: 8, name: 'pre' }), 'snapshot 8 (pre), completed, 5.0 GB, 1h 00m old'],
  [
    snapshot({ id: 8, name: 'pre', status: 'in_progress', sizeMb: null, createdAt: null }),
    'snapshot 8 (pre), in_progress',
  ],
])('in an inventory', (of, expected) => {
  expect(inventoryLine(of, epoch)).toBe(expected);
});
