import type { Answer } from '../http/answers.ts';
import type { Call } from '../http/fake.ts';
import type { Instant } from './instant.ts';
import type { State } from './state.ts';

export interface ApiCall extends Call<State>, Instant {}

/** `id` is the one in the path, 0 where a path has none. */
export type Handler = (call: ApiCall, id: number) => Answer;
