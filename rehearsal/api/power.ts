import { type Answer, type Problem, problem } from '../http/answers.ts';
import type { ApiCall, Handler } from './call.ts';
import type { Instant } from './instant.ts';
import { forbidden, noSuch, wrongFields } from './refusals.ts';
import { sentFields } from './sent.ts';
import { forServer } from './settings.ts';
import { existing, type PowerAction, type ServerRecord } from './state.ts';
import { type Change, replan, valueAt, valuesFrom } from './timeline.ts';
import { snapshotsAt } from './views.ts';

const actions: readonly unknown[] = ['start', 'stop', 'restart', 'hard_stop'] satisfies PowerAction[];

export const switchPower: Handler = (call, id) => {
  const { state, settings, now } = call;
  if (settings.power === 'refused') return forbidden(call);
  const server = state.servers.get(id);
  if (!server) return noSuch(call, 'Server');
  const sent = sentFields(call);
  if ('problem' in sent) return sent;
  const { action } = sent.fields;
  if (!isAction(action)) return wrongFields(call, { action: fault(action) }, 'Invalid parameters');
  const objection = objectionTo(call, server, action);
  if (objection) return objection;
  state.powerActions.push({ at: now, server: id, action });
  if (settings.power === 'offered' && !isRepeated(call, server, action)) changePower(call, id, action);
  return accepted(call, action);
};

/** From now on the server does what the action says, whoever asked for it. */
export function changePower({ state, settings, now }: Instant, id: number, action: PowerAction): void {
  const server = existing(state.servers, id);
  const future: Change<string>[] = [];
  let from = now + settings.powerStartsAfterMs;
  if (action === 'stop' || action === 'restart') {
    future.push({ from, value: settings.statusWhileStopping });
    from += forServer(settings.stopTakesMs, id);
  }
  if (action !== 'start') future.push({ from, value: settings.statusWhenStopped });
  if (action === 'start' || action === 'restart') {
    future.push({ from, value: settings.statusWhileStarting });
    from += forServer(settings.startTakesMs, id);
    future.push({ from, value: settings.statusWhenStarted });
  }
  server.status = replan(server.status, now, ...future);
}

function objectionTo(call: ApiCall, server: ServerRecord, action: PowerAction): Problem | undefined {
  const { settings, now } = call;
  const status = valueAt(server.status, now) ?? '';
  if (status === 'suspended') return problem(403, 'Server is suspended.');
  if (valuesFrom(server.status, now).includes('restoring')) return problem(409, 'Server is being restored.');
  if (action === 'start' && settings.startWhileSnapshotting === 'refuse' && isSnapshotted(call, server.id))
    return problem(409, 'Server is busy: a snapshot is being created.');
  if (settings.repeatedPower === 'allow' || !isRepeated(call, server, action)) return undefined;
  return problem(400, `Server is already ${action === 'start' ? 'running' : 'stopped'}.`);
}

/** Whether the server is, or is going to be, where the action would bring it. */
function isRepeated({ settings, now }: Instant, server: ServerRecord, action: PowerAction): boolean {
  const end = valuesFrom(server.status, now).at(-1) ?? '';
  if (action === 'start') return ['active', settings.statusWhenStarted].includes(end);
  return action === 'stop' && ['stopped', settings.statusWhenStopped].includes(end);
}

function isSnapshotted(call: ApiCall, server: number): boolean {
  const busy = ['in_progress', call.settings.statusWhileCreating];
  return snapshotsAt(call).some((one) => one.server.id === server && busy.includes(one.status));
}

function isAction(action: unknown): action is PowerAction {
  return actions.includes(action);
}

function fault(action: unknown): string {
  return action === undefined ? 'This field is required.' : `"${String(action)}" is not a valid choice.`;
}

function accepted({ settings }: ApiCall, action: PowerAction): Answer {
  if (settings.powerAnswer === 'empty') return { status: 204 };
  const status = settings.powerAnswer === 'accepted' ? 202 : 200;
  return { status, json: { status: 'success', message: `Power action "${action}" initiated.` } };
}
