import type { Reporting } from '../inputs/reporting.ts';
import { commentOn } from '../report/comment.ts';
import { type StatusText, statusesOf } from '../report/commit-status.ts';
import type { Story } from '../report/summary.ts';
import type { Log } from '../text/log.ts';
import type { Id } from '../vps/id.ts';
import { type GitHub, hintAt, reasonOf } from './github.ts';

interface Telling {
  story: Story;
  /** The servers that the step is about. */
  servers: readonly Id[];
  reporting: Reporting;
  github: () => Promise<GitHub>;
  runUrl: string;
  /** Takes secrets out. */
  clean: (text: string) => string;
  log: Log;
}

/** Tells the story on GitHub. Best effort: a refusal is one warning, and changes nothing of the result. */
export async function reportToGitHub(telling: Telling): Promise<void> {
  const { reporting, log } = telling;
  if (reporting.comment) {
    const failed = await reasonWhy(() => comment(telling));
    if (failed) log.warning(...refusal(failed, 'comment', 'pull-requests: write'));
  }
  if (reporting.status) {
    const failed = await reasonWhy(() => setStatuses(telling));
    if (failed) log.warning(...refusal(failed, 'commit status', 'statuses: write'));
  }
}

async function comment({ story, servers, github, runUrl, log, clean }: Telling): Promise<void> {
  const { place, comment: send } = await github();
  if (place.pullRequest === null) {
    log.info('report: comment has no effect here, for this event is about no pull request.');
    return;
  }
  const { marker, body } = commentOn(story, servers, runUrl);
  await send(marker, clean(body));
}

async function setStatuses({ story, servers, github, runUrl, clean }: Telling): Promise<void> {
  const { setStatus } = await github();
  const [first, ...rest] = statusesOf(story, servers);
  const set = (status: StatusText) =>
    setStatus({ ...status, description: clean(status.description), targetUrl: runUrl });
  if (first) await set(first);
  await Promise.all(rest.map(set));
}

/** Undefined when nothing went wrong. */
async function reasonWhy(act: () => Promise<void>): Promise<string | undefined> {
  try {
    await act();
    return undefined;
  } catch (error) {
    return reasonOf(error);
  }
}

function refusal(reason: string, what: string, permission: string): [title: string, message: string] {
  return [
    'Not reported',
    `GitHub ${reason} to the ${what}${hintAt(reason, permission)}. The result of this step stands.`,
  ];
}
