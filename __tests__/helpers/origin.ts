import type { Origin } from '../../src/rules/ownership.ts';

/** The run that the tests are. */
export const origin: Origin = {
  repository: 'acme/shop',
  runId: '4711',
  attempt: '1',
  nonce: { job: '0a0a0a0a', step: '1b1b1b1b' },
  sha: 'abc1234def',
  actor: 'olivia',
  runUrl: 'https://github.com/acme/shop/actions/runs/4711',
};
