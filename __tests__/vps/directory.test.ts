import { describe, expect, test } from 'vitest';
import { Directory } from '../../src/vps/directory.ts';
import { id } from '../helpers/ids.ts';

const uuid = '0f8c2a1e-5b6d-4c3a-9e8f-0123456789ab';
const another = 'f0000000-5b6d-4c3a-9e8f-0123456789ab';

function directoryOf(...shown: Record<string, unknown>[]): Directory {
  const directory = new Directory();
  for (const json of shown) directory.learn(json);
  return directory;
}

describe('an object', () => {
  test.each<[Record<string, unknown>, string | undefined]>([
    [{ id: 7 }, '7'],
    [{ id: '7', name: 'web' }, '7'],
    [{ uuid }, uuid],
    [{ uuid: uuid.toUpperCase() }, uuid],
    [{ id: uuid }, uuid],
    [{ id: 7, uuid }, '7'],
    [{ id: uuid, uuid }, uuid],
    [{ id: 0, uuid }, uuid],
    [{ id: null, uuid: 'none' }, undefined],
    [{ name: 'web' }, undefined],
  ])('%j is called %s', (json, expected) => {
    expect(new Directory().learn(json)).toBe(expected);
  });

  test('with both ids answers to both', () => {
    const servers = directoryOf({ id: 7, uuid });
    expect([servers.idOf(id(7)), servers.idOf(id(uuid))]).toEqual([id(7), id(7)]);
    expect(servers.uuidOf(id(7))).toBe(uuid);
    expect([servers.isShown(id(7)), servers.isShown(id(uuid))]).toEqual([true, true]);
  });

  test('with one id has no other', () => {
    const servers = directoryOf({ id: 7 }, { uuid });
    expect([servers.uuidOf(id(7)), servers.uuidOf(id(uuid))]).toEqual([undefined, undefined]);
    expect(servers.idOf(id(uuid))).toBe(uuid);
  });

  test('that was first shown by one of its ids is one object all the same', () => {
    const servers = directoryOf({ uuid }, { id: 7, uuid });
    expect(servers.learn({ uuid })).toBe('7');
    expect(servers.learn({ id: uuid })).toBe('7');
  });

  test('that was not shown keeps the id that it was given', () => {
    const servers = directoryOf({ id: 7, uuid });
    expect(servers.idOf(id(8))).toBe('8');
    expect(servers.isShown(id(8))).toBe(false);
    expect(servers.uuidOf(id(8))).toBeUndefined();
  });
});

describe('the form', () => {
  test.each<[string, Record<string, unknown>[], boolean]>([
    ['nothing', [], false],
    ['integers', [{ id: 7 }], false],
    ['UUIDs', [{ uuid }, { id: another }], true],
    ['both', [{ id: 7, uuid }], false],
    ['some of each', [{ uuid }, { id: 7 }], false],
  ])('%s shown', (_, shown, expected) => {
    expect(directoryOf(...shown).isUuidOnly).toBe(expected);
  });

  test.each<[string, Record<string, unknown>[], string, boolean]>([
    ['a UUID, integers shown', [{ id: 7 }], uuid, true],
    ['an integer, UUIDs shown', [{ uuid }], '7', true],
    ['an integer, others shown', [{ id: 7 }], '8', false],
    ['a UUID, others shown', [{ uuid }], another, false],
    ['nothing shown', [], uuid, false],
    ['itself, by its other id', [{ id: 7, uuid }, { id: 8 }], uuid, false],
  ])('may be another one: %s', (_, shown, named, expected) => {
    expect(directoryOf(...shown).mayBeAnother(id(named))).toBe(expected);
  });
});
