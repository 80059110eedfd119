/** One request and what came of it. */
export interface LedgerEntry {
  /** When it came: milliseconds since 1970 by the API's `now`. */
  at: number;
  method: string;
  /** Without the base path, like `/snapshots/801/restore/`. */
  path: string;
  /** Without the question mark. */
  query: string;
  status: number | 'reset' | 'hang';
  /** What was sent: parsed if it is JSON, else the text. */
  body: unknown;
  /** As they were sent, the token included. */
  headers: Record<string, string>;
}

/** What was sent, as the ledger notes it. */
export function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
}
