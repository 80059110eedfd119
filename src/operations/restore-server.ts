import type { Deps } from '../deps.ts';
import { Failure } from '../errors.ts';
import { type Entry, factsOf } from '../report/journal.ts';
import { noTrace } from '../rules/restore-progress.ts';
import type { Restoration, ServerRef } from '../rules/steps.ts';
import { capitalised, serverName, snapshotName } from '../text/references.ts';
import { failureFrom, VpsError } from '../vps/errors.ts';
import { type Accepted, type ProofTerms, proveByList, proveByUrl } from './prove-restore.ts';
import { type Permission, requestRestore } from './request-restore.ts';
import { startServer } from './start-server.ts';

/** A restore that the API has accepted and that is not done yet. */
export interface Begun extends Accepted {
  /** Whether the token may list servers. */
  listed: boolean;
  entry: Entry;
  /** On the clock: before the first request, and when one was accepted. */
  startedAt: number;
  acceptedAt: number;
}

/** Has one restore accepted. @throws {Failure} */
export async function beginRestore(step: Restoration, permission: Permission, deps: Deps): Promise<Begun> {
  const { snapshot } = step;
  const { clock, journal } = deps;
  const entry = journal.enter(factsOf({ listed: snapshot }));
  const startedAt = clock.now();
  const trace = await noted({ entry, snapshot }, () => requestRestore(step, permission, deps));
  journal.happened('restore requested', clock.date(), snapshot.server.id);
  const { addresses, listed } = permission;
  return { snapshot, trace, addresses, listed, entry, startedAt, acceptedAt: clock.now() };
}

/** One that another step of the job has asked for. Nothing more is known of it. */
export function resumeRestore({ snapshot }: Restoration, permission: Permission, deps: Deps): Begun {
  const { clock, journal } = deps;
  const { addresses, listed, ran } = permission;
  const entry = journal.enter(factsOf({ listed: snapshot }));
  const at = clock.now();
  const { server } = snapshot;
  const told = `A step of this job asked for the restore of ${serverName(server)} from ${snapshotName(snapshot)}.`;
  journal.settle('restore', server.id, told);
  return { snapshot, trace: { ...noTrace, ran }, addresses, listed, entry, startedAt: at, acceptedAt: at };
}

/** A restore that is done. */
export interface Done {
  /** What the user should know all the same. */
  caveat: string | undefined;
  /** Nothing but a standstill says that it was restored: no reason to give the snapshot away. */
  byStandstill: boolean;
}

/** Waits until an accepted restore is done; a server that ran before runs again. @throws {Failure} */
export async function finishRestore(begun: Begun, terms: ProofTerms, deps: Deps): Promise<Done> {
  const { snapshot, entry, listed, startedAt } = begun;
  const prove = listed ? proveByList : proveByUrl;
  const { caveat, byStandstill } = await noted(begun, async () => {
    const left = await prove(begun, terms, deps);
    if (left.is === 'running') return { caveat: undefined, byStandstill: left.byStandstill };
    return { caveat: await standing(begun, { terms, word: left.word }, deps), byStandstill: false };
  });
  deps.journal.happened('server back', deps.clock.date(), snapshot.server.id);
  const { server } = snapshot;
  const told = `${capitalised(serverName(server))} was restored from ${snapshotName(snapshot)}.`;
  deps.journal.settle('restore', server.id, told);
  const remark = caveat === undefined ? {} : { remark: caveat };
  entry.learn({ result: 'restored', tookMs: deps.clock.now() - startedAt, ...remark });
  return { caveat, byStandstill };
}

/** The restore is done, and the server stands still. It is started if it ran before: the restore stopped it. */
async function standing(
  { snapshot, trace }: Begun,
  { terms: { readyUrl }, word }: { terms: ProofTerms; word: string },
  deps: Deps,
): Promise<string | undefined> {
  const { server } = snapshot;
  const name = capitalised(serverName(server));
  const { ran } = trace;
  const why = ran ? await whyNotStarted(server, deps) : undefined;
  if (ran && why === undefined) {
    deps.log.info(`${name} is active again, restored from ${snapshotName(snapshot)}.`);
    return undefined;
  }
  const caveat = `${name} is restored, but ${word}: start it by hand at VPS.org`;
  const more = why === undefined ? '' : ` ${why}`;
  if (readyUrl) {
    const next = `ready_url cannot answer until the server runs. Start it, then check ${readyUrl}.`;
    throw new Failure({ title: 'Server stopped', message: `${caveat}.${more}`, next });
  }
  deps.journal.warning('Server stopped', `${caveat}.${more}`);
  return caveat;
}

/** Undefined when the server runs. */
async function whyNotStarted(server: ServerRef, deps: Deps): Promise<string | undefined> {
  deps.log.info(
    `${capitalised(serverName(server))} stands still after the restore and ran before it. Starting it.`,
  );
  try {
    await startServer({ server, watchUntil: undefined }, deps);
    return undefined;
  } catch (error) {
    deps.signal.throwIfAborted();
    if (!(error instanceof Failure)) throw error;
    return `${error.message} ${error.next}`;
  }
}

/** What goes wrong stands in the entry too. */
async function noted<T>(
  { entry, snapshot }: Pick<Begun, 'entry' | 'snapshot'>,
  act: () => Promise<T>,
): Promise<T> {
  try {
    return await act();
  } catch (error) {
    const failure = error instanceof VpsError ? unconfirmed(snapshot, error) : error;
    if (failure instanceof Failure) entry.learn({ result: failure.ending, remark: failure.message });
    throw failure;
  }
}

/** The API would no longer tell, after it had accepted the restore. */
function unconfirmed({ server }: Begun['snapshot'], error: VpsError): Failure {
  return failureFrom(error, {
    title: 'Restore accepted, not confirmed',
    message: `${capitalised(serverName(server))}: the restore was accepted, but not confirmed.`,
    next: 'Whether it was restored is not known. Look at it at VPS.org before you rely on it, and before you restore it again.',
  });
}
