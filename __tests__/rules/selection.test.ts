import { describe, expect, test } from 'vitest';
import { type Selection, selected } from '../../src/rules/selection.ts';
import { ids } from '../helpers/ids.ts';
import { marked, own } from '../helpers/marked.ts';
import { snapshot } from '../helpers/snapshots.ts';

const origin = { repository: 'Acme/shop' };
const at = (hour: number) => `2026-11-20T0${hour}:00:00Z`;
const list = [
  snapshot({ id: 801, name: 'nightly', createdAt: at(1) }),
  snapshot({ id: 802, name: 'deploy', createdAt: at(2), description: marked(own) }),
  snapshot({ id: 803, name: 'deploy', createdAt: at(3), description: marked(own) }),
  snapshot({ id: 804, name: 'deploy', createdAt: at(4), description: marked(own), status: 'in_progress' }),
  snapshot({
    id: 805,
    name: 'theirs',
    createdAt: at(5),
    description: marked({ run: '1', repository: 'acme/other' }),
  }),
  snapshot({ id: 806, name: 'nightly', createdAt: at(6), server: 7 }),
];

interface Expected {
  snapshots: number[];
  missing?: number[];
  problems?: [text: RegExp, candidates: number[]][];
}

describe('which snapshots', () => {
  test.each<[string, Selection, Expected]>([
    ['by id, in the order given', { by: 'id', ids: ids(803, 801), servers: [] }, { snapshots: [803, 801] }],
    ['by id, missing', { by: 'id', ids: ids(801, 999), servers: [] }, { snapshots: [801], missing: [999] }],
    ['by id, of the server', { by: 'id', ids: ids(801), servers: ids(12345) }, { snapshots: [801] }],
    [
      'by id, of another server',
      { by: 'id', ids: ids(801, 806), servers: ids(7, 8) },
      {
        snapshots: [801, 806],
        problems: [[/^Snapshot 801 is of server 12345, and server_id allows only 7, 8$/, [806]]],
      },
    ],
    ['by name', { by: 'name', name: 'nightly', servers: ids(12345, 7) }, { snapshots: [801, 806] }],
    [
      'by name, none: all of the server are candidates',
      { by: 'name', name: 'weekly', servers: ids(7) },
      { snapshots: [], problems: [[/^Server 7 has no snapshot named weekly$/, [806]]] },
    ],
    [
      'by name, several: only they are candidates',
      { by: 'name', name: 'deploy', servers: ids(12345) },
      { snapshots: [], problems: [[/^Server 12345 has 3 snapshots named deploy$/, [802, 803, 804]]] },
    ],
    [
      'by name, never a pattern',
      { by: 'name', name: 'night', servers: ids(7) },
      { snapshots: [], problems: [[/no snapshot/, [806]]] },
    ],
    ['latest: completed and ours', { by: 'latest', servers: ids(12345) }, { snapshots: [803] }],
    [
      'latest, none',
      { by: 'latest', servers: ids(12345, 7) },
      {
        snapshots: [803],
        problems: [[/^Server 7 has no snapshot completed and made by Acme\/shop$/, [806]]],
      },
    ],
  ])('%s', (_, selection, { snapshots, missing = [], problems = [] }) => {
    const found = selected(selection, list, origin);
    expect(found.snapshots.map(({ id }) => id)).toEqual(ids(...snapshots));
    expect(found.missing).toEqual(ids(...missing));
    expect(found.problems).toHaveLength(problems.length);
    for (const [index, [text, candidates]] of problems.entries()) {
      expect(found.problems[index]?.text).toMatch(text);
      expect(found.problems[index]?.candidates.map(({ id }) => id)).toEqual(ids(...candidates));
    }
  });
});
