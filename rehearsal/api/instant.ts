import type { Settings } from './options.ts';
import type { State } from './state.ts';

/** The state as it is looked at, or changed, at one moment. */
export interface Instant {
  state: State;
  settings: Settings;
  /** Milliseconds since 1970. */
  now: number;
}
