import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { HttpRequest } from './answers.ts';
import type { Fake } from './fake.ts';

export interface RunningServer {
  /** Where the API is, base path included, like `http://127.0.0.1:8080/api/v1`. */
  url: string;
  /** Cuts every connection, those that wait for an answer too. */
  close(): Promise<void>;
}

/** A stand-in behind real sockets; a free port of the loopback address unless told otherwise. */
export async function serve(
  fake: Fake<unknown>,
  { port = 0, host = '127.0.0.1' }: { port?: number; host?: string } = {},
): Promise<RunningServer> {
  const server = createServer((incoming, outgoing) => {
    respond(fake, incoming, outgoing).catch((error: unknown) => outgoing.destroy(error as Error));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, host, resolve);
  });
  const address = server.address();
  const actualPort = typeof address === 'object' && address ? address.port : port;
  return {
    url: `http://${host}:${actualPort}${fake.basePath}`,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}

async function respond(
  fake: Fake<unknown>,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const handled = await fake.handle(await read(incoming), sleep);
  if (handled === 'hang') return;
  if (handled === 'reset') {
    incoming.socket.resetAndDestroy();
    return;
  }
  outgoing.sendDate = false;
  outgoing.writeHead(handled.status, handled.headers).end(handled.body);
}

async function read(incoming: IncomingMessage): Promise<HttpRequest> {
  let body = '';
  for await (const chunk of incoming.setEncoding('utf8')) body += chunk;
  const headers = Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]);
  return {
    method: incoming.method ?? '',
    path: incoming.url ?? '',
    headers: Object.fromEntries(headers),
    body,
  };
}

/** Does not keep the process alive: only the server does. */
function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms).unref();
  });
}
