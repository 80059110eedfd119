import { describe, expect, test } from 'vitest';
import { appeared, madeBy, twinsOf, type Unsettled } from '../../src/rules/adoption.ts';
import { generatedName, type Mark } from '../../src/rules/ownership.ts';
import { nobody, type Snapshot } from '../../src/vps/model.ts';
import { id, ids } from '../helpers/ids.ts';
import { marked, own } from '../helpers/marked.ts';
import { origin } from '../helpers/origin.ts';
import { snapshot } from '../helpers/snapshots.ts';

const mark: Mark = origin;
const ourName = generatedName(mark, id(12345));
const ours = marked(own);
const anothers = marked({ run: '4711', nonce: '0a0a0a0a-22222222' });

/** A second before the snapshots of these tests. */
const askedAt = Date.parse(snapshot({ id: 1 }).createdAt ?? '') - 1_000;
const earlierBy = (ms: number) => new Date(askedAt - ms).toISOString();

describe('what came of a request whose answer does not say', () => {
  const accepted: Unsettled = {
    serverId: id(12345),
    name: 'nightly',
    mark,
    before: new Set(ids(801)),
    askedAt,
  };
  const ownerless = (of: Parameters<typeof snapshot>[0]) => ({ ...snapshot(of), server: nobody });

  test.each<[string, Snapshot[], number | undefined, number[]]>([
    ['nothing', [], undefined, []],
    ['ours by its nonce', [snapshot({ id: 802, description: ours })], 802, []],
    ['ours by its generated name', [snapshot({ id: 802, name: ourName })], 802, [802]],
    [
      'ours beside an unmarked one',
      [snapshot({ id: 803 }), snapshot({ id: 802, description: ours })],
      802,
      [803],
    ],
    [
      'the older of two of ours',
      [snapshot({ id: 803, description: ours }), snapshot({ id: 802, description: ours })],
      802,
      [],
    ],
    [
      'the older of two of ours, by their times',
      [
        snapshot({ id: 802, description: ours, createdAt: '2026-11-20T11:00:02Z' }),
        snapshot({ id: 803, description: ours, createdAt: '2026-11-20T11:00:01Z' }),
      ],
      803,
      [],
    ],
    ['there before, though it has our nonce', [snapshot({ id: 801, description: ours })], undefined, []],
    [
      'another job with the same name',
      [snapshot({ id: 802, name: 'nightly', description: anothers })],
      undefined,
      [],
    ],
    [
      'ours beside a namesake',
      [snapshot({ id: 802, name: 'nightly' }), snapshot({ id: 803, description: ours })],
      803,
      [802],
    ],
    ['one without a mark', [snapshot({ id: 802 })], undefined, [802]],
    ['one without a mark or a time', [snapshot({ id: 802, createdAt: null })], undefined, [802]],
    ['one of a clock that is slow', [snapshot({ id: 802, createdAt: earlierBy(600_000) })], undefined, [802]],
    [
      'an old one that no list had shown',
      [snapshot({ id: 802, createdAt: earlierBy(600_001) })],
      undefined,
      [],
    ],
    ['several, oldest first', [snapshot({ id: 804 }), snapshot({ id: 803 })], undefined, [803, 804]],
    ['what others marked is theirs', [snapshot({ id: 802, description: anothers })], undefined, []],
    ['what was there before is not new', [snapshot({ id: 801 })], undefined, []],
    ['another server’s', [snapshot({ id: 802, server: 7, description: ours })], undefined, []],
    ['ours that names no server', [ownerless({ id: 802, name: ourName, description: ours })], 802, []],
    ['our name, no server, no mark', [ownerless({ id: 802, name: 'nightly' })], undefined, [802]],
    [
      'a mark that was cut, and was ours as far as it goes',
      [snapshot({ id: 802, description: ours.slice(0, -20) })],
      undefined,
      [802],
    ],
    [
      'a mark that was cut after a blank',
      [snapshot({ id: 802, description: `${ours.slice(0, ours.indexOf(' run'))} ` })],
      undefined,
      [802],
    ],
    [
      'a mark that was cut, with more than one blank after it',
      [snapshot({ id: 802, description: `${ours.slice(0, ours.indexOf(' run'))}   ` })],
      undefined,
      [802],
    ],
    [
      'a mark that was cut, and was another run’s',
      [snapshot({ id: 802, description: marked({ run: '4000' }).slice(0, -20) })],
      undefined,
      [],
    ],
    [
      'ours that was cut, by its generated name',
      [snapshot({ id: 802, name: ourName, description: ours.slice(0, -1) })],
      802,
      [802],
    ],
    ['another name, no server, no mark', [ownerless({ id: 802, name: 'weekly' })], undefined, []],
  ])('%s', (_, list, expected, unmarked) => {
    const found = appeared(accepted, list);
    expect(found.ours?.id).toBe(expected === undefined ? undefined : id(expected));
    expect(found.unmarked.map((one) => one.id)).toEqual(ids(...unmarked));
  });
});

describe('what a request made', () => {
  const request = { serverId: id(12345), name: ourName, mark };
  const named = { ...request, name: 'nightly' };

  test.each<[string, typeof request, Snapshot[], number[]]>([
    ['nothing', request, [], []],
    ['by the nonce', named, [snapshot({ id: 802, description: ours })], [802]],
    [
      'twice, oldest first',
      request,
      [snapshot({ id: 804, description: ours }), snapshot({ id: 803, description: ours })],
      [803, 804],
    ],
    ['by the generated name, when the mark was lost', request, [snapshot({ id: 802, name: ourName })], [802]],
    ['a name of the user says nothing', named, [snapshot({ id: 802, name: 'nightly' })], []],
    [
      'a mark says more than a name',
      request,
      [snapshot({ id: 802, name: ourName, description: anothers })],
      [],
    ],
    ['another server', request, [snapshot({ id: 802, description: ours, server: 7 })], []],
    [
      'another job with the same step nonce',
      request,
      [snapshot({ id: 802, description: marked({ run: '4711', nonce: 'ffffffff-1b1b1b1b' }) })],
      [],
    ],
  ])('%s', (_, of, list, expected) => {
    expect(madeBy(of, list).map(({ id }) => id)).toEqual(ids(...expected));
  });
});

describe('twins', () => {
  const one = snapshot({ id: 802, description: ours });
  const unmarked = snapshot({ id: 802, name: ourName });

  test.each<[string, Snapshot, Snapshot[], number[]]>([
    ['itself is none', one, [one], []],
    [
      'same nonce, oldest first',
      one,
      [snapshot({ id: 804, description: ours }), one, snapshot({ id: 801, description: ours })],
      [801, 804],
    ],
    [
      'oldest first by their times, whatever their ids',
      one,
      [
        snapshot({ id: 803, description: ours, createdAt: '2026-11-20T11:00:02Z' }),
        snapshot({ id: 804, description: ours, createdAt: '2026-11-20T11:00:01Z' }),
      ],
      [804, 803],
    ],
    ['another nonce', one, [snapshot({ id: 803, description: anothers })], []],
    ['another server', one, [snapshot({ id: 803, description: ours, server: 7 })], []],
    ['only one is marked', one, [snapshot({ id: 803, name: one.name })], []],
    ['same generated name, both unmarked', unmarked, [snapshot({ id: 803, name: ourName })], [803]],
    [
      'same generated name, only this one is marked',
      snapshot({ id: 802, name: ourName, description: ours }),
      [snapshot({ id: 803, name: ourName })],
      [],
    ],
    [
      'same generated name, only the other one is marked',
      unmarked,
      [snapshot({ id: 803, name: ourName, description: ours })],
      [],
    ],
    [
      'the same name of a user, that has one of ours in it',
      snapshot({ id: 802, name: `before-${ourName}` }),
      [snapshot({ id: 803, name: `before-${ourName}` })],
      [],
    ],
    [
      'the same name of a user, that goes on after one of ours',
      snapshot({ id: 802, name: `${ourName}-copy` }),
      [snapshot({ id: 803, name: `${ourName}-copy` })],
      [],
    ],
    ['another generated name', unmarked, [snapshot({ id: 803, name: 'gha-shop-1-1-abcdef' })], []],
    [
      'the same name of a user',
      snapshot({ id: 802, name: 'nightly' }),
      [snapshot({ id: 803, name: 'nightly' })],
      [],
    ],
  ])('%s', (_, of, list, expected) => {
    expect(twinsOf(of, list).map(({ id }) => id)).toEqual(ids(...expected));
  });
});
