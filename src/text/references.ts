import { oneLine } from './text.ts';

/** `server 12345 (web-1)`. */
export function serverName(server: { id: string; name?: string }): string {
  const name = oneLine(server.name ?? '', 60);
  return name && name !== `server ${server.id}` ? `server ${server.id} (${name})` : `server ${server.id}`;
}

/** `snapshot 802 (pre-deploy)`. */
export function snapshotName(snapshot: { id: string; name?: string }): string {
  return snapshot.name
    ? `snapshot ${snapshot.id} (${oneLine(snapshot.name, 80)})`
    : `snapshot ${snapshot.id}`;
}

export function capitalised(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
