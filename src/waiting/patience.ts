import { minute } from './clock.ts';

/** Reads before anything is planned give up earlier than the deadline: nothing is lost by saying so soon. */
export const planningPatienceMs = 2 * minute;
