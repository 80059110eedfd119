import { describe, expect, test } from 'vitest';
import type { Exchange } from '../../conformance/ask.ts';
import { progressLine } from '../../conformance/progress.ts';
import { Redactor } from '../../conformance/redact.ts';
import { asMarkdown, reportOn } from '../../conformance/report.ts';
import { type Api, type Form, uuidOf } from '../../rehearsal/api/api.ts';
import { always, client, minute } from './interviewed.ts';
import { onStage, started, token } from './started.ts';

const secret = {
  name: 'shop-frankfurt',
  hostname: 'shop.customer.example.com',
  ip_address: '203.0.113.77',
  ipv6_address: '2001:db8:77::1',
  snapshot: 'before-the-audit',
  description: 'for Olivia, ticket 4711',
};

function withSecrets(api: Api): void {
  const { snapshot, description, ...server } = secret;
  api.addServer({ id: 98_765, ...server });
  api.addSnapshot({ id: 87_654, server: 98_765, name: snapshot, description });
  const of = (answer: unknown) => ({
    ...(answer as object),
    password: 'hunter2-and-3',
    note: `root@${server.hostname}`,
  });
  always(api, { path: '/account/me/' }, { kind: 'echo', of });
  const told = `${server.hostname} (${server.ip_address}, id 98765, ${uuidOf(98_765)}) is not vps_abcdef nor root@mail.example.com`;
  always(api, { path: /^\/servers\/[^/]+\/$/ }, { kind: 'status', status: 404, json: { detail: told } });
}

describe('the report can be shown to anybody', () => {
  test.each<Form>(['documented', 'client', 'both'])('%s', async (form) => {
    const { api, written } = await started({ form, given: withSecrets });
    const ids = api.servers().map(({ id }) => api.shownId(id));
    const hidden = [
      ...Object.values(secret),
      ...[
        token,
        'vps_abcdef',
        'hunter2',
        'Olivia',
        'Owner',
        'owner@example.com',
        'root@',
        'mail.example.com',
      ],
      ...[
        ...ids,
        '98765',
        '87654',
        uuidOf(98_765),
        uuidOf(87_654),
        'web-server',
        'us-west',
        'github-actions',
      ],
    ];
    for (const [file, text] of Object.entries(written)) {
      expect(
        hidden.filter((one) => text.includes(one)),
        file,
      ).toEqual([]);
      expect(text).toMatch(form === 'client' ? /uuid-1/ : /integer-1/);
      expect(text).toContain(form === 'documented' ? 'address-1' : 'hostname-1');
    }
  });

  test('of a whole circle too, and it fits into an issue', async () => {
    const { api, written } = await started({ ...client, given: withSecrets }, { argv: onStage });
    const ids = [...api.state.snapshots.keys()].map(uuidOf);
    for (const text of Object.values(written)) {
      expect([...ids, ...Object.values(secret)].filter((one) => text.includes(one))).toEqual([]);
      expect(text).not.toMatch(/conformance-[0-9a-f]{8}/);
    }
    expect(written['conformance-report.md']?.length).toBeLessThan(65_536);
  });

  test('a circle that ended early names what is left behind by placeholders', async () => {
    const { said, written } = await started(
      {
        ...client,
        given: (api) =>
          api.fail({ when: { method: 'POST', path: /restore/ }, do: { kind: 'status', status: 400 } }),
      },
      { argv: onStage },
    );
    const [, id = ''] = /Left behind: Snapshot (\S+)/.exec(said) ?? [];
    expect(id).toMatch(/^[0-9a-f-]{36}$/);
    expect(written['conformance-report.md']).not.toContain(id);
    expect(written['conformance-report.md']).toMatch(
      /- Left behind: Snapshot uuid-\d+ \(name-\d+|- Left behind: Snapshot uuid-\d+ \(/,
    );
  });
});

describe('Redactor', () => {
  const exchange = (json: unknown, status = 200): Exchange => ({
    ...{
      method: 'GET',
      path: '/servers/',
      body: undefined,
      what: 'x',
      at: 0,
      status,
      trouble: '',
      headers: {},
    },
    ...{ text: String(json), json },
  });
  const show = (json: unknown, status?: number) => {
    const one = exchange(json, status);
    return new Redactor('vps_t0ken', [one]).exchange(one).body;
  };

  test.each<[string, unknown, unknown]>([
    [
      'ids keep their form',
      { id: 7, uuid: uuidOf(7), server: 9, server_id: 7 },
      { id: 'integer-1', uuid: 'uuid-1', server: 'integer-2', server_id: 'integer-1' },
    ],
    [
      'the same name is the same placeholder',
      [{ name: 'a1' }, { label: 'a1' }, { name: 'b1' }],
      [{ name: 'name-1' }, { label: 'name-1' }, { name: 'name-2' }],
    ],
    [
      'status words, sizes, counts and times stay',
      { status: 'active', size_mb: 5120, count: 2, created_at: '2025-01-15T18:30:00Z' },
      { status: 'active', size_mb: 5120, count: 2, created_at: '2025-01-15T18:30:00Z' },
    ],
    [
      'addresses',
      { ipv4_addresses: ['203.0.113.9'], ipv6_addresses: '2001:db8::9', note: '203.0.113.9' },
      { ipv4_addresses: ['address-1'], ipv6_addresses: 'address-2', note: 'address-1' },
    ],
    [
      'what is not known to be harmless',
      { price: 12.5, notes: 'call me' },
      { price: 'number', notes: 'text-1' },
    ],
    [
      'passwords',
      { password: 'x', root_pass: 'y', token: 'z', secret_key: 'k' },
      { password: 'hidden', root_pass: 'hidden', token: 'hidden', secret_key: 'hidden' },
    ],
    ['the account', { account: { email: 'a@b.example.com' } }, { account: 'account' }],
    [
      'links',
      { next: 'https://me.example.com/x/?page=2&cursor=abc' },
      { next: 'a link with page=2&cursor=text' },
    ],
    ['an integer that a number cannot hold', { id: 10n ** 18n }, { id: 'integer-1' }],
  ])('%s', (_, json, expected) => {
    expect(show(json)).toEqual(expected);
  });

  test('words of a refusal lose what looks like somebody’s, learned or not', () => {
    const detail = `Bearer vps_t0ken: ${uuidOf(7)} at 10.0.0.7, box7.example.com, a@b.example.com, fe80::1`;
    expect(show({ detail: [detail] }, 400)).toEqual({
      detail: ['Bearer token: uuid-1 at address-1, hostname-1, email-1, address-2'],
    });
  });

  test('a field that is called like a host is not shown', () => {
    const json = [{ hostname: 'web01.example.com' }, { 'web01.example.com': 1 }];
    expect(show(json)).toEqual([{ hostname: 'hostname-1' }, { 'hostname-1': 'number' }]);
  });

  test('a number in words is an id, unless it says how much', () => {
    expect(show({ detail: 'Order 123456: 3600 seconds, 2048 characters, 404' }, 400)).toEqual({
      detail: 'Order integer: 3600 seconds, 2048 characters, 404',
    });
  });

  test('the token goes whatever it looks like, and a server called active hides no status', () => {
    const redactor = new Redactor('no-prefix', [exchange({ name: 'active', hostname: 'all-1' })]);
    expect(redactor.answer('“no-prefix” “active” all-1 wall-1')).toBe('“token” “active” hostname-1 wall-1');
  });
});

test('a table cell holds what could break a table', () => {
  const judged = [
    { id: 'x', question: 'a|b?', assumes: 'c', answer: '“<b>\n|”', verdict: 'agrees' } as const,
  ];
  const seen = { exchanges: [], trail: undefined } as never;
  const markdown = asMarkdown([reportOn({ target: 't', token: 'k', seen, judged: [...judged] })]);
  expect(markdown).toContain('| `x` | a\\|b? | “&lt;b> \\|” | c | agrees |');
});

test.each([
  [0, '░'.repeat(20)],
  [5 * minute, `${'█'.repeat(10)}${'░'.repeat(10)}`],
  [100 * minute, `${'█'.repeat(19)}░`],
])('a bar after %i ms is never full', (elapsedMs, bar) => {
  expect(progressLine({ title: 'Snapshot', state: '', elapsedMs, usualMs: 10 * minute })).toContain(
    `${bar} Snapshot: not seen, `,
  );
});
