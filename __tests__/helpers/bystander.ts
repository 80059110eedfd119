import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import { type AddressInfo, connect } from 'node:net';

/** A host that is not the API, and what it got to see. */
export interface Bystander extends AsyncDisposable {
  url: string;
  /** Like `GET /up`, or `CONNECT 127.0.0.1:8080`. */
  requests: string[];
  headers: IncomingHttpHeaders[];
}

/** A web server that answers every request with this status. As a proxy, it lets tunnels through to `upstream`. */
export async function bystander({ status = 200, upstream = '' } = {}): Promise<Bystander> {
  const requests: string[] = [];
  const headers: IncomingHttpHeaders[] = [];
  const server = createServer((request, response) => {
    requests.push(`${request.method} ${request.url}`);
    headers.push(request.headers);
    response.writeHead(status).end('{}');
  });
  server.on('connect', (request, socket) => {
    requests.push(`CONNECT ${request.url}`);
    headers.push(request.headers);
    if (!upstream) {
      socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
      return;
    }
    const { hostname, port } = new URL(upstream);
    const tunnel = connect(Number(port), hostname, () => socket.write('HTTP/1.1 200 OK\r\n\r\n'));
    tunnel.on('error', () => socket.destroy()).pipe(socket);
    socket.on('error', () => tunnel.destroy()).pipe(tunnel);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    headers,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
    },
  };
}
