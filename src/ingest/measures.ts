import { Problem } from '../problem.ts';
import type { Store } from '../store/index.ts';
import type { Workers } from './workers.ts';

type Measuring = Pick<Workers, 'measure'>;

/** Works out communities and ranks of the whole graph, where it changed since they were. */
export async function measureStore(store: Store, workers: Measuring): Promise<void> {
  const graph = await store.unmeasured();
  if (graph !== null) await store.keepMeasures(graph, await workers.measure(graph));
}

/** Share of its time, at most, that a server measures: after one round it rests this many times as long. */
const REST = 9;
const SHORTEST_REST = 2_000;

/** Keeps the measures of a store fresh while somebody looks at it, one round at a time and never in anybody's way. */
export class Measurer {
  readonly #store: Store;
  readonly #workers: Measuring;
  #busy = false;
  #restsUntil = 0;

  constructor(store: Store, workers: Measuring) {
    this.#store = store;
    this.#workers = workers;
  }

  /** Returns at once; what fails is told on standard error. */
  refresh(): void {
    const begin = Date.now();
    if (this.#busy || begin < this.#restsUntil) return;
    this.#busy = true;
    measureStore(this.#store, this.#workers)
      .catch((error: unknown) => {
        // the program is ending, or the store is away: who asks for something learns of it
        if (!(error instanceof Problem && error.code.startsWith('store-'))) console.error(error);
      })
      .finally(() => {
        this.#busy = false;
        this.#restsUntil = Date.now() + Math.max(SHORTEST_REST, REST * (Date.now() - begin));
      });
  }
}
