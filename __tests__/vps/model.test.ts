import { describe, expect, test } from 'vitest';
import { Malformed, readPage, readServer, readSnapshot } from '../../src/vps/model.ts';
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
      { server: { id: 7, name: '' } },
      { server: { id: id(7), name: 'server 7' } },
    ],
    ['with ids as texts', { id: '801', server: { id: '12345', name: 'web-server-01' } }, {}],
    [
      'without what can be missing',
      { name: undefined, size_mb: undefined, created_at: undefined, description: null },
      { name: '', sizeMb: null, createdAt: null, description: '' },
    ],
    ['with a size that is none', { size_mb: '5 GB' }, { sizeMb: null }],
    ['with a time that is none', { created_at: 'yesterday' }, { createdAt: null }],
    ['with a time as a number', { created_at: 1_736_965_800 }, { createdAt: null }],
  ])('%s', (_, change, expected) => {
    expect(readSnapshot({ ...documented, ...change })).toEqual({ ...read, ...expected });
  });

  test.each<[unknown, string]>([
    [null, 'no object for a snapshot'],
    [[documented], 'no object for a snapshot'],
    ['801', 'no object for a snapshot'],
    [{ ...documented, id: undefined }, 'a snapshot without an id'],
    [{ ...documented, id: 0 }, 'a snapshot without an id'],
    [{ ...documented, id: 1.5 }, 'a snapshot without an id'],
    [{ ...documented, id: '0x10' }, 'a snapshot without an id'],
    [{ ...documented, id: 2 ** 53 }, 'a snapshot without an id'],
    [{ ...documented, status: '' }, 'snapshot 801 without a status'],
    [{ ...documented, status: 7 }, 'snapshot 801 without a status'],
    [{ ...documented, server: null }, 'snapshot 801 without a server'],
    [{ ...documented, server: { name: 'web' } }, 'snapshot 801 without a server'],
  ])('%j is none', (json, problem) => {
    expect(() => readSnapshot(json)).toThrow(new Malformed(problem));
  });
});

describe('a server', () => {
  test.each([
    [
      { id: 12345, name: 'web-1', status: 'Active', ip_address: '203.0.113.10', plan: {} },
      { id: id(12345), name: 'web-1', status: 'active', ipAddress: '203.0.113.10' },
    ],
    [{ id: 7 }, { id: id(7), name: 'server 7', status: '', ipAddress: null }],
    [
      { id: 7, ip_address: '' },
      { id: id(7), name: 'server 7', status: '', ipAddress: null },
    ],
  ])('%j', (json, expected) => {
    expect(readServer(json)).toEqual(expected);
  });

  test('needs an id', () => {
    expect(() => readServer({ name: 'web' })).toThrow('a server without an id');
    expect(() => readServer(undefined)).toThrow('no object for a server');
  });
});

describe('a page', () => {
  test.each<[object, object]>([
    [
      { count: 99, results: [1, 2] },
      { items: [2, 4], next: null },
    ],
    [
      { results: [], next: null },
      { items: [], next: null },
    ],
    [
      { results: [], next: '' },
      { items: [], next: null },
    ],
    [
      { results: [3], next: 'https://x/?page=2' },
      { items: [6], next: 'https://x/?page=2' },
    ],
  ])('%j', (json, expected) => {
    expect(readPage(json, (item) => Number(item) * 2)).toEqual(expected);
  });

  test.each([[{ count: 0 }], [{ results: {} }], [{ results: null }]])('%j has no results', (json) => {
    expect(() => readPage(json, readSnapshot)).toThrow('a list without "results"');
  });

  test('is an error when one entry is', () => {
    expect(() => readPage({ results: [documented, {}] }, readSnapshot)).toThrow('without an id');
  });
});
