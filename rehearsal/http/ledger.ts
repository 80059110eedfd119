/** One request and what came of it. */
export interface LedgerEntry {
  /** When it came: milliseconds since 1970 by the stand-in's `now`. */
  at: number;
  method: string;
  /** Below the stand-in's root, like `/snapshots/801/restore/`. */
  path: string;
  /** Without the question mark. */
  query: string;
  status: number | 'reset' | 'hang';
  /** What was sent: parsed if it is JSON, else the text. */
  body: unknown;
  /** As they were sent, the token included. */
  headers: Record<string, string>;
}
