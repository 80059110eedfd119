import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { questions } from '../../conformance/questions/questions.ts';

const page = readFileSync(join(import.meta.dirname, '../../docs/api.md'), 'utf8');

/** The rows of the table whose first cell is an id. */
function rowsIn(markdown: string): string[][] {
  const rows = markdown.split('\n').filter((line) => /^\| `[a-z-]+` \|/.test(line));
  return rows.map((row) => row.split(/(?<!\\)\|/).map((cell) => cell.trim()));
}

test('docs/api.md has the questions of the kit, in their order, with what the action assumes', () => {
  const told = rowsIn(page).map(([, id, question, , assumes]) => ({ id, question, assumes }));
  const asked = questions.map(({ id, question, assumes }) => ({ id: `\`${id}\``, question, assumes }));
  expect(told).toEqual(asked);
});

test('each row says what is known, and from which source', () => {
  const known = rowsIn(page).map(([, , , cell = '']) => cell);
  expect(known.filter((cell) => !/^(Nothing\.|[DCF](, [DCF])*: )/.test(cell))).toEqual([]);
});

test('ids are different, and questions are questions', () => {
  expect(new Set(questions.map(({ id }) => id)).size).toBe(questions.length);
  expect(questions.filter(({ question }) => !question.endsWith('?'))).toEqual([]);
});
