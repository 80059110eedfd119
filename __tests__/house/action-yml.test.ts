import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { lintAction, lintWorkflow, workflowsIn } from '../helpers/workflow-lint.ts';

const root = join(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const files = (...patterns: string[]) => globSync(patterns, { cwd: root }).sort();

const committed = [
  ...files('action.yml', 'rehearsal/**/action.yml', '.github/actions/*/action.yml').map((file) => ({
    where: file,
    lint: () => lintAction(read(file), root),
  })),
  ...files('.github/workflows/*.yml', 'examples/**/*.yml').map((file) => ({
    where: file,
    lint: () => lintWorkflow(read(file), root),
  })),
  ...files('README.md', 'docs/**/*.md', 'examples/**/*.md').flatMap((file) =>
    workflowsIn(read(file)).map(({ line, workflow }) => ({
      where: `${file}:${line}`,
      lint: () => lintWorkflow(workflow, root),
    })),
  ),
];

test.each(committed)('$where is sound', async ({ lint }) => {
  expect(await lint()).toEqual([]);
});

describe('the check itself', () => {
  let fixture: string;
  beforeAll(() => {
    fixture = mkdtempSync(join(tmpdir(), 'lint-'));
    writeFileSync(join(fixture, 'action.yml'), actionYml('node24'));
  });
  afterAll(() => rmSync(fixture, { recursive: true }));

  const actionYml = (using: string) => `
name: fixture
description: for this test
inputs:
  token: { description: a token, required: true }
  mode: { description: a mode, default: create }
  status: { description: a status, default: '\${{ job.status }}' }
runs: { using: ${using}, main: main.js, post: post.js }
`;

  const workflow = (uses: string, inputs: string) => `
on: push
jobs:
  deploy:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v5
        with: { fetch-depth: 0 }
      - id: snap
        uses: ${uses}
        with: { ${inputs} }
      - id: later
        run: echo \${{ steps.snap.outputs.snapshot_id }}
`;

  test.each(['./', 'OWNER/vps-snapshot-action@v1'])('%s is checked against action.yml', async (uses) => {
    const lint = (inputs: string) => lintWorkflow(workflow(uses, inputs), fixture);
    expect(await lint('token: x, mode: list')).toEqual([]);
    expect(await lint('token: x, moed: list')).toEqual([
      expect.stringContaining("Invalid action input 'moed'"),
    ]);
    expect(await lint('mode: list')).toEqual([expect.stringContaining('Missing required input `token`')]);
  });

  test('a context that does not exist and a key that does not exist are found', async () => {
    const broken = workflow('./', 'token: "${{ nope.x }}"').replace('runs-on', 'run-on');
    const found = (await lintWorkflow(broken, fixture)).join('\n');
    expect(found).toContain('nope');
    expect(found).toContain('run-on');
  });

  test('a policy may name a step that comes later, but none that does not exist', async () => {
    const lint = (id: string) =>
      lintWorkflow(workflow('./', `token: "\${{ steps.${id}.outcome }}"`), fixture);
    expect(await lint('later')).toEqual([]);
    expect(await lint('never')).toEqual([expect.stringContaining('invalid: never')]);
  });

  test('an action.yml is checked too', async () => {
    expect(await lintAction(actionYml('node24'), fixture)).toEqual([]);
    expect(await lintAction(actionYml('node24').replace('post:', 'psot:'), fixture)).not.toEqual([]);
  });

  test('examples in Markdown become whole workflows', async () => {
    const markdown = [
      'text',
      '```yaml\nsteps:\n  - uses: ./\n    with: { moed: x, token: y }\n```',
      '```yaml\n- uses: ./\n  with: { moed: x, token: y }\n```',
      '```yaml\njobs:\n  a:\n    runs-on: x\n    steps:\n      - uses: ./\n        with: { moed: x, token: y }\n```',
      '```yaml\ninputs: none\n```',
      '```sh\nsteps:\n```',
    ].join('\n\n');
    const found = workflowsIn(markdown);
    expect(found.map(({ line }) => line)).toEqual([4, 10, 15]);
    for (const { workflow: whole } of found) {
      expect(await lintWorkflow(whole, fixture)).toEqual([expect.stringContaining("'moed'")]);
    }
  });
});
