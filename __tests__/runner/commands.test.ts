import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { createCommandFiles, readCommandFiles } from '../../rehearsal/runner/command-files.ts';
import { fail, input, mask, setOutputs, writeSummary } from '../../src/runner/commands.ts';
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

  test('a file that cannot be written is a warning', () => {
    vi.stubEnv('GITHUB_STEP_SUMMARY', join(temporaryFolder(), 'no', 'such', 'folder'));
    expect(captured(() => writeSummary('x'))).toEqual([
      expect.stringMatching(/^::warning::GITHUB_STEP_SUMMARY could not be written: ENOENT/),
    ]);
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
