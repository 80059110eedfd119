import { expect, test } from 'vitest';
import { minute, rehearse, start } from '../api/calls.ts';

test('the ledger has every request in order', async () => {
  const { api, call, create, handled, pass } = rehearse();
  await create('first');
  pass(minute);
  await call('GET /snapshots/?server_id=12345');
  await call('DELETE /snapshots/9/', { body: 'no JSON' });
  api.fail({ when: {}, do: { kind: 'hang', processed: false } });
  await handled('GET /servers/');
  const headers = { authorization: 'Bearer token-for-tests', 'content-type': 'application/json' };
  expect(api.ledger).toEqual([
    {
      at: start,
      method: 'POST',
      path: '/snapshots/',
      query: '',
      status: 201,
      body: { server_id: 12345, name: 'first' },
      headers,
    },
    {
      at: start + minute,
      method: 'GET',
      path: '/snapshots/',
      query: 'server_id=12345',
      status: 200,
      body: '',
      headers,
    },
    {
      at: start + minute,
      method: 'DELETE',
      path: '/snapshots/9/',
      query: '',
      status: 400,
      body: 'no JSON',
      headers,
    },
    { at: start + minute, method: 'GET', path: '/servers/', query: '', status: 'hang', body: '', headers },
  ]);
});
