import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/** How long the runner waits before it becomes rougher (`ProcessInvoker.cs`), in milliseconds. */
export const patience = { interrupt: 7_500, terminate: 2_500 };

/** Ends a step as a cancelled or timed out job does: SIGINT, then SIGTERM, then SIGKILL. */
export async function cancelStep(child: ChildProcess, { interrupt, terminate } = patience): Promise<void> {
  if (await endsAfter(child, 'SIGINT', interrupt)) return;
  if (await endsAfter(child, 'SIGTERM', terminate)) return;
  child.kill('SIGKILL');
}

async function endsAfter(
  child: ChildProcess,
  signal: NodeJS.Signals,
  milliseconds: number,
): Promise<boolean> {
  const over = () => child.exitCode !== null || child.signalCode !== null;
  if (over()) return true;
  child.kill(signal);
  await once(child, 'exit', { signal: AbortSignal.timeout(milliseconds) }).catch(() => {});
  return over();
}
