import { expect, test } from 'vitest';
import { lastNoteOn, type Note } from '../../src/rules/notes.ts';
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
])('the last word on a snapshot: %s', (_, notes, expected) => {
  expect(lastNoteOn(id(801), notes)).toEqual(expected);
});
