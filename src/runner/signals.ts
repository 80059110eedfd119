import { Cancelled } from '../errors.ts';

/** The step must be gone 2 s after a signal; a connection that is just being made would keep Node alive for longer. */
const goneAfterMs = 1_900;

/** Aborted on SIGINT and SIGTERM: the runner sends them 7.5 s apart, and kills 2.5 s later (ProcessInvoker.cs). */
export function stopSignal(): AbortSignal {
  const controller = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) {
    process.on(name, () => {
      controller.abort(new Cancelled(name));
      setTimeout(() => process.exit(), goneAfterMs).unref();
    });
  }
  return controller.signal;
}
