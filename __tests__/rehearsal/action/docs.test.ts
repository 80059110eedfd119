import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { faultNames } from '../../../rehearsal/action/faults.ts';
import { defaults } from '../../../rehearsal/action/plan.ts';

const read = (file: string) => readFileSync(join(import.meta.dirname, '../../..', file), 'utf8');
const page = read('docs/rehearsal.md');
const action = parse(read('rehearsal/action.yml'));

/** The rows below the head that begins with this word, cell by cell, without backticks. */
function rows(head: string): string[][] {
  const [, body = ''] = new RegExp(`^\\| ${head} \\|.*\\n.*\\n((?:\\|.*\\n)*)`, 'm').exec(page) ?? [];
  return body
    .trim()
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.replaceAll('`', '').trim()))
    .map(([, ...cells]) => cells);
}

test('the page has every input with its default, every output and every fault, in their order', () => {
  const inputs = Object.entries(defaults).map(([name, value]) => [name, value || '–']);
  expect(rows('Input').map(([name, value]) => [name, value])).toEqual(inputs);
  expect(rows('Output').map(([name]) => name)).toEqual(Object.keys(action.outputs));
  expect(rows('Fault').map(([name]) => name)).toEqual(faultNames);
});

test('action.yml has every input with its default, and names every fault', () => {
  const given = Object.entries<{ default?: string }>(action.inputs);
  expect(Object.fromEntries(given.map(([name, input]) => [name, input.default ?? '']))).toEqual(defaults);
  expect(action.inputs.faults.description).toContain(`: ${faultNames.join(', ')}`);
});
