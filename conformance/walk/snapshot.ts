import { type Exchange, isAccepted } from '../ask.ts';
import { minute } from '../clock.ts';
import { type Fields, fieldsOf } from '../json.ts';
import { formOf, type Ids, idsOf, integerFirst, isSame, ownerOf, uuidFirst, wordOf } from '../objects.ts';
import { kindOfSnapshot } from '../words.ts';
import {
  answered,
  type Place,
  Stumble,
  seeServer,
  seeSnapshots,
  tooLong,
  type Wait,
  watch,
} from './place.ts';
import { type Made, note, type Removal } from './trail.ts';

const listedWithinMs = 10 * minute;
const completeWithinMs = 60 * minute;
const goneWithinMs = 10 * minute;
/** The longest text that the action sends. */
const longest = 200;

/** A snapshot that nobody asked for yet. */
export function newSnapshot({ prefix }: Place, suffix: string): Made {
  const name = `${prefix}-${suffix}`;
  return { attempts: [], name, text: longText(name), isShortened: false, words: [] };
}

/** Asks for a snapshot, as the action does: the path of the account's form first, the other one where that is none. */
export async function askForSnapshot(place: Place, made: Made): Promise<void> {
  const { name } = made;
  const before = (await seeSnapshots(place)).entries.map(idsOf);
  place.standing.set(name, {});
  const accepted = await accept(place, made);
  if (!accepted) {
    place.standing.delete(name);
    throw new Stumble(`No snapshot could be asked for: the last request ${answered(last(made))}`);
  }
  await find(place, made, { answer: idsOf(fieldsOf(accepted.json)), before });
}

/** Follows the snapshot to its end. */
export async function awaitEnd(place: Place, made: Made): Promise<void> {
  const from = last(made).at;
  const wait: Wait = {
    title: `Snapshot ${made.name}`,
    from,
    limitMs: completeWithinMs,
    usualMs: 10 * minute,
  };
  const ids = place.standing.get(made.name) ?? {};
  const end = await watch(place, wait, async (elapsed) => {
    const shown = (await seeSnapshots(place)).entries.find((one) => isSame(idsOf(one), ids));
    const word = shown ? wordOf(shown) : '';
    note(made.words, elapsed, word);
    await seeServer(place, { words: [], from });
    const isOver = ['complete', 'failed'].includes(kindOfSnapshot(word));
    return { state: word, ...(isOver && { done: word }) };
  });
  if (end === undefined) throw tooLong(wait, made.words.at(-1)?.word ?? 'not seen');
  made.endedAfterMs = place.session.now - from;
  if (kindOfSnapshot(end) !== 'complete') throw new Stumble(`Snapshot ${made.name} ended as ${end}`);
}

/** Deletes a snapshot of this walk, and looks for it until it is gone. */
export async function remove(place: Place, made: Made): Promise<Removal> {
  const ids = place.standing.get(made.name) ?? {};
  const exchange = await askToDelete(place, made);
  const removal: Removal = { exchange };
  if (!isAccepted(exchange)) return removal;
  const wait: Wait = {
    title: `Deleting ${made.name}`,
    from: exchange.at,
    limitMs: goneWithinMs,
    usualMs: 2 * minute,
  };
  await watch(place, wait, async (elapsed) => {
    const { entries, isWhole } = await seeSnapshots(place);
    const shown = entries.find((one) => isSame(idsOf(one), ids));
    const isGone = shown ? kindOfSnapshot(wordOf(shown)) === 'going' : isWhole;
    if (isGone) removal.goneAfterMs = elapsed;
    return { state: shown ? wordOf(shown) : 'gone', ...(isGone && { done: true }) };
  });
  if (removal.goneAfterMs !== undefined) place.standing.delete(made.name);
  return removal;
}

export function askToDelete({ session, standing }: Place, { name }: Made): Promise<Exchange> {
  const id = integerFirst(standing.get(name) ?? {});
  return session.ask({ method: 'DELETE', path: `/snapshots/${id}/`, what: 'delete' });
}

export function last({ attempts }: Pick<Made, 'attempts'>): Exchange {
  const exchange = attempts.at(-1);
  if (!exchange) throw new Error('Nothing was asked for');
  return exchange;
}

/** The accepted request, or the one of which nobody knows what came of it. */
async function accept(place: Place, made: Made): Promise<Exchange | undefined> {
  const { server } = place;
  const paths = server.id === undefined ? [atServer, inList] : [inList, atServer];
  for (const request of paths) {
    let exchange = await send(place, made, request(place, made));
    if (exchange.status === 400 && !namesServer(exchange)) {
      const shorter = await send(place, made, request(place, { ...made, text: made.name }));
      made.isShortened = isAccepted(shorter);
      exchange = shorter;
    }
    if (isAccepted(exchange) || exchange.status === 0 || exchange.status >= 500) return exchange;
    if (!leadsOn(exchange)) return undefined;
  }
  return undefined;
}

/** Nothing was made on this path, and the other one may be the right one. */
function leadsOn(exchange: Exchange): boolean {
  return [403, 404, 405].includes(exchange.status) || (exchange.status === 400 && namesServer(exchange));
}

type Request = (place: Place, texts: { name: string; text: string }) => { path: string; body: string };

/** As the documentation says. The id is written by hand, for a number may not hold it. */
const inList: Request = ({ server }, { name, text }) => {
  const id = server.id ?? JSON.stringify(server.uuid);
  const rest = JSON.stringify({ name, description: text }).slice(1);
  return { path: '/snapshots/', body: `{"server_id":${id},${rest}` };
};

/** As the vendor's own clients do. */
const atServer: Request = ({ server }, { text }) => ({
  path: `/servers/${uuidFirst(server)}/snapshot/`,
  body: JSON.stringify({ label: text }),
});

async function send(place: Place, made: Made, request: { path: string; body: string }): Promise<Exchange> {
  const exchange = await place.session.ask({ method: 'POST', ...request, what: 'create' });
  made.attempts.push(exchange);
  return exchange;
}

/** By the id that was answered, by the name in one of its texts, or as the only new one of this server. */
async function find(
  place: Place,
  made: Made,
  { answer, before }: { answer: Ids; before: Ids[] },
): Promise<void> {
  const { at } = last(made);
  const wait: Wait = {
    title: `Snapshot ${made.name}`,
    from: at,
    limitMs: listedWithinMs,
    usualMs: 2 * minute,
  };
  place.standing.set(made.name, answer);
  const found = await watch(place, wait, async (elapsed) => {
    const { entries } = await seeSnapshots(place);
    const news = entries.filter((one) => !before.some((old) => isSame(old, idsOf(one))));
    const mine = news.filter((one) => isSame(ownerOf(one).ids, place.server));
    const byId = entries.find((one) => isSame(idsOf(one), answer));
    const byText = news.find((one) => hasText(one, made.name));
    const shown = byId ?? byText ?? (mine.length === 1 ? mine[0] : undefined);
    if (!shown) return { state: 'not listed' };
    made.foundBy = byId ? 'its id' : byText ? 'its text' : 'being new';
    made.foundAfterMs = elapsed;
    return { state: wordOf(shown), done: shown };
  });
  if (!found)
    throw new Stumble(`The request for snapshot ${made.name} ${answered(last(made))}, and no list shows it`);
  made.shown = found;
  if (formOf(idsOf(found)) === 'no id') throw new Stumble(`Snapshot ${made.name} shows no id`);
  place.standing.set(made.name, idsOf(found));
}

function hasText(entry: Fields, name: string): boolean {
  return [entry.name, entry.label, entry.description].some((text) => String(text ?? '').includes(name));
}

function namesServer({ json }: Exchange): boolean {
  return 'server_id' in fieldsOf(json);
}

/** With the characters that a mark of the action has. */
function longText(name: string): string {
  const mark = ' [conformance OWNER/REPO run 1.1 00000000-00000000]';
  return `${name} made by the conformance kit, may be deleted `.padEnd(longest - mark.length, '.') + mark;
}
