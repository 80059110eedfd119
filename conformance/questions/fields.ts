import type { Fields } from '../json.ts';
import { addressesOf, addressFields, textsIn, wordOf } from '../objects.ts';
import { kindOfServer, kindOfSnapshot } from '../words.ts';
import { distinct, share } from './answers.ts';
import { type Finding, finding, notAnswered, type Question, type Seen } from './question.ts';

const serverNames: Question = {
  id: 'server-names',
  question: 'Which field has the name of a server?',
  assumes: '`name`, else `hostname`, as text.',
  judge: ({ look }) => judgeTexts(look.servers.entries, ['name', 'hostname']),
};

const addresses: Question = {
  id: 'server-addresses',
  question: 'Which field has the addresses of a server?',
  assumes:
    '`ip_address`, `ipv4`, `ipv4_addresses` or `ipv6_addresses`, as text or list: a runner on that very server is told by them.',
  judge: ({ look: { servers } }) => {
    const { entries } = servers;
    if (entries.length === 0) return notAnswered('there is none');
    const shown = entries.filter((entry) => addressesOf(entry).length > 0);
    const fields = distinct(shown.flatMap((entry) => addressFields.filter((field) => field in entry)));
    return finding(
      shown.length > 0,
      `${fields.join(', ') || 'none of them'} (${share(shown.length, entries.length)})`,
    );
  },
};

const serverWords: Question = {
  id: 'server-words',
  question: 'Which status words do servers show?',
  assumes:
    '`active`, `running`, `online`, `on` run; `stopped`, `off` and their like stand still; `restoring`; `suspended`. Another word is waited out; if it meant running, that would be missed.',
  judge: ({ look, trail }) =>
    judgeWords([...look.servers.entries.map(wordOf), ...(trail?.serverWords ?? [])], kindOfServer),
};

const snapshotFields: Question = {
  id: 'snapshot-fields',
  question: 'Which fields does a snapshot show?',
  assumes:
    '`name`, else `label`; `status`; `created_at`; `size_mb`, a number once it is complete. All but `status` may be missing.',
  judge: ({ look: { snapshots } }) => {
    const { entries } = snapshots;
    if (entries.length === 0) return notAnswered('there is no snapshot');
    const whole = entries.filter(
      (entry) => textsIn(entry, ['name', 'label']).length > 0 && wordOf(entry) !== '' && isSized(entry),
    );
    const fields = distinct(entries.flatMap((entry) => Object.keys(entry))).join(', ');
    return finding(
      whole.length === entries.length,
      `${fields} (${share(whole.length, entries.length)} as assumed)`,
    );
  },
};

const snapshotWords: Question = {
  id: 'snapshot-words',
  question: 'Which status words do snapshots show, and what is the one for failure?',
  assumes:
    '`completed` is complete; `failed`, `error` and their like have failed. Another word is waited out; if it meant complete, that would be missed.',
  judge: ({ look, trail }: Seen) => {
    const made = [trail?.running, trail?.standing, trail?.early?.made];
    const words = made.flatMap((one) => one?.words ?? []).map(({ word }) => word);
    return judgeWords([...look.snapshots.entries.map(wordOf), ...words], kindOfSnapshot);
  },
};

function judgeTexts(entries: Fields[], fields: string[]): Finding {
  if (entries.length === 0) return notAnswered('there is none');
  const shown = entries.map((entry) => textsIn(entry, fields));
  const named = shown.filter((some) => some.length > 0).length;
  const which = distinct(shown.flat()).join(', ') || `neither ${fields.join(' nor ')}`;
  return finding(named === entries.length, `${which} (${share(named, entries.length)})`);
}

/** A word that the action does not know may be the one that it waits for. */
function judgeWords(words: string[], kindOf: (word: string) => string): Finding {
  const seen = distinct(words);
  if (seen.length === 0) return notAnswered('there is none');
  const strange = seen.filter((word) => kindOf(word) === 'unknown');
  const shown = seen.map((word) => (word === '' ? 'no status' : `“${word}” (${kindOf(word)})`));
  return finding(strange.length === 0, shown.join(', '));
}

function isSized({ size_mb, status }: Fields): boolean {
  return typeof size_mb === 'number' || kindOfSnapshot(wordOf({ status })) !== 'complete' || size_mb == null;
}

export const fieldQuestions = [serverNames, addresses, serverWords, snapshotFields, snapshotWords];
