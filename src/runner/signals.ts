import { Cancelled } from '../errors.ts';
import { goneAfterSignalMs } from '../limits.ts';

/** Aborted on SIGINT and SIGTERM. A connection that is just being made would keep Node alive, so that ends it. */
export function stopSignal(): AbortSignal {
  const controller = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) {
    process.on(name, () => {
      controller.abort(new Cancelled(name));
      setTimeout(() => process.exit(1), goneAfterSignalMs).unref();
    });
  }
  return controller.signal;
}
