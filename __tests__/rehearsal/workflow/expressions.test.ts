import { expect, test } from 'vitest';
import { ExpressionError, type Outcome } from '../../../rehearsal/runner/contexts.ts';
import { allows, readText, readTexts, readValue } from '../../../rehearsal/workflow/expressions.ts';
import { entries, field, parse } from '../../../rehearsal/workflow/parser.ts';

const contexts = {
  env: { SERVER: '7' },
  inputs: { wait: false },
  steps: { deploy: { outcome: 'failure', outputs: { id: '802' } } },
};

/** The first step of a workflow, with this in it. */
async function step(yaml: string) {
  const text = `on: push\njobs:\n  a:\n    runs-on: x\n    steps:\n      - run: ./a.sh\n        ${yaml}\n`;
  const workflow = await parse({ file: 'a.yml', text });
  return entries(field(workflow, 'jobs', 'a', 'steps'))[0];
}

test.each([
  ['plain', 'plain'],
  ['12', '12'],
  ['true', 'true'],
  ['${{ env.SERVER }} and ${{ steps.deploy.outputs.id }}', '7 and 802'],
  ["${{ steps.deploy.outcome == 'failure' && 'restore' || 'keep' }}", 'restore'],
  ['${{ fromJSON(toJSON(steps)).deploy.outcome }}', 'failure'],
  ['<${{ steps.gone.outputs.x }}>', '<>'],
  ['${{ inputs.wait }}', 'false'],
])('env: %s is %s', async (text, value) => {
  const env = field(await step(`env: { VALUE: "${text}" }`), 'env');
  expect(readTexts(env, { contexts })).toEqual({ VALUE: value });
});

test('values keep their kinds where they are no text', async () => {
  const text = [
    'on: push',
    'jobs:',
    '  a:',
    '    runs-on: x',
    "    strategy: { fail-fast: false, max-parallel: 1, matrix: { a: [1, two, '${{ vars.LIST }}'] } }",
    '    steps: [{ run: x }]',
  ].join('\n');
  const strategy = field(await parse({ file: 'a.yml', text }), 'jobs', 'a', 'strategy');
  expect(readValue(strategy, { contexts: { vars: { LIST: 'three' } } })).toEqual({
    'fail-fast': false,
    'max-parallel': 1,
    matrix: { a: [1, 'two', 'three'] },
  });
  expect(readValue(undefined, { contexts })).toBeNull();
  expect(readText(undefined, { contexts })).toBe('');
});

test.each<[string | undefined, Outcome, boolean]>([
  [undefined, 'success', true],
  [undefined, 'failure', false],
  [undefined, 'cancelled', false],
  ["steps.deploy.outcome == 'failure'", 'success', true],
  ["steps.deploy.outcome == 'failure'", 'failure', false],
  ["failure() && steps.deploy.outcome == 'failure'", 'failure', true],
  ['failure()', 'cancelled', false],
  ['cancelled()', 'cancelled', true],
  ['always()', 'cancelled', true],
  ['"!cancelled()"', 'failure', true],
  ['"${{ success() }}"', 'success', true],
  [`"'text'"`, 'success', true],
  [`"''"`, 'success', false],
])('if: %s in a job that is %s: %s', async (condition, status, runs) => {
  const token = field(await step(condition === undefined ? 'name: x' : `if: ${condition}`), 'if');
  expect(allows(token, { contexts, status })).toBe(runs);
});

test('what cannot be evaluated is an error of the expression', async () => {
  const env = field(await step('env: { A: "${{ fromJSON(env.EMPTY) }}" }'), 'env');
  expect(() => readTexts(env, { contexts })).toThrow(ExpressionError);
});

test.each([
  ['a key that does not exist', 'rnu: x', "Unexpected value 'rnu'"],
  ['a function that does not exist', 'env: { A: "${{ nope() }}" }', 'nope'],
  ['a context that is not there', 'env: { A: "${{ secret.X }}" }', 'secret'],
  ['text that is no YAML', 'env: { A: [', 'a.yml'],
])('%s is refused as GitHub refuses it', async (_, yaml, words) => {
  await expect(step(yaml)).rejects.toThrow(words);
});

test('needs that lead nowhere are refused', async () => {
  const text =
    'on: push\njobs:\n  a: { runs-on: x, needs: b, steps: [{ run: x }] }\n  c: { runs-on: x, steps: [{ run: x }] }';
  await expect(parse({ file: 'a.yml', text })).rejects.toThrow("depends on unknown job 'b'");
});
