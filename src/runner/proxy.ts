import { Failure } from '../errors.ts';
import type { Log } from '../text/log.ts';

const proxyVariables = ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy'];

/**
 * Makes fetch use the proxy that the environment names, and honour NO_PROXY. Left to itself, fetch knows no proxies
 * (https://nodejs.org/api/http.html#httpsetglobalproxyfromenvproxyenv, from Node 24.14).
 */
export function useProxies(log: Log): void {
  const variable = proxyVariables.find((name) => process.env[name]);
  if (!variable) return;
  const http = process.getBuiltinModule('node:http') as { setGlobalProxyFromEnv?: () => void };
  if (!http.setGlobalProxyFromEnv) {
    log.warning(
      'Proxy not used',
      `${variable} is set, but Node ${process.version} cannot use it. Node 24.14 or later can.`,
    );
    return;
  }
  for (const name of proxyVariables)
    if (process.env[name] && !isHttp(process.env[name])) throw notUsable(name);
  http.setGlobalProxyFromEnv();
}

/** Other proxies, such as SOCKS, are taken without a word and then not used. */
function isHttp(url: string): boolean {
  return URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);
}

function notUsable(variable: string): Failure {
  return new Failure({
    title: 'Proxy not usable',
    message: `${variable} does not name a proxy that can be used.`,
    next: 'Set it to a URL such as http://proxy.example.com:3128, or remove it.',
  });
}
