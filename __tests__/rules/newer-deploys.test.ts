import { describe, expect, test } from 'vitest';
import { type Maker, makerOf, newerDeploys } from '../../src/rules/newer-deploys.ts';
import { nobody, type Snapshot } from '../../src/vps/model.ts';
import { ids } from '../helpers/ids.ts';
import { marked, own } from '../helpers/marked.ts';
import { snapshot } from '../helpers/snapshots.ts';

const ours = snapshot({ id: 802, createdAt: '2026-11-20T11:00:00Z', description: marked(own) });
const isOfRun = (runId: string) => (maker: Maker) =>
  typeof maker === 'object' && 'mark' in maker && maker.mark.runId === runId;
const later = { createdAt: '2026-11-20T11:00:01Z', description: marked({ run: '4712' }) };

test.each<[string, Snapshot[], number[]]>([
  ['itself', [ours], []],
  ['newer and marked', [ours, snapshot({ id: 803, ...later })], [803]],
  ['older and marked', [snapshot({ id: 801, ...later, createdAt: '2026-11-20T10:59:59Z' })], []],
  [
    'of the same second: the higher id is newer',
    [snapshot({ id: 803, ...later, createdAt: ours.createdAt })],
    [803],
  ],
  [
    'of the same second with a lower id, for nobody knows which came first',
    [snapshot({ id: 801, ...later, createdAt: ours.createdAt })],
    [801],
  ],
  ['newer and unmarked', [snapshot({ id: 803, ...later, description: 'by hand' })], [803]],
  ['newer, of nobody knows which server', [{ ...snapshot({ id: 803, ...later }), server: nobody }], [803]],
  ['newer, of another server', [snapshot({ id: 803, ...later, server: 7 })], []],
  ['newer, in progress', [snapshot({ id: 803, ...later, status: 'in_progress' })], [803]],
  [
    'several: the newest first',
    [snapshot({ id: 803, ...later }), snapshot({ id: 804, ...later, createdAt: '2026-11-20T12:00:00Z' })],
    [804, 803],
  ],
])('%s', (_, list, expected) => {
  expect(newerDeploys(ours, list, () => true).map(({ id }) => id)).toEqual(ids(...expected));
});

test('only those of others count', () => {
  const list = [
    snapshot({ id: 803, ...later }),
    snapshot({ id: 804, ...later, description: marked({ run: '4713' }) }),
  ];
  expect(newerDeploys(ours, list, isOfRun('4712')).map(({ id }) => id)).toEqual(ids(803));
});

describe('where only another run’s count', () => {
  const ownerless = (of: Parameters<typeof snapshot>[0]) => ({ ...snapshot(of), server: nobody });
  const isOthers = (maker: Maker) => maker !== 'unknown' && !isOfRun('4711')(maker);

  test.each<[string, Snapshot, number[]]>([
    ['of nobody knows whom and which server', ownerless({ id: 803, ...later, description: '' }), [803]],
    ['by hand, of this server', snapshot({ id: 803, ...later, description: '' }), []],
    ['ours, of nobody knows which server', ownerless({ id: 803, ...later, description: marked(own) }), []],
    ['another’s, of nobody knows which server', ownerless({ id: 803, ...later }), [803]],
  ])('newer, %s', (_, other, expected) => {
    expect(newerDeploys(ours, [other], isOthers).map(({ id }) => id)).toEqual(ids(...expected));
  });

  test('and ours names no server: any newer one may be of its server', () => {
    const list = [snapshot({ id: 803, ...later, server: 7 })];
    expect(newerDeploys({ ...ours, server: nobody }, list, isOthers).map(({ id }) => id)).toEqual(ids(803));
  });
});

test.each<[string, Partial<Snapshot>, Maker]>([
  [
    'its mark',
    { description: marked({ run: '4712' }) },
    { mark: expect.objectContaining({ runId: '4712' }) },
  ],
  [
    'its name, when the mark is lost',
    { name: 'gha-shop-4712-3-abcdef' },
    { run: { runId: '4712', attempt: '3' } },
  ],
  [
    'its mark rather than its name',
    { name: 'gha-shop-4713-1-abcdef', description: marked({ run: '4712' }) },
    { mark: expect.objectContaining({ runId: '4712' }) },
  ],
  ['neither', { name: 'by-hand' }, 'unknown'],
])('who made a snapshot shows by %s', (_, told, expected) => {
  expect(makerOf({ ...snapshot({ id: 803 }), ...told })).toEqual(expected);
});

describe('where a time is not told', () => {
  test.each<[string, string | null, string | null, number, number[]]>([
    ['of the other: the higher id is newer', ours.createdAt, null, 803, [803]],
    ['of the other: a lower id is not', ours.createdAt, null, 801, []],
    ['of ours', null, '2026-11-20T10:00:00Z', 803, [803]],
  ])('%s', (_, own, other, id, expected) => {
    const list = [snapshot({ id, ...later, createdAt: other })];
    expect(newerDeploys({ ...ours, createdAt: own }, list, () => true).map((one) => one.id)).toEqual(
      ids(...expected),
    );
  });
});

describe('newer deploys', () => {
  const at = (hour: number) => `2026-11-20T${String(hour).padStart(2, '0')}:00:00Z`;
  const mine = snapshot({ id: 10, createdAt: at(10), description: marked({ run: '1' }) });
  const others = [
    mine,
    snapshot({ id: 9, createdAt: at(9), description: marked({ run: '2' }) }),
    snapshot({ id: 11, createdAt: at(11), description: marked({ run: '2' }) }),
    snapshot({ id: 12, createdAt: at(12), description: marked({ run: '1' }) }),
    snapshot({ id: 13, createdAt: at(13), description: 'by hand' }),
    snapshot({ id: 14, createdAt: at(14), description: marked({ run: '3' }), server: 7 }),
    snapshot({ id: 15, createdAt: at(15), description: marked({ run: '4' }) }),
  ];

  test('are the marked ones of others on this server, newest first', () => {
    expect(
      newerDeploys(mine, others, (maker) => maker !== 'unknown' && !isOfRun('1')(maker)).map(({ id }) => id),
    ).toEqual(ids(15, 11));
  });
});
