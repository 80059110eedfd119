import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

const root = join(import.meta.dirname, '../..');

interface Workflow {
  permissions?: unknown;
  concurrency?: { group?: string; 'cancel-in-progress'?: unknown };
  jobs: Record<string, { permissions?: unknown; 'timeout-minutes'?: number }>;
}

/** The habits that actionlint and zizmor do not ask for, or only where they run. */
function complaints(text: string): string[] {
  const { permissions, concurrency, jobs } = parse(text) as Workflow;
  const uses = [...text.matchAll(/\buses: (\S+)(.*)$/gm)];
  return [
    ...(JSON.stringify(permissions) === '{}' ? [] : ['has standing permissions']),
    ...(concurrency?.group && concurrency['cancel-in-progress'] !== undefined ? [] : ['has no concurrency']),
    ...Object.entries(jobs).flatMap(([name, job]) => [
      ...(typeof job['timeout-minutes'] === 'number' ? [] : [`${name} has no time limit`]),
      ...(/^(read|write)-all$/.test(String(job.permissions)) ? [`${name} may do everything`] : []),
    ]),
    ...uses.flatMap(([, what = '', comment = '']) => {
      if (/^[.$]\//.test(what) || /^docker:.*@sha256:[0-9a-f]{64}$/.test(what)) return [];
      const isPinned = /^[\w.-]+\/[\w./-]+@[0-9a-f]{40}$/.test(what) && /^ # v\d+\.\d+\.\d+$/.test(comment);
      return isPinned ? [] : [`${what} is not pinned to a commit, with its version beside it`];
    }),
    ...[...text.matchAll(/npm (?:ci|cit)\b(.*)/g)].flatMap(([command, rest = '']) =>
      rest.includes('--ignore-scripts') ? [] : [`${command} runs scripts of packages`],
    ),
  ];
}

const files = globSync('.github/workflows/*.yml', { cwd: root }).sort();

test.each(files)('%s keeps to the habits', (file) => {
  expect(complaints(readFileSync(join(root, file), 'utf8'))).toEqual([]);
});

test('an action has the same version wherever it is used', () => {
  const pins = files.flatMap((file) =>
    [...readFileSync(join(root, file), 'utf8').matchAll(/uses: ([\w-]+\/[\w-]+)\S*@(\w{40})/g)].map(
      ([, action, commit]) => `${action}@${commit}`,
    ),
  );
  const actions = [...new Set(pins)].map((pin) => pin.replace(/@.*/, ''));
  expect(actions).toEqual([...new Set(actions)]);
});

describe('a workflow is complained about', () => {
  const sound = `
permissions: {}
concurrency: { group: a, cancel-in-progress: false }
jobs:
  a:
    timeout-minutes: 5
    steps:
      - uses: ./
      - uses: $/rehearsal
      - uses: actions/checkout@${'a'.repeat(40)} # v7.0.1
      - run: npm ci --ignore-scripts
`;

  test('only where there is reason', () => {
    expect(complaints(sound)).toEqual([]);
  });

  test.each([
    ['permissions: {}', 'permissions: read-all', 'standing permissions'],
    [', cancel-in-progress: false', '', 'no concurrency'],
    ['timeout-minutes: 5', 'permissions: write-all', 'a may do everything'],
    ['timeout-minutes: 5', 'name: a', 'a has no time limit'],
    ['a'.repeat(40), 'v7', 'checkout@v7 is not pinned'],
    [' # v7.0.1', '', 'with its version beside it'],
    [' --ignore-scripts', '', 'runs scripts'],
  ])('for %j that is %j', (good, bad, complaint) => {
    expect(complaints(sound.replace(good, bad)).join('\n')).toContain(complaint);
  });
});
