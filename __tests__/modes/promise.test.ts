import { describe, expect, test } from 'vitest';
import { rehearsed } from '../helpers/rehearsed.ts';

const said =
  'At the end of the job, by the policies as they are now: success → delete, failure → restore, cancelled (also the job’s own time limit) → keep.';
const policies = { on_success: 'delete', on_failure: 'restore' };
const create = { server_id: '12345' };

describe('what will happen at the end of the job', () => {
  test('stands in the log before the first request, and in the summary', async () => {
    const step = await rehearsed({ inputs: { ...create, ...policies } }).run();
    expect(step.lines[0]).toBe(said);
    expect(step.summary).toContain('success → delete, failure → restore');
  });

  test('is told in a dry run too', async () => {
    const step = await rehearsed({ inputs: { ...create, ...policies, dry_run: 'true' } }).run();
    expect(step.lines[0]).toBe(said);
    expect(step.saved).toEqual(['dry run']);
  });

  test('is keep for a policy that is empty, such as a variable that is not set', async () => {
    const step = await rehearsed({ inputs: { ...create, on_failure: '' } }).run();
    expect(step.lines[0]).toContain('failure → keep');
  });

  test('does not promise to delete after a cancel', async () => {
    const step = await rehearsed({ inputs: { ...create, on_cancelled: 'restore,delete' } }).run();
    expect(step.lines[0]).toContain('After a cancel nothing is deleted');
  });

  test('is nothing where the post step does nothing', async () => {
    const step = await rehearsed({ inputs: { mode: 'list' } }).run();
    expect(step.lines.join('\n')).not.toContain('At the end of the job');
  });
});

describe('the permissions of the token', () => {
  test('are told in a dry run, and nothing else of the account', async () => {
    const step = await rehearsed({
      api: { permissions: ['servers:read', 'snapshots:*'] },
      inputs: { ...create, dry_run: 'true' },
    }).run();
    expect(step.lines).toContain('The token may: servers:read, snapshots:*.');
    expect(step.written).not.toMatch(/Olivia|owner@example/);
    expect(step.changes).toEqual([]);
  });

  test.each([403, 404, 500])('are left out where the API answers %i', async (status) => {
    const step = await rehearsed({
      inputs: { ...create, dry_run: 'true' },
      faults: [{ when: { path: '/account/me/' }, do: { kind: 'status', status } }],
    }).run();
    expect(step).toMatchObject({ red: false, result: 'planned', annotations: [] });
    expect(step.lines.join('\n')).not.toContain('The token may');
  });

  test('are nobody’s concern in a step that acts', async () => {
    const step = await rehearsed({ inputs: create }).run();
    expect(step.ledger.some(({ path }) => path.includes('account'))).toBe(false);
  });
});
