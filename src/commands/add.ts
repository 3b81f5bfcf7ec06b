import { availableParallelism } from 'node:os';
import { articlesOf } from '../article/index.ts';
import { ingest, type Outcome, type Summary, startWorkers } from '../ingest/index.ts';
import { Problem } from '../problem.ts';
import type { Store } from '../store/index.ts';
import { countArticles } from './counting.ts';
import { startProgress } from './progress.ts';
import { counted, reportProblem } from './report.ts';
import { stopSignal } from './stop.ts';
import { contentsOf, openStoreFrom, type StoreChoice } from './store.ts';

export interface ReadingChoice extends StoreChoice {
  threads: number;
  allowPrivateAddresses?: boolean;
}

/** One core is left to the person at the keyboard, to what reads the files, and to the store. */
export const DEFAULT_THREADS = Math.max(1, availableParallelism() - 1);

/**
 * `dateline add`: reads articles into the store; what it knows already is skipped.
 *
 * @throws Problem `unreadable-file` at the end, where an article could not be read; `store-closed` where it was stopped
 */
export async function add(paths: string[], choice: ReadingChoice): Promise<void> {
  const store = await openStoreFrom(choice);
  try {
    const { added, known, failed } = await readAll(store, paths, choice);
    console.log(`${counted(added, 'article')} added, ${known} known before, ${failed} could not be read`);
    console.log(await contentsOf(store, choice));
    if (failed > 0) throw unread(failed, added + known + failed, (await store.failures()).length > 0);
  } finally {
    await store.close();
  }
}

/** @param isMarked whether the store says what failed */
export const unread = (failed: number, all: number, isMarked: boolean): Problem =>
  new Problem('unreadable-file', {
    title: `${failed} of ${counted(all, 'article')} could not be read`,
    hint: isMarked ? '"dateline status" lists them, and "dateline retry" reads them again' : undefined,
  });

/**
 * Reads all that paths lead to into a store, on several threads, showing how far it is.
 *
 * @throws Problem `store-closed` where it was stopped with Ctrl-C; what was added stays
 */
export async function readAll(
  store: Store,
  paths: readonly string[],
  { threads, allowPrivateAddresses: allowInside }: ReadingChoice,
  onOutcome: (outcome: Outcome) => void = () => {},
): Promise<Summary> {
  const stop = stopSignal();
  const finished = new AbortController();
  const total = countArticles(paths, AbortSignal.any([stop, finished.signal]));
  const workers = startWorkers(threads);
  const progress = startProgress();
  let read = 0;
  const onProgress = (outcome: Outcome, done: number) => {
    read = done;
    onOutcome(outcome);
    if (outcome.outcome === 'failed') progress.say(() => reportProblem(outcome.problem));
    progress.show(done, total());
  };
  try {
    const incoming = articlesOf(paths, { allowInside, signal: stop });
    return await ingest(incoming, { store, extract: workers.extract, threads, signal: stop, onProgress });
  } catch (error) {
    if (!stop.aborted) throw error;
    const hint = 'What was read is in the store; the same command goes on from there';
    throw new Problem('store-closed', { title: `stopped after ${counted(read, 'article')}`, hint });
  } finally {
    progress.end();
    finished.abort();
    await workers.close();
  }
}
