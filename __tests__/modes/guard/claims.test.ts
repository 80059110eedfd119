import { describe, expect, test } from 'vitest';
import type { JobEnding } from '../../../src/rules/policy.ts';
import { idsOf, postStep, restores } from '../../helpers/guarded.ts';
import { type Rehearsal, rehearsed } from '../../helpers/rehearsed.ts';

type Inputs = Record<string, string>;
interface Steps {
  create: Inputs;
  wait: Inputs;
}

const asked = { server_id: '12345', wait: 'false' };

/** A job in which one step requests a snapshot and a later one waits for it. */
async function job({ create, wait }: Steps): Promise<[create: Rehearsal, wait: Rehearsal]> {
  const one = await rehearsed({ inputs: { ...asked, ...create } }).run();
  const other = await rehearsed({
    after: one,
    inputs: { mode: 'wait', snapshot_id: '801', ...wait },
  }).run();
  expect(other).toMatchObject({ red: false, result: 'ready' });
  return [one, other];
}

/** The post steps run last in, first out. */
async function ended(ends: JobEnding, steps: Steps, meanwhile?: (api: Rehearsal['api']) => void) {
  const [create, wait] = await job(steps);
  meanwhile?.(wait.api);
  const waited = await postStep(wait, {
    ends,
    inputs: { mode: 'wait', snapshot_id: '801', ...steps.wait },
  }).run();
  const created = await postStep(create, { ends, inputs: { ...asked, ...steps.create } }).run();
  return { waited, created };
}

const steps: Steps = {
  create: { on_failure: 'delete', on_cancelled: 'delete' },
  wait: { on_failure: 'restore' },
};

describe('a snapshot that a later step has waited for', () => {
  test('stays when the rollback from it is refused, although the first step would delete it', async () => {
    const newer = 'deploy [gha acme/shop run 9999.1 0a0a0a0a-1b1b1b1b]';
    const { waited, created } = await ended('failure', steps, (api) =>
      api.addSnapshot({ id: 900, server: 12345, description: newer }),
    );
    expect(waited).toMatchObject({ red: true });
    expect(created).toMatchObject({ red: false, ledger: [], changes: [] });
    expect(created.lines.join('\n')).toContain('Snapshot 801 is left to the step with mode: wait');
    expect(created.lines.join('\n')).not.toContain('is kept');
    expect(idsOf(created)).toContain(801);
  });

  test('stays after a rollback from it too', async () => {
    const { waited, created } = await ended('failure', steps);
    expect(waited).toMatchObject({ red: false, result: 'restored' });
    expect(created).toMatchObject({ red: false, changes: [] });
    expect(restores(created)).toEqual([801]);
    expect(idsOf(created)).toEqual([801]);
  });

  test('is deleted after a success as the first step says, where the second says nothing', async () => {
    const { created } = await ended('success', { create: { on_success: 'delete' }, wait: {} });
    expect(created).toMatchObject({ red: false, result: 'deleted' });
    expect(idsOf(created)).toEqual([]);
  });

  test('is not said to be kept by the first step when the second has deleted it', async () => {
    const { waited, created } = await ended('success', { create: {}, wait: { on_success: 'delete' } });
    expect(waited).toMatchObject({ red: false, result: 'deleted' });
    expect(created).toMatchObject({ red: false, ledger: [], annotations: [] });
    expect(created.lines.join('\n')).not.toContain('is kept');
  });
});

test('of two steps that waited for it, the last one answers for it', async () => {
  const [create, first] = await job({ create: {}, wait: { on_failure: 'restore' } });
  const inputs = { mode: 'wait', snapshot_id: '801', on_failure: 'restore' };
  const nonce = { ...first.origin.nonce, step: '3d3d3d3d' };
  const last = await rehearsed({ after: first, inputs, origin: { nonce } }).run();
  const posts = [];
  for (const step of [last, first]) posts.push(await postStep(step, { ends: 'failure', inputs }).run());
  expect(posts.map(({ result }) => result)).toEqual(['restored', 'kept']);
  expect(restores(create)).toEqual([801]);
});

test('a claim that cannot be left is red while a rollback relies on it, and no matter otherwise', async () => {
  const one = await rehearsed({ inputs: asked }).run();
  const waiting = (inputs: Inputs) =>
    rehearsed({
      after: one,
      noteless: true,
      inputs: { mode: 'wait', snapshot_id: '801', ...inputs },
    }).run();
  expect(await waiting({ on_failure: 'restore' })).toMatchObject({
    red: true,
    error: { title: 'Claim not written' },
  });
  expect(await waiting({ on_success: 'delete' })).toMatchObject({ red: false, result: 'ready' });
});
