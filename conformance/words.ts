/** What the action takes status words for. Only `active`, `restoring`, `in_progress` and `completed` are documented. */

export type ServerKind = 'runs' | 'stands still' | 'restoring' | 'suspended' | 'on its way' | 'unknown';
export type SnapshotKind = 'complete' | 'in progress' | 'failed' | 'going' | 'unknown';

const serverWords: Record<Exclude<ServerKind, 'unknown'>, readonly string[]> = {
  runs: ['active', 'running', 'online', 'on', 'started'],
  'stands still': [
    ...['stopped', 'off', 'shutoff', 'shut_off', 'halted'],
    ...['inactive', 'powered_off', 'poweroff', 'offline'],
  ],
  restoring: ['restoring'],
  suspended: ['suspended'],
  'on its way': [
    ...['starting', 'stopping', 'restarting', 'rebooting', 'pending'],
    ...['provisioning', 'building', 'deploying', 'migrating', 'resizing'],
  ],
};

const snapshotWords: Record<Exclude<SnapshotKind, 'unknown'>, readonly string[]> = {
  complete: ['completed', 'complete', 'success', 'available', 'ready', 'done', 'finished'],
  'in progress': ['in_progress', 'pending', 'queued', 'creating', 'running'],
  failed: [
    ...['failed', 'failure', 'error', 'errored', 'rejected', 'killed'],
    ...['timeout', 'timed_out', 'aborted', 'cancelled', 'canceled', 'expired'],
  ],
  going: ['deleting', 'deleted'],
};

/** All of these. */
export const statusWords = [serverWords, snapshotWords].flatMap((words) => Object.values(words).flat());

export function kindOfServer(word: string): ServerKind {
  return kindIn(serverWords, word) ?? 'unknown';
}

export function kindOfSnapshot(word: string): SnapshotKind {
  return kindIn(snapshotWords, word) ?? 'unknown';
}

function kindIn<Kind extends string>(words: Record<Kind, readonly string[]>, word: string): Kind | undefined {
  const kinds = Object.keys(words) as Kind[];
  return kinds.find((kind) => words[kind].includes(word));
}
