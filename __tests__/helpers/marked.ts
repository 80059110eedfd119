/** The mark that the tests' own run leaves: `marked(own)`. */
export const own = { run: '4711', nonce: '0a0a0a0a-1b1b1b1b' };

/** The description of a snapshot that another run, or another step, made; of run 4000 of this repository unless told otherwise. */
export function marked({
  repository = 'acme/shop',
  run = '4000',
  nonce = 'ffffffff-eeeeeeee',
}: {
  repository?: string;
  run?: string;
  nonce?: string;
} = {}): string {
  return `Before a deploy [gha ${repository} run ${run}.1 ${nonce}]`;
}
