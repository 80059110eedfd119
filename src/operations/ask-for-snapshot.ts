import type { Deps } from '../deps.ts';
import { description, generatedName } from '../rules/ownership.ts';
import type { Creation } from '../rules/steps.ts';
import { serverName } from '../text/references.ts';
import { sentence } from '../text/text.ts';
import { ApiError } from '../vps/api-error.ts';
import type { Snapshot } from '../vps/model.ts';

/** The words of one request. Our own text is the first suspect when the API refuses or breaks: less of it is tried. */
export class SnapshotAsk {
  readonly #order: Creation;
  readonly #deps: Deps;
  readonly #descriptions: string[];
  #broke = false;
  /** The description was left out on a suspicion only. */
  #isGuess = false;

  constructor(order: Creation, deps: Deps) {
    const { server, name, description: words } = order;
    const isUnique = name === generatedName(deps.origin, server.id);
    this.#order = order;
    this.#deps = deps;
    this.#descriptions = [words, description('', deps.origin).trim(), ...(isUnique ? [''] : [])];
  }

  async send(): Promise<Snapshot | null> {
    if (this.#broke && !this.#isGuess)
      this.#isGuess = this.#descriptions[0] === this.#order.description && this.#shorten();
    this.#broke = false;
    for (;;) {
      try {
        return (await this.#create()) ?? null;
      } catch (error) {
        this.#broke = error instanceof ApiError && error.status >= 500;
        if (!(error instanceof ApiError && isAboutText(error) && this.#shorten())) throw error;
        this.#deps.log.info(`${sentence(error.message)} Asking once more with less text of ours.`);
      }
    }
  }

  tellWhatWasLeftOut(): void {
    const [words = ''] = this.#descriptions;
    if (words === this.#order.description) return;
    const seen =
      words === '' ? 'so prune and other runs’ guards will not see it' : 'prune sees it all the same';
    const of = `the snapshot of ${serverName(this.#order.server)}`;
    const why = this.#isGuess
      ? `A request for ${of} broke down, perhaps over its description`
      : `VPS.org did not take the description of ${of}`;
    this.#deps.journal.notice(
      'Description left out',
      `${why}; it was made ${words === '' ? 'without one' : 'with the mark alone'}, ${seen}.`,
    );
  }

  #create(): Promise<Snapshot | undefined> {
    const { server, name, label } = this.#order;
    const { origin, vps, deadline } = this.#deps;
    const unique = generatedName(origin, server.id);
    const texts = { name, description: this.#descriptions[0] ?? '', label, generatedName: unique };
    return vps.createSnapshot({ serverId: server.id, ...texts, deadline });
  }

  /** False when there is no less to say. */
  #shorten(): boolean {
    if (this.#descriptions.length === 1) return false;
    this.#descriptions.shift();
    return true;
  }
}

/** A refusal that may be about the description: it names that, or no field at all. */
function isAboutText({ status, isPage, words, endpoint }: ApiError): boolean {
  const field = /^(\w+): /.exec(words)?.[1];
  return (
    status === 400 &&
    !isPage &&
    endpoint === 'POST /snapshots/' &&
    (field === undefined || field === 'description')
  );
}
