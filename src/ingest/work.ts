import { Problem } from '../problem.ts';
import type { Store } from '../store/index.ts';
import { isAway } from './away.ts';
import type { Claim, Queue } from './queue.ts';
import { type Extract, failed, type Outcome, takeIn, tripped } from './take-in.ts';

export interface WorkOptions {
  queue: Queue;
  store: Store;
  extract: Extract;
  /** How many articles are extracted at once; one more is on its way into the store meanwhile. */
  threads: number;
  /** Ends the work at once; what is under way goes back into the queue. */
  signal: AbortSignal;
  onReading?: (claim: Claim) => void;
  /** `outcome` is null where the article goes back, or a newer version of it was queued meanwhile. */
  onOutcome?: (claim: Claim, outcome: Outcome | null) => void;
  /** Told after each look at the queue that found nothing more to begin. */
  onPause?: () => void;
  /** The database could not be reached; the work goes on when it can. */
  onTrouble?: (problem: Problem) => void;
  /** Milliseconds between two looks at a queue that others may fill. */
  every?: number;
}

const SECOND = 1000;
/** After this many processes that ended over an article, it is taken to be the reason. */
const MOST_TAKEOVERS = 5;
/** Between two tries to reach a database. */
const TROUBLE_PAUSE = 5 * SECOND;

const deadly = ({ name, takeovers }: Claim): Problem =>
  new Problem('internal-error', {
    title: `${name} was given up: ${takeovers} processes ended while they read it`,
    hint: 'Look whether they ran out of memory; "dateline retry" reads it once more',
  });

/** @returns null where a newer version of the article was queued meanwhile: this one is for nobody */
async function readClaim(claim: Claim, { queue, store, extract, signal }: WorkOptions): Promise<Outcome | null> {
  const { name, article, place } = claim;
  try {
    if (claim.takeovers >= MOST_TAKEOVERS) throw deadly(claim);
    return await takeIn(name, article, place, { store, extract, signal, alongside: queue.finishing(claim) });
  } catch (cause) {
    signal.throwIfAborted();
    if (cause instanceof Problem && cause.code === 'superseded') return null;
    if (cause instanceof Problem && cause.code.startsWith('store-')) throw cause;
    const outcome = await failed(name, place, cause instanceof Problem ? cause : tripped(name, cause), store);
    await queue.finish(claim);
    return outcome;
  }
}

/**
 * Reads what waits in the queue, beside any number of others who do the same, until it is told to stop.
 *
 * @throws Problem `store-closed`; any other error of the store than that it cannot be reached
 */
export async function work(options: WorkOptions): Promise<void> {
  const { queue, threads, signal, onReading, onOutcome, onPause, onTrouble, every = SECOND } = options;
  const underWay = new Map<string, Promise<void>>();
  const broken = new AbortController();
  const stop = AbortSignal.any([signal, broken.signal]);
  const begin = async (claim: Claim): Promise<void> => {
    onReading?.(claim);
    const outcome = await readClaim(claim, { ...options, signal: stop }).catch(async (error: unknown) => {
      if (isAway(error)) onTrouble?.(error);
      else if (!stop.aborted) broken.abort(error); // the first is thrown below
      await queue.release([claim.job]).catch(() => {}); // else its lease runs out
      return null;
    });
    onOutcome?.(claim, outcome);
    underWay.delete(claim.job);
  };
  const keep = () => queue.keep([...underWay.keys()]).catch(() => {}); // the next one comes before the lease ends
  const heart = setInterval(keep, (queue.lease * SECOND) / 3);
  try {
    while (!stop.aborted) {
      const free = threads + 1 - underWay.size;
      const claims = free <= 0 ? [] : await claimOf(queue, free, onTrouble);
      for (const claim of claims ?? []) underWay.set(claim.job, begin(claim));
      if (claims?.length) continue;
      onPause?.();
      const awake = new AbortController();
      const pause = queue.pause(claims === null ? TROUBLE_PAUSE : every, AbortSignal.any([stop, awake.signal]));
      await Promise.race([pause, ...underWay.values()]);
      awake.abort();
    }
  } finally {
    clearInterval(heart);
    await Promise.all(underWay.values());
  }
  broken.signal.throwIfAborted();
}

/** Null where the database cannot be reached. */
async function claimOf(queue: Queue, most: number, onTrouble: WorkOptions['onTrouble']): Promise<Claim[] | null> {
  try {
    return await queue.claim(most);
  } catch (error) {
    if (!isAway(error)) throw error;
    onTrouble?.(error);
    return null;
  }
}
