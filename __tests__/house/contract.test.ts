import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { readInputs } from '../../src/inputs/inputs.ts';
import { Journal } from '../../src/report/journal.ts';
import { finalOutputs } from '../../src/report/outputs.ts';
import { version } from '../../src/version.ts';
import { MemoryLog } from '../helpers/memory-log.ts';

const root = join(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const action = parse(read('action.yml'));
const readme = read('README.md');

/** The rows of the table below a heading, cell by cell, without backticks. */
function rows(heading: string): string[][] {
  const section = readme.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';
  return section
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) =>
      line
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.replaceAll('`', '').trim()),
    );
}

function inputsReadBy(mode: string): Set<string> {
  const asked = new Set<string>();
  const given: Record<string, string> = {
    ...{ mode, api_token: 'token', server_id: '1', job_status: 'success' },
    ...(mode === 'prune' ? { keep_last: '1' } : {}),
    ...(['wait', 'restore', 'delete'].includes(mode) ? { snapshot_id: '2' } : {}),
    ...(['create', 'wait'].includes(mode) ? { on_failure: 'restore' } : {}),
  };
  readInputs((name) => {
    asked.add(name);
    return given[name] ?? '';
  });
  return asked;
}

describe('action.yml', () => {
  test('has the inputs that the code reads, and no others', () => {
    const modes = ['create', 'wait', 'restore', 'delete', 'list', 'prune'];
    const asked = new Set(modes.flatMap((mode) => [...inputsReadBy(mode)]));
    expect([...asked].sort()).toEqual(Object.keys(action.inputs).sort());
  });

  test('has the outputs that the code sets, and no others', () => {
    const set = finalOutputs(new Journal(new MemoryLog(), () => {}), 'listed', 0);
    expect(Object.keys(set).sort()).toEqual(Object.keys(action.outputs).sort());
  });

  test('describes everything', () => {
    for (const part of Object.values({ ...action.inputs, ...action.outputs }) as { description: string }[]) {
      expect(part.description.length).toBeGreaterThan(15);
    }
  });
});

describe('the README', () => {
  test('has a row for every input, with its default', () => {
    const table = rows('Inputs').filter((cells) => cells.length === 4);
    const documented = Object.fromEntries(table.map(([name, value]) => [name, value]));
    expect(Object.keys(documented).sort()).toEqual(Object.keys(action.inputs).sort());
    for (const [name, input] of Object.entries<{ default?: string }>(action.inputs)) {
      const words = { name: 'unique', description: 'commit, actor, run', poll_interval_seconds: 'adaptive' };
      expect(documented[name], name).toBe(input.default ?? words[name as keyof typeof words] ?? '–');
    }
  });

  test('has a row for every output', () => {
    expect(
      rows('Outputs')
        .map(([name]) => name)
        .sort(),
    ).toEqual(Object.keys(action.outputs).sort());
  });

  test('shows a complete workflow with permissions within its first 30 lines', () => {
    const [, workflow = ''] = /```yaml\n(.*?)```/s.exec(readme.split('\n').slice(0, 30).join('\n')) ?? [];
    expect(Object.keys(parse(workflow))).toEqual(['name', 'on', 'permissions', 'concurrency', 'jobs']);
  });

  test.each(['npm run demo', 'npm cit'])('names the command %s', (command) => {
    expect(readme).toContain(`\`${command}\``);
  });
});

test('the version is the same everywhere', () => {
  expect(version).toBe(JSON.parse(read('package.json')).version);
});
