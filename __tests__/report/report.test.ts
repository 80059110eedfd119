import { describe, expect, test } from 'vitest';
import { Failure, InputError, TimedOut } from '../../src/errors.ts';
import { explain } from '../../src/report/explain.ts';
import { inventoryLine } from '../../src/report/inventory.ts';
import { Journal, type Result, worst } from '../../src/report/journal.ts';
import { earlyOutputs, finalOutputs } from '../../src/report/outputs.ts';
import { bar, Heartbeat } from '../../src/report/progress.ts';
import { count, duration, size, timeOfDay } from '../../src/text/format.ts';
import { capitalised, serverName, snapshotName } from '../../src/text/names.ts';
import { ApiError, NetworkError, UnreadableAnswer } from '../../src/vps/errors.ts';
import { creating } from '../../src/waiting/schedule.ts';
import { id, ids } from '../helpers/ids.ts';
import { MemoryLog } from '../helpers/memory-log.ts';
import { snapshot } from '../helpers/snapshots.ts';
import { epoch, VirtualClock } from '../helpers/virtual-clock.ts';
import { facts } from './stories.ts';

const log = new MemoryLog();
const silent = () => new Journal(new MemoryLog(), () => {});

describe('format', () => {
  test.each([
    [0, '0 ms'],
    [850.4, '850 ms'],
    [999.9, '999 ms'],
    [1_000, '1 s'],
    [59_999, '59 s'],
    [60_000, '1m 00s'],
    [245_000, '4m 05s'],
    [3_599_999, '59m 59s'],
    [3_720_000, '1h 02m'],
    [86_399_999, '23h 59m'],
    [273_600_000, '3d 4h'],
  ])('%i ms is %s', (ms, expected) => {
    expect(duration(ms)).toBe(expected);
  });

  test.each([
    [null, '–'],
    [0, '0 MB'],
    [1023, '1023 MB'],
    [1024, '1.0 GB'],
    [5120, '5.0 GB'],
    [40_000, '39.1 GB'],
  ])('%s MB is %s', (mb, expected) => {
    expect(size(mb)).toBe(expected);
  });

  test('counts and times of day', () => {
    expect([0, 1, 2].map((number) => count(number, 'snapshot'))).toEqual([
      '0 snapshots',
      '1 snapshot',
      '2 snapshots',
    ]);
    expect(timeOfDay(new Date(epoch))).toBe('12:00:00 UTC');
  });
});

describe('names', () => {
  test.each([
    [{ id: '7', name: 'web-1' }, 'server 7 (web-1)'],
    [{ id: '7', name: 'server 7' }, 'server 7'],
    [{ id: '7', name: ' \n' }, 'server 7'],
    [{ id: '7' }, 'server 7'],
    [{ id: '7', name: 'a\n##[error]b' }, 'server 7 (a ## [error]b)'],
  ])('%j', (server, expected) => {
    expect(serverName(server)).toBe(expected);
  });

  test.each([
    [{ id: '8', name: 'pre' }, 'snapshot 8 (pre)'],
    [{ id: '8', name: '' }, 'snapshot 8'],
    [{ id: '8', name: 'x'.repeat(500) }, `snapshot 8 (${'x'.repeat(79)}…)`],
  ])('%j', (of, expected) => {
    expect(snapshotName(of)).toBe(expected);
  });

  test('at the beginning of a sentence', () => {
    expect(capitalised('server 7')).toBe('Server 7');
    expect(capitalised('')).toBe('');
  });

  test.each([
    [snapshot({ id: 8, name: 'pre' }), 'snapshot 8 (pre), completed, 5.0 GB, 1h 00m old'],
    [
      snapshot({ id: 8, name: 'pre', status: 'in_progress', sizeMb: null, createdAt: null }),
      'snapshot 8 (pre), in_progress',
    ],
  ])('in an inventory', (of, expected) => {
    expect(inventoryLine(of, epoch)).toBe(expected);
  });
});

describe('progress', () => {
  test('the bar fills with time and is never full', () => {
    const lengths = Array.from({ length: 200 }, (_, index) => bar(index * 10_000, creating));
    const filled = lengths.map((line) => line.split('█').length - 1);
    expect(filled).toEqual([...filled].sort((a, b) => a - b));
    expect([filled[0], filled[30], filled.at(-1)]).toEqual([0, 10, 19]);
    expect(new Set(lengths.map((line) => line.length))).toEqual(new Set([22]));
  });

  test('one line at most every 30 s, with the range that is usual', async () => {
    const clock = new VirtualClock();
    const lines = new MemoryLog();
    const heartbeat = new Heartbeat(lines, clock, creating);
    for (let beats = 0; beats < 70; beats += 1) {
      await clock.advance(10_000);
      heartbeat.beat('0 of 1 complete');
    }
    expect(lines.lines).toHaveLength(23);
    expect(lines.lines[0]).toBe('[█░░░░░░░░░░░░░░░░░░░] 0 of 1 complete: 30 s (usually 3–10 min)');
    expect(lines.lines.at(-1)).toContain('11m 30s (longer than the usual 3–10 min; large disks take more)');
  });
});

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
    expect(journal.remarks).toEqual([
      { level: 'notice', text: 'It was running.' },
      { level: 'warning', text: 'It was not kept.' },
    ]);
  });

  test('slots are counted by a list and freed by a delete', () => {
    const journal = silent();
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

describe('outputs', () => {
  test('before there is anything', () => {
    const journal = silent();
    journal.enter(facts({ server: { id: 7 } }));
    journal.enter(facts({ server: { id: 8 } }));
    expect(earlyOutputs(journal)).toMatchObject({
      ...{ snapshot_id: '', snapshot_name: '', server_id: '7,8', status: '', size_mb: '', created_at: '' },
      deleted_ids: '[]',
    });
  });

  test('the ids that exist, in order and without empty places', () => {
    const journal = silent();
    journal.enter(facts({ server: { id: 7 } }));
    const made = snapshot({ id: 802, server: 8, sizeMb: null, createdAt: null, status: 'in_progress' });
    journal.enter(facts({ server: { id: 8, name: 'web' }, id: 802, snapshot: made, adopted: true }));
    journal.enter(facts({ server: { id: 9 }, id: 803, result: 'deleted' }));
    journal.enter(facts({ id: 804, result: 'already_absent' }));
    journal.enter(facts({ id: 805, result: 'failed', remark: 'why', tookMs: 1_600 }));
    journal.deleted(id(803), id(9));
    const outputs = earlyOutputs(journal);
    expect(outputs).toMatchObject({
      ...{ snapshot_id: '802,805', snapshot_name: 'snapshot-802,', server_id: '8,', size_mb: ',' },
      ...{ status: 'in_progress,', created_at: ',', deleted_ids: '[803]' },
    });
    expect(JSON.parse(outputs.snapshots ?? '')).toMatchObject([
      { server_id: 7, server_name: null, snapshot_id: null, result: null, adopted: false, remark: null },
      {
        server_id: 8,
        server_name: 'web',
        snapshot_id: 802,
        status: 'in_progress',
        size_mb: null,
        adopted: true,
      },
      { server_id: 9, snapshot_id: 803, result: 'deleted' },
      { server_id: null, snapshot_id: 804, result: 'already_absent', duration_seconds: null },
      { snapshot_id: 805, result: 'failed', remark: 'why', duration_seconds: 2 },
    ]);
  });

  test('everything that is known of a snapshot', () => {
    const journal = silent();
    const made = snapshot({ id: 801, description: 'Before it' });
    journal.enter({ server: made.server, id: made.id, snapshot: made, result: 'created', tookMs: 240_600 });
    const outputs = finalOutputs(journal, 'created', 241_400);
    expect(outputs).toMatchObject({
      ...{ snapshot_id: '801', snapshot_name: 'snapshot-801', server_id: '12345', status: 'completed' },
      ...{ size_mb: '5120', created_at: '2026-11-20T11:00:00Z', result: 'created', duration_seconds: '241' },
    });
    expect(JSON.parse(outputs.snapshots ?? '')).toEqual([
      {
        ...{ server_id: 12345, server_name: 'web-12345', snapshot_id: 801, snapshot_name: 'snapshot-801' },
        ...{
          status: 'completed',
          size_mb: 5120,
          created_at: '2026-11-20T11:00:00Z',
          description: 'Before it',
        },
        ...{ result: 'created', adopted: false, remark: null, duration_seconds: 241 },
      },
    ]);
  });

  test('hold no command that a later step would print', () => {
    const journal = silent();
    const evil = snapshot({ id: 801, name: '##[error]x', description: '##[add-mask]y' });
    journal.enter({ id: evil.id, snapshot: evil });
    const outputs = earlyOutputs(journal);
    expect(Object.values(outputs).join('\n')).not.toContain('##[');
    expect(JSON.parse(outputs.snapshots ?? '')[0]).toMatchObject({
      snapshot_name: '##[error]x',
      description: '##[add-mask]y',
    });
  });
});

describe('explaining', () => {
  const told = { title: 'Title', message: 'What happened.', next: 'What to do.' };

  test.each<[string, unknown, object]>([
    ['a failure', new Failure(told), { title: 'Title', ending: 'failed' }],
    ['a time-out', new TimedOut(told), { title: 'Title', ending: 'timed_out' }],
    ['an input', new InputError('wait', 'Input wait is "x".', 'Allowed: y.'), { title: 'Input wait' }],
    ['a 401', new ApiError('GET /snapshots/', 401, ''), { title: 'Token not accepted', ending: 'failed' }],
    ['a 403', new ApiError('GET /snapshots/', 403, ''), { title: 'Not permitted' }],
    ['a 500', new ApiError('GET /x/', 500, 'oh'), { title: 'VPS.org did not answer as expected' }],
    ['no answer', new NetworkError('GET /x/', 'ECONNRESET', 0), { title: 'VPS.org not reached' }],
    ['nonsense', new UnreadableAnswer('GET /x/', 'html'), { title: 'VPS.org did not answer as expected' }],
    ['a bug', new TypeError('x is not y'), { title: 'Internal error', ending: 'failed' }],
    ['something thrown', 'a text', { title: 'Internal error' }],
  ])('%s', (_, error, expected) => {
    expect(explain(error, silent())).toMatchObject(expected);
  });

  test('says what happened, that nothing was changed, and what to do', () => {
    expect(explain(new Failure(told), silent()).message).toBe(
      'What happened.\nNothing was changed.\nWhat to do.',
    );
  });

  test('says what was changed, as far as it was not taken back', () => {
    const journal = silent();
    const first = journal.changed('Snapshot 801 may have been requested.');
    journal.takeBack(journal.changed('Never mind.'));
    first.text = 'Snapshot 801 was requested.';
    const { message } = explain(new ApiError('GET /snapshots/', 403, 'No'), journal);
    expect(message).toMatch(
      /^VPS\.org answered 403 to GET \/snapshots\/: No\.\nSnapshot 801 was requested\.\n/,
    );
    expect(message).toMatch(/Check its permissions at https:.*$/);
    expect(message).not.toContain('Nothing was changed');
  });

  test('a bug asks for a report', () => {
    expect(explain('boom', silent()).message).toMatch(/^boom\nNothing was changed\.\nThis is a bug/);
  });
});
