/** Why the kit does not go on, with what to do; whoever started it made a mistake, or the API does not answer. */
export class Refusal extends Error {}

export const interruption = 'Interrupted';

/** Somebody wants the kit to end. */
export class Interrupted extends Error {
  constructor() {
    super(interruption);
  }
}
