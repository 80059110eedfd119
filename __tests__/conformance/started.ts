import { Interrupted } from '../../conformance/refusal.ts';
import { stage } from '../../conformance/rehearsals.ts';
import { run, type World } from '../../conformance/run.ts';
import { type Api, uuidOf } from '../../rehearsal/api/api.ts';
import { type Behaviour, staged } from './interviewed.ts';

export interface Started {
  argv?: string[];
  env?: World['env'];
  /** Called before each request that is sent, with its method, path and body. */
  before?: (line: string, at: { api: Api; interrupt: () => void }) => void;
}

export const token = 'token-for-tests';
/** The circle in the client form. */
export const onStage = ['--server', uuidOf(stage.id), '--confirm', stage.hostname];

/** The kit against a real URL, behind which the API in memory answers. */
export async function started(behaviour: Behaviour, { argv = [], env, before }: Started = {}) {
  const { api, fetch, clock } = staged(behaviour);
  const [interruption, hurry] = [new AbortController(), new AbortController()];
  const interrupt = () => (interruption.signal.aborted ? hurry : interruption).abort(new Interrupted());
  const said: string[] = [];
  const written: Record<string, string> = {};
  const code = await run({
    argv,
    env: env ?? { VPS_API_TOKEN: token },
    fetch: (input, init) => {
      before?.(`${init?.method} ${new URL(String(input)).pathname} ${init?.body ?? ''}`, { api, interrupt });
      return fetch(input, init);
    },
    clock,
    say: (line) => said.push(line),
    show: () => {},
    write: (file, text) => {
      if (file.startsWith('nowhere')) throw new Error('EACCES: permission denied');
      written[file] = text;
    },
    interrupted: interruption.signal,
    hurried: hurry.signal,
  });
  return { api, clock, code, said: said.join('\n'), written };
}

export function changes(api: Api) {
  return api.ledger.filter(({ method }) => method !== 'GET' && method !== 'OPTIONS');
}

export function lines(api: Api): string[] {
  return changes(api).map(({ method, path }) => `${method} ${path}`);
}

export function statusOf(api: Api): string | undefined {
  return api.servers().find(({ id }) => id === stage.id)?.status;
}
