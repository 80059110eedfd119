import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultApiUrl, modes } from '../../src/inputs/common.ts';
import { idleInputs, readInputs } from '../../src/inputs/inputs.ts';
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

const uuid = '0f8c2a1e-5b6d-4c3a-9e8f-0123456789ab';

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
        stopServer: false,
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
        stopServer: false,
        atLimit: 'delete_oldest',
        policies: { ...policies, success: { restore: false, delete: true } },
        report: { summary: false, comment: true, status: true },
        githubToken: 'token-of-github',
      },
    ],
    [
      'create of ids of both forms, with a stop',
      {
        server_id: `9007199254740993 12345678901234567890 ${uuid.toUpperCase()}\n${uuid}`,
        stop_server: 'true',
      },
      {
        mode: 'create',
        servers: ids('9007199254740993', '12345678901234567890', uuid),
        name: undefined,
        description: undefined,
        wait: true,
        stopServer: true,
        atLimit: 'fail',
        policies,
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

  test.each([
    ['Bearer   vps_1', 'vps_1'],
    ['bearer vps_1', 'vps_1'],
    ['vps_bearer', 'vps_bearer'],
  ])('the token %j is %s', (api_token, expected) => {
    expect(readFor('list', { api_token }).apiToken).toBe(expected);
  });

  test('a name with words around it, and a description with quotes, are as they were written', () => {
    const described = readFor('create', { description: ' "before" ' });
    expect(described).toMatchObject({ description: expect.stringContaining('"before"') });
  });

  test('keep_within alone is a policy too', () => {
    expect(read({ mode: 'prune', server_id: '1', keep_within: '7d' })).toMatchObject({
      retention: { keepLast: undefined, keepWithinMs: 604_800_000 },
    });
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
    ['api_token', { api_token: '', server_id: '1' }, /is empty/, /in runs from forks and of Dependabot/],
    ['api_token', { api_token: '', server_id: '1' }, /is empty/, /without secrets: inherit/],
    ['api_token', { api_token: 'Bearer ', server_id: '1' }, /is empty/, /another name/],
    ['api_url', { api_url: 'admin.vps.org', server_id: '1' }, /api_url/, /https/],
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
    ['server_id', { server_id: 'web' }, /"web"/, /address of the server’s page at VPS\.org/],
    ['snapshot_id', { mode: 'delete', snapshot_id: 'pre' }, /"pre"/, /output snapshot_id of the step/],
    ['snapshot_id', { snapshot_id: '801', server_id: '1' }, /mode: create \(the default\)/, /Set mode to/],
    [
      'snapshot_id',
      { mode: 'create', snapshot_id: '801', server_id: '1' },
      /mode: create cannot/,
      /Set mode/,
    ],
    ['server_id', { server_id: '0' }, /"0"/, /positive whole numbers/],
    ['server_id', { server_id: '-1' }, /"-1"/, /positive whole numbers/],
    ['server_id', { server_id: '1.5' }, /"1.5"/, /positive whole numbers/],
    ['server_id', { server_id: '1e3' }, /"1e3"/, /positive whole numbers/],
    ['server_id', { server_id: '0x10' }, /"0x10"/, /positive whole numbers/],
    ['server_id', { server_id: '007' }, /"007"/, /positive whole numbers/],
    ['server_id', { server_id: uuid.slice(0, -1) }, /"0f8c2a1e-/, /UUIDs/],
    ['server_id', { server_id: uuid.replaceAll('-', '') }, /"0f8c2a1e5b6d/, /UUIDs/],
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
    [
      'stop_server',
      { server_id: '1', stop_server: 'true', wait: 'false' },
      /contradict/,
      /Leave wait at true/,
    ],
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

/** By the contract: which modes can honour an input; the others refuse it, or warn where no harm can come of it. */
const belongings: [input: string, given: string, modes: string[], isGrave: boolean][] = [
  ['snapshot_id', '801', ['wait', 'restore', 'delete'], true],
  ['wait', 'false', ['create', 'restore'], true],
  ['stop_server', 'true', ['create'], true],
  ['at_limit', 'delete_oldest', ['create'], true],
  ['keep_last', '3', ['prune'], true],
  ['keep_within', '7d', ['prune'], true],
  ['max_age', '7d', ['restore'], true],
  ['force', 'true', ['create', 'wait', 'restore'], true],
  ['on_success', 'delete', ['create', 'wait'], true],
  ['on_failure', 'restore', ['create', 'wait'], true],
  ['on_cancelled', 'restore', ['create', 'wait'], true],
  ['name', 'nightly', ['create', 'restore', 'delete'], false],
  ['description', 'text', ['create'], false],
  ['ready_url', 'https://web.example.com/up', ['create', 'wait', 'restore'], false],
];

describe('what a mode cannot honour', () => {
  const cases = belongings.flatMap(([input, value, belong, isGrave]) =>
    modes.filter((mode) => !belong.includes(mode)).map((mode) => ({ input, value, belong, isGrave, mode })),
  );
  const given = (mode: string, input: string, value: string): Given => ({
    mode,
    ...least[mode],
    [input]: value,
  });

  test.each(cases.filter(({ isGrave }) => isGrave))(
    '$mode refuses $input: $value and names the modes it belongs to',
    ({ input, value, belong, mode }) => {
      const error = refusal(given(mode, input, value));
      expect(error.title).toBe(`Input ${input}`);
      expect(error.message).toContain(`is "${value}"`);
      for (const one of belong) expect(error.message).toContain(`mode: ${one}`);
      expect(error.next).toContain(`(${belong.join(', ')})`);
    },
  );

  test.each(cases.filter(({ isGrave }) => !isGrave))(
    '$mode warns of $input: $value',
    ({ input, value, mode }) => {
      const inputs = given(mode, input, value);
      expect(read(inputs)).toEqual(readFor(mode));
      expect(idleInputs((name) => ({ api_token: token, ...inputs })[name] ?? '')).toEqual([
        expect.stringContaining(`Input ${input} is "${value}"`),
      ]);
    },
  );

  test.each(belongings)('%s: %s is read where it belongs', (input, value, belong) => {
    for (const mode of belong) {
      const by = mode === 'restore' || mode === 'delete' ? { snapshot_id: '', server_id: '1' } : {};
      const inputs: Given = {
        ...given(mode, input, value),
        ...(input === 'name' && by),
        job_status: 'success',
      };
      expect(() => read(inputs)).not.toThrow();
      expect(idleInputs((name) => ({ api_token: token, ...inputs })[name] ?? '')).toEqual([]);
    }
  });

  test.each(modes)('%s takes every default for not set', (mode) => {
    const defaults: Given = {
      ...{ wait: 'true', stop_server: 'false', at_limit: 'fail', force: 'False' },
      ...{ on_success: 'keep', on_failure: 'keep', on_cancelled: 'keep' },
    };
    expect(readFor(mode, defaults)).toEqual(readFor(mode));
  });

  test('a forgotten mode beside a snapshot_id takes no snapshot', () => {
    const error = refusal({ server_id: '1', snapshot_id: '801' });
    expect(error.title).toBe('Input snapshot_id');
    expect(error.message).toContain('mode: create (the default)');
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
