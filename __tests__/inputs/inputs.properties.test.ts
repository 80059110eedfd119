import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { InputError } from '../../src/errors.ts';
import { modes } from '../../src/inputs/common.ts';
import { readGuardInputs } from '../../src/inputs/guard.ts';
import { type Inputs, idleInputs, readInputs } from '../../src/inputs/inputs.ts';
import { foreignInputs, inputNames } from '../../src/inputs/spelling.ts';
import { token, tokenForms } from '../../src/inputs/token.ts';
import type { Selection } from '../../src/rules/selection.ts';
import { readId } from '../../src/vps/id.ts';
import { cases, hostile } from '../helpers/fuzz.ts';

/** What is read, or undefined for an error of ours; any other error is thrown. */
function readOr<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    for (const words of [error.title, error.message, error.next]) {
      expect(words).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]|##\[|undefined|NaN|\[object/u);
      expect(words.length).toBeLessThan(700);
    }
    return undefined;
  }
}

/** Something that an input takes, or nearly. */
const plausible: Record<string, string[]> = {
  mode: ['', ...modes, 'Create', 'restore '],
  api_token: ['vps_0123456789', ' "vps_0123456789"', 'Bearer vps_0123456789', ''],
  server_id: ['12345', '12345, 7', '["7"]', '0', '', '12345678901234567890'],
  snapshot_id: ['', '801', '801,802', 'latest', 'all'],
  name: ['', 'pre-deploy', 'pre deploy'],
  description: ['', 'Before it'],
  at_limit: ['', 'fail', 'delete_oldest', 'delete'],
  keep_last: ['', '3', '0'],
  keep_within: ['', '7d', '7'],
  max_age: ['', '12h'],
  wait: ['', 'true', 'false', 'yes'],
  stop_server: ['', 'true', 'FALSE'],
  force: ['', 'true', 'False'],
  dry_run: ['', 'true'],
  timeout_minutes: ['', '0.5', '60', '-1', `9${'0'.repeat(400)}`],
  poll_interval_seconds: ['', '5', '0'],
  ready_url: ['', 'https://example.com/up', 'example.com'],
  on_success: ['', 'keep', 'delete', 'restore'],
  on_failure: ['', 'restore', 'restore,delete', 'restore, delete', 'nothing'],
  on_cancelled: ['', 'restore', 'delete'],
  report: ['', 'summary', 'summary, comment', 'none', 'none,status'],
  github_token: ['', 'ghs_0123456789'],
  api_url: ['', 'https://admin.vps.org/api/v1/', 'http://127.0.0.1:8080', 'http://example.com'],
  job_status: ['success', 'failure', 'cancelled', '', 'odd'],
};

const set = fc.record(
  Object.fromEntries(
    Object.entries(plausible).map(([name, texts]) => [
      name,
      fc.oneof(
        { weight: 40, arbitrary: fc.constant(texts[0] ?? '') },
        { weight: 6, arbitrary: fc.constantFrom(...texts) },
        { weight: 1, arbitrary: hostile },
      ),
    ]),
  ),
);
/** What holds in every mode. */
function expectSound(read: Inputs) {
  expect(read.apiToken).toMatch(/^[\x21-\x7e]+$/);
  expect(read.apiUrl).toMatch(/^(https:\/\/|http:\/\/(127\.|localhost|\[::1\]))[^?#@]*[^/]$/);
  expect(read.timeoutMs).toBeGreaterThan(0);
  expect(read.pollIntervalMs ?? 1).toBeGreaterThan(0);
  const servers = 'servers' in read ? read.servers : read.selection.servers;
  for (const one of servers) expect(readId(one)).toBe(one);
  expect(new Set(servers).size).toBe(servers.length);
  if ('selection' in read) expectSelection(read.selection);
}

/** Empty never means all. */
function expectSelection(selection: Selection) {
  expect(selection.by === 'id' ? selection.ids : selection.servers).not.toEqual([]);
}

const soundIn: { [Mode in Inputs['mode']]: (read: Extract<Inputs, { mode: Mode }>) => void } = {
  create({ servers, name = 'x', wait, stopServer, policies }) {
    expect(servers).not.toEqual([]);
    expect(name).toMatch(/^[\w-]+$/);
    const restores = Object.values(policies).some(({ restore }) => restore);
    if (!wait) expect([stopServer, restores]).toEqual([false, false]);
  },
  prune({ servers, retention }) {
    expect(servers).not.toEqual([]);
    expect(retention.keepLast ?? retention.keepWithinMs).toBeGreaterThan(0);
  },
  restore({ maxAgeMs = 1, readyUrl = 'https:' }) {
    expect(maxAgeMs).toBeGreaterThan(0);
    expect(readyUrl).toMatch(/^https?:/);
  },
  ...{ wait() {}, delete() {}, list() {} },
};

const asRaw = (inputs: Record<string, string>) => (name: string) => inputs[name] ?? '';

test('every input is used here', () => {
  expect(Object.keys(plausible).toSorted()).toEqual(inputNames.toSorted());
});

describe('whatever is set', () => {
  test('it is read as the table of inputs says, or refused by an error that names the input', () => {
    let accepted = 0;
    fc.assert(
      fc.property(set, (inputs) => {
        const read = readOr(() => readInputs(asRaw(inputs)));
        if (!read) return;
        accepted += 1;
        expectSound(read);
        soundIn[read.mode](read as never);
        expect(
          idleInputs(asRaw(inputs)).every((line) => /^Input (name|description|ready_url) is "/.test(line)),
        ).toBe(true);
      }),
      cases(1_500),
    );
    expect(accepted).toBeGreaterThan(200);
  });

  test('the post step reads what it needs, or does nothing', () => {
    fc.assert(
      fc.property(set, (inputs) => {
        const read = readOr(() => readGuardInputs(asRaw(inputs)));
        if (!read) return;
        if (read.ending === undefined) expect(read.policy).toEqual({ restore: false, delete: false });
        else expect(read.ending).toBe(inputs.job_status?.trim());
        if (read.ending === 'cancelled') expect(read.timeoutMs).toBeLessThanOrEqual(180_000);
      }),
      cases(500),
    );
  });

  test('it makes no difference how it was wrapped when it was copied', () => {
    const wrapping = fc.constantFrom('', ' ', '"', "'", '\n', '\ufeff', '\u200b');
    fc.assert(
      fc.property(set, fc.array(wrapping, { maxLength: 4 }), (inputs, around) => {
        const wrapped = Object.entries(inputs).map(([name, text]) => {
          const isWrapped = name !== 'description' && text !== '';
          return [name, isWrapped ? around.join('') + text + around.toReversed().join('') : text];
        });
        const read = (from: Record<string, string>) => readOr(() => readInputs(asRaw(from)));
        const [one, other] = [read(inputs), read(Object.fromEntries(wrapped))];
        expect(other).toEqual(one);
      }),
      cases(500),
    );
  });
});

test('a token is taken without what stands around it, and every form of it is masked', () => {
  const bare = fc
    .stringMatching(/^[!#-&(-~][\x21-\x7e]{6,40}[!#-&(-~]$/)
    .filter((text) => !/^Bearer/i.test(text));
  const wrap = fc.constantFrom<[string, string]>(
    ['', ''],
    [' ', '\n'],
    ['"', '"'],
    ["'", "' "],
    ['Bearer ', ''],
    ['"bearer  ', '"'],
  );
  fc.assert(
    fc.property(bare, wrap, (text, [before, after]) => {
      const given = before + text + after;
      expect(token(given)).toBe(text);
      expect(tokenForms(given)).toEqual(expect.arrayContaining([given, text]));
    }),
    cases(300),
  );
  fc.assert(
    fc.property(hostile, (given) => {
      const read = readOr(() => token(given));
      if (read !== undefined) expect(tokenForms(given)).toContain(read);
    }),
    cases(300),
  );
});

test('a key that is none of ours is passed on, or named with ours', () => {
  const name = fc.oneof(
    hostile,
    fc.tuple(fc.constantFrom(...inputNames), hostile).map(([ours, text]) => ours + text.slice(0, 2)),
    fc.constantFrom(...inputNames).map((ours) => ours.replace(/_/g, '-').toUpperCase()),
  );
  fc.assert(
    fc.property(fc.array(name, { maxLength: 4 }), (given) => {
      const foreign = readOr(() => foreignInputs(given));
      for (const one of foreign ?? []) {
        expect(given.map((key) => key.toLowerCase())).toContain(one);
        expect(inputNames.map((ours) => ours.replaceAll('_', ''))).not.toContain(one.replace(/[-_ ]/g, ''));
      }
    }),
    cases(500),
  );
});
