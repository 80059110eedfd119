/** What a dry run leaves in place of a state: there is nothing to look after, only something to tell. */
export const dryRunState = 'dry run';
