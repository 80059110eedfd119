import { describe, expect, test } from 'vitest';
import { expectRefusal, stage } from '../helpers/scenario.ts';

const wait = { mode: 'wait', snapshot_id: '802' };
const restore = { mode: 'restore', snapshot_id: '802' };
const remove = { mode: 'delete', snapshot_id: '802' };
const create = { mode: 'create', server_id: '12345' };

/** The input to blame, the inputs, and what the message has to say. */
const table: [string, Record<string, string>, string | RegExp][] = [
  ['mode', { ...create, mode: 'snapshot' }, 'one of create, wait, restore, delete'],
  ['mode', { ...create, mode: 'Create' }, 'one of create'],
  [
    'api_token',
    { ...create, api_token: '' },
    /in runs from forks and of Dependabot, which get no secrets; .* without secrets: inherit; .* nested composite actions/,
  ],
  ['api_token', { ...create, api_token: 'two words' }, 'white space'],
  ['api_token', { ...create, api_token: 'two\nlines' }, 'without line breaks'],
  ['api_token', { ...create, api_token: 'schlüssel' }, 'non-ASCII'],
  ['server_id', { mode: 'create' }, 'Input server_id is empty, and create needs it'],
  ['server_id', { mode: 'create', server_id: ' , \n' }, 'Input server_id is empty'],
  ['server_id', { mode: 'create', server_id: 'web-1' }, '"web-1"'],
  ['server_id', { mode: 'create', server_id: '12345 0' }, '"0"'],
  ['server_id', { mode: 'create', server_id: '-5' }, '"-5"'],
  ['server_id', { mode: 'create', server_id: '1.5' }, '"1.5"'],
  ['server_id', { mode: 'create', server_id: '5d1f3f5c-5eed-4afe' }, '"5d1f3f5c-5eed-4afe"'],
  ['server_id', { mode: 'create', server_id: '5d1f3f5c5eed4afe9abc000000012345' }, '"5d1f3f5c5eed4afe'],
  ['snapshot_id', { ...wait, snapshot_id: '802 802-803' }, '"802-803"'],
  ['server_id', { mode: 'restore', snapshot_id: 'latest' }, 'restore with snapshot_id: latest needs it'],
  ['server_id', { mode: 'restore', name: 'pre' }, 'restore by name needs it'],
  ['server_id', { mode: 'delete', name: 'pre' }, 'delete by name needs it'],
  ['server_id', { ...remove, server_id: 'all' }, '"all"'],
  ['name', { ...create, name: 'pre deploy' }, 'letters, digits'],
  ['name', { mode: 'delete', name: 'gha-*', server_id: '12345' }, 'letters, digits'],
  ['snapshot_id', { mode: 'wait' }, 'Empty never means "all"'],
  ['snapshot_id', { mode: 'restore' }, 'Empty never means "all"'],
  ['snapshot_id', { mode: 'delete', server_id: '12345' }, 'Empty never means "all"'],
  ['snapshot_id', { mode: 'delete', snapshot_id: 'latest', server_id: '12345' }, 'does not take'],
  ['snapshot_id', { mode: 'wait', snapshot_id: 'latest', server_id: '12345' }, 'does not take'],
  ['snapshot_id', { ...restore, snapshot_id: '802;803' }, '"802;803"'],
  ['snapshot_id', { ...remove, name: 'pre' }, 'both set'],
  ['snapshot_id', { ...restore, snapshot_id: 'latest', name: 'pre', server_id: '12345' }, 'both set'],
  ['wait', { ...create, wait: 'yes' }, 'true or false'],
  ['wait', { ...restore, wait: '1' }, 'true or false'],
  ['timeout_minutes', { ...wait, timeout_minutes: '0' }, 'a positive number'],
  ['timeout_minutes', { ...wait, timeout_minutes: '-1' }, 'a positive number'],
  ['timeout_minutes', { ...wait, timeout_minutes: '1h' }, 'a positive number'],
  ['poll_interval_seconds', { ...wait, poll_interval_seconds: '0.0' }, 'a positive number'],
  ['poll_interval_seconds', { ...wait, poll_interval_seconds: 'fast' }, 'a positive number'],
  ['max_age', { ...restore, max_age: '7' }, 'a duration such as'],
  ['max_age', { ...restore, max_age: '0d' }, 'a duration such as'],
  ['ready_url', { ...restore, ready_url: 'example.com' }, 'a URL such as'],
  ['ready_url', { ...restore, ready_url: 'file:///etc/passwd' }, 'an http or https URL'],
  ['force', { ...restore, force: 'please' }, 'true or false'],
  ['dry_run', { ...remove, dry_run: 'maybe' }, 'true or false'],
  ['api_url', { ...create, api_url: 'admin.vps.org' }, 'an https URL'],
  ['api_url', { ...create, api_url: 'http://admin.vps.org/api/v1' }, 'http would show the token'],
  ['api_url', { ...create, api_url: 'http://127.0.0.1.example.com/' }, 'http would show the token'],
  ['api_url', { ...create, api_url: 'https://me:pass@admin.vps.org/' }, 'user name or password'],
  ['api_url', { ...create, api_url: 'https://admin.vps.org/?a=b' }, 'without query and fragment'],
  ['api_url', { ...create, api_url: 'https://admin.vps.org/#a' }, 'without query and fragment'],
];

describe.concurrent('input that cannot be used ends the step before any request', () => {
  test.each(table)('%s in %j', async (input, inputs, text) => {
    await using scene = await stage();
    const step = await scene.uses(inputs);
    expectRefusal({ scene, step }, `Input ${input}`, text);
    expect(scene.requests).toEqual([]);
    expect(step.annotations[0]?.message).not.toMatch(/two words|schlüssel|me:pass/);
  });
});
