import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { notesIn, readNonce } from '../../src/state/job-folder.ts';
import { id } from '../helpers/ids.ts';
import { temporaryFolder } from '../helpers/temporary-folder.ts';

describe('the nonce', () => {
  const run = { runId: '4711', attempt: '1' };
  const hex8 = /^[0-9a-f]{8}$/;

  test('has the same half for every step of a job, and another one for every use', () => {
    const runnerTemp = temporaryFolder();
    const [one, other] = [readNonce(runnerTemp, run), readNonce(runnerTemp, run)];
    for (const part of [one.job, one.step, other.step]) expect(part).toMatch(hex8);
    expect(other.job).toBe(one.job);
    expect(other.step).not.toBe(one.step);
    expect(readNonce(temporaryFolder(), run).job).not.toBe(one.job);
  });

  test.each([
    ['another run', { runId: '4712', attempt: '1' }],
    ['another attempt', { runId: '4711', attempt: '2' }],
  ])('is another one for %s, though the folder was left over', (_, later) => {
    const leftOver = temporaryFolder();
    expect(readNonce(leftOver, later).job).not.toBe(readNonce(leftOver, run).job);
  });

  test('goes without a folder, with one that cannot be used, and with rubbish in it', () => {
    expect(readNonce(undefined, run).job).toMatch(hex8);
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'vps-snapshot-action'), 'in the way');
    expect(readNonce(folder, run).job).toMatch(hex8);
    const spoilt = temporaryFolder();
    readNonce(spoilt, run);
    writeFileSync(join(spoilt, 'vps-snapshot-action', 'job-4711-1'), '] evil [');
    expect(readNonce(spoilt, run).job).toMatch(hex8);
  });
});

describe('the notes of a job', () => {
  const step = (over: object = {}) => ({
    ...{ runId: '4711', attempt: '1', nonce: { job: '0a0a0a0a', step: '1b1b1b1b' } },
    ...over,
  });
  const note = { act: 'restore', snapshot: id(801), server: id(12345), state: 'requested' } as const;

  /** The folder is there as soon as a step has its nonce. */
  function folder(): string {
    const runnerTemp = temporaryFolder();
    readNonce(runnerTemp, { runId: '4711', attempt: '1' });
    return runnerTemp;
  }

  test('are read by its other steps in order, each with the step that left it', () => {
    const runnerTemp = folder();
    const later = step({ nonce: { job: '0a0a0a0a', step: '2c2c2c2c' } });
    expect(notesIn(runnerTemp, later).all()).toEqual([]);
    notesIn(runnerTemp, step()).leave(note);
    notesIn(runnerTemp, later).leave({ ...note, state: 'confirmed' });
    notesIn(runnerTemp, later).leave({ act: 'delete', snapshot: id(802), state: 'requested' });
    expect(notesIn(runnerTemp, step()).all()).toEqual([
      { ...note, step: '1b1b1b1b' },
      { ...note, state: 'confirmed', step: '2c2c2c2c' },
      { act: 'delete', snapshot: id(802), state: 'requested', step: '2c2c2c2c' },
    ]);
  });

  test.each<[string, object]>([
    ['another run', { runId: '4712' }],
    ['another attempt', { attempt: '2' }],
    ['another job', { nonce: { job: 'ffffffff', step: '1b1b1b1b' } }],
  ])('are not those of %s, though the folder is the same', (_, other) => {
    const runnerTemp = folder();
    notesIn(runnerTemp, step(other)).leave(note);
    expect(notesIn(runnerTemp, step()).all()).toEqual([]);
  });

  test('are none without a folder, with one that cannot be used, and with rubbish in it', () => {
    const unusable = temporaryFolder();
    writeFileSync(join(unusable, 'vps-snapshot-action'), 'in the way');
    for (const runnerTemp of [undefined, unusable]) {
      notesIn(runnerTemp, step()).leave(note);
      expect(notesIn(runnerTemp, step()).all()).toEqual([]);
    }
    const spoilt = folder();
    writeFileSync(join(spoilt, 'vps-snapshot-action', 'notes-4711-1-0a0a0a0a'), '] evil [\n');
    expect(notesIn(spoilt, step()).all()).toEqual([]);
  });
});

test('the first guard of a job is remembered, and told to those after it', () => {
  const [early, late] = [new Date('2026-11-20T12:00:00Z'), new Date('2026-11-20T12:03:00Z')];
  const job = { runId: '4711', attempt: '1', nonce: { job: '0a0a0a0a', step: '1b1b1b1b' } };
  const folder = temporaryFolder();
  readNonce(folder, job);
  expect(notesIn(folder, job).firstGuardAt(early)).toEqual(early);
  expect(notesIn(folder, job).firstGuardAt(late)).toEqual(early);
  const other = { ...job, nonce: { ...job.nonce, job: '0c0c0c0c' } };
  expect(notesIn(folder, other).firstGuardAt(late)).toEqual(late);
  expect(notesIn(undefined, job).firstGuardAt(late)).toEqual(late);
  writeFileSync(join(folder, 'vps-snapshot-action', 'guard-4711-1-0a0a0a0a'), 'rubbish');
  expect(notesIn(folder, job).firstGuardAt(late)).toEqual(late);
});
