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
    ['servr_ids', 'server_id'],
    ['snapshit_ip', 'snapshot_id'],
    ['snapshto_di', 'snapshot_id'],
    ['xxdescription', 'description'],
    ['scription', 'description'],
    ['descripti', 'description'],
  ])('%s: refused, and %s is named', (name, meant) => {
    expect(() => foreignInputs([asTheRunnerWritesIt(name)])).toThrow(`${meant} is meant`);
  });

  test('is none of ours where it is nothing like them', () => {
    const others = ['DATE', 'REPO', 'APP_URL', 'NAMES', 'ON', 'WAITS', 'DEPLOYMENT_TARGET'];
    expect(foreignInputs(others)).toEqual(others.map((name) => name.toLowerCase()));
  });

  test.each([
    ['three letters changed', 'snopshit_ip'],
    ['two swapped and two more changed', 'snapshto_xy'],
    ['letters that only move on, and a third one', 'sxnpshot_ip'],
    ['letters that only move back, and a third one', 'saxpshot_ip'],
    ['three letters more', 'descriptionsss'],
    ['three letters fewer', 'scriptionx'],
    ['short, and like ours', 'servr_id'],
    ['too short to be the beginning of a policy', 'on_'],
  ])('is taken for another one: %s', (_, name) => {
    expect(foreignInputs([asTheRunnerWritesIt(name)])).toEqual([name]);
  });

  test('says which way out there is', () => {
    expect(() => foreignInputs(['ON_FAIL'])).toThrow(
      expect.objectContaining({ next: expect.stringMatching(/^Rename it to on_failure/) }),
    );
  });

  test('is none where all are ours', () => {
    expect(foreignInputs(inputNames.map(asTheRunnerWritesIt))).toEqual([]);
  });
});
