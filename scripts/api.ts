import { parseArgs } from 'node:util';
import { Api, type Form } from '../rehearsal/api/api.ts';
import { serve } from '../rehearsal/http/server.ts';

/** The VPS.org API in memory behind a real port, with one server, until Ctrl-C: `npm run api -- --port 8080`. */
const forms: readonly string[] = ['documented', 'client', 'both'] satisfies Form[];
const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '0' },
    form: { type: 'string', default: 'documented' },
    token: { type: 'string', default: 'token-for-tests' },
    seconds: { type: 'string', default: '20' },
  },
});
const duration = Number(values.seconds) * 1_000;
if (!forms.includes(values.form) || !(duration > 0) || !/^\d+$/.test(values.port))
  throw new Error(`--form is one of ${forms.join(', ')}; --port and --seconds are numbers`);

const form = values.form as Form;
const api = new Api({ form, token: values.token, createMs: duration, restoreMs: duration });
api.addServer({ id: 12345, name: 'web-1' });
const { url } = await serve(api, { port: Number(values.port) });
console.log(`api_url: ${url}\napi_token: ${values.token}\nserver_id: ${api.shownId(12345)}`);
console.log(`Snapshots and restores take ${values.seconds} s each. Ctrl-C ends it.`);
