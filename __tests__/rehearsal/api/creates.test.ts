import { describe, expect, test } from 'vitest';
import { type ApiOptions, type Form, uuidOf } from '../../../rehearsal/api/api.ts';
import { minute, rehearse } from './calls.ts';

const server = uuidOf(12345);
const inList = 'POST /snapshots/';
const atServer = `POST /servers/${server}/snapshot/`;
const named = { body: { server_id: 12345, name: 'before' } };
const labelled = { body: { label: 'before [gha acme/shop run 1.1 00000000-11111111]' } };

describe('which of the two is there', () => {
  test.each<[Form, string, typeof named | typeof labelled, number]>([
    ['documented', inList, named, 201],
    ['documented', atServer, labelled, 404],
    ['documented', 'POST /servers/12345/snapshot/', labelled, 404],
    ['client', inList, named, 405],
    ['client', atServer, labelled, 201],
    ['client', 'POST /servers/12345/snapshot/', labelled, 404],
    ['both', inList, named, 201],
    ['both', atServer, labelled, 201],
    ['both', 'POST /servers/12345/snapshot/', labelled, 201],
  ])('%s, %s %j: %i', async (form, line, sent, status) => {
    const { api, call } = rehearse({ form });
    expect(await call(line, sent)).toMatchObject({ status });
    expect(api.snapshots()).toHaveLength(status === 201 ? 1 : 0);
  });

  const noPermission = { detail: 'You do not have permission to perform this action.' };

  test.each<[ApiOptions, string, number, object | undefined]>([
    [{ createInList: 'method' }, inList, 405, { detail: 'Method "POST" not allowed.' }],
    [{ createInList: 'refused' }, inList, 403, noPermission],
    [{ createInList: 'absent' }, inList, 404, undefined],
    [{ createInList: 'wrongField' }, inList, 400, { server_id: ['A valid integer is required.'] }],
    [{ createAtServer: 'method' }, atServer, 405, { detail: 'Method "POST" not allowed.' }],
    [{ createAtServer: 'refused' }, atServer, 403, noPermission],
    [{ createAtServer: 'absent' }, atServer, 404, undefined],
  ])('%o', async (options, line, status, json) => {
    const { api, call } = rehearse({ form: 'both', ...options });
    const answer = await call(line, line === inList ? named : labelled);
    expect(answer).toMatchObject({ status, json });
    expect(answer.headers['content-type']).toBe(json ? 'application/json' : 'text/html');
    expect(api.snapshots()).toEqual([]);
    expect(await call('GET /snapshots/')).toMatchObject({ status: 200 });
  });

  test('the client form can offer the first one too, by UUID', async () => {
    const { call } = rehearse({ form: 'client', createInList: 'offered' });
    const body = { server_id: server, name: 'before' };
    expect(await call(inList, { body })).toMatchObject({ status: 201, json: { label: 'before' } });
    expect(await call(inList, named)).toMatchObject({
      status: 400,
      json: { server_id: ['Must be a valid UUID.'] },
    });
  });

  test('the documented form can offer the second one too, by integer', async () => {
    const { call } = rehearse({ createAtServer: 'offered' });
    expect(await call('POST /servers/12345/snapshot/', labelled)).toMatchObject({ json: { id: 801 } });
  });
});

describe('POST /servers/{id}/snapshot/', () => {
  test('makes a snapshot with this label, which completes in time', async () => {
    const { api, call, results, pass } = rehearse({ form: 'client' });
    await call(atServer, labelled);
    const { label } = labelled.body;
    expect(await results('/snapshots/')).toMatchObject([{ label, status: 'in_progress', size_mb: null }]);
    pass(5 * minute);
    expect(await results('/snapshots/')).toMatchObject([{ label, status: 'completed', size_mb: 5120 }]);
    expect(api.snapshots()).toMatchObject([{ id: 801, name: label, description: '' }]);
  });

  test.each<[ApiOptions['createAnswer'] & string, number, object | undefined]>([
    ['snapshot', 201, { uuid: uuidOf(801), label: labelled.body.label, status: 'in_progress' }],
    ['id', 201, { uuid: uuidOf(801) }],
    ['empty', 201, undefined],
    ['message', 200, { status: 'success', message: 'Snapshot initiated.' }],
    ['accepted', 202, { status: 'success', message: 'Snapshot initiated.' }],
  ])('createAnswer: %s', async (createAnswer, status, json) => {
    const { api, call } = rehearse({ form: 'client', createAnswer });
    const answer = await call(atServer, labelled);
    expect(answer).toMatchObject({ status, json });
    if (createAnswer !== 'snapshot') expect(answer.json).toEqual(json);
    expect(api.snapshots()).toHaveLength(1);
  });

  test.each([undefined, {}])('makes up a label when it gets %o', async (body) => {
    const { call } = rehearse({ form: 'client' });
    const answer = await call(atServer, { body });
    expect(answer.json.label).toBe('web12345.example.com 2025-01-15T18:30');
  });

  test.each<[unknown, string]>([
    [7, 'Not a valid string.'],
    [['a'], 'Not a valid string.'],
    [null, 'This field may not be null.'],
    ['', 'This field may not be blank.'],
  ])('refuses the label %j', async (label, text) => {
    const { api, call } = rehearse({ form: 'client' });
    expect(await call(atServer, { body: { label } })).toMatchObject({ status: 400, json: { label: [text] } });
    expect(api.snapshots()).toEqual([]);
  });

  test('counts the slots and does not know what is not there', async () => {
    const { call } = rehearse({ form: 'client', limit: 1 });
    await call(atServer);
    expect(await call(atServer)).toMatchObject({
      status: 400,
      json: { detail: 'Invalid parameters or snapshot limit reached' },
    });
    expect(await call(`POST /servers/${uuidOf(2)}/snapshot/`)).toMatchObject({
      status: 404,
      json: { detail: 'No Server matches the given query.' },
    });
  });
});

describe('POST /snapshots/ by the framework', () => {
  test.each<[string, unknown, object]>([
    ['nothing', {}, { server_id: ['This field is required.'], name: ['This field is required.'] }],
    ['a word for a server', { server_id: 'web', name: 'a' }, { server_id: ['A valid integer is required.'] }],
    ['half a server', { server_id: 1.5, name: 'a' }, { server_id: ['A valid integer is required.'] }],
    [
      'a name with a space',
      { server_id: 12345, name: 'a b' },
      { name: ['Enter a valid “slug” consisting of letters, numbers, underscores or hyphens.'] },
    ],
    [
      'a number for a description',
      { ...named.body, description: 7 },
      { description: ['Not a valid string.'] },
    ],
    ['a list', [], { non_field_errors: ['Invalid data. Expected a dictionary.'] }],
    ['no JSON', '{', { detail: 'JSON parse error - Expecting value: line 1 column 1 (char 0)' }],
  ])('refuses %s', async (_, body, json) => {
    const { api, call } = rehearse({ form: 'both' });
    expect((await call(inList, { body })).json).toEqual(json);
    expect(api.snapshots()).toEqual([]);
  });

  test.each<[string, object]>([
    ['digits for a server', { ...named.body, server_id: '12345' }],
    ['a UUID for a server', { ...named.body, server_id: server }],
    ['an unknown field', { ...named.body, wait: true }],
  ])('takes %s', async (_, body) => {
    const { call } = rehearse({ form: 'both' });
    expect(await call(inList, { body })).toMatchObject({ status: 201 });
  });

  test('refuses a body that is not said to be JSON', async () => {
    const { call } = rehearse({ form: 'both' });
    expect(await call(inList, { ...named, headers: { 'content-type': 'text/plain' } })).toMatchObject({
      status: 415,
      json: { detail: 'Unsupported media type "text/plain" in request.' },
    });
  });
});

describe('texts', () => {
  const described = (description: string) => ({ body: { ...named.body, description } });

  test.each<[ApiOptions, string, object]>([
    [
      { longestText: 5 },
      'longer',
      { status: 400, json: { description: ['Ensure this field has no more than 5 characters.'] } },
    ],
    [{ longestText: 5 }, '🚀🚀🚀🚀🚀', { status: 201 }],
    [{ longestText: 5, longerText: 'cut' }, '🚀longer', { status: 201, json: { description: '🚀long' } }],
    [{ refusedText: /\[/ }, '[gha]', { status: 400, json: { description: ['Enter a valid value.'] } }],
    [{ refusedText: /\[/ }, 'gha', { status: 201 }],
    [{ breakingText: /\p{Emoji_Presentation}/u }, '🚀', { status: 500, json: undefined }],
    [{ breakingText: /\p{Emoji_Presentation}/u }, 'rocket', { status: 201 }],
  ])('%o: %s', async (options, text, expected) => {
    const { api, call } = rehearse({ form: 'both', ...options });
    const answer = await call(inList, described(text));
    expect(answer).toMatchObject(expected);
    expect(api.snapshots()).toHaveLength(answer.status === 201 ? 1 : 0);
  });

  test.each<[ApiOptions, object]>([
    [
      { longestText: 3, longerText: 'cut' },
      { status: 201, json: { label: 'bef' } },
    ],
    [{ longestText: 3 }, { status: 400, json: { label: [expect.stringContaining('no more than 3')] } }],
    [{ refusedText: /gha/ }, { status: 400, json: { label: ['Enter a valid value.'] } }],
    [{ breakingText: /gha/ }, { status: 500 }],
  ])('a label, %o', async (options, expected) => {
    const { call } = rehearse({ form: 'client', ...options });
    expect(await call(atServer, labelled)).toMatchObject(expected);
  });

  test('the documentation has one text for all', async () => {
    const { call } = rehearse({ longestText: 5 });
    expect(await call(inList, described('longer'))).toMatchObject({
      status: 400,
      json: { detail: 'Invalid parameters or snapshot limit reached' },
    });
  });
});

describe('createSizeMb', () => {
  test.each<[ApiOptions['createSizeMb'], number]>([
    [0, 0],
    [(id) => id, 12345],
  ])('%o', async (createSizeMb, size_mb) => {
    const { api, create, pass } = rehearse({ ...(createSizeMb !== undefined && { createSizeMb }) });
    await create();
    pass(5 * minute);
    expect(api.snapshots()).toMatchObject([{ status: 'completed', size_mb }]);
  });
});

test.each(['available', 'ready', 'done', 'finished'])(
  'a snapshot that is %s can be restored',
  async (status) => {
    const { api, create, call, pass } = rehearse({ createEndsAs: status });
    await create();
    pass(5 * minute);
    expect(api.snapshots()).toMatchObject([{ status, size_mb: 5120 }]);
    expect(await call('POST /snapshots/801/restore/')).toMatchObject({ status: 200 });
  },
);
