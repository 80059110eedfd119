import { expect, test } from 'vitest';
import { type Fault, uuidOf } from '../../rehearsal/api/api.ts';
import { inForm } from '../helpers/forms.ts';
import { guarded, restores } from '../helpers/guarded.ts';
import { marked } from '../helpers/marked.ts';
import { rehearsed, server } from '../helpers/rehearsed.ts';

/** What a UUID account tells of snapshots is not known; it may be no time. */
function timeless(ids?: string[]): Fault {
  const of = (answer: unknown) => {
    const { results = [] } = answer as { results?: { id?: number; uuid?: string; created_at?: string }[] };
    for (const one of results) if (!ids || ids.includes(String(one.uuid ?? one.id))) delete one.created_at;
    return answer;
  };
  return { when: { method: 'GET', path: /snapshots/ }, times: Infinity, do: { kind: 'echo', of } };
}

const named = { mode: 'restore', snapshot_id: 'latest' };

test('which UUID is the latest is not guessed', async () => {
  const inputs = { ...named, server_id: uuidOf(server) };
  const step = rehearsed({ inputs, api: { form: 'client' }, faults: [timeless()] });
  step.api.addSnapshot(inForm('client', { id: 702, server, name: 'older', description: marked() }));
  step.api.addSnapshot(inForm('client', { id: 703, server, name: 'newer', description: marked() }));
  await step.run();
  expect(step).toMatchObject({ red: true, changes: [] });
});

test('one of unknown age is not taken for an old one', async () => {
  const step = rehearsed({ inputs: { ...named, server_id: '12345' }, faults: [timeless(['702'])] });
  step.api.addSnapshot({ id: 701, server, description: marked(), created_at: '2026-11-18T00:00:00Z' });
  step.api.addSnapshot({ id: 702, server, description: marked(), created_at: '2026-11-19T00:00:00Z' });
  await step.run();
  expect(restores(step)).not.toEqual([701]);
});

test('a deploy of another run, of which only the UUID tells the age, may be a newer one', async () => {
  const id =
    1000 + Array.from({ length: 999 }, (_, n) => uuidOf(1000 + n)).findIndex((one) => one < uuidOf(801));
  const post = await guarded({
    inputs: { server_id: uuidOf(server), on_failure: 'restore' },
    ends: 'failure',
    main: { api: { form: 'client' }, faults: [timeless()] },
    meanwhile: ({ api }) =>
      void api.addSnapshot(inForm('client', { id, server, name: 'other', description: marked() })),
  });
  expect(restores(post)).toEqual([]);
});
