import { mostRedirects, probeTimeoutMs } from '../limits.ts';
import type { Clock } from './clock.ts';
import { within } from './time-limit.ts';
import { tlsWords } from './tls-words.ts';

interface Prober {
  fetch: typeof globalThis.fetch;
  clock: Clock;
  signal: AbortSignal;
  /** On `clock`. */
  deadline: number;
}

export interface Probed {
  /** It answered 2xx. */
  ok: boolean;
  /** What it answered, for people: `503`, `a redirect to login.example.com`, `no such host`. */
  words: string;
}

/** One GET without token. Redirects are followed as long as they stay on the same origin. @throws when cancelled */
export async function probe(url: string, { fetch, clock, signal, deadline }: Prober): Promise<Probed> {
  const ms = Math.min(probeTimeoutMs, deadline - clock.now());
  try {
    return await within({ ms, clock, signal }, (stop) => answerOf(url, (at) => get(at, fetch, stop)));
  } catch (error) {
    signal.throwIfAborted();
    return { ok: false, words: reasonIn(error) };
  }
}

async function get(url: string, fetch: Prober['fetch'], signal: AbortSignal): Promise<Response> {
  const response = await fetch(url, { redirect: 'manual', signal });
  await response.body?.cancel();
  return response;
}

async function answerOf(url: string, ask: (url: string) => Promise<Response>): Promise<Probed> {
  let at = url;
  for (let redirects = 0; redirects <= mostRedirects; redirects++) {
    const response = await ask(at);
    const location = response.headers.get('location');
    if (response.status < 300 || response.status > 399 || location === null)
      return { ok: response.ok, words: String(response.status) };
    const target = URL.canParse(location, at) ? new URL(location, at) : undefined;
    if (!target || target.origin !== new URL(url).origin)
      return { ok: false, words: `${response.status}, a redirect to ${target?.host || 'nowhere'}` };
    at = target.href;
  }
  return { ok: false, words: 'one redirect after another' };
}

const reasons: Record<string, string> = {
  ENOTFOUND: 'no such host',
  EAI_AGAIN: 'no such host for now',
  ECONNREFUSED: 'the connection was refused',
  ECONNRESET: 'the connection was cut',
  ETIMEDOUT: 'no answer',
};

/** fetch hides the reason behind `cause`; several addresses tried at once hide it in `errors`. */
function reasonIn(error: unknown): string {
  for (let at = error, depth = 0; at instanceof Error && depth < 5; depth++) {
    const { code, errors, cause } = at as Error & { code?: unknown; errors?: unknown[]; cause?: unknown };
    if (typeof code === 'string') {
      const tls = tlsWords(code);
      if (tls) return `its certificate was not accepted, for ${tls.why} (${code}). ${tls.next}`;
      return `${reasons[code] ?? 'no answer'} (${code})`;
    }
    at = errors?.[0] ?? cause;
  }
  return 'no answer';
}
