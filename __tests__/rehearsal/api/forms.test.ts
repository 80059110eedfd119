import { describe, expect, test } from 'vitest';
import { type ApiOptions, type Form, uuidOf } from '../../../rehearsal/api/api.ts';
import { rehearse } from './calls.ts';

const server = uuidOf(12345);
const snapshot = uuidOf(801);
const created_at = '2025-01-15T18:30:00.000000Z';

describe('uuidOf', () => {
  test('has the number at its end and letters before it', () => {
    expect(server).toMatch(/^[0-9a-f]{8}-5eed-4afe-9abc-000000012345$/);
    expect(server).not.toBe(server.toUpperCase());
    expect(uuidOf(1).slice(0, 8)).not.toBe(uuidOf(2).slice(0, 8));
  });
});

describe('a snapshot in the list', () => {
  const rest = { status: 'completed', size_mb: 5120 };

  test.each<[Form, object]>([
    [
      'documented',
      {
        id: 801,
        server: { id: 12345, name: 'web-server-01' },
        ...{ name: 'before', description: 'why', ...rest, created_at: '2025-01-15T18:30:00Z' },
      },
    ],
    [
      'client',
      {
        uuid: snapshot,
        server: { uuid: server, hostname: 'web12345.example.com' },
        ...{ label: 'before', ...rest, created_at },
      },
    ],
    [
      'both',
      {
        ...{ id: 801, uuid: snapshot },
        server: { id: 12345, uuid: server, name: 'web-server-01', hostname: 'web12345.example.com' },
        ...{ name: 'before', label: 'before', description: 'why', ...rest, created_at },
      },
    ],
  ])('%s', async (form, expected) => {
    const { api, results } = rehearse({ form });
    api.addSnapshot({ server: 12345, name: 'before', description: 'why' });
    expect(await results('/snapshots/')).toEqual([expected]);
    expect(api.snapshots()).toMatchObject([{ id: 801, server: { id: 12345 }, name: 'before' }]);
  });

  test.each<[Form, ApiOptions['ownerAs'], object]>([
    ['documented', 'plain', { server: 12345 }],
    ['documented', 'field', { server_id: 12345 }],
    ['client', 'plain', { server }],
    ['client', 'field', { server_uuid: server }],
    ['both', 'plain', { server: 12345 }],
    ['both', 'field', { server_id: 12345, server_uuid: server }],
    ['client', 'none', {}],
  ])('%s, ownerAs: %s', async (form, ownerAs, expected) => {
    const { api, results } = rehearse({ form, ...(ownerAs && { ownerAs }) });
    api.addSnapshot({ server: 12345 });
    const [shown] = await results('/snapshots/');
    const owner = Object.entries(shown).filter(([member]) => member.startsWith('server'));
    expect(Object.fromEntries(owner)).toEqual(expected);
  });
});

describe('a server', () => {
  const shown = {
    uuid: server,
    hostname: 'web12345.example.com',
    status: 'active',
    ipv4_addresses: ['203.0.113.10'],
    ipv6_addresses: ['2001:db8::1'],
    location_name: 'us-west',
    plan_name: 'Standard',
    os_name: 'Ubuntu 24.04',
    deployed: true,
    created_at: '2025-01-01T00:00:00.000000Z',
  };

  function withAddresses(options: ApiOptions) {
    const rehearsal = rehearse(options);
    rehearsal.api.addServer({ id: 12345, name: 'web-server-01', ipv6_address: '2001:db8::1' });
    return rehearsal;
  }

  test('client', async () => {
    expect(await withAddresses({ form: 'client' }).results('/servers/')).toEqual([shown]);
  });

  test('both has the members of either', async () => {
    const [documented] = await rehearse({ timeFormat: 'microseconds' }).results('/servers/');
    const both = await withAddresses({ form: 'both' }).results('/servers/');
    expect(both).toEqual([{ ...documented, ...shown }]);
  });

  test('on its own it has nested members', async () => {
    const { call } = withAddresses({ form: 'client' });
    expect(await call(`GET /servers/${server}/`)).toMatchObject({
      status: 200,
      json: {
        ...shown,
        location: { name: 'us-west' },
        plan: { name: 'Standard' },
        operating_system: { name: 'Ubuntu 24.04' },
      },
    });
  });

  test('on its own it lags like the list, is forbidden like it, and may not be there', async () => {
    const lagging = rehearse({ form: 'client', serverListLagMs: 1_000 });
    lagging.api.setServerStatus(12345, 'stopped');
    const line = `GET /servers/${server}/`;
    expect(await lagging.call(line)).toMatchObject({ json: { status: 'active' } });
    lagging.pass(1_000);
    expect(await lagging.call(line)).toMatchObject({ json: { status: 'stopped' } });
    const detail = 'No Server matches the given query.';
    expect(await lagging.call(`GET /servers/${uuidOf(2)}/`)).toMatchObject({ status: 404, json: { detail } });
    const forbidden = rehearse({ form: 'client', serversForbidden: true });
    expect(await forbidden.call(line)).toMatchObject({ status: 403 });
  });

  test('the documented form has no page for one', async () => {
    expect(await rehearse().call('GET /servers/12345/')).toMatchObject({ status: 404 });
  });

  test.each<[ApiOptions['addressAs'] & string, object]>([
    ['list', { ipv4_addresses: ['203.0.113.10'], ipv6_addresses: ['2001:db8::1'] }],
    ['text', { ipv4_addresses: '203.0.113.10', ipv6_addresses: '2001:db8::1' }],
    ['ipv4', { ipv4: '203.0.113.10' }],
    ['ip_address', { ip_address: '203.0.113.10' }],
  ])('addressAs: %s', async (addressAs, expected) => {
    const [one] = await withAddresses({ form: 'client', addressAs }).results('/servers/');
    const addresses = Object.entries(one).filter(([name]) => name.startsWith('ip'));
    expect(Object.fromEntries(addresses)).toEqual(expected);
  });

  test('an address of the newer kind stands among its like', async () => {
    const { api, results } = rehearse({ form: 'client' });
    api.addServer({ id: 12345, ip_address: '2001:db8::2' });
    expect(await results('/servers/')).toMatchObject([
      { ipv4_addresses: [], ipv6_addresses: ['2001:db8::2'] },
    ]);
  });
});

describe('which ids answer', () => {
  const ids = { integer: '801', uuid: snapshot, capitals: snapshot.toUpperCase(), word: 'web' };

  test.each<[Form, keyof typeof ids, 'found' | 'page']>([
    ['documented', 'integer', 'found'],
    ['documented', 'uuid', 'page'],
    ['client', 'integer', 'page'],
    ['client', 'uuid', 'found'],
    ['client', 'capitals', 'page'],
    ['both', 'integer', 'found'],
    ['both', 'uuid', 'found'],
    ['both', 'capitals', 'page'],
    ['both', 'word', 'page'],
  ])('%s, %s: %s', async (form, kind, expected) => {
    const { api, call } = rehearse({ form });
    api.addSnapshot({ server: 12345 });
    const answer = await call(`DELETE /snapshots/${ids[kind]}/`);
    expect(answer.status).toBe(expected === 'found' ? 204 : 404);
    if (expected === 'page') expect(answer.headers['content-type']).toBe('text/html');
    expect(api.snapshots()).toHaveLength(expected === 'found' ? 0 : 1);
  });

  test.each<[Form, string]>([
    ['documented', '802'],
    ['client', uuidOf(802)],
    ['client', `00000000${snapshot.slice(8)}`],
    ['both', '802'],
    ['both', uuidOf(802)],
  ])('%s does not know %s, and says so in JSON', async (form, id) => {
    const { api, call } = rehearse({ form });
    api.addSnapshot({ server: 12345 });
    const detail = form === 'documented' ? 'Not Found' : 'No Snapshot matches the given query.';
    for (const line of [`DELETE /snapshots/${id}/`, `POST /snapshots/${id}/restore/`])
      expect(await call(line)).toMatchObject({ status: 404, json: { detail } });
  });

  test.each<[Form, string]>([
    ['documented', '12345'],
    ['client', server],
    ['both', '12345'],
    ['both', server],
  ])('%s filters by %s', async (form, id) => {
    const { api, results } = rehearse({ form });
    api.addServer({ id: 2 });
    api.addSnapshot({ server: 12345 });
    api.addSnapshot({ server: 2 });
    expect(await results(`/snapshots/?server_id=${id}`)).toHaveLength(1);
  });

  test.each<[Form, string]>([
    ['documented', '801'],
    ['client', snapshot],
    ['both', '801'],
  ])('%s: shownId', (form, expected) => {
    expect(rehearse({ form }).api.shownId(801)).toBe(expected);
  });
});

describe('idOffset', () => {
  const idOffset = 9_000_000_000_000_000_000n;
  const id = '9000000000000000801';

  test('ids keep their nineteen digits on the wire and are known by them', async () => {
    const { api, call } = rehearse({ idOffset });
    const body = '{"server_id": 9000000000000012345, "name": "a"}';
    expect((await call('POST /snapshots/', { body })).body).toContain(`"id":${id},`);
    expect((await call('GET /servers/')).body).toContain('"id":9000000000000012345,');
    expect(api.shownId(801)).toBe(id);
    expect(await call('DELETE /snapshots/801/')).toMatchObject({ status: 404 });
    expect(await call('DELETE /snapshots/9000000000000000802/')).toMatchObject({ status: 404 });
    expect(await call(`DELETE /snapshots/${id}/`)).toMatchObject({ status: 204 });
  });

  test('another last digit is another server', async () => {
    const { call } = rehearse({ idOffset });
    const body = '{"server_id": 9000000000000012344, "name": "a"}';
    expect(await call('POST /snapshots/', { body })).toMatchObject({ status: 404 });
  });
});

describe('a restore', () => {
  test.each<[Form, string, object, object]>([
    ['documented', '801', { id: 801, name: 'before' }, { id: 12345, name: 'web-server-01' }],
    ['client', snapshot, { uuid: snapshot, label: 'before' }, { uuid: server }],
    ['both', snapshot, { id: 801, uuid: snapshot, label: 'before' }, { id: 12345, uuid: server }],
  ])('%s', async (form, id, itsSnapshot, itsServer) => {
    const { api, call } = rehearse({ form });
    api.addSnapshot({ server: 12345, name: 'before' });
    expect(await call(`POST /snapshots/${id}/restore/`)).toMatchObject({
      status: 200,
      json: { status: 'success', snapshot: itsSnapshot, server: { ...itsServer, status: 'restoring' } },
    });
    expect(api.state.restores).toMatchObject([{ server: 12345, snapshot: 801 }]);
  });
});

describe('timeFormat', () => {
  test.each<[ApiOptions, string]>([
    [{}, '2025-01-15T18:30:00Z'],
    [{ form: 'both' }, '2025-01-15T18:30:00.250000Z'],
    [{ timeFormat: 'microseconds' }, '2025-01-15T18:30:00.250000Z'],
    [{ timeFormat: 'offset' }, '2025-01-15T20:30:00.250000+02:00'],
    [{ timeFormat: 'naive' }, '2025-01-15T18:30:00.250000'],
    [{ timeFormat: 'naive', clockSkewMs: 1_000 }, '2025-01-15T18:30:01.250000'],
  ])('%o', async (options, expected) => {
    const { pass, create } = rehearse(options);
    pass(250);
    expect((await create()).json.created_at).toBe(expected);
  });
});

describe('permissions', () => {
  test.each<[ApiOptions, string[]]>([
    [{}, ['servers', 'snapshots']],
    [{ form: 'client' }, ['servers:*', 'snapshots:*']],
    [{ permissions: ['servers:read'] }, ['servers:read']],
  ])('%o', async (options, permissions) => {
    const { call } = rehearse(options);
    expect((await call('GET /account/me/')).json.token).toEqual({ name: 'github-actions', permissions });
  });
});
