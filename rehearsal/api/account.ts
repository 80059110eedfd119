import type { Handler } from './call.ts';

/** Has personal data in it, as the real answer does, so that a leak of it can be noticed. */
export const showAccount: Handler = ({ settings }) => ({
  status: 200,
  json: {
    account: { id: 1, email: 'owner@example.com', first_name: 'Olivia', last_name: 'Owner' },
    token: { name: 'github-actions', permissions: settings.permissions },
  },
});
