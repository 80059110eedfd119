import type { Deps } from '../deps.ts';
import { eachOf, Failure, failuresOf, gathered } from '../errors.ts';
import { longestIdleStandstillMs, powerEffectMs } from '../limits.ts';
import { hurried } from '../reading/hurried.ts';
import type { ServerRef } from '../rules/steps.ts';
import type { Recorder } from '../state/recorder.ts';
import { duration } from '../text/format.ts';
import { capitalised, serverName } from '../text/references.ts';
import type { Id } from '../vps/id.ts';
import { windowIn } from '../waiting/schedule.ts';
import { lastWord, lateStopWindow, startServer } from './start-server.ts';
import { requestStop, waitUntilStill } from './stop-server.ts';

interface Standing {
  server: ServerRef;
  /** On the clock; undefined as long as the stop has not been seen to come. */
  stoodSince?: number;
  starting?: Promise<void>;
}

/** The servers that a step stops for their snapshots. Who stops a server starts it: this is where that is kept. */
export class Standstill {
  readonly #recorder: Recorder;
  readonly #deps: Deps;
  readonly #standing = new Map<Id, Standing>();

  constructor(recorder: Recorder, deps: Deps) {
    this.#recorder = recorder;
    this.#deps = deps;
  }

  /** All side by side. @throws {Failure} when one of them does not stand still */
  async stop(servers: readonly ServerRef[]): Promise<void> {
    const { clock, pace } = this.#deps;
    const until = clock.now() + windowIn(pace, powerEffectMs);
    const { servers: looks, deadline } = hurried(this.#deps, until);
    const brief = { ...this.#deps, servers: looks, deadline };
    const failures = await failuresOf(servers.map((server) => this.#stop(server, { until, brief })));
    if (failures.length > 0) throw gathered(failures, servers.length);
  }

  /** On the clock: by then the snapshots must be accepted. */
  get until(): number {
    const since = [...this.#standing.values()].flatMap(({ stoodSince }) => stoodSince ?? []);
    return Math.min(...since) + windowIn(this.#deps.pace, longestIdleStandstillMs);
  }

  /**
   * Does what must be done while servers stand still, with no more time than they are left standing for.
   * @throws {Failure} when that is over
   */
  async hurry<T>(act: (brief: Deps) => Promise<T>): Promise<T> {
    const { until } = this;
    try {
      return await act(hurried(this.#deps, until));
    } catch (error) {
      const all = error instanceof Failure && until < this.#deps.deadline ? eachOf(error) : [];
      const others = all.filter(({ ending }) => ending !== 'timed_out');
      if (others.length === all.length) throw error;
      throw gathered([tooLong(), ...others], all.length);
    }
  }

  /** @throws {Failure} when the servers have stood still in vain for too long */
  check(): void {
    if (this.#deps.clock.now() >= this.until) throw tooLong();
  }

  /** Begins to start a server whose snapshot is complete. */
  start(id: Id): void {
    const standing = this.#standing.get(id);
    if (!standing) return;
    standing.starting ??= this.#start(standing);
    // What goes wrong is told by allRunning.
    standing.starting.catch(() => {});
  }

  /** Starts those that are not being started yet, and waits for all. @throws {Failure} */
  async allRunning(): Promise<void> {
    const all = [...this.#standing.values()];
    for (const { server } of all) this.start(server.id);
    const failures = await failuresOf(all.map(({ starting }) => starting ?? Promise.resolve()));
    if (failures.length > 0) throw gathered(failures, all.length);
  }

  /** There is no time left to wait: what is open then is the post step's. */
  async lastWords(): Promise<void> {
    await Promise.all(
      [...this.#standing.values()].map(({ server }) => lastWord(server, 'this step', this.#deps)),
    );
  }

  async #stop(server: ServerRef, { until, brief }: { until: number; brief: Deps }): Promise<void> {
    this.#recorder.stopping(server);
    const standing: Standing = { server };
    this.#standing.set(server.id, standing);
    try {
      await requestStop(server, brief);
    } catch (error) {
      this.#forget(server.id);
      throw error;
    }
    await waitUntilStill(server, until, brief);
    standing.stoodSince = brief.clock.now();
    this.#recorder.stopped(server.id);
  }

  async #start({ server, stoodSince }: Standing): Promise<void> {
    const { clock, journal, log, vps } = this.#deps;
    const name = capitalised(serverName(server));
    if (stoodSince === undefined) {
      await startServer({ server, watchUntil: clock.now() + lateStopWindow(this.#deps) }, this.#deps);
      // The duty stays: the post step watches on.
      const byHand = `It runs, and may still stop: ${vps.startByHand(server.id)}`;
      journal.settle('stop', server.id, `${name} was asked to stop and has not been seen to. ${byHand}`);
      return;
    }
    await startServer({ server, watchUntil: undefined }, this.#deps);
    this.#forget(server.id);
    const stoodMs = clock.now() - stoodSince;
    journal.stood(server.id, stoodMs);
    journal.settle(
      'stop',
      server.id,
      `${name} was stopped and runs again; it stood still for ${duration(stoodMs)}.`,
    );
    log.info(`${name} runs again. It stood still for ${duration(stoodMs)}.`);
  }

  #forget(id: Id): void {
    this.#standing.delete(id);
    this.#recorder.running(id);
  }
}

function tooLong(): Failure {
  return new Failure({
    title: 'Stood still too long',
    message: `Not every snapshot was accepted within ${duration(longestIdleStandstillMs)} after the servers stood still, so they are started again.`,
    next: 'Run again, or take the snapshot without stop_server.',
  });
}
