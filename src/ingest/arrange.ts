import type { Store } from '../store/index.ts';
import type { Workers } from './workers.ts';

/** Gives every node of the store that has none a place, and keeps it; those that stand do not move. */
export async function arrange(store: Store, workers: Pick<Workers, 'arrange'>): Promise<void> {
  const unplaced = await store.unplaced();
  if (unplaced !== null) await store.place(await workers.arrange(unplaced));
}
