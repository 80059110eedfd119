import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { createCommandFiles, readCommandFiles } from '../../rehearsal/runner/command-files.ts';
import {
  canSetOutputs,
  fail,
  input,
  inputNames,
  mask,
  savedState,
  saveState,
  setOutputs,
  writeSummary,
} from '../../src/runner/commands.ts';
import { captured } from '../helpers/stdout.ts';
import { temporaryFolder } from '../helpers/temporary-folder.ts';

function commandFiles(): string {
  const folder = temporaryFolder();
  for (const [name, file] of Object.entries(createCommandFiles(folder))) vi.stubEnv(name, file);
  return folder;
}

describe('inputs', () => {
  test('come from the environment, without white space around them', () => {
    vi.stubEnv('INPUT_SERVER_ID', ' 12345\n');
    expect(input('server_id')).toBe('12345');
    expect(input('no_such_input')).toBe('');
  });

  test('are all known by name, those that nobody reads too, and nothing else is', () => {
    vi.stubEnv('INPUT_ON-FAIL', 'restore');
    vi.stubEnv('INPUT_', 'x');
    vi.stubEnv('AN_INPUT_OF', 'x');
    const names = inputNames();
    expect(names).toContain('ON-FAIL');
    expect(names).not.toContain('');
    expect(names).not.toContain('OF');
  });
});

describe('outputs', () => {
  test('are written together, each on one line', () => {
    const folder = commandFiles();
    setOutputs({ snapshot_id: '801', snapshots: '[{"a":"b=c<<d"}]', empty: '' });
    setOutputs({ snapshot_id: '801,802', evil: 'x\r\nresult=created\nsnapshot_id=999' });
    expect(readCommandFiles(folder)).toMatchObject({
      outputs: {
        snapshot_id: '801,802',
        snapshots: '[{"a":"b=c<<d"}]',
        empty: '',
        evil: 'x result=created snapshot_id=999',
      },
      problems: [],
    });
  });

  test('the summary is added to what is there', () => {
    const folder = commandFiles();
    writeSummary('one\n');
    writeSummary('two\n');
    expect(readCommandFiles(folder).summary).toBe('one\ntwo\n');
  });

  test('without a file nothing happens', () => {
    vi.stubEnv('GITHUB_OUTPUT', '');
    vi.stubEnv('GITHUB_STEP_SUMMARY', undefined);
    expect(
      captured(() => {
        setOutputs({ a: 'b' });
        writeSummary('x');
      }),
    ).toEqual([]);
  });

  test.each<[string, () => string | undefined, boolean]>([
    ['a file that is there', () => join(commandFiles(), 'GITHUB_OUTPUT'), true],
    ['no variable at all, as on another machine', () => undefined, true],
    ['a folder that is not there', () => join(temporaryFolder(), 'no', 'such', 'file'), false],
  ])('can be set or not: %s', (_, file, expected) => {
    vi.stubEnv('GITHUB_OUTPUT', file());
    let can: boolean | undefined;
    captured(() => {
      can = canSetOutputs();
    });
    expect(can).toBe(expected);
  });

  test('a file that cannot be written is a warning', () => {
    vi.stubEnv('GITHUB_STEP_SUMMARY', join(temporaryFolder(), 'no', 'such', 'folder'));
    expect(captured(() => writeSummary('x'))).toEqual([
      expect.stringMatching(/^::warning::GITHUB_STEP_SUMMARY could not be written: ENOENT/),
    ]);
  });
});

/** What the runner hands to the post step. */
function stateOf(folder: string): Record<string, string> {
  const { state } = readCommandFiles(folder);
  for (const [name, value] of Object.entries(state)) vi.stubEnv(`STATE_${name}`, value);
  return state;
}

describe('the state', () => {
  test('is one variable as long as it fits', () => {
    const folder = commandFiles();
    saveState('{"a":1}');
    expect(stateOf(folder)).toEqual({ state: '{"a":1}', state_1: '' });
    expect(savedState()).toBe('{"a":1}');
  });

  test('of many servers is several, each as small as Windows wants it, and no character is lost', () => {
    const folder = commandFiles();
    const json = JSON.stringify({ name: 'a🚀\u2028 b'.repeat(20_000) });
    saveState(json);
    const pieces = Object.values(stateOf(folder));
    expect(pieces.length).toBeGreaterThan(3);
    expect(Math.max(...pieces.map((text) => text.length))).toBeLessThan(32_767);
    expect(savedState()).toBe(json);
  });

  test('that has shrunk has nothing of what it was', () => {
    const folder = commandFiles();
    saveState('x'.repeat(100_000));
    saveState('y'.repeat(20_000));
    stateOf(folder);
    expect(savedState()).toBe('y'.repeat(20_000));
  });

  test('that is empty can be saved too, and without a file it is not', () => {
    const folder = commandFiles();
    expect(saveState('')).toBe(true);
    expect(stateOf(folder)).toEqual({ state: '' });
    vi.stubEnv('GITHUB_STATE', undefined);
    expect(saveState('{}')).toBe(false);
  });

  test('that was never saved is empty', () => {
    expect(savedState()).toBe('');
  });
});

describe('secrets', () => {
  test('are masked, and nothing is not', () => {
    expect(captured(() => mask('token-for-tests'))).toEqual(['::add-mask::token-for-tests']);
    expect(captured(() => mask(''))).toEqual([]);
  });
});

describe('a failure', () => {
  const before = process.exitCode;
  afterEach(() => {
    process.exitCode = before;
  });

  test('is the exit code of the process', () => {
    fail();
    expect(process.exitCode).toBe(1);
  });
});
