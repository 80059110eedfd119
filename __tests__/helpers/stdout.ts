import { vi } from 'vitest';

/** What is written to stdout meanwhile, as the runner would read it: line by line. */
export function captured(act: () => void): string[] {
  const texts: string[] = [];
  const spy = vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
    texts.push(String(chunk));
    return true;
  });
  try {
    act();
  } finally {
    spy.mockRestore();
  }
  return texts
    .join('')
    .split(/\r\n|\r|\n/)
    .slice(0, -1);
}
