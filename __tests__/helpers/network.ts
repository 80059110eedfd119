import { readFileSync } from 'node:fs';
import { createServer, request, type Server } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { type AddressInfo, connect } from 'node:net';
import type { Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

const tls = new URL('../fixtures/tls/', import.meta.url);
export const certificateFile = fileURLToPath(new URL('certificate.pem', tls));

/** Bytes. */
export const mega = 1024 ** 2;

/** A server of this protocol that answers every request with an empty list. Gives its port. */
export async function origin(protocol: 'http' | 'https'): Promise<number> {
  const secrets = { key: readFileSync(new URL('key.pem', tls)), cert: readFileSync(certificateFile) };
  const server = protocol === 'http' ? createServer() : createSecureServer(secrets);
  server.on('request', (_, response) => {
    response.writeHead(200, { 'content-type': 'application/json' }).end('{"count":0,"results":[]}');
  });
  return started(server);
}

/** A proxy that notes what goes through it. */
export async function proxy(): Promise<{ url: string; passed: string[] }> {
  const passed: string[] = [];
  const server = createServer((incoming, outgoing) => {
    passed.push(`${incoming.method} ${incoming.url}`);
    const onward = request(incoming.url ?? '', { method: incoming.method, headers: incoming.headers });
    onward.once('response', (response) => {
      outgoing.writeHead(response.statusCode ?? 500, response.headers);
      response.pipe(outgoing);
    });
    incoming.pipe(onward);
  });
  server.on('connect', ({ url = '' }, socket) => {
    passed.push(`CONNECT ${url}`);
    const { hostname, port } = new URL(`http://${url}`);
    const onward = connect(Number(port), hostname, () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      onward.pipe(socket).pipe(onward);
    });
    for (const end of [onward, socket]) end.on('error', () => {});
  });
  return { url: `http://127.0.0.1:${await started(server)}`, passed };
}

/** A port that nobody listens on. */
export async function closedPort(): Promise<number> {
  const server = createServer();
  const port = await listening(server);
  await new Promise((resolve) => {
    server.close(resolve);
  });
  return port;
}

export async function started(server: Server): Promise<number> {
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  return listening(server);
}

async function listening(server: Server): Promise<number> {
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return (server.address() as AddressInfo).port;
}

/** Writes the same again and again, as fast as it is taken, until it is 200 MB or nobody listens any more. */
export function flood(to: Writable) {
  const chunk = Buffer.alloc(mega / 4, ' ');
  const state = { written: 0 };
  const go = () => {
    while (state.written < 200 * mega) {
      state.written += chunk.length;
      if (!to.write(chunk)) {
        to.once('drain', go);
        return;
      }
    }
    to.end();
  };
  go();
  return state;
}
