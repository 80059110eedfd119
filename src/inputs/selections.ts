import { InputError } from '../errors.ts';
import type { Selection } from '../rules/selection.ts';
import type { Id } from '../vps/id.ts';
import type { ModeName } from './common.ts';
import { optional, type Raw } from './raw.ts';
import * as value from './values.ts';

/** Which snapshots and servers the user means, as far as inputs tell. */

export type Named = Exclude<Selection, { by: 'latest' }>;

export function selectionForRestore(raw: Raw): Selection {
  if (raw('snapshot_id') !== 'latest') return selectionForDelete(raw, 'restore');
  if (raw('name')) throw contradiction();
  return { by: 'latest', servers: requiredServers(raw, 'restore with snapshot_id: latest') };
}

export function selectionForDelete(raw: Raw, mode: 'restore' | 'delete' = 'delete'): Named {
  const name = optional(raw, 'name', value.snapshotName);
  if (name === undefined) return selectionById(raw, mode);
  if (raw('snapshot_id')) throw contradiction();
  return { by: 'name', name, servers: requiredServers(raw, `${mode} by name`) };
}

export function selectionById(raw: Raw, mode: ModeName): Extract<Selection, { by: 'id' }> {
  const text = raw('snapshot_id');
  if (mode !== 'restore' && text === 'latest') {
    throw new InputError(
      'snapshot_id',
      `Input snapshot_id is "latest", which mode: ${mode} does not take.`,
      'Name the snapshot by its id: only mode: restore may look for the newest one.',
    );
  }
  const ids = value.ids('snapshot_id', text);
  if (ids.length === 0) {
    throw new InputError(
      'snapshot_id',
      `Input snapshot_id is empty, and mode: ${mode} needs to know which snapshot.`,
      'If it comes from the outputs of a step, that step made no snapshot or has another id than the expression names. Empty never means "all".',
    );
  }
  return { by: 'id', ids, servers: value.ids('server_id', raw('server_id')) };
}

export function requiredServers(raw: Raw, forWhat: string): Id[] {
  const servers = value.ids('server_id', raw('server_id'));
  if (servers.length > 0) return servers;
  throw new InputError(
    'server_id',
    `Input server_id is empty, and ${forWhat} needs it.`,
    'Set it to the id of the server, as GET /servers/ or the server’s page at VPS.org shows it. Keep it in vars, not in secrets.',
  );
}

function contradiction(): InputError {
  return new InputError(
    'snapshot_id',
    'Inputs snapshot_id and name are both set, and may not agree.',
    'Set only one of them.',
  );
}
