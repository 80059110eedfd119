/** What is left of a job for the judge: what was sent, what it did, and what people were told. Moments are milliseconds since the beginning. */

export interface Step {
  use: number;
  isPost: boolean;
  inputs: Readonly<Record<string, string>>;
  /** The step's part of its nonce. */
  nonce: string;
  startedAt: number;
  endedAt: number;
  /** `killed`: by a kill. `forced`: it did not end by itself after a signal. `stuck`: it never ended. */
  end: 'itself' | 'killed' | 'forced' | 'stuck';
  signalledAt: number | undefined;
  red: boolean;
  outputs: Record<string, string>;
  annotations: Annotation[];
  lines: string[];
  summary: string;
  /** What was saved for the post step, newest last. */
  saved: string[];
  /** What the step found saved. */
  state: string;
}

export interface Annotation {
  level: 'notice' | 'warning' | 'error';
  title: string;
  message: string;
}

/** What a request did, or what came of one later. */
export type Effect =
  | { did: 'create' | 'delete' | 'restore'; snapshot: number; server: number }
  | { did: 'start' | 'stop' | 'restart' | 'hard_stop'; server: number };

export interface Sent {
  at: number;
  /** The step that sent it, by its place among the steps. */
  step: number;
  to: 'api' | 'github' | 'site' | 'elsewhere';
  method: string;
  /** Below the API's root, without the query. */
  path: string;
  query: string;
  body: string;
  headers: Record<string, string>;
  /** Undefined as long as there is none. */
  answer: Answer | undefined;
  answeredAt: number | undefined;
  effects: Effect[];
  /** The step was over. */
  isLate: boolean;
}

export interface Answer {
  status: number | 'reset' | 'hang' | 'aborted';
  isJson: boolean;
  body: string;
}

/** Something that others did. */
export interface Deed {
  at: number;
  what: string;
  server: number;
  snapshot: number | undefined;
}

/** An effect that came some time after its request. */
export interface LateEffect {
  at: number;
  effect: Effect;
}
