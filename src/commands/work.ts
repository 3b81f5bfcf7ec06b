import { type Claim, type Outcome, Queue, startWorkers, work } from '../ingest/index.ts';
import { Problem } from '../problem.ts';
import { counted, reportProblem } from './report.ts';
import { stopSignal } from './stop.ts';
import { contentsOf, openStoreFrom, type StoreChoice, storeName } from './store.ts';

interface WorkChoice extends StoreChoice {
  concurrency: number;
  /** Seconds. */
  lease: number;
}

const onlyShared = (): Problem =>
  new Problem('invalid-request', {
    title: 'a store in a folder has one process, and "dateline work" shares the work among many',
    hint: 'Name a PostgreSQL database with --store or DATELINE_STORE; what is queued in a folder is read by "dateline serve"',
  });

/**
 * `dateline work`: reads what is queued in a database, beside any number of processes on any number of machines that
 * do the same, until it is told to stop (Ctrl-C, SIGTERM). What it was reading then goes back into the queue at once.
 *
 * @throws Problem `invalid-request` for a store in a folder
 */
export async function workOn({ concurrency: threads, lease, ...choice }: WorkChoice): Promise<void> {
  if (choice.store === undefined) throw onlyShared();
  const stop = stopSignal();
  const store = await openStoreFrom(choice);
  const queue = new Queue(store, lease);
  const workers = startWorkers(threads);
  const done = { added: 0, known: 0, failed: 0 };
  let isIdle = false;
  const onOutcome = ({ name }: Claim, outcome: Outcome | null) => {
    isIdle = false;
    if (outcome === null) return;
    done[outcome.outcome]++;
    if (outcome.outcome === 'failed') reportProblem(outcome.problem);
    else console.log(`${outcome.outcome} ${name}`);
  };
  const summary = () => `${counted(done.added, 'article')} added, ${done.known} known before, ${done.failed} failed`;
  const onPause = async () => {
    if (isIdle) return;
    const { waiting, reading } = await queue.counts();
    if (waiting + reading > 0) return;
    isIdle = true;
    console.log(`${summary()}; nothing waits in ${storeName(choice)}`);
  };
  try {
    console.log(`reading what is queued in ${storeName(choice)} (Ctrl-C stops it)`);
    await work({
      queue,
      store,
      threads,
      extract: workers.extract,
      signal: stop,
      onOutcome,
      onPause: () => void onPause().catch(() => {}), // the work itself meets the same
      onTrouble: reportProblem,
    });
    console.log(`stopped: ${summary()}`);
    console.log(await contentsOf(store, choice));
  } finally {
    await workers.close();
    await store.close();
  }
}
