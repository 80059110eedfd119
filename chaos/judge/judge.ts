import { epoch } from '../draw/account.ts';
import type { Played } from '../stage/play.ts';
import { calm } from './calm.ts';
import { deletes } from './deletes.ts';
import { Facts } from './facts.ts';
import { power } from './power.ts';
import { restores } from './restores.ts';
import { results } from './results.ts';
import { secrets } from './secrets.ts';
import { snapshots } from './snapshots.ts';
import { times } from './times.ts';
import type { Violation } from './violation.ts';

/** Every promise that the job broke. */
export function judge(played: Played): Violation[] {
  const facts = new Facts(played, epoch);
  return [snapshots, restores, deletes, power, results, times, secrets, calm].flatMap((promise) =>
    promise(facts),
  );
}
