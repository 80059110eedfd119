import { second } from '../limits.ts';
import { parseJson } from './json.ts';

/**
 * The JSON of a success; undefined where none is due. A request that changes something was accepted, whatever its answer
 * says or lacks, but a page is nobody's acceptance.
 */
export function bodyOf(method: string, body: string): unknown {
  if (method === 'GET') return parseJson(body);
  try {
    return parseJson(body);
  } catch (error) {
    if (!/^\s*\ufeff?</.test(body)) return undefined;
    throw error;
  }
}

/** A success in status only: `{"status": "error", "message": "…"}`, and no object that could be one. */
export function isRefusalInDisguise(json: unknown): boolean {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return false;
  const { status, id, uuid, results, snapshot } = json as Record<string, unknown>;
  const isAnswer = [id, uuid, results, snapshot].some((one) => one !== undefined);
  return !isAnswer && typeof status === 'string' && /^(error|failed|failure)$/i.test(status);
}

/** `Retry-After` in milliseconds: seconds or an HTTP date (RFC 9110, 10.2.3). */
export function retryAfter(headers: Headers, now: number): number | undefined {
  const value = headers.get('retry-after')?.trim();
  if (!value) return undefined;
  if (/^\d+$/.test(value)) return Number(value) * second;
  const date = Date.parse(value);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

/** Where a redirect leads, without what may be secret in it; empty for none. */
export function redirection(headers: Headers): string {
  const location = headers.get('location');
  if (!location) return '';
  if (!URL.canParse(location))
    return `a redirect to ${/log-?in|sign-?in/i.test(location) ? 'a login page' : 'another path'}`;
  const { host, pathname } = new URL(location);
  return `a redirect to ${host || 'nowhere'}${/log-?in|sign-?in/i.test(pathname) ? ', a login page' : ''}`;
}

export interface NetworkTrouble {
  /** Node's code, such as `ECONNRESET`. */
  code: string;
  /** The connection was never made, so the API cannot have seen the request. */
  neverLeft: boolean;
  /** What a proxy answered that did not let the connection through. */
  proxyStatus?: number;
}

/** What went wrong on the way. fetch hides the reason behind `cause`; several addresses tried at once hide it in `errors`. */
export function troubleIn(error: unknown): NetworkTrouble {
  const reasons = reasonsOf(error);
  const code = reasons.map((reason) => reason.code).find((one) => typeof one === 'string');
  const neverLeft =
    reasons.length > 0 &&
    reasons.every((reason) => unconnected.has(String(reason.code)) || reason.syscall === 'connect');
  const proxyStatus = reasons.map(({ message }) => proxyStatusIn(String(message))).find(Boolean);
  if (proxyStatus) return { code: `the proxy answered ${proxyStatus}`, neverLeft: true, proxyStatus };
  const otherwise = error instanceof Error ? error.name : 'unknown';
  return { code: typeof code === 'string' ? code : otherwise, neverLeft };
}

const unconnected = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT']);

/** undici gives an error of its own no other sign: "Proxy response (407) !== 200 when HTTP Tunneling". */
function proxyStatusIn(message: string): number {
  return Number(/^Proxy response \((\d+)\)/.exec(message)?.[1] ?? 0);
}

interface Reason {
  message?: unknown;
  code?: unknown;
  syscall?: unknown;
}

/** The errors below all others: one, or one for each address that was tried. */
function reasonsOf(error: unknown, depth = 0): Reason[] {
  if (!(error instanceof Error) || depth > 5) return [];
  const { errors, cause } = error as Error & { errors?: unknown[] };
  const below = Array.isArray(errors) && errors.length > 0 ? errors : cause === undefined ? [] : [cause];
  const found = below.flatMap((one) => reasonsOf(one, depth + 1));
  return found.length > 0 ? found : 'code' in error ? [error as Reason] : [];
}
