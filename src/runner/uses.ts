/** `OWNER/REPO@REF` as the workflow says `uses:`; for a local action, the place where released ones live. */
export function usesReference(): string {
  const { GITHUB_ACTION_REPOSITORY: repository, GITHUB_ACTION_REF: ref } = process.env;
  return repository && ref ? `${repository}@${ref}` : 'OWNER/vps-snapshot-action@v1';
}
