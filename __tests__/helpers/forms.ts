import { type Form, type SnapshotSeed, uuidOf } from '../../rehearsal/api/api.ts';

/** The forms that the API is known in. Where an object shows both of its ids, almost all is as documented. */
export const forms = ['documented', 'client'] as const satisfies Form[];

/** The requests that change something, as this form of the API takes them: `POST /snapshots/`. */
export function paths(form: Form) {
  const server = (id: number) => (form === 'documented' ? String(id) : uuidOf(id));
  const snapshot = (id: number) => (form === 'client' ? uuidOf(id) : String(id));
  return {
    create: (id: number) =>
      form === 'client' ? `POST /servers/${server(id)}/snapshot/` : 'POST /snapshots/',
    restore: (id: number) => `POST /snapshots/${snapshot(id)}/restore/`,
    remove: (id: number) => `DELETE /snapshots/${snapshot(id)}/`,
    power: (id: number) => `POST /servers/${server(id)}/power/`,
  };
}

/** A snapshot as somebody made it in this form of the API, which may keep one text only: then the mark stands in that. */
export function inForm<Seed extends Partial<SnapshotSeed>>(form: Form, seed: Seed): Seed {
  const [mark] = /\[gha .*/.exec(seed.description ?? '') ?? [];
  if (form !== 'client' || mark === undefined) return seed;
  return { ...seed, name: `${seed.name ?? 'before'} ${mark}`, description: '' };
}
