import type { Article } from '../article/index.ts';
import type { Extraction } from '../extraction.ts';
import type { Position } from '../graph/index.ts';
import { Problem } from '../problem.ts';
import type { Unplaced } from '../store/index.ts';
import type { Result, Task } from './messages.ts';
import { Thread } from './thread.ts';

/** Longer than any article takes: 10,000 words take a second or two. */
const LONGEST_READING = 5 * 60_000;

/** The CPU-bound work, off the main thread, so that a server answers meanwhile. */
export interface Workers {
  /**
   * @param what names the article in an error
   * @throws Problem where the article cannot be read; what `signal` was aborted with
   */
  extract(article: Article, what?: string, signal?: AbortSignal): Promise<Extraction>;
  /** Places for nodes that have none; those that stand do not move. */
  arrange(unplaced: Unplaced): Promise<Map<string, Position>>;
  /** Resolves when the last thread has gone; tasks under way are aborted. */
  close(): Promise<void>;
}

function checked(result: Result): Result {
  if (result.kind === 'problem') throw new Problem(result.code, result.text);
  if (result.kind === 'failed') throw Object.assign(new Error(result.message), { stack: result.stack });
  return result;
}

/** @param threads how many tasks are done at once; each loads the model when it first reads */
export function startWorkers(threads = 1): Workers {
  const all = Array.from({ length: threads }, () => new Thread());
  const idle = [...all];
  const waiting: ((thread: Thread) => void)[] = [];
  const closing = new AbortController();

  const take = async (): Promise<Thread> => idle.pop() ?? new Promise((resolve) => waiting.push(resolve));
  const giveBack = (thread: Thread) => {
    const next = waiting.shift();
    if (next) next(thread);
    else idle.push(thread);
  };
  const run = async (task: Task, signal?: AbortSignal): Promise<Result> => {
    const thread = await take();
    try {
      return checked(await thread.run(task, AbortSignal.any([closing.signal, ...(signal ? [signal] : [])])));
    } finally {
      giveBack(thread);
    }
  };

  return {
    async extract(article, what = 'the text', signal) {
      const limit = AbortSignal.timeout(LONGEST_READING);
      const result = await run(
        { kind: 'extract', article, what },
        signal ? AbortSignal.any([signal, limit]) : limit,
      ).catch((error: unknown) => {
        if (error !== limit.reason) throw error;
        throw new Problem('took-too-long', {
          title: `${what} took longer than ${LONGEST_READING / 60_000} minutes to read`,
          hint: 'Split it into its articles',
        });
      });
      if (result.kind !== 'extracted') throw new Error(`worker answered "${result.kind}" to an article`);
      return result.extraction;
    },
    async arrange(unplaced) {
      const result = await run({ kind: 'arrange', unplaced });
      if (result.kind !== 'arranged') throw new Error(`worker answered "${result.kind}" to a layout`);
      return result.positions;
    },
    async close() {
      closing.abort(new Problem('store-closed', { title: 'the program is ending' }));
      await Promise.all(all.map((thread) => thread.close()));
    },
  };
}
