import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Api } from '../rehearsal/api/api.ts';
import { serve } from '../rehearsal/http/server.ts';
import { createCommandFiles, readCommandFiles } from '../rehearsal/runner/command-files.ts';
import { readInputs } from '../src/inputs/inputs.ts';
import { Journal } from '../src/report/journal.ts';
import { setOutputs } from '../src/runner/commands.ts';
import { realWorld } from '../src/world.ts';
import { captured } from './helpers/stdout.ts';
import { temporaryFolder } from './helpers/temporary-folder.ts';

const token = 'vps_token/for+tests';
const names = ['SIGINT', 'SIGTERM'] as const;
const before = names.map((name) => process.listeners(name));
let folder: string;

beforeEach(() => {
  folder = temporaryFolder();
  for (const [name, file] of Object.entries(createCommandFiles(folder))) vi.stubEnv(name, file);
  for (const name of ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy']) vi.stubEnv(name, undefined);
});

afterEach(() => {
  for (const [index, name] of names.entries())
    for (const listener of process.listeners(name))
      if (!before[index]?.includes(listener)) process.off(name, listener);
});

describe('the world', () => {
  test('tells a masked token to nobody', () => {
    const world = realWorld(setOutputs);
    const lines = captured(() => {
      world.mask(token);
      world.log.info(`Bearer ${token}`);
      world.log.error('Oh', `${encodeURIComponent(token)}`);
    });
    expect(lines).toEqual([`::add-mask::${token}`, 'Bearer ***', '::error title=Oh::***']);
    world.setOutputs({ result: 'failed', snapshots: JSON.stringify([{ remark: token }]) });
    world.writeSummary(`A ${token} and vps&#95;token/for&#43;tests\n`);
    expect(readCommandFiles(folder)).toMatchObject({
      outputs: { result: 'failed', snapshots: '[{"remark":"***"}]' },
      summary: 'A *** and ***\n',
      problems: [],
    });
  });

  test('writes what is no secret as it is, before there is one as well', () => {
    const world = realWorld(setOutputs);
    expect(captured(() => world.log.info('Looking'))).toEqual(['Looking']);
    vi.stubEnv('INPUT_MODE', 'list');
    expect(world.raw('mode')).toBe('list');
    expect(world.uses).toMatch(/@/);
  });

  test('is equipped for a step', async () => {
    const api = new Api();
    api.addServer({ id: 12345 });
    const server = await serve(api);
    const world = realWorld(setOutputs);
    const given: Record<string, string> = { mode: 'list', api_token: 'token-for-tests', api_url: server.url };
    try {
      const inputs = readInputs((name) => given[name] ?? '');
      const deps = await world.equip(inputs, new Journal(world.log, () => {}), {});
      expect(await deps.vps.listServers()).toHaveLength(1);
      expect(deps.signal.aborted).toBe(false);
    } finally {
      await server.close();
    }
  });
});
