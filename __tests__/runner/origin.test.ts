import { expect, test, vi } from 'vitest';
import { readOrigin } from '../../src/runner/origin.ts';
import { runScript } from '../helpers/child.ts';

const nonce = { job: '0a0a0a0a', step: '1b1b1b1b' };
const script = `
import { readOrigin } from 'src/runner/origin.ts';
console.log(JSON.stringify(readOrigin(({ runId, attempt }) => ({ ...${JSON.stringify(nonce)}, of: runId + '.' + attempt }))));`;

test("the origin is GitHub's context", async () => {
  const { stdout } = await runScript(script, {
    GITHUB_REPOSITORY: 'acme/shop',
    GITHUB_RUN_ID: '4711',
    GITHUB_RUN_ATTEMPT: '2',
    GITHUB_SHA: 'abc1234def',
    GITHUB_ACTOR: 'olivia',
    GITHUB_SERVER_URL: 'https://github.example.com',
  });
  expect(JSON.parse(stdout)).toMatchObject({
    repository: 'acme/shop',
    runId: '4711',
    attempt: '2',
    nonce: { ...nonce, of: '4711.2' },
    sha: 'abc1234def',
    actor: 'olivia',
    runUrl: 'https://github.example.com/acme/shop/actions/runs/4711',
  });
});

test('without a context there is one that fits into a mark all the same', async () => {
  const { stdout } = await runScript(script);
  expect(JSON.parse(stdout)).toMatchObject({
    repository: 'unknown/unknown',
    runId: '0',
    attempt: '1',
    runUrl: '',
  });
});

test('the origin is of no repository outside of GitHub', () => {
  vi.stubEnv('GITHUB_REPOSITORY', '');
  expect(readOrigin(() => nonce).repository).toBe('unknown/unknown');
});
