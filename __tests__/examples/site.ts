import { once } from 'node:events';
import { createServer } from 'node:http';

/** The rest of the web: it answers 200 to everything and keeps what it was sent. */
export async function openSite() {
  const posted: string[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request.setEncoding('utf8')) body += chunk;
    if (request.method === 'POST') posted.push(body);
    response.end('ok');
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as { port: number };
  return {
    url: `http://127.0.0.1:${port}`,
    posted,
    close(): void {
      server.close();
      server.closeAllConnections();
    },
  };
}
