import { InputError } from '../../src/errors.ts';
import { type Raw, tidy } from '../../src/inputs/raw.ts';
import { durationMs, oneOf, positiveNumber, snapshotName, unusable } from '../../src/inputs/values.ts';
import { oneLine } from '../../src/text/text.ts';
import type { Form } from '../api/options.ts';
import { type FaultName, faultNames } from './faults.ts';

/** What is to be rehearsed; plain data, for another process. Durations are in milliseconds. */
export interface Plan {
  form: Form;
  servers: number[];
  snapshots: PlannedSnapshot[];
  createMs: number;
  restoreMs: number;
  faults: FaultName[];
}

export interface PlannedSnapshot {
  server: number;
  ageMs: number;
  /** Somebody else gave it this name; undefined: an earlier run of this repository made it. */
  name: string | undefined;
}

const second = 1_000;
const forms = ['documented', 'client', 'both'] as const satisfies Form[];

/** Every input of rehearsal/action.yml, with what it is when it is empty. */
export const defaults = {
  servers: '12345',
  snapshots: '',
  form: 'documented',
  create_seconds: '5',
  restore_seconds: '10',
  faults: '',
};

/** @throws {InputError} */
export function readPlan(given: Raw): Plan {
  const tidied = tidy(given);
  const raw = (name: keyof typeof defaults) => tidied(name) || defaults[name];
  const servers = wordsIn(raw('servers')).map(serverNumber);
  return {
    form: oneOf('form', raw('form'), forms),
    servers: [...new Set(servers)],
    snapshots: linesIn(raw('snapshots')).map((line) => plannedSnapshot(line, servers)),
    createMs: positiveNumber('create_seconds', raw('create_seconds')) * second,
    restoreMs: positiveNumber('restore_seconds', raw('restore_seconds')) * second,
    faults: [...new Set(wordsIn(raw('faults')).map((word) => oneOf('faults', word, faultNames)))],
  };
}

function wordsIn(text: string): string[] {
  return text.split(/[\s,]+/).filter((word) => word !== '');
}

function linesIn(text: string): string[] {
  return text.split(/[\r\n]+/).filter((line) => line.trim() !== '');
}

/** Twelve digits fit into the end of the UUID that stands for it. */
function serverNumber(word: string): number {
  if (/^[1-9]\d{0,11}$/.test(word)) return Number(word);
  throw unusable(
    'servers',
    word,
    'whole numbers such as 12345, also in form: client, where the output server_id gives the UUIDs that stand for them',
  );
}

function plannedSnapshot(line: string, servers: readonly number[]): PlannedSnapshot {
  const [server = '', age = '', name, ...more] = line.trim().split(/\s+/);
  if (age === '' || more.length > 0)
    throw unusable('snapshots', line, 'per line a server, an age and perhaps a name, such as 12345 3d');
  if (!servers.includes(Number(server)))
    throw new InputError(
      'snapshots',
      `Input snapshots names server ${oneLine(server, 80)}, and servers are ${servers.join(', ')}.`,
      'Name one of those, or add it to servers.',
    );
  return {
    server: Number(server),
    ageMs: durationMs('snapshots', age),
    name: name === undefined ? undefined : snapshotName('snapshots', name),
  };
}
