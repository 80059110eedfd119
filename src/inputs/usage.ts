import { InputError } from '../errors.ts';
import { oneLine } from '../text/text.ts';
import type { ModeName } from './common.ts';
import type { Raw } from './raw.ts';

/** An input that only some modes can honour. */
interface Usage {
  modes: readonly ModeName[];
  /** What it may be set to in every mode. */
  idle: readonly string[];
  /** Whether a run that relies on it could go wrong; else a warning is enough. */
  isGrave: boolean;
}

const guarding: readonly ModeName[] = ['create', 'wait'];

/** By action.yml; inputs that every mode uses are not here. */
const usages: Record<string, Usage> = {
  snapshot_id: grave(['wait', 'restore', 'delete']),
  name: light(['create', 'restore', 'delete']),
  description: light(['create']),
  wait: grave(['create', 'restore'], 'true'),
  stop_server: grave(['create'], 'false'),
  at_limit: grave(['create'], 'fail'),
  keep_last: grave(['prune']),
  keep_within: grave(['prune']),
  max_age: grave(['restore']),
  ready_url: light(['create', 'wait', 'restore']),
  force: grave(['create', 'wait', 'restore'], 'false'),
  on_success: grave(guarding, 'keep'),
  on_failure: grave(guarding, 'keep'),
  on_cancelled: grave(guarding, 'keep'),
};

/**
 * Inputs that are set and that the mode cannot honour.
 * @returns those that deserve no more than a warning
 * @throws {InputError} for one that somebody relies on: a forgotten mode must not take a snapshot and be green
 */
export function unusedInputs(raw: Raw, mode: ModeName): string[] {
  const unused = Object.entries(usages).filter(
    ([input, { modes, idle }]) => !modes.includes(mode) && !idle.includes(raw(input).toLowerCase()),
  );
  const serious = unused.find(([, { isGrave }]) => isGrave);
  if (serious) throw misplaced(serious[0], { raw, mode });
  return unused.map(([input]) => misplacedText(input, { raw, mode }));
}

function misplaced(input: string, at: { raw: Raw; mode: ModeName }): InputError {
  const { modes } = usages[input] ?? { modes: [] };
  return new InputError(
    input,
    misplacedText(input, at),
    `Set mode to one of those (${modes.join(', ')}), or leave ${input} out.`,
  );
}

function misplacedText(input: string, { raw, mode }: { raw: Raw; mode: ModeName }): string {
  const { modes } = usages[input] ?? { modes: [] };
  const belongs = modes.map((one) => `mode: ${one}`).join(' and ');
  const isDefault = raw('mode') === '' ? ' (the default)' : '';
  return `Input ${input} is "${oneLine(raw(input), 80)}", which belongs to ${belongs}; mode: ${mode}${isDefault} cannot honour it.`;
}

function grave(modes: readonly ModeName[], idle = ''): Usage {
  return { modes, idle: ['', idle], isGrave: true };
}

function light(modes: readonly ModeName[]): Usage {
  return { modes, idle: [''], isGrave: false };
}
