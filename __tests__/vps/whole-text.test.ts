import { createServer, type ServerResponse } from 'node:http';
import { createGzip, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { systemClock } from '../../src/runner/clock.ts';
import type { Vps } from '../../src/vps/client.ts';
import { forAtMost } from '../../src/vps/reading.ts';
import { wholeText } from '../../src/vps/whole-text.ts';
import { connected, order } from '../helpers/connected.ts';
import { errorOf } from '../helpers/errors.ts';
import { id } from '../helpers/ids.ts';
import { flood, mega, started } from '../helpers/network.ts';

type Body = ConstructorParameters<typeof Response>[0];

const once = forAtMost(0);

describe('the text of a body', () => {
  const textOf = (body: Body, most: number) => wholeText(new Response(body), most);

  test.each<[Body, string]>([
    [null, ''],
    ['', ''],
    ['Größe 😀', 'Größe 😀'],
    ['\ufeff{}', '{}'],
    [Uint8Array.of(0x7b, 0xff, 0x7d), '{\ufffd}'],
    [Uint8Array.of(0xe2, 0x82), '\ufffd'],
  ])('%j is read as %j', async (body, text) => {
    expect(await textOf(body, 100)).toBe(text);
  });

  test('a character that comes in two pieces is one', async () => {
    const pieces = [Uint8Array.of(0x61, 0xe2), Uint8Array.of(0x82), Uint8Array.of(0xac, 0x62)];
    expect(await textOf(ReadableStream.from(pieces) as ReadableStream<Uint8Array>, 5)).toBe('a€b');
  });

  test('has so many bytes, and not one more', async () => {
    expect(await textOf('1234€', 7)).toBe('1234€');
    expect(await textOf('1234€', 6)).toBeUndefined();
  });

  test('is not read beyond that', async () => {
    const state = { pulls: 0, cancelled: false };
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        state.pulls += 1;
        controller.enqueue(new Uint8Array(10));
      },
      cancel() {
        state.cancelled = true;
      },
    });
    expect(await textOf(body, 25)).toBeUndefined();
    expect(state.cancelled).toBe(true);
    expect(state.pulls).toBeLessThanOrEqual(5);
  });
});

/** A client of a server that answers everything like this, over a socket and in real time. */
async function answeredBy(answer: (response: ServerResponse) => void): Promise<Vps> {
  const server = createServer((request, response) => {
    request.resume();
    response.on('error', () => {});
    answer(response);
  });
  const port = await started(server);
  const { fetch } = globalThis;
  const deadline = systemClock.now() + 60_000;
  return connected({ apiUrl: `http://127.0.0.1:${port}/api/v1`, fetch, clock: systemClock, deadline }).vps;
}

const json = { 'content-type': 'application/json' };

describe('200 MB', () => {
  test.each([
    ['with its length', 200, { 'content-length': String(200 * mega) }],
    ['in chunks', 200, {}],
    ['of a refusal', 403, {}],
    ['of an outage', 503, {}],
  ])('%s are cut off, and the error says so', async (_, status, headers) => {
    let sent = { written: 0 };
    const vps = await answeredBy((response) => {
      response.writeHead(status, { ...json, ...headers });
      sent = flood(response);
    });
    const error = await errorOf(vps.listSnapshots(once));
    expect(error).toMatchObject({
      message: `VPS.org answered GET /snapshots/ with something else than documented: ${status} and more than 16 MB, of which the rest was not read`,
      fate: 'unknown',
      passing: true,
    });
    expect(sent.written).toBeLessThan(60 * mega);
  });

  test('in a few bytes are cut off too', async () => {
    let sent = { written: 0 };
    const vps = await answeredBy((response) => {
      response.writeHead(200, { ...json, 'content-encoding': 'gzip' });
      const gzip = createGzip();
      gzip.pipe(response);
      response.once('close', () => gzip.destroy());
      sent = flood(gzip);
    });
    const error = await errorOf(vps.listServers(once));
    expect(error).toMatchObject({ message: expect.stringContaining('200 and more than 16 MB') });
    expect(sent.written).toBeGreaterThan(16 * mega);
  });

  test('in answer to a request that changes something leave it unclear, and it is not repeated', async () => {
    let asked = 0;
    const vps = await answeredBy((response) => {
      asked += 1;
      response.writeHead(201, json);
      flood(response);
    });
    expect(await errorOf(vps.createSnapshot(order))).toMatchObject({
      message: expect.stringContaining('POST /snapshots/ with something else than documented: 201'),
      fate: 'unknown',
    });
    expect(asked).toBe(1);
  });
});

const made = JSON.stringify({ id: 802, name: 'pre', server: 12345, status: 'in_progress' });

describe('a body that breaks off', () => {
  const half = (status: number, type: string) => (response: ServerResponse) => {
    response.writeHead(status, { 'content-type': type, 'content-length': made.length });
    response.write(made.slice(0, 20), () => setTimeout(() => response.destroy(), 20));
  };
  const lying = (status: number) => (response: ServerResponse) => {
    response.writeHead(status, { ...json, 'content-encoding': 'gzip' }).end(made);
  };

  test.each([
    ['a list', half(200, 'application/json')],
    ['a list that is not compressed as it says', lying(200)],
    [
      'a list whose compression is cut',
      (response: ServerResponse) => {
        response.writeHead(200, { ...json, 'content-encoding': 'gzip' });
        response.end(gzipSync(made.repeat(50)).subarray(0, 60));
      },
    ],
  ])('%s is passing trouble', async (_, answer) => {
    const vps = await answeredBy(answer);
    expect(await errorOf(vps.listSnapshots(once))).toMatchObject({ fate: 'unknown', passing: true });
  });

  test.each([
    ['half of it', half(201, 'application/json')],
    ['a compression that it has not', lying(201)],
  ])('does not take an acceptance back: %s', async (_, answer) => {
    const vps = await answeredBy(answer);
    expect(await vps.createSnapshot(order)).toBeUndefined();
    await vps.restoreSnapshot(id(802));
  });

  test.each([
    ['a page', half(200, 'text/html')],
    ['a refusal', half(400, 'application/json')],
  ])('leaves it unclear: %s', async (_, answer) => {
    const vps = await answeredBy(answer);
    expect(await errorOf(vps.createSnapshot(order))).toMatchObject({ fate: 'unknown' });
  });
});
