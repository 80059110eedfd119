import type { Fields } from './json.ts';
import type { Look } from './look.ts';
import { type Ids, idsOf, integerFirst, isSame, ownerOf, wordOf } from './objects.ts';
import { Refusal } from './refusal.ts';
import { kindOfServer } from './words.ts';

/** The circle has two snapshots at a time, of the 5 that a server may have. */
const mostSnapshots = 3;

/** @throws {Refusal} unless the circle may be walked on this server; nothing was changed by then */
export function targetIn(look: Look, { server, confirm }: { server: string; confirm: string }): Ids {
  const { servers, snapshots } = look;
  const entry = servers.entries.find((one) => Object.values(idsOf(one)).includes(server.toLowerCase()));
  if (!entry) {
    const seen = servers.entries.map((one) => `  ${integerFirst(idsOf(one))}  ${namesOf(one).join(', ')}`);
    const list = seen.length > 0 ? `It sees:\n${seen.join('\n')}` : 'It sees no server.';
    throw new Refusal(`This token does not see a server ${server}. ${list}`);
  }
  if (!namesOf(entry).includes(confirm))
    throw new Refusal(
      `Server ${server} is not called exactly “${confirm}”. Nothing was changed. Check --server and --confirm.`,
    );
  const word = wordOf(entry);
  if (kindOfServer(word) !== 'runs')
    throw new Refusal(
      `Server ${server} is “${word}”. The circle begins with a running server: start it first.`,
    );
  const ids = idsOf(entry);
  const standing = snapshots.entries.filter((one) => isSame(ownerOf(one).ids, ids)).length;
  if (standing > mostSnapshots)
    throw new Refusal(
      `Server ${server} has ${standing} snapshots. The circle needs two free slots of 5: delete some first.`,
    );
  return ids;
}

function namesOf(server: Fields): string[] {
  return [server.name, server.hostname].filter((name) => typeof name === 'string' && name !== '') as string[];
}
