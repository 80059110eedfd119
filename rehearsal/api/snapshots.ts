import { problem } from '../http/answers.ts';
import type { ApiCall, Handler } from './call.ts';
import { beginRestore, beginSnapshot, canBeRestored, removeSnapshot } from './events.ts';
import { list } from './lists.ts';
import { readNewSnapshot } from './new-snapshot.ts';
import { existing } from './state.ts';
import { type SnapshotView, snapshotsAt, viewOfSnapshot } from './views.ts';

export const listSnapshots: Handler = (call) => {
  const { settings, now } = call;
  return list(call, snapshotsAt({ ...call, now: now - settings.snapshotListLagMs }), {
    server_id: (text) => (/^\d+$/.test(text) ? ({ server }) => server.id === Number(text) : undefined),
  });
};

/** The message texts here and below are the documentation's. */
const refusedToCreate = 'Invalid parameters or snapshot limit reached';
const refusedToRestore = 'Server is not in a valid state for restoration';

export const createSnapshot: Handler = (call) => {
  const { state, settings, headers, body } = call;
  if (!/^application\/json\b/.test(headers['content-type'] ?? '')) return problem(415);
  const wanted = readNewSnapshot(body);
  if ('wrong' in wanted) return problem(400, refusedToCreate, wanted.wrong);
  if (!state.servers.has(wanted.server)) return problem(404, 'Server does not exist');
  const siblings = snapshotsAt(call).filter(({ server }) => server.id === wanted.server);
  if (siblings.length >= settings.limit) return problem(400, refusedToCreate);
  const snapshot = beginSnapshot(call, wanted);
  return {
    status: 201,
    json: {
      ...viewOfSnapshot(call, snapshot),
      status: settings.statusWhileCreating,
      size_mb: null,
      message: 'Snapshot is being created. This may take 3-10 minutes depending on server size.',
    },
  };
};

export const restoreSnapshot: Handler = (call, id) => {
  const { state, now } = call;
  if (call.body !== '') return problem(400, 'This request takes no body');
  const snapshot = find(call, id);
  if (!snapshot) return problem(404);
  const server = existing(state.servers, snapshot.server.id);
  if (snapshot.status !== 'completed' || !canBeRestored(server, now)) return problem(400, refusedToRestore);
  beginRestore(call, { server: server.id, snapshot: id });
  return {
    status: 200,
    json: {
      status: 'success',
      message: 'Server is being restored from snapshot. This may take 5-15 minutes.',
      snapshot: { id, name: snapshot.name, created_at: snapshot.created_at },
      server: { id: server.id, name: server.name, status: 'restoring' },
    },
  };
};

export const deleteSnapshot: Handler = (call, id) => {
  if (call.body !== '') return problem(400, 'This request takes no body');
  const snapshot = find(call, id);
  if (!snapshot) return problem(404);
  const isInProgress = ['in_progress', call.settings.statusWhileCreating].includes(snapshot.status);
  if (isInProgress && call.settings.deleteInProgress === 'refuse') return problem(409);
  removeSnapshot(call, id);
  return { status: 204 };
};

function find(call: ApiCall, id: number): SnapshotView | undefined {
  const snapshot = call.state.snapshots.get(id);
  return snapshot && viewOfSnapshot(call, snapshot);
}
