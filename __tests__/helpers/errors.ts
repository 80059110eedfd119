import { expect } from 'vitest';
import { InputError } from '../../src/errors.ts';

/** The error that a promise is rejected with. */
export async function errorOf(promise: Promise<unknown>): Promise<unknown> {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  throw new Error('There was no error');
}

/** Why inputs are not accepted. */
export function refusalOf(read: () => unknown): InputError {
  try {
    read();
  } catch (error) {
    expect(error).toBeInstanceOf(InputError);
    return error as InputError;
  }
  throw new Error('The inputs were accepted');
}
