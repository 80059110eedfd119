import { describe, expect, test } from 'vitest';
import { stage } from '../../conformance/rehearsals.ts';
import type { Api, Form } from '../../rehearsal/api/api.ts';
import { uuidOf } from '../../rehearsal/api/api.ts';
import { always, type Behaviour, client } from './interviewed.ts';
import { changes, lines, onStage, type Started, started, statusOf, token } from './started.ts';

describe('without a token', () => {
  test('the API in memory is asked in each of its forms, circle included, and nothing is written', async () => {
    const { api, code, said, written } = await started({}, { env: {} });
    expect(code).toBe(0);
    for (const form of ['documented', 'client', 'both']) expect(said).toContain(`The API in memory, ${form}`);
    expect(said).toContain('delete-in-progress');
    expect(said).not.toContain('contradicts\n');
    expect(api.ledger).toEqual([]);
    expect(written).toEqual({});
  });

  test('the report goes where it is told to', async () => {
    const { written } = await started({}, { argv: ['--out', 'there'], env: {} });
    expect(Object.keys(written)).toEqual(['there/conformance-report.json', 'there/conformance-report.md']);
    expect(JSON.parse(written['there/conformance-report.json'] ?? '')).toHaveLength(3);
  });
});

describe('with a token', () => {
  test('a folder that cannot be written is told', async () => {
    const { code, said } = await started({}, { argv: ['--out', 'nowhere'] });
    expect([code, said]).toEqual([2, expect.stringMatching(/0 contradicts[\s\S]*not be written: EACCES/)]);
  });

  test.each<Form>(['documented', 'client', 'both'])('nothing is changed, %s', async (form) => {
    for (const argv of [[], ['--read-only']]) {
      const { api, code, written } = await started({ form }, { argv });
      expect(code).toBe(0);
      expect(changes(api)).toEqual([]);
      expect(api.ledger.filter(({ method }) => method === 'OPTIONS').map(({ path }) => path)).toEqual([
        '/snapshots/',
      ]);
      expect(Object.keys(written)).toEqual(['conformance-report.json', 'conformance-report.md']);
    }
  });

  test('an answer that contradicts is exit code 1', async () => {
    const { code, said } = await started({ ownerAs: 'none' });
    expect(code).toBe(1);
    expect(said).toMatch(/✘ snapshot-owner.*\n.*not shown by all 24\n.*assumed.*\n.*contradicts/);
  });

  test('the circle is walked, and leaves nothing behind', async () => {
    const { api, code, said } = await started(client, { argv: onStage });
    expect(code).toBe(0);
    expect(api.snapshots()).toHaveLength(24);
    expect(statusOf(api)).toBe('active');
    expect(said).not.toContain('Left behind');
    expect(said).toMatch(
      /░ Snapshot conformance-[0-9a-f]{8}-running: in_progress, 0 s\n(.*\n)?█{10}░{10} Snapshot .*-running: completed, 5 m 00 s\n/,
    );
  });

  test('a circle in each form begins with its own create path', async () => {
    const inList = await started(
      { form: 'documented' },
      { argv: ['--server', '12345', '--confirm', stage.name] },
    );
    expect(lines(inList.api)[0]).toBe('POST /snapshots/');
    const atServer = await started(client, { argv: onStage });
    expect(lines(atServer.api)[0]).toBe(`POST /servers/${uuidOf(stage.id)}/snapshot/`);
  });

  test('a list without an end is not read for ever', async () => {
    const { api } = await started({ form: 'client', nextLoops: true });
    expect(api.ledger.length).toBeLessThan(20);
  });

  test('ids keep all their digits', async () => {
    const { api, code } = await started(
      { form: 'documented', idOffset: 10n ** 18n },
      { argv: ['--server', '1000000000000012345', '--confirm', stage.name] },
    );
    expect(code).toBe(0);
    expect(lines(api)).toContain('DELETE /snapshots/1000000000000000801/');
  });
});

describe('bad input changes nothing and is exit code 2', () => {
  const url = 'https://admin.vps.org/api/v1';

  test.each<[string, Started, RegExp, Behaviour?]>([
    ['a flag that is none', { argv: ['--servr', '1'] }, /Unknown option '--servr'[\s\S]*--confirm NAME/],
    ['an argument', { argv: ['12345'] }, /12345/],
    ['a server without its name', { argv: ['--server', '12345'] }, /--confirm NAME go together/],
    ['a name without its server', { argv: ['--confirm', 'web'] }, /go together/],
    ['a circle that is read-only', { argv: [...onStage, '--read-only'] }, /exclude each other/],
    ['a circle without a token', { argv: onStage, env: {} }, /needs VPS_API_TOKEN/],
    ['a URL without a token', { env: { VPS_API_URL: url } }, /VPS_API_TOKEN is not/],
    ['a token with a space', { env: { VPS_API_TOKEN: 'vps_a b' } }, /space/],
    ['http', { env: { VPS_API_TOKEN: token, VPS_API_URL: 'http://admin.vps.org/api/v1' } }, /https:\/\//],
    ['a URL that is none', { env: { VPS_API_TOKEN: token, VPS_API_URL: 'admin' } }, /is no URL/],
    [
      'a URL with a password',
      { env: { VPS_API_TOKEN: token, VPS_API_URL: 'https://a:b@c.example.com' } },
      /no user/,
    ],
    ['unproven servers', { env: { VPS_API_TOKEN: token, NODE_TLS_REJECT_UNAUTHORIZED: '0' } }, /Unset it/],
    ['a wrong token', { env: { VPS_API_TOKEN: 'vps_wrong' } }, /refuses the token \(401\)/],
    [
      'a wrong path',
      { env: { VPS_API_TOKEN: token, VPS_API_URL: 'https://admin.vps.org/api/v2' } },
      /answers in JSON/,
    ],
    [
      'an unknown server',
      { argv: ['--server', '77', '--confirm', 'x'] },
      /does not see a server 77[\s\S]*12345 {2}web-server-01, web01\.example\.com/,
    ],
    [
      'a name that does not match',
      { argv: ['--server', '12345', '--confirm', 'Web-server-01'] },
      /not called exactly “Web-server-01”/,
    ],
    [
      'a server that stands still',
      { argv: ['--server', '12345', '--confirm', stage.name] },
      /is “stopped”.*start it first/,
      { given: (api) => api.setServerStatus(stage.id, 'stopped') },
    ],
    [
      'a server without room',
      { argv: ['--server', '12345', '--confirm', stage.name] },
      /has 4 snapshots.*two free slots/,
      { given: fill },
    ],
    [
      'no answer',
      {},
      /does not answer: read ECONNRESET/,
      { given: (api) => always(api, { path: '/account/me/' }, { kind: 'reset', processed: false }) },
    ],
  ])('%s', async (_, start, words, behaviour = {}) => {
    const { api, code, said } = await started(behaviour, start);
    expect(said).toMatch(words);
    expect(said).not.toContain(token);
    expect(code).toBe(2);
    expect(changes(api)).toEqual([]);
  });

  function fill(api: Api): void {
    for (let number = 1; number <= 4; number += 1) api.addSnapshot({ server: stage.id });
  }

  test('names cannot rewrite the screen', async () => {
    const given = (api: Api) => api.addServer({ id: 3, name: 'web\u001b[2J\r\u202efdp' });
    const { said } = await started({ given }, { argv: ['--server', '77', '--confirm', 'x'] });
    expect(said).toContain('web [2J  fdp');
  });

  test('help is no mistake', async () => {
    const { api, code, said } = await started({}, { argv: ['--help'] });
    expect([code, api.ledger]).toEqual([0, []]);
    expect(said).toContain('VPS_API_TOKEN');
  });

  test('http is allowed on a loopback address', async () => {
    const env = { VPS_API_TOKEN: token, VPS_API_URL: 'http://127.0.0.1:8080/api/v1/' };
    expect((await started({}, { env })).code).toBe(0);
  });
});
