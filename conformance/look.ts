import { type Exchange, isJson, type Session } from './ask.ts';
import { type Reading, readWhole } from './lists.ts';
import { type Ids, idsOf } from './objects.ts';
import { Refusal } from './refusal.ts';

/** What an API shows to one who changes nothing: GET, and one OPTIONS, which are safe by RFC 9110, 9.2.1. */
export interface Look {
  account: Exchange;
  servers: Reading;
  snapshots: Reading;
  /** A list with more than one entry, read whole and again in two pages. */
  inHalves: { whole: Reading; pages: Exchange[] } | undefined;
  pastLastPage: Exchange;
  createInList: Exchange;
  createAtServer: Exchange;
  power: Exchange;
  wrongToken: Exchange;
  wrongPath: Exchange;
  wrongId: Exchange;
  otherFormId: Exchange;
  wrongMethod: Exchange;
}

/** Ids that nobody has. */
const nobody = { integer: '2147483600', uuid: '00000000-0000-4000-8000-000000000000' };

/** @throws {Refusal} when nothing can be asked: no answer, not this API, or a token that is not let in */
export async function look(session: Session): Promise<Look> {
  const account = await session.ask({ path: '/account/me/', what: 'the token' });
  letIn(account, session.connection.url);
  const servers = await readWhole(session, '/servers/', { what: 'the servers' });
  const snapshots = await readWhole(session, '/snapshots/', { what: 'the snapshots' });
  if (![account, ...servers.pages, ...snapshots.pages].some(isJson)) {
    const { url } = session.connection;
    throw new Refusal(`Nothing at ${url} answers in JSON. Check VPS_API_URL.`);
  }
  const { mine, other } = strangers(servers.entries[0] ?? snapshots.entries[0] ?? {});
  return {
    account,
    servers,
    snapshots,
    inHalves: await readInHalves(session, { servers, snapshots }),
    pastLastPage: await session.ask({ path: '/snapshots/?page=9999', what: 'a page past the last' }),
    createInList: await session.ask({ method: 'OPTIONS', path: '/snapshots/', what: 'methods' }),
    createAtServer: await session.ask({ path: `/servers/${mine}/snapshot/`, what: 'a create path' }),
    power: await session.ask({ path: `/servers/${mine}/power/`, what: 'the power path' }),
    wrongToken: await session.ask({ path: '/account/me/', token: 'vps_nobody', what: 'a wrong token' }),
    wrongPath: await session.ask({ path: '/no-such-path/', what: 'a path that nobody has' }),
    wrongId: await session.ask({ path: `/servers/${mine}/`, what: 'an id that nobody has' }),
    otherFormId: await session.ask({ path: `/servers/${other}/`, what: 'an id of the other form' }),
    wrongMethod: await session.ask({ path: `/snapshots/${mine}/restore/`, what: 'a wrong method' }),
  };
}

function letIn(account: Exchange, url: string): void {
  if (account.status === 0) {
    throw new Refusal(`${url} does not answer: ${account.trouble}. Check VPS_API_URL and the network.`);
  }
  if (account.status === 401) {
    throw new Refusal(
      'The API refuses the token (401). Check VPS_API_TOKEN: it may be cut, expired or another account’s.',
    );
  }
}

/** Ids of no server: one in the form that goes into the paths of servers, and one in the other form. */
function strangers(entry: Record<string, unknown>): { mine: string; other: string } {
  const { uuid }: Ids = idsOf(entry);
  const { integer } = nobody;
  return uuid === undefined ? { mine: integer, other: nobody.uuid } : { mine: nobody.uuid, other: integer };
}

async function readInHalves(
  session: Session,
  { servers, snapshots }: Pick<Look, 'servers' | 'snapshots'>,
): Promise<Look['inHalves']> {
  const path = snapshots.entries.length > 1 ? '/snapshots/' : '/servers/';
  const whole = path === '/snapshots/' ? snapshots : servers;
  if (whole.entries.length < 2) return undefined;
  const size = Math.min(100, Math.ceil(whole.entries.length / 2));
  const pages: Exchange[] = [];
  for (const page of [1, 2]) {
    pages.push(await session.ask({ path: `${path}?page_size=${size}&page=${page}`, what: 'half a list' }));
  }
  return { whole, pages };
}
