import { Problem } from '../problem.ts';
import { keyOf, type Place, type Store } from '../store/index.ts';
import { enqueue, type Receipt } from './enqueue.ts';
import type { Queued } from './job.ts';
import type { Incoming } from './load.ts';
import { Queue, type QueueCounts, type QueueItem } from './queue.ts';
import type { Outcome } from './take-in.ts';
import { type WorkOptions, work } from './work.ts';
import type { Workers } from './workers.ts';

/** What happens to an article on its way from the queue into the graph. */
export interface ArticleEvent {
  /** Of the article. */
  id: string;
  name: string;
  title: string | null;
  status: 'queued' | 'reading' | 'added' | 'known' | 'failed';
  problem?: Problem;
}

/** What became of an article that was posted; where it is queued, `settled` says how it ends. */
export type Posted = Receipt & { settled?: Promise<Settled> };

/** How an article that was posted ended. */
export type Settled = { status: 'added' | 'known' } | { status: 'failed'; problem: Problem };

export interface InboxOptions {
  store: Store;
  workers: Pick<Workers, 'extract'>;
  /** How many articles are read at once. Default 1. */
  threads?: number;
  queue?: Queue;
  /** What goes wrong and is nobody's article. */
  onTrouble?: (error: unknown) => void;
}

/** Milliseconds between two looks at what other processes queued and read. */
const EVERY = 2000;
/** Posted by a person who waits, before what is queued by the thousand. */
const PRIORITY = 1;

/** What is remembered of an article that is on its way; its text waits in the store. */
type Noted = Pick<ArticleEvent, 'id' | 'name' | 'title'> & { place: Place };

interface Watched {
  article: Noted;
  /** False until the queue has it: before, its absence says nothing. */
  isQueued: boolean;
  settled: Promise<Settled>;
  settle(settled: Settled): void;
}

function promised(): Pick<Watched, 'settled' | 'settle'> {
  let settle: Watched['settle'] = () => {};
  const settled = new Promise<Settled>((resolve) => {
    settle = resolve;
  });
  return { settled, settle };
}

const noted = ({ name, place, article: { id, title } }: Queued): Noted => ({ id, name, title, place });

const settledOf = (outcome: Outcome): Settled =>
  outcome.outcome === 'failed' ? { status: 'failed', problem: outcome.problem } : { status: outcome.outcome };

/**
 * Takes articles in for others: queues what is posted, reads the queue on worker threads, beside other processes that
 * may read it too, and tells what becomes of each.
 */
export class Inbox {
  readonly #store: Store;
  readonly #queue: Queue;
  readonly #listeners = new Set<(event: ArticleEvent) => void>();
  readonly #watched = new Map<string, Watched>();
  /** Keys of the places whose articles are being read by this process. */
  readonly #readHere = new Set<string>();
  readonly #closing = new AbortController();
  readonly #working: Promise<void>;
  #checking = false;

  constructor({ store, workers, threads = 1, queue = new Queue(store), onTrouble = console.error }: InboxOptions) {
    this.#store = store;
    this.#queue = queue;
    const options: WorkOptions = {
      queue,
      store,
      threads,
      extract: (article, what, signal) => workers.extract(article, what, signal),
      signal: this.#closing.signal,
      onReading: (claim) => {
        this.#readHere.add(keyOf(claim.place));
        this.#tell(noted(claim), 'reading');
      },
      onOutcome: (claim, outcome) => {
        this.#readHere.delete(keyOf(claim.place));
        if (outcome !== null) this.#settle(noted(claim), settledOf(outcome));
      },
      every: EVERY,
      onPause: () => void this.#lookForOthers().catch(onTrouble),
      onTrouble,
    };
    this.#working = this.#workOn(options, onTrouble);
  }

  /** Queues articles, before all that was queued in bulk. Resolves when they wait in the store. */
  async post(articles: Iterable<Incoming> | AsyncIterable<Incoming>, signal?: AbortSignal): Promise<Posted[]> {
    const posted: Posted[] = [];
    const endings = new Map<string, Promise<Settled>>();
    await enqueue(articles, {
      store: this.#store,
      queue: this.#queue,
      priority: PRIORITY,
      marks: false, // who posted it is told
      ...(signal && { signal }),
      onQueued: (article) => endings.set(keyOf(article.place), this.#watch(noted(article))),
      onReceipt: (receipt) => {
        if (receipt.status !== 'queued') {
          posted.push(receipt);
          return;
        }
        const key = keyOf(receipt.place);
        const settled = endings.get(key);
        posted.push({ ...receipt, ...(settled && { settled }) });
        const watched = this.#watched.get(key);
        if (watched) watched.isQueued = true;
      },
    }).finally(() => this.#forgetUnqueued(endings.keys()));
    return posted;
  }

  counts(): Promise<QueueCounts> {
    return this.#queue.counts();
  }

  items(limit: number, after: string | null): Promise<{ items: QueueItem[]; next: string | null }> {
    return this.#queue.items(limit, after);
  }

  /** @returns what ends it */
  listen(listener: (event: ArticleEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Fires when it is being closed. */
  get closing(): AbortSignal {
    return this.#closing.signal;
  }

  /** Resolves when nothing is being read any more; what is under way goes back into the queue. */
  async close(): Promise<void> {
    const ending = new Problem('store-closed', {
      title: 'the server is stopping',
      hint: 'What was queued is read when it runs again',
    });
    this.#closing.abort(ending);
    for (const { settle } of this.#watched.values()) settle({ status: 'failed', problem: ending });
    this.#watched.clear();
    await this.#working;
  }

  /** Nobody would read what is posted if this ended before the inbox is closed. */
  async #workOn(options: WorkOptions, onTrouble: (error: unknown) => void): Promise<void> {
    const { signal, queue } = options;
    while (!signal.aborted) {
      await work(options).catch(onTrouble);
      if (!signal.aborted) await queue.pause(EVERY, signal);
    }
  }

  #watch(article: Noted): Promise<Settled> {
    this.#closing.signal.throwIfAborted();
    const key = keyOf(article.place);
    const before = this.#watched.get(key); // who waits for that one waits for the one that takes its place
    const watched = { ...(before ?? promised()), article, isQueued: false };
    this.#watched.set(key, watched);
    this.#tell(article, 'queued');
    return watched.settled;
  }

  /** Where queueing failed, nobody will read them. */
  #forgetUnqueued(keys: Iterable<string>): void {
    for (const key of keys) if (this.#watched.get(key)?.isQueued === false) this.#watched.delete(key);
  }

  #settle(article: Noted, settled: Settled): void {
    this.#tell(article, settled.status, settled.status === 'failed' ? settled.problem : undefined);
    const key = keyOf(article.place);
    this.#watched.get(key)?.settle(settled);
    this.#watched.delete(key);
  }

  #tell({ id, name, title }: Noted, status: ArticleEvent['status'], problem?: Problem): void {
    for (const listener of this.#listeners) listener({ id, name, title, status, ...(problem && { problem }) });
  }

  /** Finds out how articles ended that were posted here and read by another process. */
  async #lookForOthers(): Promise<void> {
    const queued = [...this.#watched.values()].filter(({ isQueued }) => isQueued);
    if (queued.length === 0 || this.#checking) return;
    this.#checking = true;
    try {
      const left = new Set((await this.#queue.withJobs(queued.map(({ article }) => article.place))).map(keyOf));
      const isGone = (key: string) => !left.has(key) && !this.#readHere.has(key);
      const gone = queued.filter(({ article }) => isGone(keyOf(article.place)));
      if (gone.length === 0) return;
      const known = await this.#store.knownArticles(gone.map(({ article }) => article.id));
      for (const { article } of gone) {
        if (this.#watched.get(keyOf(article.place))?.article !== article) continue; // settled meanwhile, here
        this.#settle(article, known.has(article.id) ? { status: 'added' } : await this.#failureOf(article));
      }
    } finally {
      this.#checking = false;
    }
  }

  async #failureOf({ name, place }: Noted): Promise<Settled> {
    const failure = (await this.#store.failures()).find((one) => keyOf(one) === keyOf(place));
    const { code, ...text } = failure?.problem ?? { code: 'superseded' as const, title: `${name} was taken back` };
    return { status: 'failed', problem: new Problem(code, text) };
  }
}
