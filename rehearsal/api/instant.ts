import type { Settings } from './settings.ts';
import type { State } from './state.ts';

/** The state as it is looked at, or changed, at one moment. */
export interface Instant {
  state: State;
  settings: Settings;
  /** Milliseconds since 1970. */
  now: number;
}
