import * as core from '@actions/core';
import { afterEach, describe, expect, test } from 'vitest';
import { writeAtOnce } from '../../src/runner/stdout.ts';

const real = Object.getOwnPropertyDescriptor(process, 'stdout') ?? {};
afterEach(() => {
  Object.defineProperty(process, 'stdout', real);
});

/** What a reader gets that takes so many bytes at a time, or answers with an error. */
function readBy(...takes: (number | string)[]): string {
  const got: Buffer[] = [];
  writeAtOnce((bytes) => {
    const take = takes.shift() ?? bytes.length;
    if (typeof take === 'string') throw Object.assign(new Error(take), { code: take });
    got.push(Buffer.from(bytes.subarray(0, take)));
    return Math.min(take, bytes.length);
  });
  core.error('Zürich, 100 %\nand more', { title: 'A title' });
  core.info('The next line.');
  return Buffer.concat(got).toString();
}

const both = `::error title=A title::Zürich, 100 %25%0Aand more\nThe next line.\n`;

describe('a log whose reader', () => {
  test.each<[string, (number | string)[]]>([
    ['takes all', []],
    ['takes a byte at a time, and half a character', Array.from({ length: 40 }, () => 1)],
    ['is behind', ['EAGAIN', 10, 'EAGAIN', 'EAGAIN']],
  ])('%s gets every line', (_, takes) => {
    expect(readBy(...takes)).toBe(both);
  });

  test('has gone does not end the step', () => {
    expect(readBy('EPIPE', 'EPIPE')).toBe('');
  });
});
