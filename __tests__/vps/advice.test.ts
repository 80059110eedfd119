import { describe, expect, test } from 'vitest';
import { adviceOn, type Spoken } from '../../src/vps/advice.ts';
import { ApiError } from '../../src/vps/api-error.ts';
import { failureFrom } from '../../src/vps/errors.ts';

const spoken = (status: number, rest: Partial<Spoken> = {}): Spoken => ({
  ...{ status, words: 'No.', isPage: false },
  ...rest,
});
const page = { foreign: 'a web page', words: 'Welcome' } as const;

describe('what the reader can do', () => {
  test.each<[string, Spoken, string, RegExp]>([
    ['402', spoken(402), 'did not answer as expected', /billing at VPS\.org/],
    ['405', spoken(405), 'did not answer as expected', /does not take this kind of request here/],
    ['407', spoken(407), 'The proxy refused', /wants a login.+HTTPS_PROXY=http:\/\/user:password@host:port/],
    ['407 in a page', spoken(407, page), 'The proxy refused', /wants a login/],
    ['422', spoken(422), 'did not answer as expected', /^That is the API’s own reason\./],
    [
      '400 without words',
      spoken(400, { words: '' }),
      'did not answer',
      /refused, and the API does not say why/,
    ],
    [
      '422 without words',
      spoken(422, { words: '' }),
      'did not answer',
      /refused, and the API does not say why/,
    ],
    ['401', spoken(401), 'Token not accepted', /new token/],
    ['403', spoken(403), 'Not permitted', /The token is not allowed to do this/],
    [
      '403 about credentials is a 401',
      spoken(403, { words: 'Authentication credentials were not provided.' }),
      'Token not accepted',
      /new token/,
    ],
    ['403 about the token', spoken(403, { words: 'Invalid token.' }), 'Token not accepted', /new token/],
    [
      '401 in a page',
      spoken(401, page),
      'did not answer as expected',
      /a login or a bot check stands before it/,
    ],
    [
      '403 in a page',
      spoken(403, page),
      'did not answer as expected',
      /a login or a bot check stands before it/,
    ],
    [
      '200 in a page',
      spoken(200, page),
      'did not answer as expected',
      /a login or a bot check stands before it/,
    ],
    ['404 in a page', spoken(404, page), 'did not answer as expected', /check api_url/],
    ['502 in a page', spoken(502, page), 'did not answer', /or a proxy before it, has a problem of its own/],
    [
      'a redirect to a login page',
      spoken(302, { redirect: 'a redirect to sso.example.com, a login page' }),
      'did not answer as expected',
      /That is a login page.+Check api_url/,
    ],
    [
      'any other redirect',
      spoken(301, { redirect: 'a redirect to www.example.com' }),
      'did not answer as expected',
      /Redirects are not followed.+Check api_url/,
    ],
  ])('%s', (_, answer, title, next) => {
    const advice = adviceOn(answer);
    expect(advice.title).toContain(title);
    expect(advice.next).toMatch(next);
  });

  test('never promises words where there are none', () => {
    for (let status = 300; status < 600; status++)
      for (const isPage of [true, false])
        expect(adviceOn(spoken(status, { ...(isPage && page), words: '' })).next).not.toContain('above');
  });

  test('a page’s status is not the API’s word about the token', () => {
    for (const status of [200, 401, 403, 503]) {
      const { title, next } = adviceOn(spoken(status, { ...page, words: 'Log in with your token' }));
      expect([title, next].join(' ')).not.toMatch(/The token may not|Token not accepted/);
    }
  });

  test.each(['Server is busy', 'Server is busy.', 'Server is busy!'])('%s ends in one full stop', (words) => {
    const error = new ApiError({ endpoint: 'POST /snapshots/' }, { status: 409, words });
    expect(failureFrom(error).message).toMatch(/[^.!][.!]$/);
  });
});

describe('an answer', () => {
  const error = (status: number, words: string, isPage = false) =>
    new ApiError(
      { endpoint: 'POST /snapshots/' },
      { status, words, ...(isPage && { foreign: 'a web page' }) },
    );

  test.each<[number, string, boolean, boolean]>([
    [409, '', false, true],
    [409, 'Server is busy.', false, true],
    [423, 'The name is locked.', false, true],
    [425, '', false, true],
    [429, 'Rate limit exceeded.', false, true],
    [429, '', true, false],
    [409, '', true, false],
    [400, 'Server is busy.', false, false],
    [503, '', false, false],
  ])('%i %j, page %s: may be asked for again later %s', (status, words, isPage, expected) => {
    expect(error(status, words, isPage).isNotNow).toBe(expected);
  });

  test.each<[number, boolean, 'refused' | 'unknown', boolean]>([
    [200, true, 'unknown', true],
    [401, true, 'unknown', true],
    [403, true, 'unknown', true],
    [404, true, 'refused', true],
    [429, true, 'unknown', true],
    [503, true, 'unknown', true],
    [403, false, 'refused', false],
    [404, false, 'refused', false],
    [409, false, 'refused', false],
    [423, false, 'refused', false],
    [425, false, 'refused', true],
    [429, false, 'refused', true],
    [503, false, 'unknown', true],
  ])('%i, page %s: %s, passing %s', (status, isPage, fate, passing) => {
    const one = error(status, '', isPage);
    expect([one.fate, one.passing]).toEqual([fate, passing]);
  });

  test.each<[number, string, boolean, [access: boolean, permission: boolean]]>([
    [401, '', false, [true, false]],
    [403, '', false, [true, true]],
    [403, 'Authentication credentials were not provided.', false, [true, false]],
    [403, '', true, [false, false]],
    [404, '', false, [false, false]],
  ])('%i %j, page %s is about access, about a permission: %j', (status, words, isPage, expected) => {
    const one = error(status, words, isPage);
    expect([one.isAboutAccess, one.isNotPermitted]).toEqual(expected);
  });
});
