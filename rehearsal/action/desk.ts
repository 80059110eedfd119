import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { addressFile } from './fetch-report.ts';
import type { Report } from './report.ts';

interface Desk {
  report(): Report;
  /** Called once the report is on its way. */
  end(): void;
}

/**
 * Waits for the POST that ends the rehearsal, at an address that stands in its folder and nowhere else. A request works
 * alike on every system, and reaches no other process that was given the same number meanwhile.
 */
export async function openDesk(folder: string, { report, end }: Desk): Promise<void> {
  const path = `/${crypto.randomUUID()}`;
  const desk = createServer((request, response) => {
    if (request.method !== 'POST' || request.url !== path) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'content-type': 'application/json', connection: 'close' });
    response.end(JSON.stringify(report()), end);
  });
  await new Promise<void>((resolve, reject) => {
    desk.once('error', reject).listen(0, '127.0.0.1', resolve);
  });
  const { port } = desk.address() as AddressInfo;
  writeFileSync(addressFile(folder), `http://127.0.0.1:${port}${path}`);
}
