import { expect, test } from 'vitest';
import type { Act } from '../../src/report/journal.ts';
import { sentenceOn } from '../../src/report/sentences.ts';
import { id } from '../helpers/ids.ts';
import { snapshot } from '../helpers/snapshots.ts';
import { facts, silentJournal, type Written } from '../helpers/stories.ts';

const server = { id: 12345, name: 'web-1' };
const made = snapshot({ id: 801, createdAt: '2026-11-20T11:24:03Z' });

interface Case {
  mode?: string;
  facts: Omit<Written, 'server'>;
  jobFailed?: boolean;
  asked?: Act;
  deleted?: boolean;
}

test.each<[string, Case]>([
  ['Snapshot 801 of server 12345 (web-1) is complete.', { facts: { id: 801, result: 'created' } }],
  [
    'Snapshot 801 of server 12345 (web-1) is complete since 11:30:00 UTC.',
    { facts: { id: 801, result: 'ready', completeAt: new Date('2026-11-20T11:30:00Z') } },
  ],
  [
    'Server 12345 (web-1) was put back to snapshot 801 of 11:24:03 UTC; the snapshot is kept.',
    { facts: { id: 801, snapshot: made, result: 'restored' }, asked: 'restore' },
  ],
  [
    'Server 12345 (web-1) was put back to snapshot 801; the snapshot is deleted.',
    { facts: { id: 801, result: 'restored' }, asked: 'restore', deleted: true },
  ],
  [
    'Server 12345 (web-1) is being put back to snapshot 801; nobody waited for the end.',
    { mode: 'restore', facts: { id: 801, result: 'requested' }, asked: 'restore' },
  ],
  [
    'Snapshot 801 of server 12345 (web-1) is requested, and not complete yet.',
    { facts: { id: 801, result: 'requested' }, asked: 'create' },
  ],
  ['Snapshot 801 of server 12345 (web-1) is deleted.', { facts: { id: 801, result: 'deleted' } }],
  [
    'Snapshot 801 of server 12345 (web-1) had been deleted already.',
    { facts: { id: 801, result: 'already_absent' } },
  ],
  ['Snapshot 801 of server 12345 (web-1) is kept.', { facts: { id: 801, result: 'kept' } }],
  [
    'Server 12345 (web-1) was asked to go back to snapshot 801, which is not confirmed; the snapshot is kept.',
    { mode: 'after the job', jobFailed: true, facts: { id: 801, result: 'timed_out' }, asked: 'restore' },
  ],
  [
    'Server 12345 (web-1) was not put back to snapshot 801.',
    { mode: 'after the job', jobFailed: true, facts: { id: 801, result: 'failed' } },
  ],
  [
    'Server 12345 (web-1) was not put back to snapshot 801.',
    { mode: 'restore', facts: { id: 801, result: 'failed' } },
  ],
  [
    'Snapshot 801 of server 12345 (web-1) was left alone.',
    { mode: 'after the job', facts: { id: 801, result: 'failed' } },
  ],
  [
    'Snapshot 801 of server 12345 (web-1) was not deleted.',
    { mode: 'delete', facts: { id: 801, result: 'failed' } },
  ],
  [
    'Whether snapshot 801 of server 12345 (web-1) is deleted is not known.',
    { mode: 'delete', facts: { id: 801, result: 'failed' }, asked: 'delete' },
  ],
  [
    'Snapshot 801 of server 12345 (web-1) is not complete.',
    { mode: 'wait', facts: { id: 801, result: 'timed_out' } },
  ],
  ['Server 12345 (web-1) has no new snapshot.', { facts: { result: 'failed' } }],
  [
    'Server 12345 (web-1) was asked for a snapshot; whether there is one is not known.',
    { facts: { result: 'failed' }, asked: 'create' },
  ],
  ['', { facts: { id: 801 } }],
  ['', { facts: { id: 801, result: 'planned' } }],
])('%s', (sentence, { mode = 'create', facts: of, jobFailed = false, asked, deleted }) => {
  const journal = silentJournal();
  if (asked) journal.doubt(asked, id(asked === 'delete' ? 801 : server.id), 'It may have been.');
  if (deleted) journal.deleted(id(801), undefined);
  expect(sentenceOn(facts({ server, ...of }), { mode, journal, jobFailed })).toBe(sentence);
});

test('of a snapshot whose server is not known', () => {
  const told = { mode: 'restore', journal: silentJournal(), jobFailed: false };
  expect(sentenceOn(facts({ id: 801, result: 'failed' }), told)).toBe(
    'A server was not put back to snapshot 801.',
  );
  expect(sentenceOn(facts({ id: 801, result: 'deleted' }), told)).toBe('Snapshot 801 is deleted.');
});
