import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readNonce } from '../../src/state/job-folder.ts';
import { temporaryFolder } from '../helpers/temporary-folder.ts';

describe('the nonce', () => {
  const hex8 = /^[0-9a-f]{8}$/;

  test('has the same half for every step of a job, and another one for every use', () => {
    const runnerTemp = temporaryFolder();
    const [one, other] = [readNonce(runnerTemp), readNonce(runnerTemp)];
    for (const part of [one.job, one.step, other.step]) expect(part).toMatch(hex8);
    expect(other.job).toBe(one.job);
    expect(other.step).not.toBe(one.step);
    expect(readNonce(temporaryFolder()).job).not.toBe(one.job);
  });

  test('goes without a folder, with one that cannot be used, and with rubbish in it', () => {
    expect(readNonce(undefined).job).toMatch(hex8);
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'vps-snapshot-action'), 'in the way');
    expect(readNonce(folder).job).toMatch(hex8);
    const spoilt = temporaryFolder();
    readNonce(spoilt);
    writeFileSync(join(spoilt, 'vps-snapshot-action', 'job'), '] evil [');
    expect(readNonce(spoilt).job).toMatch(hex8);
  });
});
