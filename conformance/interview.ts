import { randomBytes } from 'node:crypto';
import type { Session } from './ask.ts';
import { hasNext } from './lists.ts';
import { type Look, look } from './look.ts';
import type { Seen } from './questions/question.ts';
import { targetIn } from './target.ts';
import { walkCircle } from './walk/circle.ts';
import { emptyTrail } from './walk/trail.ts';

export interface Interview {
  session: Session;
  /** Outlives the first interruption, to tidy up. */
  tidying: AbortSignal;
  circle?: { server: string; confirm: string } | undefined;
  /** A line that the next one may replace. */
  show: (line: string) => void;
}

/** Asks an API everything: by looking, and where a circle is wanted by walking it. */
export async function interview({ session, tidying, circle, show }: Interview): Promise<Seen> {
  const seen: Look = await look(session);
  const { exchanges } = session;
  if (!circle) return { look: seen, trail: undefined, exchanges };
  const server = targetIn(seen, circle);
  const { say } = session.connection;
  const place = {
    ...{ session, server, say, show },
    first: seen.servers.pages.some(hasNext) ? '?page_size=100' : '',
    prefix: `conformance-${randomBytes(4).toString('hex')}`,
    trail: emptyTrail(),
    standing: new Map(),
  };
  return { look: seen, trail: await walkCircle(place, session.under(tidying)), exchanges };
}
