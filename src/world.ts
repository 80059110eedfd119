import type { World } from './run.ts';
import { systemClock as clock } from './runner/clock.ts';
import {
  canSetOutputs,
  fail,
  input,
  inputNames,
  mask,
  savedState,
  saveState,
  writeSummary,
} from './runner/commands.ts';
import { runnerLog } from './runner/log.ts';
import { stopSignal } from './runner/signals.ts';
import { usesReference } from './runner/uses.ts';
import { redactor } from './text/text.ts';

/** The runner and the clock as they really are, outputs to `write`; what only a step with usable inputs needs is loaded for that step. */
export function realWorld(write: World['setOutputs']): World {
  const redactors: ((text: string) => string)[] = [];
  const clean = (text: string) => redactors.reduce((safe, redact) => redact(safe), text);
  const log = runnerLog(clean);
  const signal = stopSignal();
  return {
    raw: input,
    inputNames,
    clock,
    log,
    clean,
    fail,
    canSetOutputs,
    savedState,
    uses: usesReference(),
    mask(secret) {
      mask(secret);
      redactors.push(redactor(secret));
    },
    setOutputs: (values) =>
      write(Object.fromEntries(Object.entries(values).map(([name, value]) => [name, clean(value)]))),
    writeSummary: (markdown) => writeSummary(clean(markdown)),
    async equip(inputs, journal, planning) {
      const { realDeps } = await import('./real-deps.ts');
      const keep = (json: string) => saveState(clean(json));
      return realDeps(inputs, planning, { journal, log, clock, signal, saveState: keep });
    },
  };
}
