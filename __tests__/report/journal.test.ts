import { describe, expect, test } from 'vitest';
import { factsOf, Journal, type Result, worst } from '../../src/report/journal.ts';
import { id, ids } from '../helpers/ids.ts';
import { MemoryLog } from '../helpers/memory-log.ts';
import { snapshot } from '../helpers/snapshots.ts';
import { facts, silentJournal } from '../helpers/stories.ts';

const log = new MemoryLog();

describe('the journal', () => {
  test('tells at once what was learnt, and nothing that is not news', () => {
    const told: object[] = [];
    const journal = new Journal(log, ({ entries }) => told.push(entries.map(({ facts }) => facts)));
    const entry = journal.enter(facts({ server: { id: 7 } }));
    expect(told).toEqual([]);
    const made = snapshot({ id: 801, status: 'in_progress' });
    entry.learn({ id: id(801), snapshot: made });
    entry.learn({ id: id(801), snapshot: { ...made }, tookMs: 5 });
    entry.learn({ snapshot: { ...made, status: 'completed' } });
    entry.learn({ result: 'created' });
    entry.learn({ remark: 'why' });
    expect(told).toHaveLength(3);
    expect(entry.facts).toMatchObject({
      server: { id: id(7) },
      id: id(801),
      result: 'created',
      remark: 'why',
      tookMs: 5,
    });
  });

  test('remarks are kept and logged', () => {
    const lines = new MemoryLog();
    const journal = new Journal(lines, () => {});
    journal.notice('Running', 'It was running.');
    journal.warning('Mark lost', 'It was not kept.');
    expect(lines.lines).toEqual(['notice Running: It was running.', 'warning Mark lost: It was not kept.']);
    expect(journal.annotations).toEqual([
      { level: 'notice', text: 'It was running.' },
      { level: 'warning', text: 'It was not kept.' },
    ]);
  });

  test('what is in doubt is told until it is settled or taken back', () => {
    const journal = silentJournal();
    journal.doubt('create', id(7), 'A snapshot of server 7 may have been requested.');
    journal.doubt('restore', id(8), 'The restore of server 8 may have been requested.');
    journal.doubt('delete', id(7), 'The deletion of snapshot 7 was requested.');
    expect(journal.changes).toHaveLength(3);
    journal.settle('create', id(7), 'Snapshot 801 of server 7 was requested.');
    journal.takeBack('restore', id(8));
    expect(journal.changes).toEqual([
      'Snapshot 801 of server 7 was requested.',
      'The deletion of snapshot 7 was requested.',
    ]);
  });

  test('a repeated request is one doubt, not two', () => {
    const journal = silentJournal();
    for (const text of ['Once.', 'Twice.']) journal.doubt('create', id(7), text);
    expect(journal.changes).toEqual(['Twice.']);
  });

  test('what was never in doubt can be settled, and taken back', () => {
    const journal = silentJournal();
    journal.takeBack('delete', id(801));
    journal.settle('delete', id(802), 'Snapshot 802 was deleted.');
    expect(journal.changes).toEqual(['Snapshot 802 was deleted.']);
  });

  test('of a snapshot it knows what the list shows, or the id', () => {
    const shown = snapshot({ id: 801 });
    expect(factsOf({ listed: shown })).toEqual({ server: shown.server, id: id(801), snapshot: shown });
    expect(factsOf({ unlisted: id(999) })).toEqual({ id: id(999) });
  });

  test('slots are counted by a list and freed by a delete', () => {
    const journal = silentJournal();
    journal.counted(
      ids(12345, 7),
      [1, 2, 3].map((id) => snapshot({ id })),
    );
    journal.deleted(id(1), id(12345));
    journal.deleted(id(9), undefined);
    journal.deleted(id(10), id(8));
    expect([...journal.slots]).toEqual([
      [id(12345), 2],
      [id(7), 0],
    ]);
    expect(journal.deletedIds).toEqual(ids(1, 9, 10));
  });

  test.each<[Result[], Result]>([
    [[], 'listed'],
    [['already_absent'], 'already_absent'],
    [['already_absent', 'deleted'], 'deleted'],
    [['deleted', 'already_absent'], 'deleted'],
    [['created', 'created'], 'created'],
    [['restored', 'requested'], 'requested'],
    [['timed_out', 'failed', 'restored'], 'failed'],
    [['restored', 'timed_out'], 'timed_out'],
    [['cancelled', 'failed'], 'cancelled'],
  ])('of %j the worst word is %s', (results, expected) => {
    expect(worst(results, 'listed')).toBe(expected);
  });
});
