import { disarmed } from '../text/text.ts';
import { onWire } from '../vps/id.ts';
import type { Facts, Journal, Result } from './journal.ts';

/** The outputs that are known as soon as the API has answered, and again after every answer. */
export function earlyOutputs(journal: Journal): Record<string, string> {
  const all = journal.entries.map(({ facts }) => facts);
  const existing = all.filter(
    ({ id, result }) => id !== undefined && result !== 'deleted' && result !== 'already_absent',
  );
  const list = (values: (string | number | null | undefined)[]) =>
    values.map((value) => disarmed(String(value ?? ''))).join(',');
  return {
    snapshot_id: list(existing.map(({ id }) => id)),
    snapshot_name: list(existing.map(({ snapshot }) => snapshot?.name)),
    server_id: list((existing.length > 0 ? existing : all).map(({ server }) => server?.id)),
    status: list(existing.map(({ snapshot }) => snapshot?.status)),
    size_mb: list(existing.map(({ snapshot }) => snapshot?.sizeMb)),
    created_at: list(existing.map(({ snapshot }) => snapshot?.createdAt)),
    snapshots: inert(JSON.stringify(all.map(asJson))),
    deleted_ids: JSON.stringify(journal.deletedIds.map(onWire)),
  };
}

export function finalOutputs(journal: Journal, result: Result, tookMs: number): Record<string, string> {
  return { ...earlyOutputs(journal), result, duration_seconds: String(Math.round(tookMs / 1000)) };
}

/** The same JSON, in which the runner finds no `##[command]` when a later step prints it. */
function inert(json: string): string {
  return json.replaceAll('##[', '##\\u005b');
}

function asJson({ server, id, snapshot, result, adopted, remark, tookMs }: Facts) {
  return {
    server_id: server ? onWire(server.id) : null,
    server_name: server?.name ?? null,
    snapshot_id: id === undefined ? null : onWire(id),
    snapshot_name: snapshot?.name ?? null,
    status: snapshot?.status ?? null,
    size_mb: snapshot?.sizeMb ?? null,
    created_at: snapshot?.createdAt ?? null,
    description: snapshot?.description ?? null,
    result: result ?? null,
    adopted: adopted ?? false,
    remark: remark ?? null,
    duration_seconds: tookMs === undefined ? null : Math.round(tookMs / 1000),
  };
}
