import type { Id } from '../vps/id.ts';
import type { Snapshot } from '../vps/model.ts';
import { newestFirst } from './age.ts';
import { isOurs, type Origin } from './ownership.ts';
import { ofServer } from './slots.ts';
import { isComplete } from './snapshot-status.ts';

/** How the user named the snapshots to restore or delete. */
export type Selection =
  | { by: 'id'; ids: Id[] /** Allowed servers; empty: any. */; servers: Id[] }
  | { by: 'name'; name: string; servers: Id[] }
  | { by: 'latest'; servers: Id[] };

export interface Selected {
  snapshots: Snapshot[];
  /** Ids that no list has. */
  missing: Id[];
  /** Why the selection cannot stand, one line each; empty when it can. */
  problems: Problem[];
}

export interface Problem {
  text: string;
  /** What the user may have meant. */
  candidates: Snapshot[];
}

/** Which snapshots the user means. Never guesses: what is not exactly one is a problem that lists the candidates. */
export function selected(
  selection: Selection,
  snapshots: readonly Snapshot[],
  origin: Pick<Origin, 'repository'>,
): Selected {
  switch (selection.by) {
    case 'id':
      return selectedById(selection, snapshots);
    case 'name':
      return onePerServer(selection.servers, snapshots, {
        wanted: `named ${selection.name}`,
        matches: (all) => all.filter(({ name }) => name === selection.name),
      });
    case 'latest':
      return onePerServer(selection.servers, snapshots, {
        wanted: `completed and made by ${origin.repository}`,
        matches(all) {
          const own = all.filter((snapshot) => isComplete(snapshot.status) && isOurs(snapshot, origin));
          const isTold = own.every(({ createdAt }) => createdAt !== null);
          return isTold ? own.sort(newestFirst).slice(0, 1) : own;
        },
      });
  }
}

function selectedById(
  { ids, servers }: Extract<Selection, { by: 'id' }>,
  snapshots: readonly Snapshot[],
): Selected {
  const found = ids.map((id) => snapshots.find((snapshot) => snapshot.id === id));
  const present = found.filter((snapshot) => snapshot !== undefined);
  return {
    snapshots: present,
    missing: ids.filter((_, index) => found[index] === undefined),
    problems: present
      .filter(({ server }) => servers.length > 0 && !servers.includes(server.id))
      .map(({ id, server }) => ({
        text: `Snapshot ${id} is of server ${server.id}, and server_id allows only ${servers.join(', ')}`,
        candidates: snapshots.filter((snapshot) => servers.includes(snapshot.server.id)),
      })),
  };
}

function onePerServer(
  servers: readonly Id[],
  snapshots: readonly Snapshot[],
  by: { wanted: string; matches(all: Snapshot[]): Snapshot[] },
): Selected {
  const perServer = servers.map((server) => {
    const all = ofServer(server, snapshots);
    return { server, all, matching: by.matches(all) };
  });
  return {
    snapshots: perServer.flatMap(({ matching }) => (matching.length === 1 ? matching : [])),
    missing: [],
    problems: perServer
      .filter(({ matching }) => matching.length !== 1)
      .map(({ server, all, matching }) => ({
        text: `Server ${server} has ${matching.length === 0 ? 'no snapshot' : `${matching.length} snapshots`} ${by.wanted}`,
        candidates: matching.length > 1 ? matching : all,
      })),
  };
}
