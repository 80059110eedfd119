import { expect, test } from 'vitest';
import { CommandReader, type LogEvent } from '../../../rehearsal/runner/commands.ts';

const read = (...lines: string[]) => {
  const reader = new CommandReader();
  return lines.map((line) => reader.read(line));
};

test.each<[string, LogEvent]>([
  ['plain', { kind: 'text', text: 'plain' }],
  ['see ::error::here', { kind: 'text', text: 'see ::error::here' }],
  ['::nonsense::x', { kind: 'text', text: '::nonsense::x' }],
  ['::error', { kind: 'text', text: '::error' }],
  ['::error::bad', { kind: 'annotation', level: 'error', message: 'bad' }],
  ['   ::ERROR::bad', { kind: 'annotation', level: 'error', message: 'bad' }],
  [
    '::warning title=A%3A b%2C c,file=x::y',
    { kind: 'annotation', level: 'warning', title: 'A: b, c', message: 'y' },
  ],
  ['::notice title=::y', { kind: 'annotation', level: 'notice', message: 'y' }],
  [
    '::error::one%0Atwo%25 %2525 %3A ::',
    { kind: 'annotation', level: 'error', message: 'one\ntwo% %25 %3A ::' },
  ],
  ['::group::Waiting', { kind: 'group', title: 'Waiting' }],
  ['::endgroup::', { kind: 'endgroup' }],
  ['::add-mask::s3cret', { kind: 'mask', value: 's3cret' }],
  ['::debug::x', { kind: 'debug', message: 'x' }],
  ['::set-output name=id::802', { kind: 'set-output', name: 'id', value: '802' }],
  ['::save-state name=id::802', { kind: 'save-state', name: 'id', value: '802' }],
  ['::echo::on', { kind: 'other', command: 'echo' }],
  ['server web ##[add-mask]802', { kind: 'mask', value: '802' }],
  [
    'x ##[error title=a%3Bb;file=c]bad%5D',
    { kind: 'annotation', level: 'error', title: 'a;b', message: 'bad]' },
  ],
  ['x ## [add-mask]802', { kind: 'text', text: 'x ## [add-mask]802' }],
  ['x ##[nonsense]802', { kind: 'text', text: 'x ##[nonsense]802' }],
])('%s', (line, event) => {
  expect(read(line)).toEqual([event]);
});

test('stop-commands mutes everything until its token', () => {
  expect(read('##[stop-commands]t0k', '::error::unheard', '::other::', '::t0k::', '::error::heard')).toEqual([
    { kind: 'other', command: 'stop-commands' },
    { kind: 'text', text: '::error::unheard' },
    { kind: 'text', text: '::other::' },
    { kind: 'other', command: 'resume' },
    { kind: 'annotation', level: 'error', message: 'heard' },
  ]);
});
