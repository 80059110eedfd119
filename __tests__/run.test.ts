import { describe, expect, test } from 'vitest';
import type { World } from '../src/run.ts';
import { runMain } from '../src/run-main.ts';
import { rehearsed, server, token } from './helpers/rehearsed.ts';
import { VirtualClock } from './helpers/virtual-clock.ts';

/** Every output that action.yml promises for these modes. */
const promised = [
  ...['created_at', 'deleted_ids', 'duration_seconds', 'result', 'server_id', 'size_mb', 'snapshot_id'],
  ...['snapshot_name', 'snapshots', 'status'],
];

/** A world without a network, whose log is one list. */
function world(equip: World['equip'], rest: Partial<World> = {}) {
  const told: Record<string, string> = {};
  const lines: string[] = [];
  const seen = { told, lines, red: false, summary: '' };
  const note = (...words: string[]) => void lines.push(words.join(': '));
  const made: World = {
    raw: (name) => ({ api_token: token, server_id: '1' })[name] ?? '',
    clock: new VirtualClock(),
    log: {
      ...{ info: note, debug: note, notice: note, warning: note, error: note, group: note },
      endGroup() {},
    },
    mask: (secret) => void lines.push(`masked: ${secret}`),
    inputNames: () => ['api_token', 'server_id'],
    canSetOutputs: () => true,
    setOutputs: (values) => void Object.assign(told, values),
    writeSummary: (markdown) => {
      seen.summary = markdown;
    },
    fail: () => {
      seen.red = true;
    },
    uses: 'acme/vps-snapshot-action@v1',
    savedState: () => '',
    clean: (text) => text,
    equip,
    ...rest,
  };
  return { made, seen };
}

describe('inputs that cannot be used', () => {
  test.each([
    ['mode', { mode: 'snapshot' }, 'Input mode'],
    ['api_token', { api_token: '' }, 'Input api_token'],
    ['server_id', {}, 'Input server_id'],
    ['snapshot_id', { mode: 'delete' }, 'Input snapshot_id'],
    ['snapshot_id', { mode: 'wait', snapshot_id: 'latest' }, 'Input snapshot_id'],
    ['name', { server_id: '1', name: 'no spaces' }, 'Input name'],
  ])('%s: %j', async (_, inputs, title) => {
    const step = await rehearsed({ inputs }).run();
    expect(step).toMatchObject({ red: true, result: 'failed', ledger: [], error: { title } });
    expect(step.error?.message).toContain('\nNothing was changed.\n');
    expect(Object.keys(step.outputs).sort()).toEqual(promised);
    expect(step.summary).toContain(`❌ VPS.org snapshot`);
  });

  test('outside text in the mode does not break the summary', async () => {
    const step = await rehearsed({ inputs: { mode: 'x\n# y ##[group]z and much more of it' } }).run();
    expect(step.summary.split('\n')[0]).toBe(
      '### ❌ VPS.org snapshot: x &#35;\u200b y &#35;\u200b&#35;\u200b &#91;group&#93;z a… – failed in 0 ms',
    );
  });
});

test.each([
  ['create', { server_id: '12345' }, 'created'],
  ['', { server_id: '12345' }, 'created'],
  ['wait', { snapshot_id: '701' }, 'ready'],
  ['restore', { snapshot_id: '701' }, 'restored'],
  ['delete', { snapshot_id: '701' }, 'deleted'],
  ['list', {}, 'listed'],
])('mode: %s tells all outputs and writes a summary', async (mode, inputs, result) => {
  const step = rehearsed({ inputs: { mode, ...inputs } });
  step.api.addSnapshot({ server, id: 701 });
  await step.run();
  expect(step).toMatchObject({ red: false, result });
  expect(Object.keys(step.outputs).sort()).toEqual(promised);
  expect(step.summary).toMatch(new RegExp(`^### ✅ VPS\\.org snapshot: ${mode || 'create'} – ${result} in `));
  expect(step.outputs.duration_seconds).toBe(String(Math.round(step.endedAt / 1000)));
});

test('the token is masked before anything else happens', async () => {
  const { made, seen } = world(async () => {
    throw new Error('no network');
  });
  await runMain(made);
  expect(seen.lines[0]).toBe(`masked: ${token}`);
  expect(seen.lines.slice(1).join()).not.toContain(token);
});

describe('a world that breaks', () => {
  test.each([
    ['an error', new Error('out of cheese'), 'out of cheese'],
    ['an error without a stack', Object.assign(new Error('bare'), { stack: '' }), 'bare'],
    ['something else', 'a string', 'a string'],
  ])('%s is told as a bug', async (_, thrown, words) => {
    const { made, seen } = world(async () => {
      throw thrown;
    });
    await runMain(made);
    expect(seen).toMatchObject({ red: true, told: { result: 'failed', snapshot_id: '' } });
    expect(seen.lines.at(-1)).toBe(
      `Internal error: ${words}\nNothing was changed.\nThis is a bug in the action. Run again with debug logging, and report it with the log.`,
    );
    expect(seen.lines.length).toBe(thrown instanceof Error && thrown.stack ? 4 : 3);
    expect(seen.summary).toContain('Internal error');
  });
});
