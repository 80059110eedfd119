import { describe, expect, test } from 'vitest';
import { modes } from '../../src/inputs/common.ts';
import { readInputs } from '../../src/inputs/inputs.ts';
import { endings } from '../../src/rules/policy.ts';
import { refusalOf } from '../helpers/errors.ts';

type Given = Record<string, string>;

const keep = { restore: false, delete: false };
const usual: Given = { api_token: 'token-for-tests', job_status: 'success', server_id: '12345' };

/** What each mode needs beside that. */
const needed: Record<string, Given> = {
  wait: { snapshot_id: '801' },
  restore: { snapshot_id: '801' },
  delete: { snapshot_id: '801' },
  prune: { keep_last: '1' },
};

function read(given: Given) {
  const all: Given = { ...usual, ...needed[given.mode ?? ''], ...given };
  return readInputs((name) => all[name] ?? '');
}

const refusal = (given: Given) => refusalOf(() => read(given));

describe('in the main step', () => {
  test.each(['create', 'wait'])('mode: %s reads all three', (mode) => {
    const given = { mode, on_success: 'delete', on_failure: 'restore', on_cancelled: 'restore,delete' };
    expect(read(given)).toMatchObject({
      policies: {
        success: { restore: false, delete: true },
        failure: { restore: true, delete: false },
        cancelled: { restore: true, delete: true },
      },
    });
  });

  test.each(endings)('a typo in on_%s shows before the deploy', (ending) => {
    const error = refusal({ [`on_${ending}`]: 'rollback' });
    expect(error.title).toBe(`Input on_${ending}`);
    expect(error.message).toContain('"rollback"');
    expect(error.next).toBe('Allowed: keep; restore; delete; restore,delete.');
  });

  const others = modes.filter((mode) => mode !== 'create' && mode !== 'wait');
  test.each(others.flatMap((mode) => endings.map((ending) => [mode, ending] as const)))(
    'mode: %s with on_%s',
    (mode, ending) => {
      const error = refusal({ mode, [`on_${ending}`]: 'restore' });
      expect(error.title).toBe(`Input on_${ending}`);
      expect(error.message).toContain(
        `is "restore", which belongs to mode: create and mode: wait; mode: ${mode}`,
      );
      expect(error.next).toContain('(create, wait)');
    },
  );

  test.each(others)('mode: %s with keep is fine', (mode) => {
    expect(read({ mode, on_failure: 'keep', job_status: '' })).toMatchObject({ mode });
  });

  test.each(others)('mode: %s with a typo is told', (mode) => {
    expect(refusal({ mode, on_failure: 'restor' }).title).toBe('Input on_failure');
  });

  test.each(['', 'Success', 'skipped', '${{ job.status }}'])('a runner that tells %j', (job_status) => {
    const error = refusal({ job_status, on_cancelled: 'restore' });
    expect(error.title).toBe('Input job_status');
    expect(error.message).toContain(`(job_status is "${job_status}"), so on_cancelled could not be obeyed`);
    expect(error.next).toContain('if: failure()');
    expect(read({ job_status })).toMatchObject({
      policies: { success: keep, failure: keep, cancelled: keep },
    });
  });

  test.each(endings)('wait: false with on_%s: restore', (ending) => {
    for (const word of ['restore', 'restore,delete']) {
      const error = refusal({ wait: 'false', [`on_${ending}`]: word });
      expect(error.title).toBe('Input wait');
      expect(error.message).toContain(`wait: false and on_${ending}: ${word} contradict`);
      expect(error.next).toContain('mode: wait');
    }
    expect(read({ wait: 'false', [`on_${ending}`]: 'delete' })).toMatchObject({ wait: false });
  });
});
