import { describe, expect, test } from 'vitest';
import { Malformed, nobody, ownerIn, readPage, readServer, readSnapshot } from '../../src/vps/model.ts';
import { runScript } from '../helpers/child.ts';
import { id } from '../helpers/ids.ts';

const documented = {
  id: 801,
  server: { id: 12345, name: 'web-server-01' },
  name: 'pre-migration-snapshot',
  status: 'completed',
  size_mb: 5120,
  created_at: '2025-01-15T18:30:00Z',
  description: 'Before major migration',
};
const read = {
  id: id(801),
  server: { id: id(12345), name: 'web-server-01' },
  name: 'pre-migration-snapshot',
  status: 'completed',
  sizeMb: 5120,
  createdAt: '2025-01-15T18:30:00Z',
  description: 'Before major migration',
};
const names = { id: id(801), server: id(12345) };
const uuid = '0f8c2a1e-5b6d-4c3a-9e8f-0123456789ab';
const mark = '[gha acme/shop run 4711.1 0a0a0a0a-1b1b1b1b]';

describe('a snapshot', () => {
  test.each<[string, object, object]>([
    ['as documented', {}, {}],
    ['with more than documented', { message: 'Snapshot is being created.', region: 7 }, {}],
    ['in progress', { status: 'in_progress', size_mb: null }, { status: 'in_progress', sizeMb: null }],
    ['in other letters', { status: 'COMPLETED' }, { status: 'completed' }],
    [
      'with only the id of its server',
      { server: 12345 },
      { server: { id: id(12345), name: 'server 12345' } },
    ],
    [
      'of a server without a name',
      { server: { id: 12345, name: '' } },
      { server: { id: id(12345), name: 'server 12345' } },
    ],
    [
      'of a server with a host name',
      { server: { id: 12345, hostname: 'web01.example.com' } },
      { server: { id: id(12345), name: 'web01.example.com' } },
    ],
    [
      'without what can be missing',
      { name: undefined, size_mb: undefined, created_at: undefined, description: null },
      { name: '', sizeMb: null, createdAt: null, description: '' },
    ],
    [
      'with microseconds',
      { created_at: '2025-01-15T18:30:00.123456Z' },
      { createdAt: '2025-01-15T18:30:00.123456Z' },
    ],
    ['with a size that is none', { size_mb: '5 GB' }, { sizeMb: null }],
    ['with a time that is none', { created_at: 'yesterday' }, { createdAt: null }],
    ['with a time as a number', { created_at: 1_736_965_800 }, { createdAt: null }],
    ['without a status', { status: '' }, { status: 'unknown' }],
    ['with a status that is none', { status: 7 }, { status: 'unknown' }],
  ])('%s', (_, change, expected) => {
    expect(readSnapshot({ ...documented, ...change }, names)).toEqual({ ...read, ...expected });
  });

  test('that names no server is nobody’s', () => {
    const { server: _, ...ownerless } = documented;
    expect(readSnapshot(ownerless, { id: id(801), server: undefined })).toEqual({ ...read, server: nobody });
  });

  test.each<[string, object, { name: string; description: string }]>([
    ['a label', { label: 'pre' }, { name: 'pre', description: 'pre' }],
    ['a marked label', { label: `pre ${mark}` }, { name: 'pre', description: `pre ${mark}` }],
    ['a mark and no more', { label: mark }, { name: '', description: mark }],
    ['a label with brackets', { label: 'pre [old]' }, { name: 'pre [old]', description: 'pre [old]' }],
    ['a name beside the label', { name: 'pre', label: 'post' }, { name: 'pre', description: 'post' }],
    [
      'a description beside the label',
      { name: 'pre', label: 'post', description: 'Before it' },
      { name: 'pre', description: 'Before it' },
    ],
    [
      'the mark in the label, and a description',
      { label: `pre ${mark}`, description: 'by hand' },
      { name: 'pre', description: `pre ${mark}` },
    ],
    [
      'the mark in the description, and a label',
      { label: 'pre', description: `Before it ${mark}` },
      { name: 'pre', description: `Before it ${mark}` },
    ],
    ['the mark in the name', { name: `pre ${mark}` }, { name: 'pre', description: `pre ${mark}` }],
    ['nothing', {}, { name: '', description: '' }],
    ['texts that are none', { name: 7, label: null, description: {} }, { name: '', description: '' }],
  ])('with %s', (_, texts, expected) => {
    expect(readSnapshot({ ...texts, id: 801 }, names)).toMatchObject(expected);
  });
});

describe('the owner of a snapshot', () => {
  test.each<[object, object]>([
    [{ server: { id: 12345, name: 'web' } }, { id: 12345, name: 'web' }],
    [{ server: { uuid, hostname: 'web' } }, { uuid, hostname: 'web' }],
    [{ server: 12345 }, { id: '12345' }],
    [{ server: '12345' }, { id: '12345' }],
    [{ server: uuid.toUpperCase() }, { id: uuid }],
    [{ server_id: 12345 }, { id: '12345' }],
    [{ server_id: uuid }, { id: uuid }],
    [{ server_uuid: uuid }, { uuid }],
    [
      { server_id: 12345, server_uuid: uuid },
      { id: '12345', uuid },
    ],
    [
      { server: 12345, server_uuid: uuid },
      { id: '12345', uuid },
    ],
    [{ server: null, server_id: 12345 }, { id: '12345' }],
    [{ server: 'web-1' }, {}],
    [{ server: null }, {}],
    [{}, {}],
  ])('%j', (json, expected) => {
    expect(ownerIn(json as Record<string, unknown>)).toEqual(expected);
  });
});

describe('a server', () => {
  test.each<[Record<string, unknown>, object]>([
    [
      { id: 12345, name: 'web-1', hostname: 'web01.example.com', status: 'Active', plan: {} },
      { name: 'web-1', status: 'active', addresses: [] },
    ],
    [
      { uuid, hostname: 'web01.example.com' },
      { name: 'web01.example.com', status: '' },
    ],
    [{ name: '', hostname: null }, { name: 'server 12345' }],
    [{ ip_address: '203.0.113.10' }, { addresses: ['203.0.113.10'] }],
    [{ ip_address: '' }, { addresses: [] }],
    [{ ip_address: null, ipv4: 7, ipv6: {} }, { addresses: [] }],
    [{ ipv4: '203.0.113.10', ipv6: '2001:db8::10' }, { addresses: ['203.0.113.10', '2001:db8::10'] }],
    [
      { ipv4_addresses: ['203.0.113.10', '203.0.113.11'], ipv6_addresses: ['2001:db8::10'] },
      { addresses: ['203.0.113.10', '203.0.113.11', '2001:db8::10'] },
    ],
    [
      { ipv4_addresses: '203.0.113.10, 203.0.113.11', ipv6_addresses: '2001:db8::10 2001:db8::11' },
      { addresses: ['203.0.113.10', '203.0.113.11', '2001:db8::10', '2001:db8::11'] },
    ],
    [
      { ip_address: '203.0.113.10', ipv4: ['203.0.113.12'], ipv4_addresses: [null, '203.0.113.11'] },
      { addresses: ['203.0.113.10', '203.0.113.12', '203.0.113.11'] },
    ],
  ])('%j', (json, expected) => {
    expect(readServer(json, id(12345))).toMatchObject({ id: id(12345), ...expected });
  });
});

describe('a page', () => {
  const double = ({ n }: Record<string, unknown>) => Number(n) * 2;

  test.each<[unknown, object]>([
    [
      { count: 99, results: [{ n: 1 }, { n: 2 }] },
      { items: [2, 4], count: 99, next: null },
    ],
    [
      { results: [], next: null },
      { items: [], count: undefined, next: null },
    ],
    [
      { results: [], next: '' },
      { items: [], count: undefined, next: null },
    ],
    [
      { results: [], count: '7', next: 7 },
      { items: [], count: undefined, next: null },
    ],
    [
      { results: [{ n: 3 }], next: 'https://x/?page=2' },
      { items: [6], next: 'https://x/?page=2' },
    ],
    [[{ n: 1 }, { n: 2 }], { items: [2, 4], count: undefined, next: null }],
    [[], { items: [], count: undefined, next: null }],
  ])('%j', (json, expected) => {
    expect(readPage(json, double)).toEqual({ count: undefined, ...expected });
  });

  test.each<[unknown, string]>([
    [{ count: 0 }, 'a list without "results"'],
    [{ results: {} }, 'a list without "results"'],
    [{ results: null }, 'a list without "results"'],
    [null, 'no object for a list'],
    ['[]', 'no object for a list'],
    [{ results: [1] }, 'no object for an entry'],
    [{ results: [{}, [documented]] }, 'no object for an entry'],
    [[null], 'no object for an entry'],
  ])('%j is none', (json, problem) => {
    expect(() => readPage(json, double)).toThrow(new Malformed(problem));
  });
});

describe('a time without a zone is UTC, wherever this machine stands', () => {
  const script = `
import { madeAt } from 'src/rules/age.ts';
import { readSnapshot } from 'src/vps/model.ts';
const read = (created_at) => readSnapshot({ id: 801, created_at }, { id: '801', server: '12345' });
const told = ${JSON.stringify([
    '2026-11-20T11:00:00',
    '2026-11-20 11:00:00',
    '2026-11-20T11:00',
    '2026-11-20T11:00:00.123456',
    '2026-11-20T11:00:00Z',
    '2026-11-20T12:00:00+01:00',
    '2026-03-08T02:30:00',
  ])};
console.log(JSON.stringify(told.map((one) => new Date(madeAt(read(one))).toISOString())));`;

  test.each(['America/New_York', 'UTC', 'Asia/Kolkata'])('%s', async (zone) => {
    const { stdout, stderr } = await runScript(script, { TZ: zone });
    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toEqual([
      ...['2026-11-20T11:00:00.000Z', '2026-11-20T11:00:00.000Z', '2026-11-20T11:00:00.000Z'],
      ...['2026-11-20T11:00:00.123Z', '2026-11-20T11:00:00.000Z', '2026-11-20T11:00:00.000Z'],
      '2026-03-08T02:30:00.000Z',
    ]);
  });

  const edges = `
import { objectionTo } from 'src/rules/restorable.ts';
import { newerDeploys } from 'src/rules/newer-deploys.ts';
import { readSnapshot } from 'src/vps/model.ts';
const read = (id, created_at) => readSnapshot({ id, created_at, status: 'completed', server: 12345 }, { id: String(id), server: '12345' });
const now = Date.parse('2026-11-20T12:00:00Z');
const seen = { snapshots: [], servers: undefined, addresses: [], origin: { repository: 'a/b', runId: '1', attempt: '1' }, now };
const terms = (maxAgeMs) => ({ maxAgeMs, force: false, isRival: undefined });
const ours = read(801, '2026-11-20T11:00:00');
console.log(JSON.stringify([
  objectionTo(ours, seen, terms(3_600_000))?.title ?? 'may',
  objectionTo(ours, seen, terms(3_599_999))?.title ?? 'may',
  newerDeploys(ours, [read(700, '2026-11-20T11:00:00Z')], () => true).length,
  newerDeploys(ours, [read(900, '2026-11-20T10:59:59Z')], () => true).length,
]));`;

  test('on the edge of max_age and of a newer deploy', async () => {
    const { stdout, stderr } = await runScript(edges, { TZ: 'America/New_York' });
    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toEqual(['may', 'Snapshot too old', 1, 0]);
  });
});
