import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ascending, asJson, byId, isInteger, readId } from '../../src/vps/id.ts';
import { id, ids } from '../helpers/ids.ts';

const safe = fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER });
const long = fc.stringMatching(/^[1-9]\d{16,39}$/);
const uuid = '0f8c2a1e-5b6d-4c3a-9e8f-0123456789ab';

describe('an id', () => {
  test.each<[unknown, string]>([
    [1, '1'],
    [801, '801'],
    [801.0, '801'],
    ['801', '801'],
    ['0801', '801'],
    ['000801', '801'],
    ['100', '100'],
    [2 ** 53 - 1, '9007199254740991'],
    ['9007199254740991', '9007199254740991'],
    ['9007199254740992', '9007199254740992'],
    ['9007199254740993', '9007199254740993'],
    ['12345678901234567890123456789', '12345678901234567890123456789'],
    [uuid, uuid],
    [uuid.toUpperCase(), uuid],
    ['0F8c2a1E-5b6D-4c3a-9E8f-0123456789Ab', uuid],
    ['00000000-0000-0000-0000-000000000000', '00000000-0000-0000-0000-000000000000'],
  ])('is read from %j', (json, expected) => {
    expect(readId(json)).toBe(expected);
  });

  test.each<[unknown]>([
    ...[[0], [-0], [-801], [1.5], [1e21], [2 ** 53], [Number.NaN], [Number.POSITIVE_INFINITY]],
    ...[[''], [' '], ['0'], ['000'], ['-801'], ['+801'], ['1.5'], ['801.0'], ['1e3'], ['0x10']],
    ...[[' 801'], ['801\n'], ['801,802'], ['../801'], ['id'], ['٨']],
    ...[[uuid.slice(1)], [`${uuid}0`], [`{${uuid}}`], [`urn:uuid:${uuid}`], [uuid.replaceAll('-', '')]],
    ...[[uuid.replace('f', 'g')], [` ${uuid}`], [`${uuid}\n`], [`${uuid}/../x`]],
    ...[[null], [undefined], [true], [801n], [{}], [{ id: 801 }], [[801]], [new Number(801)]],
  ] as [unknown][])('is not what %o is', (json) => {
    expect(readId(json)).toBeUndefined();
  });

  test('is the same whether it came as a number or as text', () => {
    fc.assert(
      fc.property(safe, (number) => {
        expect(readId(number)).toBe(readId(String(number)));
        expect(readId(`00${number}`)).toBe(readId(number));
      }),
    );
  });

  test('keeps every digit, however many', () => {
    fc.assert(fc.property(long, (digits) => readId(digits) === digits));
  });

  test('is the same UUID in any letters', () => {
    fc.assert(fc.property(fc.uuid(), (any) => readId(any.toUpperCase()) === readId(any.toLowerCase())));
  });

  test('is an integer or a UUID', () => {
    expect(ids(1, 801, '12345678901234567890').every(isInteger)).toBe(true);
    expect(isInteger(id(uuid))).toBe(false);
    expect(isInteger(id('11111111-1111-1111-1111-111111111111'))).toBe(false);
  });
});

describe('in JSON for others', () => {
  test('it is a number where that is exact, and text where it is not', () => {
    expect(JSON.stringify(ids(12345, '9007199254740991', '9007199254740993', uuid).map(asJson))).toBe(
      `[12345,9007199254740991,"9007199254740993","${uuid}"]`,
    );
  });

  test('it is read back as itself', () => {
    const any = fc.oneof(safe.map(String), long, fc.uuid());
    fc.assert(fc.property(any, (text) => readId(JSON.parse(JSON.stringify(asJson(id(text))))) === id(text)));
  });
});

describe('order', () => {
  test('is that of numbers, not of letters, and UUIDs come last', () => {
    const [first, last] = ['0f8c2a1e-5b6d-4c3a-9e8f-0123456789ab', 'f0000000-5b6d-4c3a-9e8f-0123456789ab'];
    expect(
      ids(last, 100, 9, '12345678901234567891', 10, first, 1, '12345678901234567890').sort(ascending),
    ).toEqual(ids(1, 9, 10, 100, '12345678901234567890', '12345678901234567891', first, last));
    const things = ids(10, 9, 801).map((id) => ({ id }));
    expect(things.sort(byId)).toEqual(ids(9, 10, 801).map((id) => ({ id })));
  });

  test.each([
    [9, 10, -1],
    [10, 9, 1],
    [10, 10, 0],
    [10, uuid, -1],
    [uuid, 10, 1],
    [uuid, uuid, 0],
  ])('of %s and %s', (one, other, sign) => {
    expect(Math.sign(ascending(id(one), id(other)))).toBe(sign);
    expect(Math.sign(byId({ id: id(one) }, { id: id(other) }))).toBe(sign);
  });
});
