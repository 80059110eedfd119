import { describe, expect, test } from 'vitest';
import { type ApiOptions, type Effect, uuidOf } from '../../rehearsal/api/api.ts';
import { ApiError } from '../../src/vps/api-error.ts';
import { order as anyOrder, connected } from '../helpers/connected.ts';
import { errorOf } from '../helpers/errors.ts';
import { id } from '../helpers/ids.ts';

const uuid = uuidOf(12345);
const inList = 'POST /snapshots/';
const atServer = `POST /servers/${uuid}/snapshot/`;

/** An account whose servers have been listed. */
async function account(api: ApiOptions = {}) {
  const all = connected({ api });
  if (!api.serversForbidden) await all.clock.run(all.vps.listServers());
  const earlier = all.lines().length;
  const order = { ...anyOrder, serverId: id(all.api.shownId(12345)) };
  return {
    ...all,
    order,
    create: (serverId = order.serverId) => all.clock.run(all.vps.createSnapshot({ ...order, serverId })),
    lines: () => all.lines().slice(earlier),
    bodies: () => all.api.ledger.slice(earlier).map(({ body }) => body),
  };
}

const status = (code: number, json: unknown = { detail: `No, ${code}.` }): Effect => ({
  kind: 'status',
  status: code,
  json,
});

describe('which way is tried first', () => {
  test.each<[string, ApiOptions, string]>([
    ['an account of the documentation', {}, inList],
    ['one that shows both ids', { form: 'both' }, inList],
    ['one of the vendor’s clients', { form: 'client' }, atServer],
  ])('%s', async (_, api, expected) => {
    const { create, lines } = await account(api);
    expect(await create()).toMatchObject({ name: 'pre', status: 'in_progress' });
    expect(lines()).toEqual([`${expected} 201`]);
  });

  test.each<[string, ApiOptions, string, string]>([
    ['an integer', { serversForbidden: true }, '12345', inList],
    ['a UUID', { form: 'client', serversForbidden: true }, uuid, atServer],
  ])('where servers may not be listed, by the form of the id: %s', async (_, api, serverId, expected) => {
    const { create, lines } = await account(api);
    await create(id(serverId));
    expect(lines()).toEqual([`${expected} 201`]);
  });
});

describe('what is sent', () => {
  test('in the list: the number of the server, name and description', async () => {
    const { create, bodies, order } = await account();
    await create();
    expect(bodies()).toEqual([{ server_id: 12345, name: 'pre', description: order.description }]);
  });

  test('at the server: one text with the mark in it', async () => {
    const { create, bodies, order } = await account({ form: 'client' });
    await create();
    expect(bodies()).toEqual([{ label: order.label }]);
  });

  test('every digit of a long id', async () => {
    const { api, create, asked } = await account({ idOffset: 10n ** 18n });
    await create();
    expect(await asked.at(-1)?.text()).toContain('"server_id":1000000000000012345,');
    expect(api.snapshots()).toHaveLength(1);
  });
});

describe('the other way is taken', () => {
  test.each<[string, ApiOptions, string, string]>([
    ['405', { form: 'both', createInList: 'method' }, `${inList} 405`, `${atServer} 201`],
    ['404 for a listed server', { form: 'both', createInList: 'absent' }, `${inList} 404`, `${atServer} 201`],
    [
      '400 naming server_id',
      { form: 'both', createInList: 'wrongField' },
      `${inList} 400`,
      `${atServer} 201`,
    ],
    [
      '405 at the server',
      { form: 'client', createAtServer: 'method', createInList: 'offered' },
      `${atServer} 405`,
      `${inList} 201`,
    ],
    [
      '404 at the server',
      { form: 'client', createAtServer: 'absent', createInList: 'offered' },
      `${atServer} 404`,
      `${inList} 201`,
    ],
    [
      '403 where all ids are UUIDs',
      { form: 'client', createAtServer: 'refused', createInList: 'offered' },
      `${atServer} 403`,
      `${inList} 201`,
    ],
  ])('after %s, for the rest of the step', async (_, api, refused, accepted) => {
    const { api: fake, create, lines } = await account(api);
    expect(await create()).toMatchObject({ name: 'pre' });
    expect(lines()).toEqual([refused, accepted]);
    await create(id(fake.shownId(7)));
    expect(lines().slice(2)).toEqual([accepted.replace(uuid, uuidOf(7))]);
    expect(fake.snapshots()).toHaveLength(2);
  });

  test('after a page of HTML with 404 too', async () => {
    const { api, create, lines } = await account({ form: 'both' });
    api.fail({ when: { path: '/snapshots/' }, do: { kind: 'html', status: 404 } });
    await create();
    expect(lines()).toEqual([`${inList} 404`, `${atServer} 201`]);
  });

  test('and its refusal is the one that counts, when it is about something else', async () => {
    const { create, lines } = await account({ form: 'both', createInList: 'method', limit: 0 });
    const error = await errorOf(create());
    expect(error).toMatchObject({ status: 400, endpoint: atServer, fate: 'refused' });
    expect((error as ApiError).message).not.toContain('405');
    expect(lines().slice(0, 2)).toEqual([`${inList} 405`, `${atServer} 400`]);
    await errorOf(create());
    expect(lines().at(-1)).toBe(`${atServer} 400`);
    expect(lines().filter((line) => line.startsWith(inList))).toHaveLength(1);
  });

  test('by the other id of the server after a 404', async () => {
    const { api, create, lines } = await account({ form: 'both', createInList: 'method' });
    api.fail({ when: { path: `/servers/${uuid}/snapshot/` }, times: 9, do: { kind: 'html', status: 404 } });
    expect(await create()).toMatchObject({ name: 'pre' });
    expect(lines()).toEqual([`${inList} 405`, `${atServer} 404`, 'POST /servers/12345/snapshot/ 201']);
  });
});

describe('the other way is not taken', () => {
  test.each<[string, ApiOptions, Effect, number]>([
    ['400 about something else', { form: 'both' }, status(400, { name: ['Too long.'] }), 400],
    ['401', { form: 'both' }, status(401), 401],
    ['403 where integers are shown', { form: 'both' }, status(403), 403],
    ['409', { form: 'both' }, status(409), 409],
    ['500, which may have worked', { form: 'both' }, status(500), 500],
  ])('after %s', async (_, api, effect, code) => {
    const { api: fake, create, lines } = await account(api);
    fake.fail({ when: { method: 'POST' }, do: effect });
    expect(await errorOf(create())).toMatchObject({ status: code });
    expect(lines()).toEqual([`${inList} ${code}`]);
  });

  test('after a 404 for a server that no list shows', async () => {
    const { create, lines } = await account({ form: 'both' });
    expect(await errorOf(create(id(999)))).toMatchObject({ status: 404 });
    expect(lines()).toEqual([`${inList} 404`]);
  });

  test('after a lost answer', async () => {
    const { api, create, lines } = await account({ form: 'both' });
    api.fail({ when: { method: 'POST' }, do: { kind: 'reset', processed: true } });
    expect(await errorOf(create())).toMatchObject({ fate: 'unknown' });
    expect(lines()).toEqual([`${inList} reset`]);
  });

  test('once one of them worked, whatever it answers later', async () => {
    const { api, create, lines } = await account({ form: 'both', createInList: 'method' });
    await create();
    api.fail({ when: { path: /snapshot\/$/ }, do: status(405) });
    expect(await errorOf(create())).toMatchObject({ status: 405 });
    expect(lines()).toEqual([`${inList} 405`, `${atServer} 201`, `${atServer} 405`]);
  });
});

describe('both ways refuse', () => {
  test.each<[string, ApiOptions, RegExp]>([
    [
      'neither is there',
      { form: 'both', createInList: 'method', createAtServer: 'method' },
      /answered 405 to POST \/snapshots\/: .*not allowed.*; and 405 to POST \/servers\/[0-9a-f-]+\/snapshot\/: .*not allowed/,
    ],
    [
      'one is not there, the other is not permitted',
      { form: 'both', createInList: 'method', createAtServer: 'refused' },
      /answered 405 to POST \/snapshots\/: .*not allowed.*; and 403 to POST \/servers\/[0-9a-f-]+\/snapshot\/: .*permission/,
    ],
    [
      'neither is permitted',
      { form: 'client', createInList: 'refused', createAtServer: 'refused' },
      /answered 403 to POST \/servers\/[0-9a-f-]+\/snapshot\/: .*permission.*; and 403 to POST \/snapshots\/: .*permission/,
    ],
  ])('%s: both answers are shown', async (_, api, message) => {
    const { api: fake, create } = await account(api);
    const error = await errorOf(create());
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({ message: expect.stringMatching(message), fate: 'refused' });
    expect(fake.snapshots()).toEqual([]);
  });
});

describe('a marked label that is refused', () => {
  test('is asked for once more as the generated name alone', async () => {
    const { create, bodies, order, lines } = await account({ form: 'client', refusedText: /\[/ });
    expect(await create()).toMatchObject({ name: order.generatedName, description: order.generatedName });
    expect(lines()).toEqual([`${atServer} 400`, `${atServer} 201`]);
    expect(bodies()).toEqual([{ label: order.label }, { label: order.generatedName }]);
  });

  test('and that too: the API’s words', async () => {
    const { create, lines } = await account({ form: 'client', refusedText: /./ });
    expect(await errorOf(create())).toMatchObject({
      status: 400,
      message: expect.stringContaining('label: Enter a valid value.'),
    });
    expect(lines()).toEqual([`${atServer} 400`, `${atServer} 400`]);
  });

  test('the answer to the second is lost: that is not certain', async () => {
    const { api, create } = await account({ form: 'client', refusedText: /\[/ });
    api.fail({ when: { method: 'POST' }, after: 1, do: { kind: 'reset', processed: true } });
    expect(await errorOf(create())).toMatchObject({ fate: 'unknown' });
  });
});

describe('the answer', () => {
  const known = { server: { id: id(uuid) } };

  test.each<[NonNullable<ApiOptions['createAnswer']>, object | undefined]>([
    ['snapshot', { ...known, id: uuidOf(801), name: 'pre', status: 'in_progress' }],
    ['id', { ...known, id: uuidOf(801), name: '', status: 'unknown' }],
    ['message', undefined],
    ['empty', undefined],
    ['accepted', undefined],
  ])('%s', async (createAnswer, expected) => {
    const { api, create, lines } = await account({ form: 'client', createAnswer });
    const made = await create();
    if (expected) expect(made).toMatchObject(expected);
    else expect(made).toBeUndefined();
    expect(api.snapshots()).toHaveLength(1);
    expect(lines()).toHaveLength(1);
  });

  test.each<[string, unknown, object | undefined]>([
    [
      'with the snapshot inside',
      { status: 'success', snapshot: { id: 5, name: 'x' } },
      { id: id(5), name: 'x' },
    ],
    ['with both ids', { id: 5, uuid: uuidOf(5) }, { id: id(5) }],
    ['with an id that is none', { id: 'task-7' }, undefined],
    ['that is a list', [{ id: 5 }], undefined],
    ['that is null', null, undefined],
    ['that is a number', 5, undefined],
  ])('%s', async (_, json, expected) => {
    const { api, create } = await account();
    api.fail({ when: { method: 'POST' }, do: { kind: 'status', status: 202, json } });
    const made = await create();
    if (expected) expect(made).toMatchObject({ server: { id: id(12345) }, ...expected });
    else expect(made).toBeUndefined();
  });
});
