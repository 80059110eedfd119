import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultApiUrl, modes } from '../../src/inputs/common.ts';
import { readInputs } from '../../src/inputs/inputs.ts';
import { refusalOf } from '../helpers/errors.ts';
import { ids } from '../helpers/ids.ts';

type Given = Record<string, string>;

const token = 'token-for-tests';
/** What each mode needs and no more. */
const least: Record<string, Given> = {
  create: { server_id: '12345' },
  wait: { snapshot_id: '801' },
  restore: { snapshot_id: '801' },
  delete: { snapshot_id: '801' },
  list: {},
  prune: { server_id: '12345', keep_last: '3' },
};

function read(given: Given) {
  return readInputs((name) => ({ api_token: token, ...given })[name] ?? '');
}

function readFor(mode: string, given: Given = {}) {
  return read({ mode, ...least[mode], ...given });
}

const refusal = (given: Given) => refusalOf(() => read(given));

describe('what is read', () => {
  const common = {
    apiToken: token,
    apiUrl: defaultApiUrl,
    timeoutMs: 3_600_000,
    pollIntervalMs: undefined,
    dryRun: false,
    report: { summary: true, comment: false, status: false },
    githubToken: '',
  };
  const keep = { restore: false, delete: false };
  const policies = { success: keep, failure: keep, cancelled: keep };
  const byId = { by: 'id', ids: ids(801), servers: [] };

  test.each<[string, Given, object]>([
    [
      'create with defaults, which is the default mode',
      { server_id: '12345' },
      {
        mode: 'create',
        servers: ids(12345),
        name: undefined,
        description: undefined,
        wait: true,
        atLimit: 'fail',
        policies,
      },
    ],
    [
      'create with everything',
      {
        mode: 'create',
        server_id: '1, 2',
        name: 'pre_deploy-1',
        description: 'Before it',
        wait: 'false',
        at_limit: 'delete_oldest',
        on_success: 'delete',
        report: 'comment,status',
        github_token: 'token-of-github',
        job_status: 'success',
      },
      {
        mode: 'create',
        servers: ids(1, 2),
        name: 'pre_deploy-1',
        description: 'Before it',
        wait: false,
        atLimit: 'delete_oldest',
        policies: { ...policies, success: { restore: false, delete: true } },
        report: { summary: false, comment: true, status: true },
        githubToken: 'token-of-github',
      },
    ],
    ['wait', { mode: 'wait', snapshot_id: '801' }, { mode: 'wait', selection: byId, policies }],
    [
      'wait with a check of the server',
      { mode: 'wait', snapshot_id: '801,802', server_id: '12345' },
      { mode: 'wait', selection: { by: 'id', ids: ids(801, 802), servers: ids(12345) }, policies },
    ],
    [
      'wait that guards',
      { mode: 'wait', snapshot_id: '801', on_failure: 'restore, delete', job_status: 'success' },
      { mode: 'wait', selection: byId, policies: { ...policies, failure: { restore: true, delete: true } } },
    ],
    [
      'restore with defaults',
      { mode: 'restore', snapshot_id: '801' },
      {
        mode: 'restore',
        selection: byId,
        wait: true,
        maxAgeMs: undefined,
        readyUrl: undefined,
        force: false,
      },
    ],
    [
      'restore with everything',
      {
        mode: 'restore',
        snapshot_id: 'latest',
        server_id: '12345',
        wait: 'False',
        max_age: '12h',
        ready_url: 'http://web.example.com/up?deep=1',
        force: 'TRUE',
      },
      {
        mode: 'restore',
        selection: { by: 'latest', servers: ids(12345) },
        wait: false,
        maxAgeMs: 43_200_000,
        readyUrl: 'http://web.example.com/up?deep=1',
        force: true,
      },
    ],
    [
      'restore by name',
      { mode: 'restore', name: 'nightly', server_id: '1 2' },
      {
        mode: 'restore',
        selection: { by: 'name', name: 'nightly', servers: ids(1, 2) },
        wait: true,
        maxAgeMs: undefined,
        readyUrl: undefined,
        force: false,
      },
    ],
    ['delete by id', { mode: 'delete', snapshot_id: '801' }, { mode: 'delete', selection: byId }],
    [
      'delete by name',
      { mode: 'delete', name: 'nightly', server_id: '7' },
      { mode: 'delete', selection: { by: 'name', name: 'nightly', servers: ids(7) } },
    ],
    ['list of all servers', { mode: 'list' }, { mode: 'list', servers: [] }],
    ['list of some', { mode: 'list', server_id: '7\n8' }, { mode: 'list', servers: ids(7, 8) }],
    [
      'prune by number',
      { mode: 'prune', server_id: '7', keep_last: '3' },
      { mode: 'prune', servers: ids(7), retention: { keepLast: 3, keepWithinMs: undefined } },
    ],
    [
      'prune by number and age',
      { mode: 'prune', server_id: '7 8', keep_last: '1', keep_within: '7d' },
      { mode: 'prune', servers: ids(7, 8), retention: { keepLast: 1, keepWithinMs: 604_800_000 } },
    ],
  ])('%s', (_, given, expected) => {
    expect(read(given)).toEqual({ ...common, ...expected });
  });

  test('times are obeyed exactly, however small or large', () => {
    const inputs = readFor('list', { timeout_minutes: '0.001', poll_interval_seconds: '0.25' });
    expect([inputs.timeoutMs, inputs.pollIntervalMs]).toEqual([60, 250]);
    expect(readFor('list', { timeout_minutes: '100000' }).timeoutMs).toBe(6_000_000_000);
  });

  test('dry_run is for every mode', () => {
    for (const mode of modes) expect(readFor(mode, { dry_run: 'true' }).dryRun).toBe(true);
  });
});

describe('what is refused', () => {
  test.each<[input: string, given: Given, message: RegExp, next: RegExp]>([
    ['mode', { mode: 'snapshot' }, /"snapshot"/, /create, wait, restore, delete, list, prune/],
    ['mode', { mode: 'Create' }, /"Create"/, /create/],
    ['api_token', { api_token: '', server_id: '1' }, /is empty/, /not passed to runs from forks/],
    ['api_token', { api_token: 'two words', server_id: '1' }, /no token has/, /again/],
    ['api_token', { api_token: 'line\nbreak', server_id: '1' }, /no token has/, /without line breaks/],
    ['api_token', { api_token: 'tökén', server_id: '1' }, /no token has/, /again/],
    ['server_id', {}, /empty, and create needs it/, /id of the server/],
    ['server_id', { server_id: ' , ,\n' }, /empty, and create needs it/, /id of the server/],
    ['server_id', { mode: 'restore', snapshot_id: 'latest' }, /snapshot_id: latest needs it/, /server/],
    ['server_id', { mode: 'restore', name: 'nightly' }, /restore by name needs it/, /server/],
    ['server_id', { mode: 'delete', name: 'nightly' }, /delete by name needs it/, /server/],
    ['server_id', { server_id: 'web-1' }, /"web-1"/, /positive whole numbers/],
    ['server_id', { server_id: '1, 2, x' }, /"x"/, /positive whole numbers/],
    ['server_id', { server_id: '0' }, /"0"/, /positive whole numbers/],
    ['server_id', { server_id: '-1' }, /"-1"/, /positive whole numbers/],
    ['server_id', { server_id: '1.5' }, /"1.5"/, /positive whole numbers/],
    ['server_id', { server_id: '1e3' }, /"1e3"/, /positive whole numbers/],
    ['server_id', { server_id: '0x10' }, /"0x10"/, /positive whole numbers/],
    ['server_id', { server_id: '007' }, /"007"/, /positive whole numbers/],
    ['server_id', { server_id: '9007199254740992' }, /"9007199254740992"/, /positive whole numbers/],
    ['server_id', { mode: 'list', server_id: 'all' }, /"all"/, /positive whole numbers/],
    ['name', { server_id: '1', name: 'pre deploy' }, /"pre deploy"/, /letters, digits/],
    ['name', { server_id: '1', name: 'größer' }, /"größer"/, /letters, digits/],
    ['name', { mode: 'delete', server_id: '1', name: 'gha-*' }, /"gha-\*"/, /letters, digits/],
    ['snapshot_id', { mode: 'wait' }, /empty, and mode: wait/, /Empty never means "all"/],
    ['snapshot_id', { mode: 'restore' }, /empty, and mode: restore/, /Empty never means "all"/],
    ['snapshot_id', { mode: 'delete' }, /empty, and mode: delete/, /Empty never means "all"/],
    ['snapshot_id', { mode: 'delete', snapshot_id: ',' }, /empty, and mode: delete/, /never means "all"/],
    ['snapshot_id', { mode: 'delete', snapshot_id: 'latest' }, /"latest", which mode: delete/, /by its id/],
    ['snapshot_id', { mode: 'wait', snapshot_id: 'latest' }, /"latest", which mode: wait/, /by its id/],
    ['snapshot_id', { mode: 'restore', snapshot_id: 'Latest' }, /"Latest"/, /positive whole numbers/],
    ['snapshot_id', { mode: 'restore', snapshot_id: 'latest 801' }, /"latest"/, /positive whole/],
    ['snapshot_id', { mode: 'delete', snapshot_id: '801', name: 'a' }, /snapshot_id and name/, /only one/],
    ['snapshot_id', { mode: 'restore', snapshot_id: '801', name: 'a' }, /snapshot_id and name/, /only one/],
    [
      'snapshot_id',
      { mode: 'restore', snapshot_id: 'latest', name: 'a', server_id: '1' },
      /snapshot_id and name/,
      /only one/,
    ],
    ['max_age', { mode: 'restore', snapshot_id: '8', max_age: '1h30m' }, /"1h30m"/, /30m, 12h, 7d or 2w/],
    ['at_limit', { server_id: '1', at_limit: 'delete' }, /"delete"/, /fail, delete_oldest/],
    ['report', { mode: 'list', report: 'mail' }, /"mail"/, /summary, comment, status; or none alone/],
    ['report', { mode: 'list', report: 'none,status' }, /"none,status"/, /none alone/],
    ['server_id', { mode: 'prune', keep_last: '3' }, /empty, and prune needs it/, /id of the server/],
    ['keep_last', { mode: 'prune', server_id: '1' }, /what to keep/, /keep_last .* keep_within/],
    ['keep_last', { mode: 'prune', server_id: '1', keep_last: '0' }, /"0"/, /positive whole number/],
    ['keep_within', { mode: 'prune', server_id: '1', keep_within: '7 days' }, /"7 days"/, /30m, 12h/],
    ['ready_url', { mode: 'restore', snapshot_id: '8', ready_url: 'web' }, /"web"/, /a URL such as/],
    ['ready_url', { mode: 'restore', snapshot_id: '8', ready_url: 'ftp://x/' }, /"ftp/, /http or https/],
  ])('%s of %j', (input, given, message, next) => {
    const error = refusal(given);
    expect(error.title).toBe(`Input ${input}`);
    expect(error.message).toMatch(message);
    expect(error.message).toContain(input);
    expect(error.next).toMatch(next);
  });

  test.each([
    ...[
      '0',
      '0.0',
      '-1',
      '1e3',
      'Infinity',
      'NaN',
      '0x10',
      '1,5',
      '.5',
      '5.',
      '+1',
      '1_000',
      '9'.repeat(400),
    ].map((value) => ['a positive number', value, ['timeout_minutes', 'poll_interval_seconds']] as const),
    ...['yes', 'no', '1', '0', 'on', 'tRUE', 'true,false'].map(
      (value) => ['true or false', value, ['wait', 'force', 'dry_run']] as const,
    ),
  ])('%s: %s', (allowed, value, inputs) => {
    for (const input of inputs) {
      const error = refusal({ mode: 'restore', snapshot_id: '801', [input]: value });
      expect(error.title).toBe(`Input ${input}`);
      expect(error.message).toContain(value.slice(0, 40));
      expect(error.next).toContain(allowed);
    }
  });

  test.each(['hunter two', 'hunter-twö', 'hunter\ntwo'])('the token is never part of the text: %j', (bad) => {
    const { title, message, next } = refusal({ api_token: bad, server_id: '1' });
    expect(title + message + next).not.toMatch(/hunter|tw[oö]/);
  });

  test('a value is told as one harmless line', () => {
    const { message } = refusal({ server_id: '1', name: 'x\r\n::error::y##[z]' });
    expect(message).not.toMatch(/[\r\n]|##\[/);
  });

  test('the mode is looked at before anything else, the token next', () => {
    expect(refusal({ mode: 'x', api_token: '', server_id: '' }).title).toBe('Input mode');
    expect(refusal({ api_token: '', server_id: '' }).title).toBe('Input api_token');
  });
});

describe('what a mode does not use is ignored', () => {
  test.each<[string, Given]>([
    ['list', { snapshot_id: 'x', name: '!', wait: 'perhaps', force: 'x', max_age: 'x', ready_url: 'x' }],
    ['wait', { name: '!', wait: 'perhaps', force: 'x', max_age: 'x', ready_url: 'x', description: 'x' }],
    ['delete', { wait: 'perhaps', force: 'x', max_age: 'x', ready_url: 'x', description: 'x' }],
    ['create', { snapshot_id: 'x', force: 'x', max_age: 'x', ready_url: 'x' }],
    ['restore', { description: 'x', at_limit: 'x', keep_last: 'x' }],
    ['prune', { snapshot_id: 'x', name: '!', wait: 'perhaps', force: 'x', at_limit: 'x', job_status: 'x' }],
  ])('%s', (mode, unused) => {
    expect(readFor(mode, unused)).toEqual(readFor(mode));
  });
});

test('any ids in any separators are read as themselves, once each', () => {
  const separator = fc.stringMatching(/^[\s,]*[,\s][\s,]*$/);
  const id = fc.oneof(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }));
  fc.assert(
    fc.property(fc.array(fc.tuple(id, separator), { minLength: 1 }), (list) => {
      const text = list.flat().join('');
      const inputs = read({ mode: 'list', server_id: text });
      expect(inputs).toMatchObject({ servers: ids(...new Set(list.map(([number]) => number))) });
    }),
  );
});
