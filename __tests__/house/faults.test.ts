import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';

const page = join(import.meta.dirname, '../../docs/faults.md');
const [survived = '', notSurvived = ''] = readFileSync(page, 'utf8').split('\n## What is not survived');

const rows = (markdown: string) =>
  markdown
    .split('\n')
    .filter((line) => /^\| (?!Fault|---)/.test(line))
    .map((line) => line.slice(2, -2).split(' | '));

const proofs = rows(survived).map(([fault = '', , proof = '']) => ({
  fault,
  scenes: [...proof.matchAll(/\[[\w-]+\]\(([^)]+)\) \*(.+?)\*(?=;|$)/g)].map(([, file = '', name = '']) => ({
    file: join(dirname(page), file),
    name,
  })),
}));

/** Whether a test, or a group of tests, of exactly that name stands in the file. */
function hasTest(file: string, name: string): boolean {
  const texts = [...readFileSync(file, 'utf8').matchAll(/^\s*(?:\S.*\()?(['"`])(.+)\1,\s*(?:async )?\(/gm)];
  return texts.some(([, , text]) => text === name);
}

test('what is survived is a long list', () => {
  expect(proofs.length).toBeGreaterThan(35);
});

test.each(proofs)('$fault: its scenes exist', ({ scenes }) => {
  expect(scenes).not.toEqual([]);
  for (const { file, name } of scenes) {
    expect(existsSync(file), file).toBe(true);
    expect(hasTest(file, name), `${file}: ${name}`).toBe(true);
  }
});

test.each(rows(notSurvived))('what is not survived says what is left, and what helps: %s', (...cells) => {
  expect(cells).toHaveLength(3);
  expect(cells.every((cell) => cell.trim() !== '')).toBe(true);
});

test('a test that does not exist is noticed', () => {
  expect(hasTest(import.meta.filename, 'a test that does not exist is noticed')).toBe(true);
  expect(hasTest(import.meta.filename, 'a test that does not exist')).toBe(false);
});
