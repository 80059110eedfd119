import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Effect, Fault } from '../../rehearsal/api/api.ts';
import { commandsIn } from '../helpers/commands-in.ts';
import { cases, hostile } from '../helpers/fuzz.ts';
import { postOf } from '../helpers/guarded.ts';
import { marked } from '../helpers/marked.ts';
import { type Rehearsal, rehearsed, server, token } from '../helpers/rehearsed.ts';

/** What a person or a proxy may have put into the account or into an answer, with signs of what it is after. */
const said = hostile.map((text) => `${text} <img src=x> @acme ${token}`);
const body: fc.Arbitrary<Effect> = fc
  .tuple(fc.constantFrom(400, 403, 404, 409, 422, 500), said, fc.boolean())
  .map(([status, text, isJson]) => ({
    kind: 'status',
    status,
    ...(isJson ? { json: { detail: text, [text]: [text] } } : { body: `<title>${text}</title>` }),
  }));
const fault: fc.Arbitrary<Fault> = fc.record({
  when: fc.constantFrom({ method: 'POST' }, { method: 'GET' }, { method: 'DELETE' }),
  after: fc.nat({ max: 3 }),
  times: fc.integer({ min: 1, max: 9 }),
  do: body,
});
const account = fc.record({
  name: said,
  status: fc.oneof({ weight: 5, arbitrary: fc.constant('active') }, said),
  snapshots: fc.array(
    fc.record({
      name: said,
      status: fc.oneof({ weight: 5, arbitrary: fc.constant('completed') }, said),
      description: fc.oneof(
        said,
        fc.constant(marked()),
        said.map((text) => `${text} ${marked()}`),
      ),
    }),
    { minLength: 1, maxLength: 5 },
  ),
  faults: fc.array(fault, { maxLength: 2 }),
});

const inputs: Record<string, Record<string, string>> = {
  create: { server_id: String(server) },
  full: { server_id: String(server), at_limit: 'delete_oldest' },
  stopping: { server_id: String(server), stop_server: 'true' },
  wait: { snapshot_id: '701' },
  restore: { snapshot_id: '701' },
  latest: { snapshot_id: 'latest', server_id: String(server) },
  byName: { name: 'pre-deploy', server_id: String(server) },
  delete: { snapshot_id: '701' },
  list: {},
  prune: { server_id: String(server), keep_last: '1' },
};
const modeOf: Record<string, string> = {
  full: 'create',
  stopping: 'create',
  latest: 'restore',
  byName: 'delete',
};

/** Every text that leaves the step is what this program says, in which others mean nothing. */
function expectHarmless(step: Rehearsal) {
  const lines = step.lines.map((line) => (line.startsWith('debug: ') ? line.replaceAll('\n', ' ') : line));
  for (const line of [...lines, ...step.groups]) {
    expect(line).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u);
    expect(commandsIn(line)).toEqual([]);
  }
  for (const { title, message } of step.annotations) {
    expect(message.replaceAll('\n', ' ')).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u);
    for (const text of [title, message]) expect(commandsIn(text)).toEqual([]);
  }
  expect(step.summary).not.toMatch(/<img|@acme/);
  // A value of several lines becomes one line in the file.
  for (const value of Object.values(step.outputs))
    expect(commandsIn(value.replace(/[\r\n]+/g, ' '))).toEqual([]);
  expect(step.error?.title).not.toBe('Internal error');
  expect(step.written).not.toMatch(/\bundefined\b|\bNaN\b|\[object/);
}

test('whatever stands in the account and in its answers, no step says anything but its own words', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...Object.keys(inputs)),
      account,
      fc.constantFrom('success', 'failure', 'cancelled') as fc.Arbitrary<'success'>,
      async (kind, { name, status, snapshots, faults }, ends) => {
        const mode = modeOf[kind] ?? kind;
        const isGuarded = mode === 'create' || mode === 'wait';
        const set = { mode, timeout_minutes: '12', ...inputs[kind] };
        const policies = isGuarded ? { on_failure: 'restore', on_success: 'delete' } : {};
        const step = rehearsed({
          faults,
          inputs: { ...set, ...policies },
          servers: [{ id: server, name, status }],
        });
        for (const [index, one] of snapshots.entries())
          step.api.addSnapshot({ server, id: 701 + index, created_at: '2026-11-20T11:00:00Z', ...one });
        await step.run();
        expectHarmless(step);
        if (isGuarded) expectHarmless(await postOf(step, { inputs: { ...set, ...policies }, ends }));
      },
    ),
    cases(150),
  );
});
