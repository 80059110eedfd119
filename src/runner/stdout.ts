import { writeSync } from 'node:fs';
import { fullPipePauseMs } from '../limits.ts';

/** Writes as many of these bytes as the reader takes now. @returns how many. @throws with a `code`, as writeSync does */
type Write = (bytes: Uint8Array) => number;

/**
 * From now on whatever is written to stdout has left this process when the call returns, even if it is killed in the
 * next moment. `@actions/core` writes whole lines and asks for nothing back, so it needs no stream; the one that Node
 * makes for it loads node:net, which takes a fifth of the time in which a step starts (`npm run bench`).
 */
export function writeAtOnce(write: Write = (bytes) => writeSync(1, bytes)): void {
  const all = (text: string) => {
    let left: Uint8Array = Buffer.from(text);
    while (left.length > 0) left = left.subarray(written(left, write));
    return true;
  };
  Object.defineProperty(process, 'stdout', { configurable: true, value: { write: all } });
}

/** A pipe that is full is waited for; one that nobody reads any more takes everything. */
function written(bytes: Uint8Array, write: Write): number {
  try {
    return write(bytes);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code !== 'EAGAIN') return bytes.length;
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, fullPipePauseMs);
    return 0;
  }
}
