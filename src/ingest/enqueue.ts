import type { Problem } from '../problem.ts';
import type { Place, Store } from '../store/index.ts';
import type { Queued } from './job.ts';
import { forgetMark, type Incoming, type Loaded, loaded } from './load.ts';
import type { Queue } from './queue.ts';
import { failed } from './take-in.ts';

/** What became of an article that was to be queued. */
export type Receipt = { name: string } & (
  | { status: 'queued' | 'known'; id: string; title: string | null; place: Place }
  | { status: 'failed'; problem: Problem }
);

export interface EnqueueOptions {
  store: Store;
  queue: Queue;
  /** Articles of a higher priority are read first. */
  priority?: number;
  /** Whether the store is to say what could not be opened. Default true. */
  marks?: boolean;
  /** Told of each article before the queue has it. */
  onQueued?: (article: Queued) => void;
  /** Told when it is safely queued, known, or could not be opened. */
  onReceipt?: (receipt: Receipt, done: number) => void;
  signal?: AbortSignal;
}

/** Articles are queued in batches of no more, in articles and in UTF-16 code units. */
const BATCH = { articles: 50, length: 1_000_000 };

type Opened = Extract<Loaded, { place: Place }>;

/**
 * Puts articles into the queue, each with its text, so that whoever reads it needs no file. What the store knows
 * already is not queued, and what cannot be opened is marked in the store.
 *
 * @throws what `signal` was aborted with; what was queued before stays
 */
export async function enqueue(
  articles: Iterable<Incoming> | AsyncIterable<Incoming>,
  options: EnqueueOptions,
): Promise<void> {
  const { store, marks = true, onReceipt, signal } = options;
  let done = 0;
  const tell = (receipt: Receipt) => onReceipt?.(receipt, ++done);
  let batch: Opened[] = [];
  let length = 0;
  const flush = async () => {
    const full = batch;
    [batch, length] = [[], 0];
    await putAll(full, options, tell);
  };
  for await (const what of loaded(articles, store)) {
    signal?.throwIfAborted();
    if ('problem' in what) {
      await failed(what.name, marks ? what.mark : null, what.problem, store);
      tell({ name: what.name, status: 'failed', problem: what.problem });
      continue;
    }
    batch.push(what);
    length += what.article.text.length;
    if (batch.length >= BATCH.articles || length >= BATCH.length) await flush();
  }
  await flush();
}

async function putAll(
  batch: readonly Opened[],
  { store, queue, priority, onQueued }: EnqueueOptions,
  tell: (receipt: Receipt) => void,
): Promise<void> {
  const there = await store.knownArticles(batch.map(({ article }) => article.id));
  const fresh: Opened[] = [];
  for (const one of batch) {
    const { name, place } = one;
    const { id, title } = one.article;
    if (there.has(id) && (await store.noteOrigin(one.article, place)))
      tell({ name, status: 'known', id, title, place });
    else fresh.push(one);
  }
  const waiting = fresh.map(({ name, article, place }): Queued => ({ name, article, place }));
  for (const one of waiting) onQueued?.(one);
  await queue.put(waiting, priority);
  for (const one of fresh) {
    const { name, place } = one;
    await forgetMark(one, store);
    tell({ name, status: 'queued', id: one.article.id, title: one.article.title, place });
  }
}
