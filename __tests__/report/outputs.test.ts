import { describe, expect, test } from 'vitest';
import { earlyOutputs, finalOutputs } from '../../src/report/outputs.ts';
import { id } from '../helpers/ids.ts';
import { snapshot } from '../helpers/snapshots.ts';
import { facts, silentJournal } from '../helpers/stories.ts';

describe('outputs', () => {
  test('of very many are their ids after every answer, and the rest at the end', () => {
    const journal = silentJournal();
    for (let number = 1; number <= 100; number += 1)
      journal.enter(facts({ server: { id: number }, id: 800 + number }));
    expect(earlyOutputs(journal)).toHaveProperty('snapshots');
    journal.enter(facts({ server: { id: 101 }, id: 901 }));
    const early = earlyOutputs(journal);
    expect(Object.keys(early)).toEqual(['snapshot_id', 'server_id', 'deleted_ids']);
    expect(early.snapshot_id?.split(',')).toHaveLength(101);
    expect(JSON.parse(finalOutputs(journal, 'created', 1).snapshots ?? '')).toHaveLength(101);
  });

  test('before there is anything', () => {
    const journal = silentJournal();
    journal.enter(facts({ server: { id: 7 } }));
    journal.enter(facts({ server: { id: 8 } }));
    expect(earlyOutputs(journal)).toMatchObject({
      ...{ snapshot_id: '', snapshot_name: '', server_id: '7,8', status: '', size_mb: '', created_at: '' },
      deleted_ids: '[]',
    });
  });

  test('the ids that exist, in order and without empty places', () => {
    const journal = silentJournal();
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
      {
        server_id: 7,
        server_name: null,
        snapshot_id: null,
        result: null,
        adopted: false,
        remark: null,
        stopped_seconds: null,
      },
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
    const journal = silentJournal();
    const made = snapshot({ id: 801, description: 'Before it' });
    journal.enter({ server: made.server, id: made.id, snapshot: made, result: 'created', tookMs: 240_600 });
    journal.stood(made.server.id, 251_800);
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
        ...{ result: 'created', adopted: false, remark: null, duration_seconds: 241, stopped_seconds: 252 },
      },
    ]);
  });

  test('hold no command that a later step would print', () => {
    const journal = silentJournal();
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
