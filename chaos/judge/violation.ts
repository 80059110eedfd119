/** A promise that was not kept. */
export interface Violation {
  /** Which promise, always in the same words. */
  promise: string;
  /** What happened instead. */
  text: string;
}

export function broken(promise: string, text: string): Violation {
  return { promise, text };
}
