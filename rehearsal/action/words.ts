import { STATUS_CODES } from 'node:http';
import { fieldsOf } from '../http/body.ts';
import type { LedgerEntry } from '../http/ledger.ts';

type Entry = Pick<LedgerEntry, 'method' | 'path' | 'status' | 'body'>;

/** What a request was for, by its method and path; `$1` is the id in the path, `$field` one of the body. */
const purposes: readonly [RegExp, string][] = [
  [/^GET \/snapshots\/$/, 'List of snapshots'],
  [/^GET \/servers\/$/, 'List of servers'],
  [/^GET \/servers\/([^/]+)\/$/, 'Server $1'],
  [/^GET \/account\/me\/$/, 'Account'],
  [/^POST \/snapshots\/$/, 'Snapshot of server $server_id'],
  [/^POST \/servers\/([^/]+)\/snapshot\/$/, 'Snapshot of server $1'],
  [/^POST \/servers\/([^/]+)\/power\/$/, 'Power of server $1, $action'],
  [/^POST \/snapshots\/([^/]+)\/restore\/$/, 'Restore from snapshot $1'],
  [/^DELETE \/snapshots\/([^/]+)\/$/, 'Deletion of snapshot $1'],
];

/** What happened, in words. @param made the ids of the snapshots that the request began */
export function inWords(entry: Entry, made: readonly string[]): string {
  const began = made.map((id) => `; snapshot ${id} began`).join('');
  return `${purposeOf(entry)}: ${outcomeOf(entry)}${began}`;
}

function purposeOf({ method, path, body }: Entry): string {
  const fields = typeof body === 'object' ? fieldsOf(JSON.stringify(body)) : {};
  for (const [pattern, purpose] of purposes) {
    const match = pattern.exec(`${method} ${path}`);
    if (match)
      return purpose.replace(/\$(\w+)/g, (_, name: string) =>
        String(match[Number(name)] ?? fields[name] ?? '?'),
      );
  }
  return 'Nothing that the API has';
}

function outcomeOf({ method, status }: Entry): string {
  if (status === 'reset') return 'the connection was cut, no answer';
  if (status === 'hang') return 'never answered';
  if (status < 300) return { GET: 'given', DELETE: 'done' }[method] ?? 'accepted';
  return `${status < 500 ? 'refused' : 'failed'} (${status} ${STATUS_CODES[status] ?? ''})`;
}
