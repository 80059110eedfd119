import { oneLine } from '../text/text.ts';
import type { Id } from '../vps/id.ts';
import type { Facts } from './journal.ts';
import type { Story } from './summary.ts';

/** GitHub refuses longer ones. */
const longestDescription = 140;

export interface StatusText {
  context: string;
  state: 'success' | 'failure' | 'pending' | 'error';
  description: string;
}

/** One commit status per server: what became of its snapshot. */
export function statusesOf(story: Story, servers: readonly Id[]): StatusText[] {
  return servers.map((server) => {
    const facts = story.journal.entries
      .map((entry) => entry.facts)
      .findLast((one) => one.server?.id === server);
    const description = oneLine(
      facts ? wordsFor(facts, story) : story.result.replaceAll('_', ' '),
      longestDescription,
    );
    return { context: `vps-snapshot/${server}`, state: stateOf(story), description };
  });
}

function wordsFor({ id, result, remark }: Facts, story: Story): string {
  if (!story.failure && (result === 'created' || result === 'ready'))
    return `snapshot ${id} taken${story.pending ? '; pending until the job ends' : ''}`;
  const word = (result ?? story.result).replaceAll('_', ' ');
  const snapshot = id === undefined ? '' : ` (snapshot ${id})`;
  return `${word}${snapshot}${remark ? `: ${remark}` : ''}`;
}

/** How the job stands: a rollback is no success of the commit, however well it went. */
function stateOf({ failure, jobFailed, pending, result }: Story): StatusText['state'] {
  if (failure?.ending === 'cancelled') return 'error';
  if (failure || jobFailed) return 'failure';
  return pending || result === 'requested' ? 'pending' : 'success';
}
