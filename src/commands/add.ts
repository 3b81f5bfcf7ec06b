import { enqueue, ingest, type Outcome, Queue, type Receipt, type Summary, startWorkers } from '../ingest/index.ts';
import { Problem } from '../problem.ts';
import type { Store } from '../store/index.ts';
import { counted } from './report.ts';
import { contentsOf, openStoreFrom, type StoreChoice, storeName } from './store.ts';
import { type AddressChoice, withProgress } from './with-progress.ts';

export interface ReadingChoice extends StoreChoice, AddressChoice {
  threads: number;
}

interface AddChoice extends ReadingChoice {
  /** Only queue the articles, for others to read. */
  queue?: boolean;
}

/**
 * `dateline add`: reads articles into the store; what it knows already is skipped.
 *
 * @throws Problem `unreadable-file` at the end, where an article could not be read; `store-closed` where it was stopped
 */
export async function add(paths: string[], { queue, ...choice }: AddChoice): Promise<void> {
  const store = await openStoreFrom(choice);
  try {
    if (queue) {
      await queueAll(store, paths, choice);
      return;
    }
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
 * Queues all that paths lead to, for "dateline work" or a server to read.
 *
 * @throws Problem `unreadable-file` at the end, where an article could not be opened; `store-closed`
 */
async function queueAll(store: Store, paths: readonly string[], choice: ReadingChoice): Promise<void> {
  const queue = new Queue(store);
  const became = { queued: 0, known: 0, failed: 0 };
  await withProgress(paths, choice, async ({ incoming, signal, told }) => {
    const onReceipt = (receipt: Receipt, done: number) => {
      became[receipt.status]++;
      told(done, receipt.status === 'failed' ? receipt.problem : undefined);
    };
    await enqueue(incoming, { store, queue, onReceipt, signal });
  });
  const { queued, known, failed } = became;
  console.log(`${counted(queued, 'article')} queued, ${known} known before, ${failed} could not be opened`);
  const { waiting, reading } = await queue.counts();
  const readers = choice.store === undefined ? '"dateline serve"' : '"dateline work" or "dateline serve"';
  console.log(`${waiting + reading} wait in ${storeName(choice)}; ${readers} reads them`);
  if (failed > 0) throw unread(failed, queued + known + failed, (await store.countFailures()) > 0);
}

/**
 * Reads all that paths lead to into a store, on several threads, showing how far it is.
 *
 * @throws Problem `store-closed` where it was stopped with Ctrl-C; what was added stays
 */
export async function readAll(
  store: Store,
  paths: readonly string[],
  choice: ReadingChoice,
  onOutcome: (outcome: Outcome) => void = () => {},
): Promise<Summary> {
  const { threads } = choice;
  const workers = startWorkers(threads);
  try {
    return await withProgress(paths, choice, ({ incoming, signal, told }) => {
      const onProgress = (outcome: Outcome, done: number) => {
        onOutcome(outcome);
        told(done, outcome.outcome === 'failed' ? outcome.problem : undefined);
      };
      return ingest(incoming, { store, extract: workers.extract, threads, signal, onProgress });
    });
  } finally {
    await workers.close();
  }
}
