import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ascending, byId, onWire, readId } from '../../src/vps/id.ts';
import { id, ids } from '../helpers/ids.ts';

const safe = fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER });

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
  ])('is read from %j', (json, expected) => {
    expect(readId(json)).toBe(expected);
  });

  test.each<[unknown]>([
    ...[[0], [-0], [-801], [1.5], [1e21], [2 ** 53], [Number.NaN], [Number.POSITIVE_INFINITY]],
    ...[[''], [' '], ['0'], ['000'], ['-801'], ['+801'], ['1.5'], ['801.0'], ['1e3'], ['0x10']],
    ...[['9007199254740992'], [' 801'], ['801\n'], ['801,802'], ['../801'], ['id'], ['٨']],
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
});

test('on the wire it is the number that it came as', () => {
  expect(JSON.stringify({ server_id: onWire(id('12345')) })).toBe('{"server_id":12345}');
  fc.assert(fc.property(safe, (number) => onWire(id(number)) === number));
});

describe('order', () => {
  test('is that of numbers, not of letters', () => {
    expect(ids(100, 9, 10, 1, 99).sort(ascending)).toEqual(ids(1, 9, 10, 99, 100));
    const things = ids(10, 9, 801).map((id) => ({ id }));
    expect(things.sort(byId)).toEqual(ids(9, 10, 801).map((id) => ({ id })));
  });

  test.each([
    [9, 10, -1],
    [10, 9, 1],
    [10, 10, 0],
  ])('of %i and %i', (one, other, sign) => {
    expect(Math.sign(ascending(id(one), id(other)))).toBe(sign);
    expect(Math.sign(byId({ id: id(one) }, { id: id(other) }))).toBe(sign);
  });
});
