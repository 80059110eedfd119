import { describe, expect, test } from 'vitest';
import { foreignInputs, inputNames } from '../../src/inputs/spelling.ts';

const asTheRunnerWritesIt = (name: string) => name.toUpperCase();

describe('an input under another name', () => {
  test.each([
    ['on-success', 'on_success'],
    ['onCancelled', 'on_cancelled'],
    ['server-id', 'server_id'],
    ['serverid', 'server_id'],
    ['snaphot_id', 'snapshot_id'],
    ['snapshot_ids', 'snapshot_id'],
    ['time_out_minutes', 'timeout_minutes'],
    ['descirption', 'description'],
    ['on_fail', 'on_failure'],
    ['on-cancel', 'on_cancelled'],
  ])('%s: refused, and %s is named', (name, meant) => {
    expect(() => foreignInputs([asTheRunnerWritesIt(name)])).toThrow(`${meant} is meant`);
  });

  test('is none of ours where it is nothing like them', () => {
    const others = ['DATE', 'REPO', 'APP_URL', 'NAMES', 'ON', 'WAITS', 'DEPLOYMENT_TARGET'];
    expect(foreignInputs(others)).toEqual(others.map((name) => name.toLowerCase()));
  });

  test('is none where all are ours', () => {
    expect(foreignInputs(inputNames.map(asTheRunnerWritesIt))).toEqual([]);
  });
});
