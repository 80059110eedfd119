import { Cancelled } from '../errors.ts';

/** Aborted on SIGINT and SIGTERM: the runner sends them 7.5 s apart, and kills 2.5 s later (ProcessInvoker.cs). */
export function stopSignal(): AbortSignal {
  const controller = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const)
    process.on(name, () => controller.abort(new Cancelled(name)));
  return controller.signal;
}
