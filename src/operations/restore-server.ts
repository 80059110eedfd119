import type { Deps } from '../deps.ts';
import { Failure } from '../errors.ts';
import { type Entry, factsOf } from '../report/journal.ts';
import type { Restoration } from '../rules/steps.ts';
import { capitalised, serverName } from '../text/names.ts';
import { failureFrom, VpsError } from '../vps/errors.ts';
import { type Accepted, type ProofTerms, proveByList, proveByUrl } from './prove-restore.ts';
import { requestRestore } from './request-restore.ts';

/** A restore that the API has accepted and that is not done yet. */
export interface Begun extends Accepted {
  /** Whether the token may list servers. */
  listed: boolean;
  entry: Entry;
  /** On the clock. */
  startedAt: number;
}

/** Has one restore accepted. @param listed whether the token may list servers @throws {Failure} */
export async function beginRestore(step: Restoration, listed: boolean, deps: Deps): Promise<Begun> {
  const { snapshot } = step;
  const { clock, journal } = deps;
  const entry = journal.enter(factsOf({ listed: snapshot }));
  const startedAt = clock.now();
  const trace = await noted({ entry, snapshot }, () => requestRestore(step, listed, deps));
  journal.happened('restore requested', clock.date(), snapshot.server.id);
  return { snapshot, trace, listed, entry, startedAt };
}

/** Waits until an accepted restore is done. @returns what the user should know all the same @throws {Failure} */
export async function finishRestore(
  begun: Begun,
  terms: ProofTerms,
  deps: Deps,
): Promise<string | undefined> {
  const { snapshot, entry, listed, startedAt } = begun;
  const prove = listed ? proveByList : proveByUrl;
  const caveat = await noted(begun, () => prove(begun, terms, deps));
  deps.journal.happened('server back', deps.clock.date(), snapshot.server.id);
  const remark = caveat === undefined ? {} : { remark: caveat };
  entry.learn({ result: 'restored', tookMs: deps.clock.now() - startedAt, ...remark });
  return caveat;
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
    next: 'Look at the server at VPS.org before you rely on it.',
  });
}
