import type { Article } from '../article/index.ts';
import type { Extraction } from '../extraction.ts';
import type { Measures, Position, Ties } from '../graph/index.ts';
import { Problem } from '../problem.ts';
import type { Unplaced } from '../store/index.ts';
import { besides, Pool } from '../threads/index.ts';
import type { Result, Task } from './messages.ts';

/** Longer than any article takes: 10,000 words take a second or two. */
const LONGEST_READING = 5 * 60_000;

/** A million ties take a minute or two. */
const LONGEST_MEASURING = 30 * 60_000;

/** The CPU-bound work, off the main thread, so that a server answers meanwhile. */
export interface Workers {
  /**
   * @param what names the article in an error
   * @throws Problem where the article cannot be read; what `signal` was aborted with
   */
  extract(article: Article, what?: string, signal?: AbortSignal): Promise<Extraction>;
  /** Places for nodes that have none; those that stand do not move. */
  arrange(unplaced: Unplaced): Promise<Map<string, Position>>;
  /** Communities and ranks of the whole graph. */
  measure(ties: Ties): Promise<Measures>;
  /** Resolves when the last thread has gone; tasks under way are aborted. */
  close(): Promise<void>;
}

/** @param threads how many articles are read at once; each thread loads the model when it first reads */
export function startWorkers(threads = 1): Workers {
  const script = besides(import.meta.url, 'worker');
  const readers = new Pool<Task, Result>(script, threads);
  const drawers = new Pool<Task, Result>(script, 1); // a layout does not wait for articles

  return {
    async extract(article, what = 'the text', signal) {
      let limit: AbortSignal | undefined;
      const ends = () => {
        limit = AbortSignal.timeout(LONGEST_READING);
        return signal === undefined ? limit : AbortSignal.any([signal, limit]);
      };
      const result = await readers.run({ kind: 'extract', article, what }, ends).catch((error: unknown) => {
        if (limit === undefined || error !== limit.reason) throw error;
        throw new Problem('took-too-long', {
          title: `${what} took longer than ${LONGEST_READING / 60_000} minutes to read`,
          hint: 'Split it into its articles',
        });
      });
      if (result.kind !== 'extracted') throw new Error(`worker answered "${result.kind}" to an article`);
      return result.extraction;
    },
    async arrange(unplaced) {
      const result = await drawers.run({ kind: 'arrange', unplaced }, () => AbortSignal.timeout(LONGEST_READING));
      if (result.kind !== 'arranged') throw new Error(`worker answered "${result.kind}" to a layout`);
      return result.positions;
    },
    async measure({ keys, source, target, weight }) {
      const task: Task = { kind: 'measure', ties: { keys, source, target, weight } };
      const result = await drawers.run(task, () => AbortSignal.timeout(LONGEST_MEASURING));
      if (result.kind !== 'measured') throw new Error(`worker answered "${result.kind}" to a graph`);
      return result.measures;
    },
    async close() {
      await Promise.all([readers.close(), drawers.close()]);
    },
  };
}
