import type { World } from './run.ts';
import { systemClock as clock } from './runner/clock.ts';
import { custody, fail, input, mask, saveCustody, setOutputs, writeSummary } from './runner/commands.ts';
import { runnerLog } from './runner/log.ts';
import { stopSignal } from './runner/signals.ts';
import { usesReference } from './runner/uses.ts';
import { redactor } from './text/text.ts';

/** The runner and the clock as they really are; what only a step with usable inputs needs is loaded for that step. */
export function realWorld(): World {
  const redactors: ((text: string) => string)[] = [];
  const clean = (text: string) => redactors.reduce((safe, redact) => redact(safe), text);
  const log = runnerLog(clean);
  const signal = stopSignal();
  return {
    ...{ raw: input, clean, clock, log, fail, uses: usesReference() },
    mask(secret) {
      mask(secret);
      redactors.push(redactor(secret));
    },
    setOutputs: (values) =>
      setOutputs(Object.fromEntries(Object.entries(values).map(([name, value]) => [name, clean(value)]))),
    writeSummary: (markdown) => writeSummary(clean(markdown)),
    custody,
    async equip(inputs, journal, planning) {
      const { equip } = await import('./real-deps.ts');
      return equip({
        ...{ inputs, journal, log, clock, signal, planning },
        saveCustody: (json) => saveCustody(clean(json)),
      });
    },
  };
}
