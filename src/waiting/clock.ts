/** Time as the action sees it. Everything that waits gets one of these, so that tests can play hours in milliseconds. */
export interface Clock {
  /** Milliseconds since some fixed moment; never runs backwards, whatever happens to the machine's date. */
  now(): number;
  /** The machine's date, for people to read. */
  date(): Date;
  /** Resolves after `ms` milliseconds; rejects with the signal's reason as soon as the signal is aborted. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}
