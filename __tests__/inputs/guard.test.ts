import { describe, expect, test } from 'vitest';
import { readGuardInputs } from '../../src/inputs/guard.ts';
import { endings } from '../../src/rules/policy.ts';
import { refusalOf } from '../helpers/errors.ts';

type Given = Record<string, string>;

const keep = { restore: false, delete: false };

function read(given: Given) {
  return readGuardInputs((name) => ({ api_token: 'token-for-tests', ...given })[name] ?? '');
}

const refusal = (given: Given) => refusalOf(() => read(given));

describe('in the post step', () => {
  test('only the policy of the ending is read', () => {
    const given = { on_success: 'delete', on_failure: 'restore', on_cancelled: 'typo' };
    expect(read({ ...given, job_status: 'success' })).toMatchObject({
      ending: 'success',
      policy: { restore: false, delete: true },
    });
    expect(read({ ...given, job_status: 'failure' })).toMatchObject({
      ending: 'failure',
      policy: { restore: true, delete: false },
    });
    expect(refusal({ ...given, job_status: 'cancelled' }).title).toBe('Input on_cancelled');
  });

  test.each(endings)('nothing set, %s: everything is kept', (ending) => {
    expect(read({ job_status: ending })).toMatchObject({
      ending,
      policy: keep,
      force: false,
      readyUrl: undefined,
    });
  });

  test.each([
    ['success', '', 3_600_000],
    ['failure', '', 3_600_000],
    ['failure', '1', 60_000],
    ['cancelled', '', 180_000],
    ['cancelled', '3', 180_000],
    ['cancelled', '3.001', 180_000],
    ['cancelled', '0.5', 30_000],
  ])('%s with timeout_minutes %j has %i ms', (job_status, timeout_minutes, expected) => {
    expect(read({ job_status, timeout_minutes }).timeoutMs).toBe(expected);
  });

  test('a runner that does not tell how the job ended: fine without a policy', () => {
    expect(read({})).toMatchObject({ ending: undefined, policy: keep });
    expect(read({ job_status: 'odd', on_failure: 'keep' })).toMatchObject({ policy: keep });
  });

  test.each(endings)('a runner that does not tell how the job ended: not with on_%s', (ending) => {
    const error = refusal({ job_status: 'odd', [`on_${ending}`]: 'delete' });
    expect(error.message).toBe('Input job_status is "odd".');
    expect(error.next).toBe('Allowed: success, failure, cancelled.');
  });

  test('the rest that it needs', () => {
    const given = {
      job_status: 'failure',
      force: 'true',
      ready_url: 'https://web.example.com/up',
      dry_run: 'true',
    };
    expect(read(given)).toMatchObject({
      force: true,
      readyUrl: 'https://web.example.com/up',
      dryRun: true,
    });
    expect(refusal({ ...given, ready_url: 'web' }).title).toBe('Input ready_url');
    expect(refusal({ ...given, force: 'yes' }).title).toBe('Input force');
    expect(refusal({ ...given, api_token: '' }).title).toBe('Input api_token');
  });
});
