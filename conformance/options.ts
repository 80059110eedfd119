import { parseArgs } from 'node:util';
import { Refusal } from './refusal.ts';

export interface Options {
  /** Undefined for the rehearsal in memory. */
  real: { url: string; token: string } | undefined;
  /** The server that may be lost. */
  circle: { server: string; confirm: string } | undefined;
  /** Where the report goes; `undefined` for nowhere. */
  out: string | undefined;
  isHelp: boolean;
}

export type Environment = Record<string, string | undefined>;

export const usualUrl = 'https://admin.vps.org/api/v1';

export const help = `npm run conformance -- [options]

Asks an API what its documentation leaves open, and compares the answers with what this action assumes.
Without a token it asks the API in memory, in each of its forms, with the whole circle.

  --read-only                  only GET, and one OPTIONS; so it is unless --server is given
  --server ID --confirm NAME   walk the whole circle on this server, whose data may be lost: snapshots of the running
                               and the stopped server, a restore, deletions. NAME is the server's name or hostname.
  --out DIR                    where conformance-report.md and .json go; without a token they are written only if given
  --help

  VPS_API_TOKEN                ask the real API with this token
  VPS_API_URL                  ${usualUrl} unless given; https, or http on a loopback address

Exit code: 0 when no answer contradicts, 1 when one does or the circle ended early, 2 for a mistake or no API,
130 when interrupted.`;

/** @throws {Refusal} for what makes no sense; nothing was sent by then */
export function readOptions(argv: string[], env: Environment): Options {
  const { values } = parse(argv);
  const { server, confirm, out } = values;
  const real = readReal(env);
  if ((server === undefined) !== (confirm === undefined))
    throw new Refusal(
      '--server ID and --confirm NAME go together: NAME is the name or hostname of that server.',
    );
  if (server !== undefined && values['read-only'])
    throw new Refusal(
      '--read-only and --server exclude each other: the circle changes the server. Leave one out.',
    );
  if (server !== undefined && !real)
    throw new Refusal(
      '--server needs VPS_API_TOKEN. Without a token the circle is walked in memory: leave --server out.',
    );
  return {
    real,
    circle: server === undefined || confirm === undefined ? undefined : { server: server.trim(), confirm },
    out: out ?? (real && '.'),
    isHelp: values.help ?? false,
  };
}

function parse(argv: string[]) {
  try {
    return parseArgs({
      args: argv,
      options: {
        'read-only': { type: 'boolean' },
        server: { type: 'string' },
        confirm: { type: 'string' },
        out: { type: 'string' },
        help: { type: 'boolean' },
      },
    });
  } catch (error) {
    throw new Refusal(`${(error as Error).message}\n\n${help}`);
  }
}

function readReal(env: Environment): Options['real'] {
  const { VPS_API_TOKEN, VPS_API_URL, NODE_TLS_REJECT_UNAUTHORIZED } = env;
  const token = (VPS_API_TOKEN ?? '').trim().replace(/^Bearer\s+/i, '');
  const url = (VPS_API_URL ?? '').trim();
  if (token === '' && url !== '')
    throw new Refusal(
      'VPS_API_URL is set and VPS_API_TOKEN is not. Set the token, or leave the URL out to rehearse.',
    );
  if (token === '') return undefined;
  if (!/^[\x21-\x7e]+$/.test(token))
    throw new Refusal('VPS_API_TOKEN has a space or another sign that no token has. Copy it once more.');
  if (NODE_TLS_REJECT_UNAUTHORIZED === '0')
    throw new Refusal('NODE_TLS_REJECT_UNAUTHORIZED=0 would show the token to anybody. Unset it.');
  return { url: readUrl(url === '' ? usualUrl : url), token };
}

function readUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url) throw new Refusal(`VPS_API_URL is no URL. It looks like ${usualUrl}.`);
  const isLoopback = /^(localhost|127(\.\d+){3}|\[::1\])$/.test(url.hostname);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback))
    throw new Refusal('VPS_API_URL must begin with https://, for the token goes there.');
  if (url.username || url.password || url.search || url.hash)
    throw new Refusal('VPS_API_URL must have no user, password, query or fragment.');
  return `${url.origin}${url.pathname}`.replace(/\/+$/, '');
}
