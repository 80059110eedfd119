import type { Log } from '../text/log.ts';

/** Set for a whole job, it would show the token to whoever answers in place of the API. Node reads it at every connection. */
const variable = 'NODE_TLS_REJECT_UNAUTHORIZED';

/** Has certificates verified in this process, whatever the job says. */
export function verifyCertificates(log: Log): void {
  if (process.env[variable] !== '0') return;
  delete process.env[variable];
  log.warning(
    'Certificates are verified',
    `${variable}=0 is set for this job; this step verifies certificates all the same, so that the token goes to VPS.org only. Should a connection fail for that, set NODE_EXTRA_CA_CERTS to the file of your certificate authority.`,
  );
}
