import type { Handled, HttpRequest } from './answers.ts';
import type { Fake } from './fake.ts';

export interface FetchOptions {
  /** Passes time for answers that a fault holds back. */
  sleep?: (ms: number, signal?: AbortSignal) => Promise<void>;
}

/** A stand-in as a `fetch` that needs no network and no timer, and fails with the errors that Node's would. */
export function asFetch(
  fake: Pick<Fake<unknown>, 'handle'>,
  { sleep }: FetchOptions = {},
): typeof globalThis.fetch {
  return async (input, init) => {
    // A request that follows a signal costs more than all the rest.
    const { signal: given, ...rest } = init ?? {};
    const request = new Request(input, rest);
    const signal = given ?? request.signal;
    const body = typeof init?.body === 'string' ? init.body : request.body ? await request.text() : '';
    signal.throwIfAborted();
    const pause = sleep && ((ms: number) => sleep(ms, signal));
    const handled = await unlessAborted(forever(fake.handle(asHttpRequest(request, body), pause)), signal);
    if (handled === 'reset') throw failed('read ECONNRESET', 'ECONNRESET');
    const { status, headers } = handled;
    if (status >= 300 && status < 400 && request.redirect !== 'manual') throw failed('unexpected redirect');
    return new Response([204, 205, 304].includes(status) ? null : handled.body, { status, headers });
  };
}

function asHttpRequest({ method, url, headers }: Request, body: string): HttpRequest {
  const { host, pathname, search } = new URL(url);
  return { method, path: pathname + search, headers: { ...Object.fromEntries(headers), host }, body };
}

/** Never settles when there is never an answer. */
async function forever(handling: Promise<Handled>): Promise<Exclude<Handled, 'hang'>> {
  const handled = await handling;
  return handled === 'hang' ? new Promise(() => {}) : handled;
}

function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason);
    signal.addEventListener('abort', stop, { once: true });
    if (signal.aborted) stop();
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}

function failed(message: string, code?: string): TypeError {
  return new TypeError('fetch failed', { cause: Object.assign(new Error(message), code && { code }) });
}
