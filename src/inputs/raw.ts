import { unwrapped } from '../text/unwrapped.ts';
import { boolean } from './values.ts';

/** The value of an input as the runner gives it; an empty one is an absent one. */
export type Raw = (name: string) => string;

/** A boolean with a default. */
export function flag(raw: Raw, input: string, otherwise: boolean): boolean {
  return optional(raw, input, boolean) ?? otherwise;
}

/** Undefined for an input that is not set. */
export function optional<T>(
  raw: Raw,
  input: string,
  parse: (input: string, text: string) => T,
): T | undefined {
  const text = raw(input);
  return text === '' ? undefined : parse(input, text);
}

/** All inputs without that; a description is anybody's text. */
export function tidy(raw: Raw): Raw {
  return (name) => (name === 'description' ? raw(name) : unwrapped(raw(name)));
}
