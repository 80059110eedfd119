import { describe, expect, test } from 'vitest';
import { hasUnknownOwners, ownedBy } from '../../src/rules/owners.ts';
import { nobody, type Server, type Snapshot } from '../../src/vps/model.ts';
import { id } from '../helpers/ids.ts';
import { snapshot } from '../helpers/snapshots.ts';

const uuid = '0f8c2a1e-5b6d-4c3a-9e8f-0123456789ab';
const server = (of: number | string): Server => ({
  id: id(of),
  name: 'web',
  status: 'active',
  addresses: [],
});
const ownerless: Snapshot = { ...snapshot({ id: 803 }), server: nobody };

describe('whose snapshots are is not known when', () => {
  test.each<[string, Snapshot[], Server[] | undefined, boolean]>([
    ['none names a server', [ownerless], [server(12345)], true],
    ['all name servers that no list shows', [snapshot({ id: 801, server: 9 })], [server(12345)], true],
    ['they name them by ids of another form', [snapshot({ id: 801 })], [server(uuid)], true],
    ['one names a listed server, others none', [snapshot({ id: 801 }), ownerless], [server(12345)], false],
    ['all name listed servers', [snapshot({ id: 801 })], [server(7), server(12345)], false],
    ['there are no snapshots', [], [server(12345)], false],
    ['there are no servers', [snapshot({ id: 801 })], [], false],
    ['servers may not be listed', [ownerless], undefined, false],
  ])('%s', (_, snapshots, servers, expected) => {
    expect(hasUnknownOwners({ snapshots, servers })).toBe(expected);
  });
});

describe('a snapshot that is known to be of a server', () => {
  test.each<[string, Snapshot, Parameters<typeof ownedBy>[0], Snapshot['server']]>([
    ['is given it where it names none', ownerless, { id: id(7), name: 'db' }, { id: id(7), name: 'db' }],
    ['without the name that nobody knows', ownerless, { id: id(7) }, { id: id(7), name: '' }],
    ['keeps the one that it names', snapshot({ id: 1 }), { id: id(7) }, { id: id(12345), name: 'web-12345' }],
    ['has none where none is known', ownerless, undefined, nobody],
    ['has none where the main step had none', ownerless, null, nobody],
  ])('%s', (_, of, server, expected) => {
    expect(ownedBy(server, of)).toEqual({ ...of, server: expected });
  });
});
