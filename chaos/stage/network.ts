import type { Api } from '../../rehearsal/api/api.ts';
import type { GitHubApi } from '../../rehearsal/github/github.ts';
import type { Handled, HttpRequest } from '../../rehearsal/http/answers.ts';
import type { Fake } from '../../rehearsal/http/fake.ts';
import { asFetch } from '../../rehearsal/http/fetch.ts';
import type { Effects } from './effects.ts';
import type { LateEffect, Sent } from './record.ts';
import type { Time } from './time.ts';

export const apiUrl = 'https://admin.vps.org/api/v1';
export const githubUrl = 'https://api.github.com';
export const siteUrl = 'https://shop.example.com/health';

/** The machine that a request comes from, as the network sees it. */
export interface Sender {
  /** Its place among the steps. */
  step: number;
  isOver: boolean;
  isDead: boolean;
  /** Something happens at this request of the step: to the step, or by others. */
  about(request: number, side: 'before' | 'after'): void;
  inFlight: number;
}

interface Places {
  api: Api;
  effects: Effects;
  github: GitHubApi;
  /** Whether the service behind `ready_url` answers now. */
  siteAnswers: () => boolean;
  time: Time;
  /** How long the next request, or its answer, travels. */
  travelMs: () => number;
}

/** All that was sent and what it did, whoever sent it. */
export class Network {
  readonly sent: Sent[] = [];
  /** What came of requests only later. */
  readonly late: LateEffect[] = [];
  readonly #places: Places;

  constructor(places: Places) {
    this.#places = places;
  }

  fetchOf(sender: Sender): typeof globalThis.fetch {
    let requests = 0;
    return async (input, init) => {
      if (sender.isDead) return never();
      requests += 1;
      const request = requests;
      const entry = this.#enter(String(input), init, sender);
      sender.about(request, 'before');
      if (sender.isDead) return never();
      sender.inFlight += 1;
      try {
        await this.#travel(sender, init?.signal);
        const arrived = () => sender.about(request, 'after');
        const response = await this.#carrier(entry, arrived)(input, init);
        if (sender.isDead) return await never();
        await this.#travel(sender, init?.signal);
        return sender.isDead ? await never() : response;
      } catch (error) {
        entry.answer ??= { status: 'aborted', isJson: false, body: '' };
        entry.answeredAt ??= this.#places.time.now();
        if (sender.isDead) return never();
        throw error;
      } finally {
        sender.inFlight -= 1;
      }
    };
  }

  /** What has come of requests by now. */
  catchUp(): void {
    this.late.push(...this.#places.effects.news());
  }

  #enter(url: string, init: RequestInit | undefined, sender: Sender): Sent {
    const { pathname, search, origin } = new URL(url);
    const to = url.startsWith(`${apiUrl}/`)
      ? 'api'
      : origin === githubUrl
        ? 'github'
        : url === siteUrl
          ? 'site'
          : 'elsewhere';
    const entry: Sent = {
      at: this.#places.time.now(),
      step: sender.step,
      to,
      method: init?.method ?? 'GET',
      path: to === 'api' ? pathname.slice('/api/v1'.length) : pathname,
      query: search.slice(1),
      body: typeof init?.body === 'string' ? init.body : '',
      headers: Object.fromEntries(new Headers(init?.headers)),
      answer: undefined,
      answeredAt: undefined,
      effects: [],
      isLate: sender.isOver,
    };
    this.sent.push(entry);
    return entry;
  }

  async #travel({ isDead }: Sender, signal: AbortSignal | null | undefined): Promise<void> {
    const ms = this.#places.travelMs();
    if (ms > 0 && !isDead) await this.#places.time.sleep(ms, this, signal ?? undefined);
  }

  #carrier(entry: Sent, arrived: () => void): typeof globalThis.fetch {
    const { api, github, siteAnswers } = this.#places;
    switch (entry.to) {
      case 'api':
        return this.#through(api, { entry, arrived });
      case 'github':
        return this.#through(github, { entry, arrived });
      case 'site':
        return async () => new Response(null, { status: siteAnswers() ? 200 : 503 });
      case 'elsewhere':
        return () => Promise.reject(new TypeError('fetch failed', { cause: noSuchHost() }));
    }
  }

  #through(
    fake: Pick<Fake<unknown>, 'handle'>,
    { entry, arrived }: { entry: Sent; arrived: () => void },
  ): typeof globalThis.fetch {
    const { time } = this.#places;
    const handle = async (request: HttpRequest, sleep?: (ms: number) => Promise<void>): Promise<Handled> => {
      this.catchUp();
      const handling = fake.handle(request, sleep);
      entry.effects.push(...this.#places.effects.news().map(({ effect }) => effect));
      arrived();
      const handled = await handling;
      if (entry.answer) return handled;
      entry.answeredAt = time.now();
      entry.answer =
        typeof handled === 'string' ? { status: handled, isJson: false, body: '' } : answerOf(handled);
      return handled;
    };
    return asFetch({ handle }, { sleep: (ms, signal) => time.sleep(ms, this, signal) });
  }
}

function answerOf({ status, headers, body }: Exclude<Handled, string>): Sent['answer'] {
  return { status, isJson: headers['content-type']?.startsWith('application/json') ?? false, body };
}

function noSuchHost(): Error {
  return Object.assign(new Error('no such host'), { code: 'ENOTFOUND' });
}

function never(): Promise<never> {
  return new Promise(() => {});
}
