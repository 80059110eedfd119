import { type Answer, problem } from '../http/answers.ts';
import type { ApiCall, Handler } from './call.ts';
import { beginDeletion, beginRestore, beginSnapshot, canBeRestored, isBeingDeleted } from './events.ts';
import { readId, shownIds } from './ids.ts';
import { list } from './lists.ts';
import { type NewSnapshot, readLabel, readNewSnapshot } from './new-snapshot.ts';
import { brokenDown, forbidden, noSuch, noSuchPath, wrongFields } from './refusals.ts';
import { sentFields, unwantedBody } from './sent.ts';
import { existing, isComplete } from './state.ts';
import { type SnapshotView, snapshotsAt, viewOfSnapshot } from './views.ts';
import { shownRestore, shownSnapshot } from './wire.ts';

export const listSnapshots: Handler = (call) => {
  const { settings, now } = call;
  return list(call, {
    entries: snapshotsAt({ ...call, now: now - settings.snapshotListLagMs }),
    filters: {
      server_id: (text) => {
        const id = readId(settings, text);
        return id === undefined ? undefined : ({ server }) => server.id === id;
      },
    },
    show: (view) => shownSnapshot(call, view),
  });
};

/** The message texts here and below are the documentation's. */
const refusedToCreate = 'Invalid parameters or snapshot limit reached';
const refusedToRestore = 'Server is not in a valid state for restoration';
const creating = 'Snapshot is being created. This may take 3-10 minutes depending on server size.';

export const createSnapshot: Handler = (call) => {
  const { createInList } = call.settings;
  if (createInList === 'wrongField')
    return problem(400, refusedToCreate, { server_id: 'A valid integer is required.' });
  if (createInList === 'refused') return forbidden(call);
  if (createInList === 'absent') return noSuchPath();
  const sent = sentFields(call);
  if ('problem' in sent) return sent;
  const wanted = readNewSnapshot(call, sent.fields);
  if ('wrong' in wanted) return wrongFields(call, wanted.wrong, refusedToCreate);
  if (!call.state.servers.has(wanted.server)) return problem(404, 'Server does not exist');
  const made = make(call, wanted);
  if ('refusal' in made) return made.refusal;
  return { status: 201, json: { ...shownSnapshot(call, made.snapshot), message: creating } };
};

export const createSnapshotOf: Handler = (call, id) => {
  if (call.settings.createAtServer === 'refused') return forbidden(call);
  const server = call.state.servers.get(id);
  if (!server) return noSuch(call, 'Server');
  const sent = sentFields(call);
  if ('problem' in sent) return sent;
  const read = readLabel(call, sent.fields);
  if ('wrong' in read) return wrongFields(call, read.wrong, refusedToCreate);
  const name = read.label ?? `${server.hostname} ${new Date(call.now).toISOString().slice(0, 16)}`;
  const made = make(call, { server: id, name, description: '' });
  return 'refusal' in made ? made.refusal : initiated(call, made.snapshot);
};

/** What is known of this answer is that it is a 2xx. */
function initiated(call: ApiCall, snapshot: SnapshotView): Answer {
  const accepted = { status: 'success', message: 'Snapshot initiated.' };
  switch (call.settings.createAnswer) {
    case 'snapshot':
      return { status: 201, json: shownSnapshot(call, snapshot) };
    case 'id':
      return { status: 201, json: shownIds(call.settings, snapshot.id) };
    case 'empty':
      return { status: 201 };
    case 'message':
      return { status: 200, json: accepted };
    case 'accepted':
      return { status: 202, json: accepted };
  }
}

/** Begins a snapshot if there is room for it, and shows it as it was when it began. */
function make(call: ApiCall, wanted: NewSnapshot): { snapshot: SnapshotView } | { refusal: Answer } {
  const { settings } = call;
  const { breakingText } = settings;
  if (breakingText && [wanted.name, wanted.description].some((text) => text.search(breakingText) >= 0))
    return { refusal: brokenDown() };
  const siblings = snapshotsAt(call).filter(({ server }) => server.id === wanted.server);
  if (siblings.length >= settings.limit) return { refusal: problem(400, refusedToCreate) };
  const record = beginSnapshot(call, wanted);
  const view = viewOfSnapshot(call, record);
  if (!view) throw new Error(`Snapshot ${record.id} was begun and is not there`);
  return { snapshot: { ...view, status: settings.statusWhileCreating, size_mb: null } };
}

export const restoreSnapshot: Handler = (call, id) => {
  const unwanted = unwantedBody(call);
  if (unwanted) return unwanted;
  const snapshot = find(call, id);
  if (!snapshot) return noSuch(call, 'Snapshot');
  const server = existing(call.state.servers, snapshot.server.id);
  if (!isComplete(snapshot.status) || !canBeRestored(server, call.now)) return problem(400, refusedToRestore);
  beginRestore(call, { server: server.id, snapshot: id });
  return {
    status: 200,
    json: {
      status: 'success',
      message: 'Server is being restored from snapshot. This may take 5-15 minutes.',
      ...shownRestore(call, snapshot),
    },
  };
};

export const deleteSnapshot: Handler = (call, id) => {
  const unwanted = unwantedBody(call);
  if (unwanted) return unwanted;
  const { settings, state, now } = call;
  const snapshot = find(call, id);
  if (!snapshot) return noSuch(call, 'Snapshot');
  const isInProgress = ['in_progress', settings.statusWhileCreating].includes(snapshot.status);
  if (isInProgress && settings.deleteInProgress === 'refuse') return problem(409);
  if (!isBeingDeleted(existing(state.snapshots, id), now)) beginDeletion(call, id);
  return { status: settings.deleteTakesMs === 0 ? 204 : 202 };
};

function find(call: ApiCall, id: number): SnapshotView | undefined {
  const snapshot = call.state.snapshots.get(id);
  return snapshot && viewOfSnapshot(call, snapshot);
}
