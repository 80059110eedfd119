import { describe, expect, test } from 'vitest';
import { Api, uuidOf } from '../../rehearsal/api/api.ts';
import { ApiError } from '../../src/vps/api-error.ts';
import { connected } from '../helpers/connected.ts';
import { errorOf } from '../helpers/errors.ts';
import { id } from '../helpers/ids.ts';

/** An account whose objects show both ids, with the snapshots 801 and 802. */
async function listed() {
  const all = connected({ api: { form: 'both' } });
  for (const snapshot of [801, 802]) all.api.addSnapshot({ server: 12345, id: snapshot });
  await all.clock.run(all.vps.listServers());
  await all.clock.run(all.vps.listSnapshots());
  const earlier = all.lines().length;
  return { ...all, lines: () => all.lines().slice(earlier) };
}

const notFound = { kind: 'status', status: 404, json: { detail: 'Not found.' } } as const;
const byInteger = /^\/(servers|snapshots)\/\d{1,6}\//;
const byUuid = /^\/(servers|snapshots)\/[0-9a-f]{8}-/;

describe('an object that shows both ids', () => {
  test('a snapshot goes by its integer, a server by its UUID', async () => {
    const { clock, vps, lines } = await listed();
    await clock.run(vps.restoreSnapshot(id(801)));
    await clock.run(vps.deleteSnapshot(id(802)));
    await clock.run(vps.power(id(7), 'stop'));
    expect(lines()).toEqual([
      'POST /snapshots/801/restore/ 200',
      'DELETE /snapshots/802/ 204',
      `POST /servers/${uuidOf(7)}/power/ 200`,
    ]);
  });

  test('is asked for by the other one after a 404, which is remembered', async () => {
    const { api, clock, vps, lines } = await listed();
    api.fail({ when: { path: byInteger }, times: 9, do: notFound });
    expect(await clock.run(vps.deleteSnapshot(id(801)))).toBe('deleted');
    expect(await clock.run(vps.deleteSnapshot(id(802)))).toBe('deleted');
    expect(lines()).toEqual([
      'DELETE /snapshots/801/ 404',
      `DELETE /snapshots/${uuidOf(801)}/ 204`,
      `DELETE /snapshots/${uuidOf(802)}/ 204`,
    ]);
  });

  test('is asked for by the other one when its path answers the first with a web page for ever', async () => {
    const { api, clock, vps, lines } = await listed();
    const page = { kind: 'html', status: 404 } as const;
    api.fail({ when: { path: byInteger }, times: Number.POSITIVE_INFINITY, do: page });
    expect(await clock.run(vps.deleteSnapshot(id(801)))).toBe('deleted');
    expect(await clock.run(vps.deleteSnapshot(id(802)))).toBe('deleted');
    expect(lines().slice(-2)).toEqual([
      `DELETE /snapshots/${uuidOf(801)}/ 204`,
      `DELETE /snapshots/${uuidOf(802)}/ 204`,
    ]);
    expect(clock.now()).toBeLessThan(25_000);
  });

  test('and so is a server, and a restore', async () => {
    const { api, clock, vps, lines } = await listed();
    api.fail({ when: { path: /power/ }, do: { kind: 'html', status: 404 } });
    api.fail({ when: { path: /restore/ }, do: { kind: 'html', status: 404 } });
    await clock.run(vps.power(id(7), 'stop'));
    await clock.run(vps.restoreSnapshot(id(801)));
    expect(lines()).toEqual([
      `POST /servers/${uuidOf(7)}/power/ 404`,
      'POST /servers/7/power/ 200',
      'POST /snapshots/801/restore/ 404',
      `POST /snapshots/${uuidOf(801)}/restore/ 200`,
    ]);
  });

  test('and so is a deletion, when the path gives a page again and again', async () => {
    const { api, clock, vps, lines } = await listed();
    api.fail({ when: { path: byInteger }, times: 99, do: { kind: 'html', status: 404 } });
    expect(await clock.run(vps.deleteSnapshot(id(801)))).toBe('deleted');
    expect(lines().at(-1)).toBe(`DELETE /snapshots/${uuidOf(801)}/ 204`);
  });

  test('that is found by neither is not found, and teaches nothing', async () => {
    const { api, clock, vps, lines } = await listed();
    api.removeSnapshot(801);
    expect(await clock.run(vps.deleteSnapshot(id(801)))).toBe('absent');
    expect(await clock.run(vps.deleteSnapshot(id(802)))).toBe('deleted');
    expect(lines()).toEqual([
      'DELETE /snapshots/801/ 404',
      `DELETE /snapshots/${uuidOf(801)}/ 404`,
      'DELETE /snapshots/802/ 204',
    ]);
  });

  test('a restore that is found by neither is an error', async () => {
    const { api, clock, vps } = await listed();
    api.fail({ when: { path: byInteger }, do: notFound });
    api.fail({ when: { path: byUuid }, do: notFound });
    const error = await errorOf(clock.run(vps.restoreSnapshot(id(801))));
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({ status: 404, fate: 'refused' });
  });

  test.each([400, 403, 405, 409, 500])('is not asked for by the other one after %i', async (status) => {
    const { api, clock, vps, lines } = await listed();
    api.fail({ when: { method: 'POST' }, do: { kind: 'status', status } });
    expect(await errorOf(clock.run(vps.restoreSnapshot(id(801))))).toMatchObject({ status });
    expect(lines()).toEqual([`POST /snapshots/801/restore/ ${status}`]);
  });

  test('a deletion whose answer was lost and that is gone then was carried out', async () => {
    const { api, clock, vps, lines } = await listed();
    api.fail({ when: { method: 'DELETE' }, do: { kind: 'reset', processed: true } });
    expect(await clock.run(vps.deleteSnapshot(id(801)))).toBe('deleted');
    expect(lines()).toEqual(['DELETE /snapshots/801/ reset', 'DELETE /snapshots/801/ 404']);
  });
});

describe('an object that shows one id', () => {
  test.each([
    ['documented', (number: number) => String(number)],
    ['client', uuidOf],
  ] as const)('goes by it and by no other: %s', async (form, shown) => {
    const { api, clock, vps, lines } = connected({ api: { form } });
    api.addSnapshot({ server: 12345, id: 801 });
    await clock.run(vps.listServers());
    await clock.run(vps.listSnapshots());
    await clock.run(vps.restoreSnapshot(id(shown(801))));
    expect(await clock.run(vps.deleteSnapshot(id(shown(999))))).toBe('absent');
    expect(lines().slice(2)).toEqual([
      `POST /snapshots/${shown(801)}/restore/ 200`,
      `DELETE /snapshots/${shown(999)}/ 404`,
    ]);
  });

  test('keeps every digit', async () => {
    const { api, clock, vps, lines } = connected({ api: { idOffset: 10n ** 18n } });
    api.addSnapshot({ server: 12345, id: 801 });
    const [snapshot] = await clock.run(vps.listSnapshots());
    expect(snapshot).toMatchObject({ id: '1000000000000000801', server: { id: '1000000000000012345' } });
    expect(await clock.run(vps.deleteSnapshot(id('1000000000000000801')))).toBe('deleted');
    expect(lines().at(-1)).toBe('DELETE /snapshots/1000000000000000801/ 204');
  });
});

describe('the way to start a server by hand', () => {
  test.each([
    ['documented', '12345'],
    ['client', uuidOf(12345)],
    ['both', uuidOf(12345)],
  ] as const)('%s', async (form, shown) => {
    const { clock, vps } = connected({ api: { form } });
    await clock.run(vps.listServers());
    expect(vps.startByHand(id(new Api({ form }).shownId(12345)))).toBe(
      `curl -X POST -H "Authorization: Bearer $VPS_API_TOKEN" -H "Content-Type: application/json" -d '{"action":"start"}' https://admin.vps.org/api/v1/servers/${shown}/power/`,
    );
  });
});

describe('the way to do without this action with snapshots', () => {
  test.each([
    ['documented', '801'],
    ['client', uuidOf(801)],
    ['both', '801'],
  ] as const)('%s', async (form, shown) => {
    const { clock, vps, api } = connected({ api: { form } });
    api.addSnapshot({ id: 801, server: 12345 });
    const [one] = await clock.run(vps.listSnapshots());
    const authorised = '-H "Authorization: Bearer $VPS_API_TOKEN" https://admin.vps.org/api/v1/snapshots/';
    const snapshot = one?.id ?? id(1);
    expect(vps.byHand.list()).toBe(`curl ${authorised}`);
    expect(vps.byHand.restore(snapshot)).toBe(`curl -X POST ${authorised}${shown}/restore/`);
    expect(vps.byHand.delete(snapshot)).toBe(`curl -X DELETE ${authorised}${shown}/`);
  });
});
