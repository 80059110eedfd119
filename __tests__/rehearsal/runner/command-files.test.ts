import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createCommandFiles, parsePairs, readCommandFiles } from '../../../rehearsal/runner/command-files.ts';

describe('pairs', () => {
  test.each([
    ['', {}],
    ['a=1\n', { a: '1' }],
    ['a=1\r\nb=2', { a: '1', b: '2' }],
    ['a=\n', { a: '' }],
    ['a=b=c', { a: 'b=c' }],
    ['a=x<<y', { a: 'x<<y' }],
    ['a<<END\nEND\n', { a: '' }],
    ['a<<END\none\n\nthree\nEND\nb=2\n', { a: 'one\n\nthree', b: '2' }],
    ['a<<E=F\nx\nE=F\n', { a: 'x' }],
    ['a=1\na=2\n', { a: '2' }],
  ])('%j', (text, values) => {
    expect(parsePairs(text)).toEqual({ values });
  });

  test.each([
    ['a=1\nnonsense\nb=2', { a: '1' }, "Invalid format 'nonsense'"],
    ['a=1\nb<<END\ncut off', { a: '1' }, "Invalid value. Matching delimiter not found 'END'"],
    ['b<<\nx\n\n', {}, "Invalid value. Matching delimiter not found ''"],
    ['=1', {}, "Invalid format '=1'"],
  ])('%j counts up to the mistake', (text, values, problem) => {
    expect(parsePairs(text)).toEqual({ values, problem });
  });

  test('whatever a delimiter encloses comes back', () => {
    const value = fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('\r'));
    fc.assert(fc.property(value, (text) => parsePairs(`x<<gha_1\n${text}\ngha_1\n`).values.x === text));
  });
});

describe('files', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'files-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  test('are empty at first and have the names that the runner gives them', () => {
    expect(Object.keys(createCommandFiles(folder))).toEqual([
      'GITHUB_OUTPUT',
      'GITHUB_STATE',
      'GITHUB_ENV',
      'GITHUB_PATH',
      'GITHUB_STEP_SUMMARY',
    ]);
    expect(readCommandFiles(folder)).toEqual({ outputs: {}, state: {}, env: {}, summary: '', problems: [] });
  });

  test('a broken file is a problem of that file alone', () => {
    const { GITHUB_OUTPUT = '', GITHUB_STATE = '' } = createCommandFiles(folder);
    writeFileSync(GITHUB_OUTPUT, 'a=1\nbroken');
    writeFileSync(GITHUB_STATE, 'b=2\n');
    expect(readCommandFiles(folder)).toMatchObject({
      outputs: { a: '1' },
      state: { b: '2' },
      problems: ["Unable to process file command 'output' successfully. Invalid format 'broken'"],
    });
  });

  test.each([
    [1024 * 1024, 0],
    [1024 * 1024 + 1, 1],
  ])('a summary of %d bytes causes %d problems', (size, count) => {
    const { GITHUB_STEP_SUMMARY = '' } = createCommandFiles(folder);
    writeFileSync(GITHUB_STEP_SUMMARY, 'x'.repeat(size));
    const { summary, problems } = readCommandFiles(folder);
    expect(problems).toHaveLength(count);
    expect(summary).toHaveLength(count ? 0 : size);
  });
});
