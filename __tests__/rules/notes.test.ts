import { expect, test } from 'vitest';
import { isClaimedByAnother, lastNoteOn, type Note } from '../../src/rules/notes.ts';
import { id } from '../helpers/ids.ts';

const note = (snapshot: number, act: Note['act'], state: Note['state']): Note => ({
  ...{ act, state, snapshot: id(snapshot) },
  step: '1b1b1b1b',
});

test.each<[string, Note[], Note | undefined]>([
  ['none', [], undefined],
  ['another snapshot’s', [note(802, 'delete', 'confirmed')], undefined],
  ['one', [note(801, 'restore', 'requested')], note(801, 'restore', 'requested')],
  [
    'the last of several, whatever it is about',
    [note(801, 'restore', 'requested'), note(801, 'restore', 'confirmed'), note(801, 'delete', 'requested')],
    note(801, 'delete', 'requested'),
  ],
  [
    'the last one, though others come after it',
    [note(801, 'restore', 'requested'), note(801, 'restore', 'confirmed'), note(802, 'restore', 'requested')],
    note(801, 'restore', 'confirmed'),
  ],
  [
    'a claim is no word about what was done to it',
    [note(801, 'restore', 'refused'), note(801, 'claim', 'confirmed')],
    note(801, 'restore', 'refused'),
  ],
])('the last word on a snapshot: %s', (_, notes, expected) => {
  expect(lastNoteOn(id(801), notes)).toEqual(expected);
});

test.each<[string, Note[], boolean]>([
  ['nobody has', [], false],
  ['a step has', [note(801, 'claim', 'confirmed')], true],
  ['a step has waited for another one', [note(802, 'claim', 'confirmed')], false],
  ['a step has only deleted it', [note(801, 'delete', 'confirmed')], false],
  ['it has itself', [{ ...note(801, 'claim', 'confirmed'), step: '2c2c2c2c' }], false],
  [
    'it has itself, after another one',
    [note(801, 'claim', 'confirmed'), { ...note(801, 'claim', 'confirmed'), step: '2c2c2c2c' }],
    false,
  ],
])('whether another step answers for a snapshot: %s', (_, notes, expected) => {
  expect(isClaimedByAnother(id(801), notes, '2c2c2c2c')).toBe(expected);
});
