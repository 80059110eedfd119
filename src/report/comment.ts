import { bytesOfComment } from '../limits.ts';
import { fitting } from '../text/text.ts';
import { ascending, type Id } from '../vps/id.ts';
import { type Story, summary } from './summary.ts';

const mostRowsInComment = 50;

/** The story so far as a comment, and the hidden marker by which it is found again. */
export function commentOn(
  story: Story,
  servers: readonly Id[],
  runUrl: string,
): { marker: string; body: string } {
  const marker = `<!-- vps-snapshot-action ${servers.toSorted(ascending).join(',')} -->`;
  const link = runUrl ? `\n[Workflow run](${runUrl})\n` : '';
  const head = `${marker}\n`;
  const room = bytesOfComment - Buffer.byteLength(head + link);
  const text = fitting(summary(story, mostRowsInComment), room);
  return { marker, body: `${head}${text}${link}` };
}
