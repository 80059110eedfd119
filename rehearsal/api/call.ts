import type { Outcome } from '../http/answers.ts';
import type { Settings } from './options.ts';
import type { State } from './state.ts';

/** One request, as its handler sees it. */
export interface Call {
  state: State;
  settings: Settings;
  /** Milliseconds since 1970. */
  now: number;
  method: string;
  /** Without the base path. */
  path: string;
  query: URLSearchParams;
  headers: Record<string, string>;
  body: string;
}

/** `id` is the one in the path, 0 where a path has none. */
export type Handler = (call: Call, id: number) => Outcome;
