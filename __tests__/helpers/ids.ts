import { type Id, readId } from '../../src/vps/id.ts';

/** An id as the code has it, from a number or text as people write it. */
export function id(written: number | string): Id {
  const read = readId(written);
  if (read === undefined) throw new Error(`${written} is no id`);
  return read;
}

export function ids(...written: (number | string)[]): Id[] {
  return written.map(id);
}
