import { describe, expect, test } from 'vitest';
import { lifecycleQuestions } from '../../conformance/questions/lifecycle.ts';
import type { Verdict } from '../../conformance/questions/question.ts';
import { questions } from '../../conformance/questions/questions.ts';
import type { Api } from '../../rehearsal/api/api.ts';
import {
  alter,
  always,
  type Behaviour,
  client,
  documented,
  interviewed,
  minute,
  without,
} from './interviewed.ts';

interface Cases {
  agrees: Behaviour[];
  contradicts: Behaviour[];
}

const both: Behaviour = { form: 'both' };
const power = /^\/servers\/[^/]+\/power\/$/;
const restore = /\/restore\/$/;
const deletion = { method: 'DELETE', path: /^\/snapshots\// };
function refuse(api: Api, { path, nth, status }: { path: RegExp; nth: number; status: number }): void {
  const json = { detail: 'Not so.' };
  api.fail({ when: { method: 'POST', path }, after: nth - 1, do: { kind: 'status', status, json } });
}

function shouted(entry: Record<string, unknown>): Record<string, unknown> {
  return { ...entry, uuid: String(entry.uuid).toUpperCase() };
}

/** Nothing that the kit makes is ever listed. */
function nothingNew(api: Api): void {
  const of = (answer: unknown): unknown => {
    const { results = [], ...page } = answer as { results?: { label?: string }[] };
    return { ...page, results: results.filter(({ label }) => !label?.startsWith('conformance')) };
  };
  always(api, { method: 'GET', path: '/snapshots/' }, { kind: 'echo', of });
}

const unreadable = { kind: 'status', status: 200, json: { data: [] } } as const;

/** Each question, with APIs that bear the assumption out and APIs that do not. */
const cases: Record<string, Cases> = {
  'token-permissions': {
    agrees: [documented, client, { ...client, permissions: [] }, { ...client, serversForbidden: true }],
    contradicts: [
      {
        given: (api) =>
          always(
            api,
            { path: '/account/me/' },
            { kind: 'echo', of: () => ({ token: { permissions: 'all' } }) },
          ),
      },
    ],
  },
  'wrong-token': {
    agrees: [
      documented,
      client,
      {
        given: (api) =>
          api.fail({
            when: { path: '/account/me/' },
            after: 1,
            do: { kind: 'status', status: 403, json: { detail: 'Invalid token.' } },
          }),
      },
    ],
    contradicts: [
      {
        given: (api) =>
          api.fail({ when: { path: '/account/me/' }, after: 1, do: { kind: 'html', page: 'login' } }),
      },
      {
        given: (api) =>
          api.fail({
            when: { path: '/account/me/' },
            after: 1,
            do: { kind: 'status', status: 403, json: { detail: 'No.' } },
          }),
      },
    ],
  },
  'server-ids': {
    agrees: [documented, client, both, { ...documented, idOffset: 10n ** 18n }],
    contradicts: [
      { given: (api) => api.addServer({ id: 0 }) },
      { ...client, given: (api) => alter(api, '/servers/', shouted) },
    ],
  },
  'snapshot-ids': {
    agrees: [documented, client, both, { ...both, idOffset: 10n ** 18n }],
    contradicts: [{ ...client, given: (api) => alter(api, '/snapshots/', shouted) }],
  },
  'snapshot-owner': {
    agrees: (['object', 'plain', 'field'] as const).flatMap((ownerAs) => [
      { ...documented, ownerAs },
      { ...client, ownerAs },
    ]),
    contradicts: [
      { ownerAs: 'none' },
      { given: (api) => alter(api, '/snapshots/', (one) => ({ ...one, server: 1 })) },
    ],
  },
  'server-names': {
    agrees: [documented, client],
    contradicts: [{ given: (api) => api.addServer({ id: 3, name: '', hostname: '' }) }],
  },
  'server-addresses': {
    agrees: [
      documented,
      ...(['list', 'text', 'ipv4', 'ip_address'] as const).map((addressAs) => ({ ...client, addressAs })),
    ],
    contradicts: [{ given: (api) => alter(api, '/servers/', without('ip_address')) }],
  },
  'server-words': {
    agrees: [documented, client, { given: (api) => api.addServer({ id: 3, status: 'suspended' }) }],
    contradicts: [
      { given: (api) => api.addServer({ id: 3, status: 'up' }) },
      { ...client, statusWhileStopping: 'winding-down', walks: true },
    ],
  },
  'snapshot-fields': {
    agrees: [documented, client],
    contradicts: [
      { given: (api) => alter(api, '/snapshots/', without('name')) },
      { given: (api) => alter(api, '/snapshots/', without('status')) },
    ],
  },
  'snapshot-words': {
    agrees: [documented, { given: (api) => void api.addSnapshot({ server: 20_001, status: 'error' }) }],
    contradicts: [
      { given: (api) => void api.addSnapshot({ server: 20_001, status: 'archived' }) },
      { statusWhileCreating: 'baking', walks: true },
    ],
  },
  'list-shape': {
    agrees: [documented, client, { ...client, bareLists: true }],
    contradicts: [{ given: (api) => always(api, { path: '/snapshots/' }, unreadable) }],
  },
  'list-count': {
    agrees: [documented, client, { ...client, nextMissing: true }],
    contradicts: [{ ...client, countAhead: 3 }],
  },
  'page-size': {
    agrees: [documented, client, { ...client, pageSize: 5 }],
    contradicts: [{ ...client, largestPage: 5 }],
  },
  'next-link': {
    agrees: [client, { ...client, nextOrigin: 'http://10.0.0.1:8000' }],
    contradicts: [{ ...client, nextLoops: true }],
  },
  'past-last-page': {
    agrees: [client],
    contradicts: [
      {
        ...client,
        given: (api) =>
          api.fail({
            when: { query: /page=9999/ },
            do: { kind: 'status', status: 200, json: { next: null, results: [] } },
          }),
      },
    ],
  },
  'list-order': {
    agrees: [client, { ...client, listOrder: 'oldest' }],
    contradicts: [{ ...client, unstableReadings: Number.POSITIVE_INFINITY }],
  },
  'time-format': {
    agrees: (['seconds', 'microseconds', 'offset', 'naive'] as const).map((timeFormat) => ({ timeFormat })),
    contradicts: [
      { given: (api) => alter(api, '/snapshots/', (one) => ({ ...one, created_at: '15/01/2025 18:30' })) },
    ],
  },
  'date-header': {
    agrees: [documented, { clockSkewMs: 90 * minute }],
    contradicts: [{ dateHeader: false }],
  },
  'rate-limits': {
    agrees: [
      { ...client, throttle: { requests: 10, perMs: minute } },
      { throttle: { requests: 5, perMs: minute }, retryAfter: false },
    ],
    contradicts: [
      {
        given: (api) =>
          api.fail({
            when: { path: '/servers/' },
            do: { kind: 'status', status: 429, json: { detail: 'Slow down.' } },
          }),
      },
    ],
  },
  'wrong-path': {
    agrees: [documented, client],
    contradicts: [
      {
        given: (api) =>
          always(
            api,
            { path: '/no-such-path/' },
            { kind: 'redirect', to: 'https://elsewhere.example.com/login' },
          ),
      },
    ],
  },
  'wrong-id': {
    agrees: [documented, client],
    contradicts: [
      { given: (api) => always(api, { path: '/servers/2147483600/' }, { kind: 'status', status: 500 }) },
    ],
  },
  'other-form-id': {
    agrees: [documented, client, both],
    contradicts: [
      {
        ...client,
        given: (api) => always(api, { path: '/servers/2147483600/' }, { kind: 'status', status: 400 }),
      },
    ],
  },
  'wrong-method': {
    agrees: [documented, client, { ...client, permissionBeforeMethod: true }],
    contradicts: [
      {
        given: (api) =>
          always(api, { method: 'GET', path: restore }, { kind: 'status', status: 200, json: {} }),
      },
    ],
  },
  'error-words': {
    agrees: (['detail', 'message', 'error', 'fields', 'framework'] as const).map((errorBody) => ({
      errorBody,
    })),
    contradicts: [{ errorBody: 'empty' }, { errorBody: 'html' }],
  },
  'create-path': {
    agrees: [
      documented,
      client,
      { ...client, walks: true },
      { ...both, createInList: 'wrongField', walks: true },
      { ...documented, createInList: 'method', createAtServer: 'offered' },
    ],
    contradicts: [{ createInList: 'method' }],
  },
  'power-path': {
    agrees: [documented, client],
    contradicts: [
      { given: (api) => always(api, { method: 'GET', path: power }, { kind: 'status', status: 500 }) },
    ],
  },
  'create-answer': {
    agrees: [
      documented,
      ...(['snapshot', 'id', 'empty', 'message', 'accepted'] as const).map((createAnswer) => ({
        ...client,
        createAnswer,
      })),
    ],
    contradicts: [
      { limit: 0 },
      { ...client, createAnswer: 'empty', given: (api) => alter(api, '/snapshots/', without('label')) },
    ],
  },
  'create-listed': {
    agrees: [documented, { ...client, snapshotListLagMs: 15_000 }],
    contradicts: [{ snapshotListLagMs: minute }, { ...client, createAnswer: 'empty', given: nothingNew }],
  },
  'created-at': {
    agrees: [
      documented,
      { ...client, clockSkewMs: 90 * minute },
      { timeFormat: 'naive' },
      { timeFormat: 'offset' },
    ],
    contradicts: [
      {
        given: (api) => alter(api, '/snapshots/', (one) => ({ ...one, created_at: '2025-01-15T18:30:00Z' })),
      },
    ],
  },
  'text-kept': {
    agrees: [documented, client],
    contradicts: [
      { keepDescriptions: false },
      { ...client, longestText: 100 },
      { ...client, longestText: 100, longerText: 'cut' },
    ],
  },
  'create-course': {
    agrees: [documented, { createMs: 45 * minute }],
    contradicts: [{ createEndsAs: 'failed' }, { createEndsAs: 'archived' }],
  },
  stop: {
    agrees: [
      client,
      { ...client, powerAnswer: 'empty' },
      { ...client, powerStartsAfterMs: minute },
      { ...client, stopTakesMs: 4 * minute },
    ],
    contradicts: [
      { ...client, power: 'ineffective' },
      { ...client, statusWhenStopped: 'asleep' },
    ],
  },
  'stopped-snapshot': {
    agrees: [client, both],
    contradicts: [{ ...client, limit: 1 }],
  },
  start: {
    agrees: [
      client,
      { ...client, startTakesMs: 5 * minute },
      { ...client, given: (api) => refuse(api, { path: power, nth: 2, status: 409 }) },
    ],
    contradicts: [{ ...client, statusWhenStarted: 'up' }],
  },
  'start-again': {
    agrees: [client, { ...client, repeatedPower: 'allow' }],
    contradicts: [{ ...client, given: (api) => refuse(api, { path: power, nth: 3, status: 409 }) }],
  },
  'restore-answer': {
    agrees: [documented, client],
    contradicts: [
      { given: (api) => refuse(api, { path: restore, nth: 1, status: 400 }) },
      {
        given: (api) =>
          api.fail({
            when: { method: 'POST', path: restore },
            do: { kind: 'echo', of: () => ({ status: 'error', message: 'No.' }) },
          }),
      },
    ],
  },
  'restore-again': {
    agrees: [documented, client, { given: (api) => refuse(api, { path: restore, nth: 2, status: 423 }) }],
    contradicts: [{ given: (api) => refuse(api, { path: restore, nth: 2, status: 200 }) }],
  },
  'restore-course': {
    agrees: [
      documented,
      { restoreStartsAfterMs: minute },
      { restoreStages: [{ status: 'stopped', ms: 4 * minute }] },
    ],
    contradicts: [
      { restoreStages: [{ status: 'active', ms: 8 * minute }] },
      { restoreStartsAfterMs: 10 * minute },
    ],
  },
  'after-restore': {
    agrees: [
      documented,
      { afterRestore: 'stopped' },
      { ...client, afterRestore: 'stopped' },
      { addressAfterRestore: '198.51.100.99' },
    ],
    contradicts: [{ afterRestore: 'suspended' }],
  },
  'delete-answer': {
    agrees: [documented, { deleteTakesMs: minute }, { deleteTakesMs: 5 * minute }],
    contradicts: [
      { deleteTakesMs: 5 * minute, statusWhileDeleting: 'completed' },
      { given: (api) => api.fail({ when: deletion, do: { kind: 'status', status: 500 } }) },
    ],
  },
  'delete-again': {
    agrees: [documented, client],
    contradicts: [
      { given: (api) => api.fail({ when: deletion, after: 1, do: { kind: 'status', status: 500 } }) },
    ],
  },
  'delete-in-progress': {
    agrees: [documented, { deleteInProgress: 'refuse' }],
    contradicts: [
      { given: (api) => api.fail({ when: deletion, after: 2, do: { kind: 'status', status: 400 } }) },
    ],
  },
};

test('every question has its cases, and no other has', () => {
  expect(Object.keys(cases)).toEqual(questions.map(({ id }) => id));
});

const ofCircle = lifecycleQuestions.map(({ id }) => id);

describe.each(Object.entries(cases))('%s', (id, { agrees, contradicts }) => {
  const rows = (verdict: Verdict, behaviours: Behaviour[]) =>
    behaviours.map((behaviour, index) => ({ verdict, number: index + 1, behaviour }));

  test.each([...rows('agrees', agrees), ...rows('contradicts', contradicts)])(
    '$verdict, case $number',
    async ({ verdict, behaviour }) => {
      const judged = await interviewed({ walks: ofCircle.includes(id), ...behaviour });
      const found = judged.find((one) => one.id === id);
      expect(found, found?.answer).toMatchObject({ verdict });
    },
  );
});

test.each([documented, client, { form: 'both' } as const])(
  'nothing contradicts in $form',
  async (behaviour) => {
    const judged = await interviewed({ ...behaviour, walks: true });
    expect(judged.filter(({ verdict }) => verdict === 'contradicts')).toEqual([]);
  },
);
