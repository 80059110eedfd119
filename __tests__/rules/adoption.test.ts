import { describe, expect, test } from 'vitest';
import { adoption, madeBy, twinsOf, type Unsettled } from '../../src/rules/adoption.ts';
import { generatedName, type Mark } from '../../src/rules/ownership.ts';
import type { Snapshot } from '../../src/vps/model.ts';
import { id, ids } from '../helpers/ids.ts';
import { marked, own } from '../helpers/marked.ts';
import { origin } from '../helpers/origin.ts';
import { snapshot } from '../helpers/snapshots.ts';

const mark: Mark = origin;
const ourName = generatedName(mark, id(12345));
const ours = marked(own);
const anothers = marked({ run: '4711', nonce: '0a0a0a0a-22222222' });

describe('whether an unclear request made a snapshot', () => {
  const unsettled: Unsettled = { serverId: id(12345), name: ourName, mark, before: new Set(ids(801)) };
  const named = { ...unsettled, name: 'nightly' };

  test.each<[string, Unsettled, Snapshot[], 'none' | 'ambiguous' | number]>([
    ['nothing there', unsettled, [], 'none'],
    ['our nonce', unsettled, [snapshot({ id: 802, description: ours })], 802],
    ['our nonce, name of the user', named, [snapshot({ id: 802, description: ours })], 802],
    ['our generated name without a mark', unsettled, [snapshot({ id: 802, name: ourName })], 802],
    ['there before', unsettled, [snapshot({ id: 801, description: ours })], 'none'],
    ['another server', unsettled, [snapshot({ id: 802, description: ours, server: 7 })], 'none'],
    ['another step of this job', unsettled, [snapshot({ id: 802, description: anothers })], 'none'],
    [
      'another job with the same name',
      named,
      [snapshot({ id: 802, name: 'nightly', description: anothers })],
      'none',
    ],
    ['the name of the user without a mark', named, [snapshot({ id: 802, name: 'nightly' })], 'ambiguous'],
    ['another name without a mark', named, [snapshot({ id: 802, name: 'weekly' })], 'none'],
    [
      'ours beside a namesake',
      named,
      [snapshot({ id: 802, name: 'nightly' }), snapshot({ id: 803, description: ours })],
      803,
    ],
    [
      'two of ours: the older',
      unsettled,
      [snapshot({ id: 804, description: ours }), snapshot({ id: 803, description: ours })],
      803,
    ],
  ])('%s', (_, request, list, expected) => {
    const found = adoption(request, list);
    if (typeof expected === 'number')
      expect(found).toMatchObject({ is: 'ours', snapshot: { id: id(expected) } });
    else expect(found.is).toBe(expected);
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
    ['another nonce', one, [snapshot({ id: 803, description: anothers })], []],
    ['another server', one, [snapshot({ id: 803, description: ours, server: 7 })], []],
    ['only one is marked', one, [snapshot({ id: 803, name: one.name })], []],
    ['same generated name, both unmarked', unmarked, [snapshot({ id: 803, name: ourName })], [803]],
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
