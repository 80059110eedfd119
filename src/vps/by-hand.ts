import type { Id } from './id.ts';
import type { Places } from './places.ts';

/** Command lines that need nothing but curl; the token as `$VPS_API_TOKEN`. */
export interface ByHand {
  list(): string;
  restore(snapshot: Id): string;
  delete(snapshot: Id): string;
  start(server: Id): string;
}

export function byHandAt(apiUrl: string, at: Places): ByHand {
  const curl = (path: string, ...words: string[]) =>
    ['curl', ...words.slice(0, 1), '-H "Authorization: Bearer $VPS_API_TOKEN"', ...words.slice(1)]
      .concat(apiUrl + path)
      .join(' ');
  return {
    list: () => curl('/snapshots/'),
    restore: (id) => curl(`${at.pathOf('snapshots', id)}restore/`, '-X POST'),
    delete: (id) => curl(at.pathOf('snapshots', id), '-X DELETE'),
    start: (id) =>
      curl(
        `${at.pathOf('servers', id)}power/`,
        '-X POST',
        '-H "Content-Type: application/json"',
        `-d '{"action":"start"}'`,
      ),
  };
}
