import { InputError } from '../errors.ts';
import { unwrapped } from '../text/unwrapped.ts';

/** The token itself, without the word that stands before it in a header. */
function bareToken(text: string): string {
  return unwrapped(unwrapped(text).replace(/^Bearer(\s+|$)/i, ''));
}

/** Every form in which the token may be printed: as given, without quotes, without `Bearer`. */
export function tokenForms(text: string): string[] {
  const forms = [text, text.trim(), unwrapped(text), bareToken(text)];
  return [...new Set(forms)].filter((form) => form !== '');
}

/** @throws {InputError} */
export function token(given: string): string {
  const text = bareToken(given);
  if (text === '') {
    throw new InputError(
      'api_token',
      'Input api_token is empty.',
      'Set it to a secret, such as ${{ secrets.VPS_API_TOKEN }}. It is empty when the secret has another name; in runs from forks and of Dependabot, which get no secrets; in a reusable workflow that is called without secrets: inherit; in a job without the environment that has the secret; and in the post step of nested composite actions, which get the outer action’s inputs.',
    );
  }
  if (!/^[\x21-\x7e]+$/.test(text)) {
    throw new InputError(
      'api_token',
      'Input api_token has characters in it that no token has (white space, control or non-ASCII characters).',
      'Copy the token into the secret again, without line breaks.',
    );
  }
  return text;
}
