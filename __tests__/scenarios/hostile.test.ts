import { describe, expect, test } from 'vitest';
import type { Effect } from '../../rehearsal/api/api.ts';
import type { StepResult } from '../../rehearsal/runner/job.ts';
import { bystander } from '../helpers/bystander.ts';
import { expectError, githubToken, server, stage, token } from '../helpers/scenario.ts';

/** Commands of the runner, Markdown, HTML, mentions and letters that turn a line round, as a name may hold them. */
const hostile = [
  '##[add-mask]802 ##[stop-commands]x ##[error]injected ##[set-output name=snapshot_id]666',
  '::error::injected',
  '\n::add-mask::802',
  '\r\n::set-output name=snapshot_id::666\n::stop-commands::x\n',
  '%0A::error::injected',
  '\u202egnp\u2066.\u200b',
  '<script>alert(1)</script><img src=x onerror=y> | </details> | @everyone #1 [a](http://evil.example) `x`',
].join(' ');

/** Nothing of it became a command, markup or a mention, and the step's own words are all there. */
function expectHarmless(step: StepResult): void {
  expect(step.masks).toEqual([token, githubToken]);
  expect(step.problems).toEqual([]);
  expect(step.env).toEqual({});
  // It is kept in pieces, of which an empty one is the last; a step that guards nothing keeps none.
  const { state = '{}', state_1 = '', ...others } = step.state;
  expect([others, state_1, typeof JSON.parse(state)]).toEqual([{}, '', 'object']);
  expect(step.stdout).not.toMatch(/##\[/);
  for (const text of [step.stdout, step.summary]) expect(text).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
  for (const line of step.stdout.split('\n')) {
    expect(line).toMatch(/^(::(add-mask|group|endgroup|error|warning|notice)\b|[^:\s]|$)/);
  }
  expect(step.summary).not.toMatch(/<script|<img|@everyone|(?<!&)#1\b|\]\(http|`x`/);
  expect(step.summary.match(/<\/details>/g)?.length ?? 0).toBeLessThanOrEqual(1);
  expect(Object.values(step.outputs).join('\n')).not.toMatch(/##\[/);
}

/** Every row of a table has as many cells as its head: of the table, and of the timeline after a restore. */
function expectTable(step: StepResult): void {
  const tables = step.summary.split('\n\n').filter((part) => part.startsWith('|'));
  const cells = tables.map((table) =>
    table
      .trim()
      .split('\n')
      .map((row) => row.split('|').length),
  );
  const heads = step.summary.includes(' – restored in ') ? [9, 6] : [9];
  expect(cells).toEqual(heads.map((head, index) => cells[index]?.map(() => head)));
  for (const rows of cells) expect(rows.length).toBeGreaterThan(2);
}

describe.concurrent('names that mean harm', () => {
  test('of a server: the snapshot’s id still reaches the next step', async () => {
    await using scene = await stage({
      api: { firstSnapshotId: 802 },
      servers: [{ id: server, name: hostile }],
    });
    const made = await scene.uses({ server_id: '12345' }, { id: 'snap' });
    expect(made).toMatchObject({
      exitCode: 0,
      annotations: [],
      outputs: { result: 'created', snapshot_id: '802' },
    });
    expect(made.groups).toEqual(['Looking', 'Requesting the snapshot', 'Waiting until complete']);

    const snapshot_id = '${{ steps.snap.outputs.snapshot_id }}';
    const restored = await scene.uses({ mode: 'restore', snapshot_id });
    expect(restored).toMatchObject({ exitCode: 0, annotations: [], outputs: { snapshot_id: '802' } });
    const deleted = await scene.uses({ mode: 'delete', snapshot_id });
    expect(deleted).toMatchObject({ exitCode: 0, annotations: [], outputs: { deleted_ids: '[802]' } });
    for (const step of [made, restored, deleted]) {
      expectHarmless(step);
      expectTable(step);
    }
  });

  test('of snapshots, and their descriptions and status words', async () => {
    const snapshots = [802, 803].map((id) => ({ id, name: hostile, description: hostile, status: hostile }));
    await using scene = await stage({ snapshots });
    const step = await scene.uses({ mode: 'list' });
    expect(step).toMatchObject({ exitCode: 0, annotations: [], groups: ['Looking', '2 snapshots'] });
    expect(step.outputs.snapshot_id?.split(',').toSorted()).toEqual(['802', '803']);
    expect(JSON.parse(step.outputs.snapshots ?? '')).toMatchObject([{ snapshot_name: hostile }, {}]);
    expectHarmless(step);
    expectTable(step);
  });

  test('of a server that is rolled back after the job', async () => {
    await using scene = await stage({ servers: [{ id: server, name: hostile }] });
    const made = await scene.uses({ server_id: '12345', on_failure: 'restore' });
    expect(JSON.parse(made.state.state ?? '').targets).toMatchObject([{ request: { id: '801' } }]);
    const post = await scene.endsAs('failure');
    expect(post.annotations).toMatchObject([{ level: 'warning', title: 'Rolled back' }]);
    for (const step of [made, post]) {
      expectHarmless(step);
      expectTable(step);
    }
  });

  test('in the refusal that lists them', async () => {
    const snapshots = [1, 2, 3, 4, 5].map((id) => ({ id, name: hostile }));
    await using scene = await stage({ snapshots });
    const step = await scene.uses({ server_id: '12345' });
    expectError(step, 'Snapshot limit reached', 'snapshot 5');
    expect(step.annotations).toHaveLength(1);
    expectHarmless(step);
  });

  test('of a page to knock at', async () => {
    await using site = await bystander();
    await using scene = await stage({ snapshots: [{ id: 802 }] });
    const ready_url = `${site.url}/up?a=##[add-mask]802`;
    const step = await scene.uses({ mode: 'restore', snapshot_id: '802', ready_url });
    expect(step).toMatchObject({ exitCode: 0, annotations: [], outputs: { result: 'restored' } });
    expectHarmless(step);
  });

  test('that the user gave', async () => {
    await using scene = await stage();
    const bad = await scene.uses({ mode: hostile });
    expectError(bad, 'Input mode');
    const described = await scene.uses({ server_id: '12345', description: hostile });
    expect(described).toMatchObject({ exitCode: 0, annotations: [], outputs: { snapshot_id: '801' } });
    for (const step of [bad, described]) expectHarmless(step);
  });
});

describe.concurrent('an API that tells the token back', () => {
  const bodies: [string, string][] = [
    ['as JSON', JSON.stringify({ detail: `Bearer ${token} is bad. ${hostile}` })],
    ['as fields', JSON.stringify({ name: [token, hostile] })],
    ['as a page', `<html><title>${token} ##[error]injected</title></html>`],
    ['as text', `${token}\n::error::${token}\n##[add-mask]802`],
  ];

  function expectSecret(step: StepResult): void {
    const { stdout, stderr, outputs, state, summary, annotations, groups, debug } = step;
    for (const secret of [token, githubToken]) {
      expect(stdout.replace(`::add-mask::${secret}\n`, '')).not.toContain(secret);
      const all = JSON.stringify([stderr, outputs, state, summary, annotations, groups, debug]);
      expect(all).not.toContain(secret);
    }
  }

  test.each(bodies)('in a refusal: %s', async (_, body) => {
    const refusal: Effect = { kind: 'status', status: 400, body };
    await using scene = await stage({
      faults: [{ when: { method: 'POST' }, times: Number.POSITIVE_INFINITY, do: refusal }],
      job: { debug: true },
    });
    const step = await scene.uses({ server_id: '12345' });
    // What is no JSON is nobody's word: whether anything was made is not known.
    expectError(
      step,
      body.startsWith('{') ? 'No snapshot' : 'Snapshot not certain',
      'VPS.org answered 400 to POST /snapshots/: ',
      /\*\*\*/,
    );
    expect(step.annotations).toHaveLength(1);
    expectSecret(step);
    expect(step.masks).toEqual([token, githubToken]);
    expect(step.stdout).not.toMatch(/##\[/);
  });

  test.each(bodies)('in answers that cannot be read: %s', async (_, body) => {
    const answer: Effect = { kind: 'status', status: 200, body };
    await using scene = await stage({
      faults: [{ when: { method: 'POST' }, do: answer }],
      job: { debug: true },
    });
    const step = await scene.uses({ server_id: '12345' });
    // What is no JSON is nobody's word; anything else with a 2xx is the API's, and the request is not made again.
    if (body.startsWith('<')) expect(step.outputs).toMatchObject({ result: 'created', snapshot_id: '801' });
    else expectError(step, 'Snapshot made, but not found');
    expectSecret(step);
    expect(step.masks).toEqual([token, githubToken]);
  });

  test('in what is saved, told and done after the job', async () => {
    const refusal: Effect = { kind: 'status', status: 422, body: `{"detail":"${token} ${githubToken}"}` };
    await using scene = await stage({
      servers: [{ id: server, name: `${token} ${githubToken}` }],
      faults: [{ when: { path: /restore/ }, do: refusal }],
      job: { debug: true },
    });
    const made = await scene.uses({ server_id: '12345', on_failure: 'restore' });
    expect(JSON.parse(made.state.state ?? '').targets).toMatchObject([{ server: { name: '*** ***' } }]);
    const post = await scene.endsAs('failure');
    expectError(post, 'Restore refused', 'VPS.org answered 422');
    for (const step of [made, post]) {
      expectSecret(step);
      expect(step.masks).toEqual([token, githubToken]);
    }
  });

  test('in names, and in a redirect', async () => {
    const to = `http://${token}.example/${token}`;
    const faults = [{ when: { method: 'DELETE' }, do: { kind: 'redirect', to } as const, times: 99 }];
    const snapshots = [{ id: 802, name: token, description: `x ${token}`, status: token }];
    await using scene = await stage({ servers: [{ id: server, name: token }], snapshots, faults });
    const listed = await scene.uses({ mode: 'list' });
    expect(listed).toMatchObject({ exitCode: 0, outputs: { snapshot_id: '802', snapshot_name: '***' } });
    const refused = await scene.uses({ mode: 'delete', snapshot_id: '802', timeout_minutes: '0.06' });
    expectError(refused, 'Deletion not certain', '302', /a redirect to \*\*\*/);
    for (const step of [listed, refused]) expectSecret(step);
  });
});
