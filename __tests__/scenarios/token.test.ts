import { describe, expect, test } from 'vitest';
import { bystander } from '../helpers/bystander.ts';
import { expectError, stage, token } from '../helpers/scenario.ts';

describe.concurrent('the token goes to the API and to nobody else', () => {
  test.each([301, 302, 307, 308])('no redirect is followed: %i', async (status) => {
    await using other = await bystander();
    const to = `${other.url}/api/v1/snapshots/`;
    const faults = [{ when: { path: '/snapshots/' }, do: { kind: 'redirect', to, status } } as const];
    await using scene = await stage({ faults });
    const step = await scene.uses({ mode: 'list' });
    expect(step).toMatchObject({ exitCode: 0 });
    expect(step.stdout).toContain(`a redirect to ${new URL(to).host}`);
    expect(other.requests).toEqual([]);
    expect(scene.requests).toEqual([`GET /snapshots/ ${status}`, 'GET /snapshots/ 200']);
  });

  test('a redirect of a POST is not followed: the snapshot is looked for, and asked for again', async () => {
    await using other = await bystander();
    const faults = [{ when: { method: 'POST' }, do: { kind: 'redirect', to: other.url } } as const];
    await using scene = await stage({ faults });
    const step = await scene.uses({ server_id: '12345' });
    expect(step).toMatchObject({ exitCode: 0, annotations: [], outputs: { snapshot_id: '801' } });
    expect(scene.changes).toEqual(['POST /snapshots/ 302', 'POST /snapshots/ 201']);
    expect([other.requests, scene.ids]).toEqual([[], [801]]);
  });

  test('a POST that is redirected every time ends in an error that says so', async () => {
    await using other = await bystander();
    const to = { kind: 'redirect', to: other.url } as const;
    await using scene = await stage({ faults: [{ when: { method: 'POST' }, times: 9, do: to }] });
    const step = await scene.uses({ server_id: '12345' });
    expectError(step, 'Snapshot not certain', '302', 'Redirects are not followed');
    expect([other.requests, scene.ids]).toEqual([[], []]);
  });

  test('a next page that is said to be on another host is asked for on the own one', async () => {
    await using other = await bystander();
    await using scene = await stage({
      api: { pageSize: 1, largestPage: 1, nextOrigin: other.url },
      snapshots: [{ id: 1 }, { id: 2 }],
    });
    const step = await scene.uses({ mode: 'list' });
    expect(step).toMatchObject({ exitCode: 0, annotations: [], outputs: { snapshot_id: '2,1' } });
    expect(new Set(scene.requests)).toEqual(new Set(['GET /snapshots/ 200']));
    expect([other.requests, other.headers]).toEqual([[], []]);
  });

  test('pages that go round in circles end in an error', async () => {
    await using scene = await stage({ api: { nextLoops: true } });
    expectError(await scene.uses({ mode: 'list' }), 'VPS.org did not answer as expected', 'comes again');
  });

  test('ready_url is asked without it', async () => {
    await using site = await bystander();
    await using scene = await stage({ snapshots: [{ id: 802 }] });
    const step = await scene.uses({ mode: 'restore', snapshot_id: '802', ready_url: `${site.url}/up` });
    expect(step).toMatchObject({ exitCode: 0, outputs: { result: 'restored' } });
    expect(site.requests).toEqual(['GET /up']);
    expect(JSON.stringify(site.headers)).not.toContain(token);
  });
});

describe.concurrent('behind a proxy', () => {
  test.each(['HTTP_PROXY', 'http_proxy'])('%s is used', async (variable) => {
    await using scene = await stage();
    await using proxy = await bystander({ upstream: scene.url });
    const step = await scene.uses({ mode: 'list' }, { env: { [variable]: proxy.url } });
    expect(step).toMatchObject({ exitCode: 0, annotations: [], outputs: { result: 'listed' } });
    expect(proxy.requests).toEqual([`CONNECT ${new URL(scene.url).host}`]);
    expect(JSON.stringify(proxy.headers)).not.toContain(token);
    expect(scene.requests).toEqual(['GET /snapshots/ 200']);
  });

  test('HTTPS_PROXY is used, and sees neither path nor token', async () => {
    await using proxy = await bystander();
    await using scene = await stage();
    const inputs = { mode: 'list', api_url: 'https://vps.example/api/v1', timeout_minutes: '0.005' };
    const step = await scene.uses(inputs, { env: { HTTPS_PROXY: proxy.url } });
    expectError(step, 'VPS.org not reached', 'Nothing was changed.', 'HTTPS_PROXY and NO_PROXY');
    expect(proxy.requests[0]).toBe('CONNECT vps.example:443');
    expect(JSON.stringify(proxy.headers)).not.toContain(token);
  });

  test.each(['NO_PROXY', 'no_proxy'])('%s is honoured', async (variable) => {
    await using proxy = await bystander();
    await using scene = await stage();
    const env = { HTTP_PROXY: proxy.url, HTTPS_PROXY: proxy.url, [variable]: '127.0.0.1' };
    expect(await scene.uses({ mode: 'list' }, { env })).toMatchObject({ exitCode: 0, annotations: [] });
    expect(proxy.requests).toEqual([]);
  });

  test('a proxy that is no URL is an error that names the variable', async () => {
    await using scene = await stage();
    const step = await scene.uses({ mode: 'list' }, { env: { HTTPS_PROXY: 'not a url' } });
    expectError(step, 'Proxy not usable', 'HTTPS_PROXY', 'Nothing was changed.');
    expect(scene.requests).toEqual([]);
  });
});
