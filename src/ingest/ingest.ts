import type { Article } from '../article/index.ts';
import type { Extraction } from '../extraction.ts';
import { Problem } from '../problem.ts';
import type { Place, Store } from '../store/index.ts';
import { originOf, Places, partOf } from './places.ts';

/** An article on its way in. */
export interface Incoming {
  /** Names it in progress and errors: 'file "a.txt"'. */
  name: string;
  /** The path or address that it is read from; absent where it came without one. */
  origin?: string;
  /** @throws Problem where it cannot be read */
  load(): Article | Promise<Article>;
}

export type Outcome =
  | { name: string; outcome: 'added'; extraction: Extraction }
  /** It was in the store before; it was not read again. */
  | { name: string; outcome: 'known'; id: string }
  /** `mark` is where the store says so; absent where it does not. */
  | { name: string; outcome: 'failed'; problem: Problem; mark?: Place };

export interface IngestOptions {
  store: Store;
  extract: (article: Article, what: string, signal?: AbortSignal) => Extraction | Promise<Extraction>;
  /** How many articles are extracted at once; one more waits in memory. Default 1. */
  threads?: number;
  /** Told after each article, in the order in which they are done. */
  onProgress?: (outcome: Outcome, done: number) => void;
  /** Stops at once; of the articles under way nothing is kept. What was added before stays. */
  signal?: AbortSignal;
}

export interface Summary {
  added: number;
  known: number;
  failed: number;
}

/** An article in memory, with its place; or why it is not. */
type Loaded = { article: Article; place: Place } | { problem: Problem };

/** An article that trips the pipeline must not stop the batch, whatever the reason. */
async function read(article: Article, name: string, { extract, signal }: IngestOptions): Promise<Extraction> {
  try {
    return await extract(article, name, signal);
  } catch (cause) {
    signal?.throwIfAborted();
    if (cause instanceof Problem) throw cause;
    const detail = cause instanceof Error ? cause.message : String(cause);
    throw new Problem('internal-error', { title: `${name} could not be read`, detail }, { cause });
  }
}

async function loaded(incoming: Incoming, places: Places): Promise<Loaded> {
  try {
    const article = await incoming.load();
    return { article, place: places.of(incoming, article) };
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem;
    return { problem };
  }
}

/** Where the store is to say that this could not be read; null for what cannot be read there again. */
function markOf({ name, origin }: Incoming): Place | null {
  if (origin === undefined || origin === '-') return null;
  return { origin: originOf(origin), part: partOf({ name, origin }) };
}

async function failed(incoming: Incoming, problem: Problem, store: Store): Promise<Outcome> {
  const { name } = incoming;
  const mark = markOf(incoming);
  if (mark === null || problem.code === 'not-found') return { name, outcome: 'failed', problem };
  const { title, detail, hint } = problem.text;
  await store.addFailure({ ...mark, name, problem: { code: problem.code, title, detail, hint } });
  return { name, outcome: 'failed', problem, mark };
}

/** Adds an article, or notes that it is there; it is extracted only where it is not. */
async function add(name: string, article: Article, place: Place, options: IngestOptions): Promise<Outcome> {
  const { store, signal } = options;
  const known: Outcome = { name, outcome: 'known', id: article.id };
  if (await store.noteOrigin(article.id, place)) return known;
  const extraction = await read(article, name, options);
  signal?.throwIfAborted();
  return (await store.addExtraction(extraction, place)) ? { name, outcome: 'added', extraction } : known;
}

async function takeIn(incoming: Incoming, what: Loaded, options: IngestOptions): Promise<Outcome> {
  const { store } = options;
  try {
    if ('problem' in what) throw what.problem;
    const outcome = await add(incoming.name, what.article, what.place, options);
    const mark = markOf(incoming);
    if (mark !== null && mark.part !== what.place.part) await store.forgetFailures(mark);
    return outcome;
  } catch (problem) {
    if (!(problem instanceof Problem) || problem.code.startsWith('store-')) throw problem;
    return failed(incoming, problem, store);
  }
}

/** Forgets that an origin could not be read at all, as soon as an article is found in it. */
function wholes(): (incoming: Incoming, store: Store) => Promise<void> {
  let last: string | undefined;
  return async (incoming, store) => {
    const mark = markOf(incoming);
    if (mark === null || mark.part === '' || mark.origin === last) return;
    last = mark.origin;
    await store.forgetFailures({ origin: mark.origin, part: '' });
  };
}

/**
 * Reads articles into the store, each whole or not at all; what the store holds afterwards does not depend on the
 * number of threads. One that cannot be read is marked in the store, and the rest goes on.
 *
 * They are taken and loaded one after the other, so that a file of many articles is read as a stream.
 *
 * @throws what `signal` was aborted with, and what the store throws: then no further article would fare better
 */
export async function ingest(
  articles: Iterable<Incoming> | AsyncIterable<Incoming>,
  options: IngestOptions,
): Promise<Summary> {
  const { store, threads = 1, signal, onProgress } = options;
  const summary: Summary = { added: 0, known: 0, failed: 0 };
  const places = new Places();
  const forgetWhole = wholes();
  const underWay = new Set<Promise<void>>();
  const broken = new AbortController();
  const stop = AbortSignal.any(signal ? [signal, broken.signal] : [broken.signal]);
  let done = 0;
  const work = async (incoming: Incoming, what: Loaded): Promise<void> => {
    try {
      const outcome = await takeIn(incoming, what, { ...options, signal: stop });
      summary[outcome.outcome]++;
      onProgress?.(outcome, ++done);
    } catch (error) {
      broken.abort(error); // the first is thrown below
    }
  };
  try {
    for await (const incoming of articles) {
      stop.throwIfAborted();
      await forgetWhole(incoming, store);
      const what = await loaded(incoming, places);
      while (underWay.size >= threads) await Promise.race(underWay);
      stop.throwIfAborted();
      const task: Promise<void> = work(incoming, what).finally(() => underWay.delete(task));
      underWay.add(task);
    }
  } finally {
    await Promise.all(underWay);
  }
  stop.throwIfAborted();
  return summary;
}
