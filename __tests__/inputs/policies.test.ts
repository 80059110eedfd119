import { describe, expect, test } from 'vitest';
import { InputError } from '../../src/errors.ts';
import { readGuardInputs } from '../../src/inputs/guard.ts';
import { modes, readInputs } from '../../src/inputs/inputs.ts';
import { endings } from '../../src/rules/policy.ts';

type Given = Record<string, string>;

const keep = { restore: false, delete: false };
const asMain = (given: Given) =>
  readInputs(
    (name) =>
      ({
        ...{ api_token: 'token-for-tests', job_status: 'success', server_id: '12345', snapshot_id: '801' },
        ...given,
      })[name] ?? '',
  );
const asPost = (given: Given) =>
  readGuardInputs((name) => ({ api_token: 'token-for-tests', ...given })[name] ?? '');

function refusal(read: (given: Given) => unknown, given: Given): InputError {
  try {
    read(given);
  } catch (error) {
    expect(error).toBeInstanceOf(InputError);
    return error as InputError;
  }
  throw new Error('The inputs were accepted');
}

describe('in the main step', () => {
  test.each(['create', 'wait'])('mode: %s reads all three', (mode) => {
    const given = { mode, on_success: 'delete', on_failure: 'restore', on_cancelled: 'restore,delete' };
    expect(asMain(given)).toMatchObject({
      policies: {
        success: { restore: false, delete: true },
        failure: { restore: true, delete: false },
        cancelled: { restore: true, delete: true },
      },
    });
  });

  test.each(endings)('a typo in on_%s shows before the deploy', (ending) => {
    const error = refusal(asMain, { [`on_${ending}`]: 'rollback' });
    expect(error.title).toBe(`Input on_${ending}`);
    expect(error.message).toContain('"rollback"');
    expect(error.next).toBe('Allowed: keep; restore; delete; restore,delete.');
  });

  const others = modes.filter((mode) => mode !== 'create' && mode !== 'wait');
  test.each(others.flatMap((mode) => endings.map((ending) => [mode, ending] as const)))(
    'mode: %s with on_%s',
    (mode, ending) => {
      const error = refusal(asMain, { mode, keep_last: '1', [`on_${ending}`]: 'restore' });
      expect(error.title).toBe(`Input on_${ending}`);
      expect(error.message).toContain(
        `is "restore", which belongs to mode: create and mode: wait; mode: ${mode}`,
      );
      expect(error.next).toContain('mode: wait');
    },
  );

  test.each(others)('mode: %s with keep is fine', (mode) => {
    expect(asMain({ mode, keep_last: '1', on_failure: 'keep', job_status: '' })).toMatchObject({ mode });
  });

  test.each(others)('mode: %s with a typo is told', (mode) => {
    expect(refusal(asMain, { mode, keep_last: '1', on_failure: 'restor' }).title).toBe('Input on_failure');
  });

  test.each(['', 'Success', 'skipped', '${{ job.status }}'])('a runner that tells %j', (job_status) => {
    const error = refusal(asMain, { job_status, on_cancelled: 'restore' });
    expect(error.title).toBe('Input job_status');
    expect(error.message).toContain(`(job_status is "${job_status}"), so on_cancelled could not be obeyed`);
    expect(error.next).toContain('if: failure()');
    expect(asMain({ job_status })).toMatchObject({
      policies: { success: keep, failure: keep, cancelled: keep },
    });
  });

  test.each(endings)('wait: false with on_%s: restore', (ending) => {
    for (const word of ['restore', 'restore,delete']) {
      const error = refusal(asMain, { wait: 'false', [`on_${ending}`]: word });
      expect(error.title).toBe('Input wait');
      expect(error.message).toContain(`wait: false and on_${ending}: ${word} contradict`);
      expect(error.next).toContain('mode: wait');
    }
    expect(asMain({ wait: 'false', [`on_${ending}`]: 'delete' })).toMatchObject({ wait: false });
  });
});

describe('in the post step', () => {
  test('only the policy of the ending is read', () => {
    const given = { on_success: 'delete', on_failure: 'restore', on_cancelled: 'typo' };
    expect(asPost({ ...given, job_status: 'success' })).toMatchObject({
      ending: 'success',
      policy: { restore: false, delete: true },
    });
    expect(asPost({ ...given, job_status: 'failure' })).toMatchObject({
      ending: 'failure',
      policy: { restore: true, delete: false },
    });
    expect(refusal(asPost, { ...given, job_status: 'cancelled' }).title).toBe('Input on_cancelled');
  });

  test.each(endings)('nothing set, %s: everything is kept', (ending) => {
    expect(asPost({ job_status: ending })).toMatchObject({
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
    expect(asPost({ job_status, timeout_minutes }).timeoutMs).toBe(expected);
  });

  test('a runner that does not tell how the job ended: fine without a policy', () => {
    expect(asPost({})).toMatchObject({ ending: undefined, policy: keep });
    expect(asPost({ job_status: 'odd', on_failure: 'keep' })).toMatchObject({ policy: keep });
  });

  test.each(endings)('a runner that does not tell how the job ended: not with on_%s', (ending) => {
    const error = refusal(asPost, { job_status: 'odd', [`on_${ending}`]: 'delete' });
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
    expect(asPost(given)).toMatchObject({
      force: true,
      readyUrl: 'https://web.example.com/up',
      dryRun: true,
    });
    expect(refusal(asPost, { ...given, ready_url: 'web' }).title).toBe('Input ready_url');
    expect(refusal(asPost, { ...given, force: 'yes' }).title).toBe('Input force');
    expect(refusal(asPost, { ...given, api_token: '' }).title).toBe('Input api_token');
  });
});
