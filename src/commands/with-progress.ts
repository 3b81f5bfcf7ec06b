import { articlesOf } from '../article/index.ts';
import type { Incoming } from '../ingest/index.ts';
import { Problem } from '../problem.ts';
import { countArticles } from './counting.ts';
import { startProgress } from './progress.ts';
import { counted, reportProblem } from './report.ts';
import { stopSignal } from './stop.ts';

export interface AddressChoice {
  allowPrivateAddresses?: boolean;
}

/** The articles to work on, and how to say how far it is. */
interface Progressing {
  incoming: AsyncIterable<Incoming>;
  signal: AbortSignal;
  told(done: number, problem?: Problem): void;
}

/**
 * Works through all that paths lead to, showing how far it is, until it is done or stopped with Ctrl-C.
 *
 * @throws Problem `store-closed` where it was stopped
 */
export async function withProgress<T>(
  paths: readonly string[],
  { allowPrivateAddresses: allowInside }: AddressChoice,
  work: (progressing: Progressing) => Promise<T>,
): Promise<T> {
  const signal = stopSignal();
  const finished = new AbortController();
  const total = countArticles(paths, AbortSignal.any([signal, finished.signal]));
  const progress = startProgress();
  let read = 0;
  const told = (done: number, problem?: Problem) => {
    read = done;
    if (problem) progress.say(() => reportProblem(problem));
    progress.show(done, total());
  };
  try {
    return await work({ incoming: articlesOf(paths, { allowInside, signal }), signal, told });
  } catch (error) {
    if (!signal.aborted) throw error;
    const hint = 'What was read is in the store; the same command goes on from there';
    throw new Problem('store-closed', { title: `stopped after ${counted(read, 'article')}`, hint });
  } finally {
    progress.end();
    finished.abort();
  }
}
