import type { Api } from '../../rehearsal/api/api.ts';
import type { GitHubApi } from '../../rehearsal/github/github.ts';
import type { Foreign, Maker, Other } from '../script.ts';
import type { Effects } from './effects.ts';
import type { Deed } from './record.ts';
import type { Time } from './time.ts';

interface Places {
  api: Api;
  github: GitHubApi;
  effects: Effects;
  time: Time;
}

/** Everybody else who works on the account. */
export class Others {
  readonly deeds: Deed[] = [];
  /** Who made which of the snapshots; undefined for those made by hand. */
  readonly snapshots = new Map<number, Maker | undefined>();
  readonly #places: Places;

  constructor(places: Places) {
    this.#places = places;
  }

  add({ maker, ...seed }: Omit<Foreign, 'id'> & { id?: number }): number {
    const id = this.#places.api.addSnapshot(seed);
    this.snapshots.set(id, maker);
    this.#places.effects.isOfOthers(id);
    return id;
  }

  later(ms: number, does: Other['does']): void {
    void this.#places.time.sleep(ms, this).then(() => this.act(does));
  }

  act(does: Other['does']): void {
    if (does.what === 'deploy') this.#deploy(does);
    else this.#meddle(does);
  }

  #deploy({ snapshot, endsMs, runEndsMs }: Extract<Other['does'], { what: 'deploy' }>): void {
    const { api, github, time } = this.#places;
    if (this.#of(snapshot.server).length >= 5) return;
    const id = this.add(snapshot);
    this.#note('deploy', snapshot.server, id);
    void time.sleep(endsMs, this).then(() => {
      if (this.#of(snapshot.server).some((one) => one.id === id)) api.setSnapshotStatus(id, 'completed');
    });
    const run = github.state.runs.get(Number(snapshot.maker?.runId));
    if (!run) return;
    run.status = 'in_progress';
    void time.sleep(runEndsMs, this).then(() => {
      run.status = 'completed';
    });
  }

  #meddle({ what, server }: Exclude<Other['does'], { what: 'deploy' }>): void {
    const { api } = this.#places;
    const status = api.servers().find(({ id }) => id === server)?.status ?? '';
    if (what === 'fill') this.#fill(server);
    else if (what === 'delete oldest' || what === 'delete newest') this.#remove(server, what);
    else if (status === 'suspended' || status === 'restoring') return;
    else {
      this.#note(what, server);
      if (what === 'restore') api.startRestore(server);
      if (what === 'stop') api.stopServer(server);
      if (what === 'start') api.startServer(server);
      if (what === 'reboot') api.restartServer(server);
    }
  }

  #fill(server: number): void {
    for (let room = 5 - this.#of(server).length; room > 0; room -= 1) {
      const id = this.add({ server, maker: undefined, name: 'by-hand', description: '' });
      this.#note('fill', server, id);
    }
  }

  #remove(server: number, which: 'delete oldest' | 'delete newest'): void {
    const all = this.#of(server).sort((one, other) => one.id - other.id);
    const id = all.at(which === 'delete oldest' ? 0 : -1)?.id;
    if (id === undefined) return;
    this.#places.api.removeSnapshot(id);
    this.#note(which, server, id);
  }

  #of(server: number) {
    return this.#places.api.snapshots().filter((one) => one.server.id === server);
  }

  #note(what: string, server: number, snapshot?: number): void {
    this.deeds.push({ at: this.#places.time.now(), what, server, snapshot });
  }
}
