import { inWords } from './clock.ts';

export interface Progress {
  title: string;
  state: string;
  elapsedMs: number;
  usualMs: number;
}

const width = 20;

/** The bar is full only when it is over, which a line never knows. */
export function progressLine({ title, state, elapsedMs, usualMs }: Progress): string {
  const share = Math.min(0.95, elapsedMs / usualMs);
  const full = Math.round(share * width);
  return `${'█'.repeat(full)}${'░'.repeat(width - full)} ${title}: ${state || 'not seen'}, ${inWords(elapsedMs)}`;
}
