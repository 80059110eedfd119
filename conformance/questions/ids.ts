import type { Fields } from '../json.ts';
import type { Reading } from '../lists.ts';
import { formOf, idsOf, isSame, ownerOf } from '../objects.ts';
import { distinct, share } from './answers.ts';
import { contradicts, type Finding, finding, notAnswered, type Question } from './question.ts';

const servers: Question = {
  id: 'server-ids',
  question: 'Which ids do servers show?',
  assumes:
    '`id`, a positive integer, or `uuid`, a UUID in lower case, or both; either is accepted as an input.',
  judge: ({ look }) => judgeForms('server', look.servers),
};

const snapshots: Question = {
  id: 'snapshot-ids',
  question: 'Which ids do snapshots show?',
  assumes: 'The same: `id`, `uuid`, or both. The integer goes into paths where there is one.',
  judge: ({ look }) => judgeForms('snapshot', look.snapshots),
};

const owner: Question = {
  id: 'snapshot-owner',
  question: 'How does a snapshot show its server?',
  assumes:
    '`server` as an object, an integer or a UUID, or `server_id`, or `server_uuid`. Where it cannot be told, prune and `delete_oldest` are refused.',
  judge: ({ look }) => {
    const { entries } = look.snapshots;
    if (entries.length === 0) return notAnswered('there is no snapshot');
    const owners = entries.map(ownerOf);
    const shown = distinct(owners.map(({ as }) => as)).join(', ');
    if (shown.includes('none')) return contradicts(`not shown by ${count(owners, entries.length)}`);
    const known = look.servers.entries.map(idsOf);
    if (known.length === 0) return finding(true, `${shown}; no server is listed to compare it with`);
    const met = owners.filter(({ ids }) => known.some((one) => isSame(one, ids))).length;
    return finding(met > 0, `${shown}; ${share(met, owners.length)} are of a listed server`);
  },
};

function count(owners: { as: string }[], all: number): string {
  return share(owners.filter(({ as }) => as === 'none').length, all);
}

function judgeForms(kind: string, { entries }: Reading): Finding {
  if (entries.length === 0) return notAnswered(`there is no ${kind}`);
  const forms = entries.map((entry: Fields) => formOf(idsOf(entry)));
  const without = forms.filter((form) => form === 'no id').length;
  if (without > 0) return contradicts(`${share(without, forms.length)} show neither form`);
  return finding(true, `${distinct(forms).join(', ')} (${forms.length} seen)`);
}

export const idQuestions = [servers, snapshots, owner];
