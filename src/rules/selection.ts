import type { Id } from '../vps/id.ts';
import type { Snapshot } from '../vps/model.ts';
import { newestFirst } from './age.ts';
import { isOurs, type Origin } from './ownership.ts';

/** How the user named the snapshots to restore or delete. */
export type Choice =
  | { by: 'id'; ids: Id[] /** Allowed servers; empty: any. */; servers: Id[] }
  | { by: 'name'; name: string; servers: Id[] }
  | { by: 'latest'; servers: Id[] };

export interface Chosen {
  snapshots: Snapshot[];
  /** Ids that no list has. */
  missing: Id[];
  /** Why the choice cannot stand, one line each; empty when it can. */
  problems: Problem[];
}

export interface Problem {
  text: string;
  /** What the user may have meant. */
  candidates: Snapshot[];
}

/** Which snapshots the user means. Never guesses: what is not exactly one is a problem that lists the candidates. */
export function chosen(
  choice: Choice,
  snapshots: readonly Snapshot[],
  origin: Pick<Origin, 'repository'>,
): Chosen {
  switch (choice.by) {
    case 'id':
      return chosenById(choice, snapshots);
    case 'name':
      return onePerServer(choice.servers, snapshots, `named ${choice.name}`, (ofServer) =>
        ofServer.filter((snapshot) => snapshot.name === choice.name),
      );
    case 'latest':
      return onePerServer(
        choice.servers,
        snapshots,
        `completed and made by ${origin.repository}`,
        (ofServer) =>
          ofServer
            .filter((snapshot) => snapshot.status === 'completed' && isOurs(snapshot, origin))
            .sort(newestFirst)
            .slice(0, 1),
      );
  }
}

function chosenById(choice: Extract<Choice, { by: 'id' }>, snapshots: readonly Snapshot[]): Chosen {
  const found = choice.ids.map((id) => snapshots.find((snapshot) => snapshot.id === id));
  const present = found.filter((snapshot) => snapshot !== undefined);
  return {
    snapshots: present,
    missing: choice.ids.filter((_, index) => found[index] === undefined),
    problems: present
      .filter(({ server }) => choice.servers.length > 0 && !choice.servers.includes(server.id))
      .map(({ id, server }) => ({
        text: `Snapshot ${id} is of server ${server.id}, and server_id allows only ${choice.servers.join(', ')}`,
        candidates: snapshots.filter((snapshot) => choice.servers.includes(snapshot.server.id)),
      })),
  };
}

function onePerServer(
  servers: readonly Id[],
  snapshots: readonly Snapshot[],
  wanted: string,
  matches: (ofServer: Snapshot[]) => Snapshot[],
): Chosen {
  const perServer = servers.map((server) => {
    const ofServer = snapshots.filter((snapshot) => snapshot.server.id === server);
    return { server, ofServer, matching: matches(ofServer) };
  });
  return {
    snapshots: perServer.flatMap(({ matching }) => (matching.length === 1 ? matching : [])),
    missing: [],
    problems: perServer
      .filter(({ matching }) => matching.length !== 1)
      .map(({ server, ofServer, matching }) => ({
        text: `Server ${server} has ${matching.length === 0 ? 'no snapshot' : `${matching.length} snapshots`} ${wanted}`,
        candidates: matching.length > 1 ? matching : ofServer,
      })),
  };
}
