import type { Effect } from '../../rehearsal/api/api.ts';

/** How an answer can be lost, and what became of its request. */
export const ways: [string, Effect][] = [
  ['the connection dies after the request was carried out', { kind: 'reset', processed: true }],
  ['the connection dies before', { kind: 'reset', processed: false }],
  ['the answer is cut', { kind: 'cutJson' }],
  ['a proxy answers 502 for a request that was carried out', { kind: 'html', processed: true }],
  ['a proxy answers 504 for one that was not', { kind: 'html', status: 504 }],
  ['a proxy answers 200 with a page of its own', { kind: 'html', status: 200, processed: true }],
  ['500 for a request that was carried out', { kind: 'status', status: 500, processed: true }],
  ['500 for one that was not', { kind: 'status', status: 500 }],
  ['503 for a request that was carried out', { kind: 'status', status: 503, processed: true }],
  ['503 for one that was not', { kind: 'status', status: 503, headers: { 'retry-after': '0' } }],
];

/** Whether the request was carried out all the same. */
export const arrived = (effect: Effect) =>
  effect.kind === 'cutJson' || ('processed' in effect && effect.processed === true);

/** VPS.org, or who speaks for it, broke down over the request and did not carry it out. */
export const broke = (effect: Effect) =>
  !arrived(effect) && 'status' in effect && effect.status !== undefined && effect.status >= 500;

/** The API's word for something that it did not do. */
export const brokenPromise: Effect = { kind: 'cutJson', processed: false };
