import { entriesInEveryAnswer, second } from '../limits.ts';
import { disarmed } from '../text/text.ts';
import { asJson as idAsJson } from '../vps/id.ts';
import type { Facts, Journal, Result } from './journal.ts';

/**
 * The outputs that are known as soon as the API has answered, and again after every answer. Each time they are written
 * anew, so of very many only what a rollback needs.
 */
export function earlyOutputs(journal: Journal): Record<string, string> {
  return journal.entries.length > entriesInEveryAnswer ? idOutputs(journal) : knownOutputs(journal);
}

function idOutputs({ entries, deletedIds }: Journal): Record<string, string> {
  const all = entries.map(({ facts }) => facts);
  const existing = existingIn(all);
  return {
    snapshot_id: list(existing.map(({ id }) => id)),
    server_id: list((existing.length > 0 ? existing : all).map(({ server }) => server?.id)),
    deleted_ids: JSON.stringify(deletedIds.map(idAsJson)),
  };
}

function knownOutputs(journal: Journal): Record<string, string> {
  const all = journal.entries.map(({ facts }) => facts);
  const existing = existingIn(all);
  return {
    ...idOutputs(journal),
    snapshot_name: list(existing.map(({ snapshot }) => snapshot?.name)),
    status: list(existing.map(({ snapshot }) => snapshot?.status)),
    size_mb: list(existing.map(({ snapshot }) => snapshot?.sizeMb)),
    created_at: list(existing.map(({ snapshot }) => snapshot?.createdAt)),
    snapshots: inert(JSON.stringify(all.map(asJson))),
  };
}

function existingIn(all: readonly Facts[]): Facts[] {
  return all.filter(
    ({ id, result }) => id !== undefined && result !== 'deleted' && result !== 'already_absent',
  );
}

function list(values: readonly (string | number | null | undefined)[]): string {
  return values.map((value) => disarmed(String(value ?? ''))).join(',');
}

export function finalOutputs(journal: Journal, result: Result, tookMs: number): Record<string, string> {
  return { ...knownOutputs(journal), result, duration_seconds: String(inSeconds(tookMs)) };
}

/** The same JSON, in which the runner finds no `##[command]` when a later step prints it. */
function inert(json: string): string {
  return json.replaceAll('##[', '##\\u005b');
}

function inSeconds(ms: number | undefined): number | null {
  return ms === undefined ? null : Math.round(ms / second);
}

function asJson({ server, id, snapshot, result, adopted, remark, tookMs, stoppedMs }: Facts) {
  return {
    server_id: server ? idAsJson(server.id) : null,
    server_name: server?.name ?? null,
    snapshot_id: id === undefined ? null : idAsJson(id),
    snapshot_name: snapshot?.name ?? null,
    status: snapshot?.status ?? null,
    size_mb: snapshot?.sizeMb ?? null,
    created_at: snapshot?.createdAt ?? null,
    description: snapshot?.description ?? null,
    result: result ?? null,
    adopted: adopted ?? false,
    remark: remark ?? null,
    duration_seconds: inSeconds(tookMs),
    stopped_seconds: inSeconds(stoppedMs),
  };
}
