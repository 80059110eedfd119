import { madeAt } from '../rules/age.ts';
import { timeOfDay } from '../text/format.ts';
import { capitalised, serverName } from '../text/references.ts';
import type { Snapshot } from '../vps/model.ts';
import type { Facts, Journal } from './journal.ts';

interface Told {
  mode: string;
  journal: Journal;
  /** In the post step: the job did not succeed. */
  jobFailed: boolean;
}

/** What became of a server and its snapshot, in one short sentence; empty where nothing is certain yet. */
export function sentenceOn(facts: Facts, told: Told): string {
  const { server, id, snapshot, result, completeAt } = facts;
  const { journal } = told;
  const what = `Snapshot ${id}${server ? ` of ${serverName(server)}` : ''}`;
  const fate = id !== undefined && journal.deletedIds.includes(id) ? 'deleted' : 'kept';
  switch (result) {
    case 'created':
    case 'ready':
      return `${what} is complete${completeAt ? ` since ${timeOfDay(completeAt)}` : ''}.`;
    case 'restored':
      return `${subjectOf(facts)} was put back to snapshot ${id}${snapshot ? ofTime(snapshot) : ''}; the snapshot is ${fate}.`;
    case 'requested':
      return server && journal.mayHave('restore', server.id)
        ? `${subjectOf(facts)} is being put back to snapshot ${id}; nobody waited for the end.`
        : `${what} is requested, and not complete yet.`;
    case 'deleted':
      return `${what} is deleted.`;
    case 'already_absent':
      return `${what} had been deleted already.`;
    case 'kept':
      return `${what} is kept.`;
    case 'failed':
    case 'timed_out':
    case 'cancelled':
      return notDone(facts, told);
    default:
      return '';
  }
}

function notDone(facts: Facts, { mode, journal, jobFailed }: Told): string {
  const { server, id } = facts;
  const what = `snapshot ${id}${server ? ` of ${serverName(server)}` : ''}`;
  if (server && journal.mayHave('restore', server.id))
    return `${subjectOf(facts)} was asked to go back to snapshot ${id}, which is not confirmed; the snapshot is kept.`;
  if (mode === 'restore' || jobFailed) return `${subjectOf(facts)} was not put back to snapshot ${id}.`;
  if (mode === 'delete')
    return id !== undefined && journal.mayHave('delete', id)
      ? `Whether ${what} is deleted is not known.`
      : `${capitalised(what)} was not deleted.`;
  if (id !== undefined)
    return mode === 'create' || mode === 'wait'
      ? `${capitalised(what)} is not complete.`
      : `${capitalised(what)} was left alone.`;
  return server && journal.mayHave('create', server.id)
    ? `${subjectOf(facts)} was asked for a snapshot; whether there is one is not known.`
    : `${subjectOf(facts)} has no new snapshot.`;
}

function subjectOf({ server }: Facts): string {
  return server ? capitalised(serverName(server)) : 'A server';
}

function ofTime(snapshot: Snapshot): string {
  const made = madeAt(snapshot);
  return made === undefined ? '' : ` of ${timeOfDay(new Date(made))}`;
}
