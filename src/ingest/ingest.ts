import { Problem } from '../problem.ts';
import { forgetMark, type Incoming, type Loaded, loaded } from './load.ts';
import { failed, type Outcome, type TakeInOptions, takeIn } from './take-in.ts';

export interface IngestOptions extends TakeInOptions {
  /** How many articles are extracted at once; one more waits in memory. Default 1. */
  threads?: number;
  /** Told after each article, in the order in which they are done. */
  onProgress?: (outcome: Outcome, done: number) => void;
}

export interface Summary {
  added: number;
  known: number;
  failed: number;
}

async function takeOne(what: Loaded, options: IngestOptions): Promise<Outcome> {
  const { store } = options;
  try {
    if ('problem' in what) throw what.problem;
    const outcome = await takeIn(what.name, what.article, what.place, options);
    await forgetMark(what, store);
    return outcome;
  } catch (problem) {
    if (!(problem instanceof Problem) || problem.code.startsWith('store-')) throw problem;
    return failed(what.name, what.mark, problem, store);
  }
}

/**
 * Reads articles into the store, each whole or not at all; what the store holds afterwards does not depend on the
 * number of threads. One that cannot be read is marked in the store, and the rest goes on. What was added before a
 * stop stays.
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
  const underWay = new Set<Promise<void>>();
  const broken = new AbortController();
  const stop = AbortSignal.any(signal ? [signal, broken.signal] : [broken.signal]);
  let done = 0;
  const work = async (what: Loaded): Promise<void> => {
    try {
      const outcome = await takeOne(what, { ...options, signal: stop });
      summary[outcome.outcome]++;
      onProgress?.(outcome, ++done);
    } catch (error) {
      broken.abort(error); // the first is thrown below
    }
  };
  try {
    for await (const what of loaded(articles, store)) {
      stop.throwIfAborted();
      while (underWay.size >= threads) await Promise.race(underWay);
      stop.throwIfAborted();
      const task: Promise<void> = work(what).finally(() => underWay.delete(task));
      underWay.add(task);
    }
  } finally {
    await Promise.all(underWay);
  }
  stop.throwIfAborted();
  return summary;
}
