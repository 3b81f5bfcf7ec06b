import { resolve } from 'node:path';
import { nameOfDatabase, openStore, type Store } from '../store/index.ts';
import type { StoreChoice } from './options.ts';
import { counted } from './report.ts';

export type { StoreChoice } from './options.ts';

/** What to call the store in messages; shows no password. */
export const storeName = ({ data, store }: StoreChoice): string =>
  store === undefined ? resolve(data) : nameOfDatabase(store);

/**
 * Opens the store that was chosen, and says so on standard error where that takes long.
 *
 * @throws Problem as `openStore` does
 */
export const openStoreFrom = ({ data, store }: StoreChoice): Promise<Store> =>
  openStore(store ?? resolve(data), {
    onCreate: (made) => console.error(`making a store in ${made}, which takes some seconds …`),
  });

/** '12 articles, 80 nodes, 143 edges in /home/mara/data' */
export async function contentsOf(store: Store, choice: StoreChoice): Promise<string> {
  const { articles, entities, edges } = await store.counts();
  const counts = [counted(articles, 'article'), counted(entities, 'node'), counted(edges, 'edge')];
  return `${counts.join(', ')} in ${storeName(choice)}`;
}
