import { expect, test } from 'vitest';
import { type Contexts, evaluate } from '../../../rehearsal/runner/contexts.ts';

const contexts: Contexts = {
  job: { status: 'failure' },
  steps: {
    snap: { outcome: 'success', conclusion: 'success', outputs: { snapshot_id: '802,803', 'a-b': 'c' } },
  },
  github: { token: 'ghs_1' },
  env: { SERVER: '7' },
};

test.each([
  ['nothing to do', 'nothing to do'],
  ['${{ job.status }}', 'failure'],
  ['${{job.status}}', 'failure'],
  ['${{ steps.snap.outputs.snapshot_id }}', '802,803'],
  ['${{ steps.snap.outputs.a-b }}', 'c'],
  ['${{ steps.snap.outcome }} and ${{ env.SERVER }}', 'success and 7'],
  ['Bearer ${{ github.token }}', 'Bearer ghs_1'],
  ['<${{ steps.gone.outputs.x }}>', '<>'],
  ['<${{ env.constructor.name }}>', '<>'],
  ['<${{ steps.snap.outputs }}>', '<>'],
])('%s', (text, expected) => {
  expect(evaluate(text, contexts)).toBe(expected);
});

test.each(["${{ job.status == 'failure' }}", '${{ always() }}', '${{ status }}', '${{ }}'])(
  '%s is refused rather than guessed',
  (text) => {
    expect(() => evaluate(text, contexts)).toThrow('cannot evaluate');
  },
);

test('a context that does not exist is refused', () => {
  expect(() => evaluate('${{ secrets.TOKEN }}', contexts)).toThrow('no context "secrets"');
});
